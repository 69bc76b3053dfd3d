import { succeed, type Fault, type Result } from '../shared/fault';
import { statedObservations } from '../shared/figures';
import { findDivision } from '../shared/places';
import { PANEL_COLUMNS, panelRows, type PanelRow } from '../shared/panel';
import type { Report } from '../shared/report';
import { sha256Of } from './digest';
import { readFiles, type ReportFile } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';
import { chooseForm, type PanelForm } from './panel-forms';
import { openPanelCache, type PanelCache } from './panel-cache';
import { unwritable, writePanel } from './panel-file';

export const panelUsage = `用法：duidu panel [选项] --out 文件 [文件|文件夹|报告名]…

把许多报告里的数写成一张面板表，供统计软件用：长表一数一行，宽表一地一年一行。逐篇读、逐篇写，几千篇也不多占内存。
文件名的后缀定格式：.csv（Excel、WPS、Stata、R、pandas 都能直接打开）、.jsonl、.xlsx。

  --out 文件      写到哪里
  --wide 指标     宽表：只要这些指标，写几次或用逗号隔开，各占一列
  --kind 类别     宽表里要 result（结果，默认）还是 target（目标）
  --measure 口径  宽表里要 level（水平，默认）、growth（增长）、share（占比）…
  --sdmx         按 SDMX-CSV 2.0 的列名写
  --cache 文件夹  把读过的记在这里，没有改动的文件下次不必再读
  --columns      只说明各列是什么，不读报告`;

const OPTIONS = {
  out: { type: 'string' },
  wide: { type: 'string', multiple: true },
  kind: { type: 'string' },
  measure: { type: 'string' },
  sdmx: { type: 'boolean' },
  cache: { type: 'string' },
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
  return form.ok ? write(form.value, positionals, values.cache) : misused(form.fault);
}

function misused(fault: Fault): number {
  printFaults([fault]);
  return EXIT.misused;
}

async function write(form: PanelForm, paths: readonly string[], folder?: string): Promise<number> {
  const faults: Fault[] = [];
  const cache = await cacheIn(folder);
  if (!cache.ok) return misused(cache.fault);
  const written = await writePanel(form, rowsByReport(paths, cache.value, faults));
  if (!written.ok) faults.push(written.fault);
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

async function cacheIn(folder: string | undefined): Promise<Result<PanelCache | null>> {
  try {
    return succeed(folder === undefined ? null : await openPanelCache(folder));
  } catch (error) {
    return { ok: false, fault: unwritable(folder ?? '', error) };
  }
}

type Rows = readonly PanelRow[];

/** Rows report by report; what could not be read goes into the list. */
async function* rowsByReport(
  paths: readonly string[],
  cache: PanelCache | null,
  faults: Fault[],
): AsyncGenerator<Rows> {
  for await (const { results, done, total } of readFiles(paths, (file) => rowsIn(file, cache))) {
    tellProgress(done, total);
    for (const result of results) {
      if (result.ok) yield result.value;
      else faults.push(result.fault);
    }
  }
}

/** The rows of each report of a file, as they were made before or anew. */
async function rowsIn(file: ReportFile, cache: PanelCache | null): Promise<readonly Result<Rows>[]> {
  const known = await cache?.get(file);
  if (known) return known.map(succeed);
  const made = (await file.reports()).map((report) => (report.ok ? succeed(rowsOf(report.value)) : report));
  const rows = made.flatMap((result) => (result.ok ? [result.value] : []));
  // A full disk costs the next run its time, and this one nothing.
  if (rows.length === made.length) await cache?.put(file, rows).catch(() => undefined);
  return made;
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
