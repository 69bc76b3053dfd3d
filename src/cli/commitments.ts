import { assess, assessPledges } from '../shared/anchor';
import type { Fault } from '../shared/fault';
import { statedObservations } from '../shared/figures';
import {
  ALL_PLEDGES,
  EVERYTHING,
  pledgesIn,
  rowsIn,
  standingOf,
  STANDINGS,
  type CommitmentFilter,
  type Places,
} from '../shared/ledger';
import { betweenLevels, lifeOf, traceCommitments, tracePledges, type Indexed } from '../shared/commitments';
import { levelRowOf, pledgeRowOf, rowOf, stepRowOf, type Reports } from './commitment-rows';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';

export const commitmentsUsage = `用法：duidu commitments [选项] [文件|文件夹|报告名]…

每个目标一行 JSON，先数字目标（kind 为 number），后事项（project 项目、law 制度、title 称号、reform 改革、sync 同步）。
都有 target 和 result（report、start、end：数字或句子在原文里的位置；没有结果为 null）、
verdict（met 完成、missed 未完成、partly 部分完成、not-mentioned 未提及、different-scope 口径不同、
no-value 无数值或无法判断、report-missing 报告缺失）、sure（false 为待确认）。数字目标有 indicator；
事项有 object、stage（承诺到哪一步）、due（哪一年）、reached（回顾里说到哪一步）、repeated（下一年再次列入的位置）、
alias（用别的叫法找到时的依据）。不写文件就读自带的五份报告。

  --place 地名  只列这个地方的报告里的
  --year 年份   只列目标年份（事项是哪一年完成）是这一年的
  --standing 结论  只列这一结论的：上面的 verdict 之一，或 unsure（待确认）
  --reason      每行加上 reason：拿什么和什么比，为什么
  --life 名称   只列这一事项历年走到哪一步（year、as、stage、at）：promised 是部署里说的，told 是回顾里说的
  --levels      第一篇报告的事项，其余各篇（上级或下级）里说没说到同一件事：counterpart，没说到为 null`;

/** Prints what became of each target. */
export async function runCommitments(args: readonly string[]): Promise<number> {
  const options = readOptions(args, {
    reason: { type: 'boolean' },
    life: { type: 'string' },
    levels: { type: 'boolean' },
    place: { type: 'string' },
    year: { type: 'string' },
    standing: { type: 'string' },
  });
  if (!options.ok) return misused(options.fault);
  const { values, positionals } = options.value;
  const standing = STANDINGS.find((one) => one === values.standing) ?? null;
  if (values.standing !== undefined && standing === null) return misused(unknownStanding(values.standing));
  const { place = null, year = null } = values;
  const { reports, faults } = await loadReports(positionals);
  const library = reports.map((report) => ({ report, observations: statedObservations(report) }));
  const rows = rowsOf(library, { ...values, filter: { place, year, standing } }).map((row) =>
    JSON.stringify(row),
  );
  if (rows.length > 0) await print(rows.join('\n'));
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

const misused = (fault: Fault): number => {
  printFaults([fault]);
  return EXIT.misused;
};

const unknownStanding = (subject: string): Fault => ({
  code: 'name-unknown',
  subject,
  reason: '没有这种结论',
  remedy: `可用的是 ${STANDINGS.join('、')}。`,
});

interface Asked {
  readonly filter: Pick<CommitmentFilter, 'place' | 'year' | 'standing'>;
  readonly reason?: boolean;
  readonly life?: string;
  readonly levels?: boolean;
}

/** The rows asked for: a thing's life, two levels side by side, or what became of every target. */
function rowsOf(library: readonly Indexed[], { filter, reason, life, levels }: Asked): readonly object[] {
  const reports: Reports = new Map(library.map(({ report }) => [report.id, report]));
  if (life !== undefined) return lifeOf(life, library).map((step) => stepRowOf(step, reports));
  const [first, ...others] = library;
  if (levels && first)
    return others.flatMap((other) => betweenLevels(first, other).map((pair) => levelRowOf(pair, reports)));
  const say = (row: object, one: { readonly reason: string }): object =>
    reason ? { ...row, reason: one.reason } : row;
  const pledges = tracePledges(library);
  const numbers = assess(traceCommitments(library, pledges), [], reports).commitments;
  const places: Places = new Map(
    library.flatMap(({ report: { id, meta } }) => (meta.place ? [[id, meta.place] as const] : [])),
  );
  return [
    ...rowsIn(numbers, { ...EVERYTHING, ...filter }, places)
      .filter((row) => filter.standing === null || standingOf(row) === filter.standing)
      .map(({ commitment }) => say(rowOf(commitment, reports), commitment)),
    ...pledgesIn(assessPledges(pledges, [], reports).pledges, { ...ALL_PLEDGES, ...filter }, places).map(
      ({ traced }) => say(pledgeRowOf(traced, reports), traced),
    ),
  ];
}
