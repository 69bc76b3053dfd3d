/**
 * Reading the kept indexes of the bundled reports (checksum, JSON, validation) beside extracting them anew, in the same
 * run: a kept index that is not faster is not worth keeping. `npx tsx bench/index.ts`
 */
import { subjectOf, type ReportFacts } from '../src/renderer/library/facts';
import { readFacts, seal, type KeptContext } from '../src/renderer/library/kept';
import { factsOf } from '../src/renderer/library/study';
import type { Report } from '../src/shared/report';
import { extractObservations } from '../src/shared/figures';
import { bundledReports } from '../tests/helpers/bundled-reports';
import { entryOf } from '../tests/helpers/catalog-entry';

const ROUNDS = 20;

const contextOf = (report: Report): KeptContext => ({
  rules: 'bench',
  subject: subjectOf([entryOf(report)]),
});

/** Milliseconds of processor time: other programs on the machine do not count. */
const timeOf = async (work: () => unknown): Promise<number> => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const reports = bundledReports();
const extract = (): readonly ReportFacts[] =>
  reports.map((report) => factsOf({ report, observations: extractObservations(report) }));
const firstExtract = await timeOf(extract);
const kept = await Promise.all(
  extract().map(async (facts, at) => seal(facts, contextOf(reports[at] as Report))),
);
const read = async () => {
  for (const [at, report] of reports.entries())
    if ((await readFacts(structuredClone(kept[at]), report.id, contextOf(report))) === null)
      throw new Error(report.id);
};
const firstRead = await timeOf(read);
const rounds: { readonly extracted: number; readonly read: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1)
  rounds.push({ extracted: await timeOf(extract), read: await timeOf(read) });
const bestExtract = Math.min(...rounds.map(({ extracted }) => extracted));
const bestRead = Math.min(...rounds.map((round) => round.read));
const size = kept.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${reports.length} 篇的索引，存下 ${(size / 1024).toFixed(0)} KB`);
console.log(`刚启动时：重新抽取 ${firstExtract.toFixed(1)} 毫秒，读存下的 ${firstRead.toFixed(1)} 毫秒`);
console.log(`跑热之后：重新抽取 ${bestExtract.toFixed(1)} 毫秒，读存下的 ${bestRead.toFixed(1)} 毫秒`);
process.exitCode = firstRead < firstExtract ? 0 : 1;
