import { rangeToRaw } from '../shared/parse';
import type { Commitment, Range, Report, TracedPledge } from '../shared/report';
import { statedObservations } from '../shared/figures';
import { traceCommitments, tracePledges } from '../shared/commitments';
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

  --reason    每行加上 reason：拿什么和什么比，为什么`;

/** Prints what became of each target. */
export async function runCommitments(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { reason: { type: 'boolean' } });
  if (!options.ok) {
    printFaults([options.fault]);
    return EXIT.misused;
  }
  const { reports, faults } = await loadReports(options.value.positionals);
  const library = reports.map((report) => ({
    report,
    observations: statedObservations(report),
  }));
  const byId = new Map(reports.map((report) => [report.id, report]));
  const withReason = options.value.values.reason === true;
  const say = (row: object, { reason }: { readonly reason: string }): string =>
    JSON.stringify(withReason ? { ...row, reason } : row);
  const rows = [
    ...traceCommitments(library).map((commitment) => say(rowOf(commitment, byId), commitment)),
    ...tracePledges(library).map((traced) => say(pledgeRowOf(traced, byId), traced)),
  ];
  if (rows.length > 0) await print(rows.join('\n'));
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

type Reports = ReadonlyMap<string, Report>;

/** A place in a report, in its raw text. */
function placed(reports: Reports, report: string, range: Range) {
  const source = reports.get(report);
  return { report, ...(source ? rangeToRaw(source, range) : range) };
}

const rowOf = ({ target, result, verdict, sure }: Commitment, reports: Reports) => ({
  kind: 'number',
  indicator: target.indicator,
  target: placed(reports, target.report, target.range),
  result: result && placed(reports, result.report, result.range),
  verdict,
  sure,
});

const pledgeRowOf = ({ pledge, result, verdict, sure, repeated, alias }: TracedPledge, reports: Reports) => ({
  kind: pledge.kind,
  object: pledge.object,
  stage: pledge.stage,
  due: pledge.due,
  target: placed(reports, pledge.report, pledge.range),
  result: result && placed(reports, result.report, result.range),
  reached: result?.stage ?? null,
  verdict,
  sure,
  repeated: repeated && placed(reports, repeated.report, repeated.range),
  alias,
});
