import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';
import { parseReport } from '../shared/parse';
import type { Catalog, CatalogEntry, Report } from '../shared/report';
import { readCatalog } from '../shared/report/catalog';
import { sha256Of } from './digest';
import { distinctIds, isReadable } from './file-names';
import { importHere } from './import-here';

/** What could be read, in the order asked for, and what could not. */
export interface Loaded {
  readonly reports: readonly Report[];
  readonly faults: readonly Fault[];
}

const FOLDER = fileURLToPath(new URL('../../resources/reports/', import.meta.url));

/** The bundled reports where no path is given; else each file, bundled id, or the files of a folder in name order. */
export async function loadReports(paths: readonly string[]): Promise<Loaded> {
  const reports: Report[] = [];
  const faults: Fault[] = [];
  for await (const { results } of readReports(paths))
    for (const result of results) {
      if (result.ok) reports.push(result.value);
      else faults.push(result.fault);
    }
  return { reports, faults };
}

/** What one file holds, and how many files of how many have been read with it. */
export interface FileRead<Value = Report> {
  readonly results: readonly Result<Value>[];
  readonly done: number;
  readonly total: number;
}

/** A file whose bytes have been read, before its reports are. */
export interface ReportFile {
  readonly path: string;
  readonly id: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly reports: () => Promise<readonly Result<Report>[]>;
}

/** Reads the same reports file by file, so that thousands need no more memory than one; paths that lead nowhere first. */
export const readReports = (paths: readonly string[]): AsyncGenerator<FileRead> =>
  readFiles(paths, ({ reports }) => reports());

/** Makes something of each file in turn; paths that lead nowhere first. */
export async function* readFiles<Value>(
  paths: readonly string[],
  read: (file: ReportFile) => Promise<readonly Result<Value>[]>,
): AsyncGenerator<FileRead<Value>> {
  const catalog = await loadCatalog();
  if (!catalog.ok) {
    yield { results: [catalog], done: 0, total: 0 };
    return;
  }
  const found = await Promise.all(paths.map((path) => filesOf(path, catalog.value)));
  const files =
    paths.length === 0 ? catalog.value.map(bundledFile) : found.flatMap((one) => (one.ok ? one.value : []));
  const total = files.length;
  yield { results: found.filter((one) => !one.ok), done: 0, total };
  const ids = distinctIds(files);
  for (const [index, path] of files.entries()) {
    const file = await openFile(path, ids[index] ?? path, catalog.value);
    yield { results: file.ok ? await read(file.value) : [file], done: index + 1, total };
  }
}

const bundledFile = ({ file }: CatalogEntry): string => join(FOLDER, file);

async function loadCatalog(): Promise<Result<Catalog>> {
  const file = join(FOLDER, 'catalog.json');
  try {
    return readCatalog(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({
      code: 'catalog-unreadable',
      subject: file,
      reason: '读不出来',
      remedy: '请重新安装对读，批注不受影响。',
      detail,
    });
  }
}

/** The bundled reports with their texts; those that cannot be read are left out. */
export async function bundledTexts(): Promise<readonly (readonly [CatalogEntry, string])[]> {
  const catalog = await loadCatalog();
  const texts: (readonly [CatalogEntry, string])[] = [];
  for (const entry of catalog.ok ? catalog.value : [])
    texts.push([entry, await readFile(bundledFile(entry), 'utf8').catch(() => '')]);
  return texts;
}

async function filesOf(path: string, catalog: Catalog): Promise<Result<string[]>> {
  const entry = catalog.find(({ id }) => id === path);
  try {
    const info = await stat(path);
    if (!info.isDirectory()) return succeed([path]);
    const names = (await readdir(path)).filter(isReadable).sort();
    if (names.length > 0) return succeed(names.map((name) => join(path, name)));
    return fail({
      code: 'folder-empty',
      subject: path,
      reason: '文件夹里没有能读的报告文件',
      remedy: '请换一个文件夹，或直接写文件名。',
    });
  } catch (error) {
    return entry ? succeed([bundledFile(entry)]) : fail(unreadable(path, error));
  }
}

async function openFile(path: string, id: string, catalog: Catalog): Promise<Result<ReportFile>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail(unreadable(path, error));
  }
  const sha256 = sha256Of(bytes);
  const entry = catalog.find((candidate) => candidate.sha256 === sha256);
  if (entry === undefined && path.startsWith(FOLDER))
    return fail({
      code: 'bundled-damaged',
      subject: path,
      reason: '内容与目录里的校验和不符，可能已损坏',
      remedy: '请重新安装对读，批注不受影响。',
    });
  return succeed({ path, id, sha256, reports: () => reportsIn({ path, id, bytes }, entry) });
}

/** Reads the reports of one file; a text that is byte for byte a bundled one gets the catalog's facts under any name. */
async function reportsIn(
  { path, id, bytes }: { readonly path: string; readonly id: string; readonly bytes: Uint8Array },
  entry: CatalogEntry | undefined,
): Promise<readonly Result<Report>[]> {
  const outcomes = await importHere({ name: path, bytes });
  return outcomes.map(({ name, result }) => {
    if (!result.ok) return result;
    const own = entry?.id ?? (outcomes.length > 1 ? `${id} › ${name.slice(path.length + 3)}` : id);
    return succeed(parseReport({ id: own, raw: result.value.raw, file: name }, entry));
  });
}

/** Why a file cannot be read. */
export function unreadable(path: string, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason =
    code === 'ENOENT' ? '没有这个文件或文件夹' : code === 'EACCES' ? '没有读取的权限' : '读不出来';
  return {
    code: 'file-unreadable',
    subject: path,
    reason,
    remedy: '请检查路径；不写文件就用自带的五份报告。',
    detail: String(error),
  };
}
