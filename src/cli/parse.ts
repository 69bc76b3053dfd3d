import { rangeToRaw } from '../shared/parse';
import type { Range, Report } from '../shared/report';
import { CAVEAT_LABELS } from '../shared/report';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, printFaults, printJson } from './output';

export const parseUsage = `用法：duidu parse [文件|文件夹|报告名]…

把报告解析成 JSON：meta、sections、paragraphs、removed、caveats。文件可以是文本（UTF-8、GB18030、Big5、UTF-16）、
Word（.docx、.doc、.wps）、带文字的 PDF、网页（.html、.mht）、表格（.csv、.xlsx）、RTF、Markdown 或装着它们的 .zip。
start、end 是原文里的位置（按 UTF-16 计）。不写文件就解析自带的五份报告。`;

/** Prints one report as an object, several or the bundled ones as an array. */
export async function runParse(args: readonly string[]): Promise<number> {
  const options = readOptions(args, {});
  if (!options.ok) {
    printFaults([options.fault]);
    return EXIT.misused;
  }
  const { positionals } = options.value;
  const { reports, faults } = await loadReports(positionals);
  const outputs = reports.map(describe);
  if (outputs.length > 0)
    await printJson(positionals.length === 1 && outputs.length === 1 ? outputs[0] : outputs);
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

/** A report as the command line shows it, every range in the raw text. */
function describe(report: Report) {
  const raw = (range: Range): Range => rangeToRaw(report, range);
  return {
    meta: report.meta,
    sections: report.sections.map(({ heading, number, level, role, period, topic, range }) => ({
      heading,
      number,
      level,
      role,
      period,
      topic,
      ...raw(range),
    })),
    paragraphs: report.paragraphs.map(({ kind, range }) => ({
      text: report.clean.slice(range.start, range.end),
      kind,
      ...raw(range),
    })),
    removed: report.removals.map(({ text, reason, range }) => ({ text, reason, ...range })),
    caveats: report.caveats.map(({ type, reason, range }) => ({
      type,
      label: CAVEAT_LABELS[type],
      reason,
      ...raw(range),
    })),
  };
}
