import { rename, rm, writeFile } from 'node:fs/promises';
import type { Fault, Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';
import {
  PANEL_COLUMNS,
  PANEL_COLUMN_NAMES,
  SDMX_COLUMNS,
  judgeRows,
  sdmxRow,
  widePanel,
  type PanelRow,
} from '../shared/panel';
import { makePanelXlsx, type PanelCells } from '../paper/office/panel-xlsx';
import { csvHead, csvRows } from './csv';
import type { PanelForm } from './panel-forms';
import { byPlace } from './panel-spool';

/** Rows as they are read, one batch for each report. */
export type Batches = AsyncIterable<readonly PanelRow[]>;

interface Table {
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<readonly PanelCells[]>;
}

/** Writes a panel to its file, which has its name only when it is whole. A fault where the system refuses. */
export async function writePanel(form: PanelForm, batches: Batches): Promise<Result<string>> {
  const part = `${form.path}.part`;
  try {
    const judged = mapped(byPlace(`${form.path}.rows`, batches), judgeRows);
    await writeFile(part, piecesOf(form, await tableOf(form, judged)));
    await rename(part, form.path);
    return succeed(form.path);
  } catch (error) {
    await rm(part, { force: true });
    return fail(unwritable(form.path, error));
  }
}

/** The columns asked for. The wide form knows its rows only when all reports were read; it holds its own cells alone. */
async function tableOf(form: PanelForm, batches: Batches): Promise<Table> {
  if (form.wide === null)
    return form.sdmx
      ? { columns: SDMX_COLUMNS, batches: mapped(batches, (rows) => rows.map(sdmxRow)) }
      : { columns: PANEL_COLUMN_NAMES, batches };
  const wide = widePanel(form.wide);
  for await (const rows of batches) rows.forEach(wide.add);
  return { columns: wide.columns(), batches: once(wide.rows()) };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}

async function* mapped<A, B>(from: AsyncIterable<A>, change: (value: A) => B): AsyncGenerator<B> {
  for await (const value of from) yield change(value);
}

async function* piecesOf(
  { format }: PanelForm,
  { columns, batches }: Table,
): AsyncGenerator<string | Uint8Array> {
  if (format === 'xlsx') {
    const rows: PanelCells[] = [];
    for await (const batch of batches) rows.push(...batch);
    yield await makePanelXlsx({ columns, rows, notes: PANEL_COLUMNS });
    return;
  }
  if (format === 'csv') yield csvHead(columns);
  const textOf = format === 'csv' ? csvRows(columns) : jsonLines;
  for await (const rows of batches) if (rows.length > 0) yield textOf(rows);
}

const jsonLines = (rows: readonly PanelCells[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '那里只能读不能写',
  EISDIR: '这是一个文件夹',
  ENOSPC: '磁盘满了',
};

/** Says why a file or folder cannot be written. */
export function unwritable(path: string, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return {
    code: 'file-unwritable',
    subject: path,
    reason: error instanceof RangeError ? error.message : (REASONS[code] ?? '写不进去'),
    remedy: '请换一个位置或文件名再试；原有的文件没有动。',
    detail: String(error),
  };
}
