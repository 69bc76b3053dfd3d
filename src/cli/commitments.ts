import { rangeToRaw } from '../shared/parse';
import type { Commitment, Range, Report } from '../shared/report';
import { statedObservations } from '../shared/figures';
import { traceCommitments } from '../shared/commitments';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';

export const commitmentsUsage = `用法：duidu commitments [选项] [文件|文件夹|报告名]…

每个目标一行 JSON：indicator、target 和 result（report、start、end：数字或句子在原文里的位置；没有结果为 null）、
verdict（met 完成、missed 未完成、partly 部分完成、not-mentioned 未提及、different-scope 口径不同、
no-value 无数值、report-missing 报告缺失）、sure（false 为待确认）。不写文件就读自带的五份报告。

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
  const rows = traceCommitments(library).map((commitment) => {
    const row = rowOf(commitment, byId);
    return JSON.stringify(withReason ? { ...row, reason: commitment.reason } : row);
  });
  if (rows.length > 0) await print(rows.join('\n'));
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

function rowOf({ target, result, verdict, sure }: Commitment, reports: ReadonlyMap<string, Report>) {
  const placed = (report: string, range: Range) => {
    const source = reports.get(report);
    return { report, ...(source ? rangeToRaw(source, range) : range) };
  };
  return {
    indicator: target.indicator,
    target: placed(target.report, target.range),
    result: result && placed(result.report, result.range),
    verdict,
    sure,
  };
}
