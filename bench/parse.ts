import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../src/shared/parse';
import type { Report } from '../src/shared/report';
import { readCatalog } from '../src/shared/report/catalog';
import { extractObservations } from '../src/shared/figures';

/**
 * Parsing and indexing the bundled reports must take less than twenty times as long as reading them from disk and
 * one `JSON.parse` of the result. Prints both times and the ratio; ends with code 1 where the limit is passed.
 */
const LIMIT = 20;
const ROUNDS = 60;
const FOLDER = new URL('../resources/reports/', import.meta.url);

/** What is made of a parsed report at start-up; a later stage of the index joins here. */
const STAGES: readonly ((report: Report) => unknown)[] = [extractObservations];

const readText = (file: string): string => readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8');

const catalog = readCatalog(JSON.parse(readText('catalog.json')));
if (!catalog.ok) throw new Error(catalog.fault.detail);
const entries = catalog.value;
const sources = entries.map(({ id, file }) => ({ id, raw: readText(file) }));

const index = () =>
  sources.map((source, at) => {
    const report = parseReport(source, entries[at]);
    return [report, ...STAGES.map((stage) => stage(report))];
  });
const stored = JSON.stringify(index());
const reread = () => [entries.map(({ file }) => readText(file)), JSON.parse(stored) as unknown];

/** Milliseconds of processor time of a call: other programs on the machine do not count. */
const timeOf = (run: () => unknown): number => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const cold = timeOf(index);
// Turn by turn and the best of each, so that what else the machine does weighs on both alike.
const rounds = Array.from({ length: ROUNDS }, () => ({ parse: timeOf(index), read: timeOf(reread) }));
const parse = Math.min(...rounds.map((round) => round.parse));
const read = Math.min(...rounds.map((round) => round.read));
const ratio = parse / read;
console.log(`解析并编目五份报告：${parse.toFixed(1)} 毫秒（刚启动时 ${cold.toFixed(1)} 毫秒）`);
console.log(`读盘并 JSON.parse 一次（${(stored.length / 1024).toFixed(0)} KB）：${read.toFixed(2)} 毫秒`);
console.log(`比值 ${ratio.toFixed(1)}，上限 ${LIMIT}`);
process.exitCode = ratio <= LIMIT ? 0 : 1;
