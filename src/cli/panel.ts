import type { Fault } from '../shared/fault';
import { statedObservations } from '../shared/figures';
import { findDivision } from '../shared/places';
import { PANEL_COLUMNS, panelRows, type PanelRow } from '../shared/panel';
import type { Report } from '../shared/report';
import { sha256Of } from './digest';
import { readReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';
import { chooseForm, type PanelForm } from './panel-forms';
import { writePanel } from './panel-file';

export const panelUsage = `用法：duidu panel [选项] --out 文件 [文件|文件夹|报告名]…

把许多报告里的数写成一张面板表，供统计软件用：长表一数一行，宽表一地一年一行。逐篇读、逐篇写，几千篇也不多占内存。
文件名的后缀定格式：.csv（Excel、WPS、Stata、R、pandas 都能直接打开）、.jsonl、.xlsx。

  --out 文件      写到哪里
  --wide 指标     宽表：只要这些指标，写几次或用逗号隔开，各占一列
  --kind 类别     宽表里要 result（结果，默认）还是 target（目标）
  --measure 口径  宽表里要 level（水平，默认）、growth（增长）、share（占比）…
  --sdmx         按 SDMX-CSV 2.0 的列名写
  --columns      只说明各列是什么，不读报告`;

const OPTIONS = {
  out: { type: 'string' },
  wide: { type: 'string', multiple: true },
  kind: { type: 'string' },
  measure: { type: 'string' },
  sdmx: { type: 'boolean' },
  columns: { type: 'boolean' },
} as const;

/** Writes the figures of the given reports, or of the bundled ones, as a panel. */
export async function runPanel(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (!options.ok) return misused(options.fault);
  const { values, positionals } = options.value;
  if (values.columns === true) {
    const lines = Object.entries(PANEL_COLUMNS).map(([name, what]) => `${name.padEnd(20)}${what}`);
    await print(lines.join('\n'));
    return EXIT.done;
  }
  const form = chooseForm(values);
  return form.ok ? write(form.value, positionals) : misused(form.fault);
}

function misused(fault: Fault): number {
  printFaults([fault]);
  return EXIT.misused;
}

async function write(form: PanelForm, paths: readonly string[]): Promise<number> {
  const faults: Fault[] = [];
  const written = await writePanel(form, rowsByReport(paths, faults));
  if (!written.ok) faults.push(written.fault);
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

/** Rows report by report; what could not be read goes into the list. */
async function* rowsByReport(paths: readonly string[], faults: Fault[]): AsyncGenerator<readonly PanelRow[]> {
  for await (const { results, done, total } of readReports(paths)) {
    tellProgress(done, total);
    for (const result of results) {
      if (result.ok) yield rowsOf(result.value);
      else faults.push(result.fault);
    }
  }
}

/** One line that is written over, for a person who waits; a file or pipe gets none. */
function tellProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}／${total} 篇${done === total ? '\n' : ''}`);
}

const rowsOf = (report: Report): readonly PanelRow[] =>
  panelRows({
    report,
    observations: statedObservations(report),
    sha256: sha256Of(report.raw),
    placeCode: codeOf(report),
  });

const codeOf = ({ meta, clean }: Report): string | null =>
  meta.place === null ? null : (findDivision(meta.place, clean)?.code ?? null);
