import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { fail, succeed, type Fault, type Result } from '../../../shared/fault';
import { MAX_CONTENT, type LibraryPort } from '../../../shared/host';
import {
  contentOf,
  libraryChange,
  readRecorded,
  replayLibrary,
  type OwnReport,
  type Stamp,
} from '../../../shared/library';

/** A report of one's own on its way to another computer, with all it is made of. */
export interface PackedReport {
  readonly report: OwnReport;
  readonly isBinned: boolean;
  readonly content: readonly Uint8Array[];
}

/** Everything of a computer in one file: the notes as their own backup file, the reports, and the bookmarks. */
export interface Packed {
  readonly notes: string;
  /** As the reader's bookmarks are kept; empty where there are none. */
  readonly bookmarks: string;
  readonly reports: readonly PackedReport[];
}

const NOTES = 'notes.jsonl';
const CATALOG = 'library.json';
const BOOKMARKS = 'bookmarks.json';
const contentName = (sha256: string): string => `content/${sha256}`;

const refusal = (name: string, reason: string): Fault => ({
  code: 'backup-refused',
  subject: `备份文件“${name}”`,
  reason,
  remedy: '什么也没有导入；请换一份备份，或在原来的电脑上重新导出',
});

const contentFor = async (
  library: LibraryPort,
  report: OwnReport,
): Promise<Result<readonly (readonly [string, Uint8Array])[]>> => {
  const content: (readonly [string, Uint8Array])[] = [];
  for (const sha256 of contentOf(report)) {
    const bytes = await library.get(sha256);
    if (!bytes.ok) return bytes;
    content.push([sha256, bytes.value]);
  }
  return succeed(content);
};

/** What goes to another computer. */
export interface ToSend {
  /** Null where there is nothing but notes. */
  readonly bytes: Uint8Array | null;
  /** Why reports were left out: the notes and the other reports go all the same. */
  readonly left: readonly Fault[];
}

/** Gives what a computer has, as one file. */
export const packLibrary = async (
  library: LibraryPort,
  { notes, bookmarks }: Pick<Packed, 'notes' | 'bookmarks'>,
): Promise<Result<ToSend>> => {
  const read = await library.read(0);
  if (!read.ok) return read;
  const catalog: Pick<PackedReport, 'report' | 'isBinned'>[] = [];
  const left: Fault[] = [];
  const files: Zippable = { [NOTES]: strToU8(notes) };
  for (const { report, binned } of replayLibrary(read.value).values()) {
    const content = await contentFor(library, report);
    if (!content.ok) {
      left.push(content.fault);
      continue;
    }
    catalog.push({ report, isBinned: binned !== null });
    // Documents are packed already.
    for (const [sha256, bytes] of content.value) files[contentName(sha256)] = [bytes, { level: 0 }];
  }
  if (catalog.length === 0 && bookmarks === '') return succeed({ bytes: null, left });
  if (bookmarks !== '') files[BOOKMARKS] = strToU8(bookmarks);
  files[CATALOG] = strToU8(JSON.stringify(catalog));
  return succeed({ bytes: zipSync(files), left });
};

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const packedOf = (files: Readonly<Record<string, Uint8Array>>, item: unknown): PackedReport | null => {
  const { report: listed, isBinned }: { readonly report?: unknown; readonly isBinned?: unknown } =
    typeof item === 'object' && item !== null ? item : {};
  const report = readRecorded({ report: listed });
  if (!report) return null;
  const content = contentOf(report).flatMap((sha256) => files[contentName(sha256)] ?? []);
  return content.length === contentOf(report).length
    ? { report, isBinned: isBinned === true, content }
    : null;
};

/** Opens a file of either kind: notes alone, or notes with reports. Nothing of a damaged one is taken. */
export const unpackLibrary = (name: string, bytes: Uint8Array): Result<Packed> => {
  if (!isPacked(bytes))
    return succeed({ notes: new TextDecoder().decode(bytes), bookmarks: '', reports: [] });
  try {
    const files = unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= MAX_CONTENT });
    const [notes, catalog] = [files[NOTES], files[CATALOG]];
    if (!notes || !catalog) return fail(refusal(name, '不是对读导出的备份'));
    const listed: unknown = JSON.parse(strFromU8(catalog));
    const reports = Array.isArray(listed) ? listed.map((item: unknown) => packedOf(files, item)) : [null];
    if (reports.includes(null)) return fail(refusal(name, '书架上的报告不完整，文件已损坏'));
    const marks = files[BOOKMARKS];
    return succeed({
      notes: strFromU8(notes),
      bookmarks: marks ? strFromU8(marks) : '',
      reports: reports.filter((report) => report !== null),
    });
  } catch {
    return fail(refusal(name, '内容与导出时不一样，已损坏'));
  }
};

/** The reports that are not on this computer yet, by id or by text. */
export const missingHere = async (
  library: LibraryPort,
  reports: readonly PackedReport[],
): Promise<Result<readonly PackedReport[]>> => {
  if (reports.length === 0) return succeed([]);
  const read = await library.read(0);
  if (!read.ok) return read;
  const kept = replayLibrary(read.value);
  const texts = new Set([...kept.values()].map(({ report }) => report.text));
  return succeed(reports.filter(({ report: { id, text } }) => !kept.has(id) && !texts.has(text)));
};

/** Puts reports of another computer on the shelf under their own ids, so that notes find them; answers how many. */
export const addReports = async (
  library: LibraryPort,
  reports: readonly PackedReport[],
  stamp: Stamp,
): Promise<Result<number>> => {
  for (const { report, isBinned, content } of reports) {
    const names = contentOf(report);
    for (const [place, bytes] of content.entries()) {
      const kept = await library.put(bytes);
      if (!kept.ok) return kept;
      if (kept.value !== names[place]) return fail(refusal(report.title, '内容与导出时不一样，已损坏'));
    }
    const added = await library.append(libraryChange('create', report, stamp));
    if (!added.ok) return added;
    const binned = isBinned
      ? await library.append(libraryChange('delete', report, stamp, added.value.id))
      : succeed(null);
    if (!binned.ok) return binned;
  }
  return succeed(reports.length);
};
