import type { Result } from '../shared/fault';
import {
  containerOf,
  type FileInput,
  guessMeta,
  type ImportedFile,
  type ImportOutcome,
  isMime,
  mapRadicals,
  offerOf,
  REFUSALS,
  RepairList,
  reportsOf,
  type StatedFacts,
  type TableOffer,
  type TableRows,
  type TableWish,
  wishedColumns,
} from '../shared/import';
import { unpack, UNPACK_REFUSALS } from './archive';
import { MOST_TEXT_BYTES } from './budget';
import { decodeText } from './decode';
import { readDoc } from './doc';
import { readDocx } from './docx';
import { isHtml, readHtml } from './html';
import { readPdf } from './pdf';
import type { Reading, ReadingContext } from './reading';
import { csvRows, xlsxRows } from './table-files';
import { readMht, readPlain, readRtfFile } from './text-files';

/** What the readers of formats need from the host they run in. */
export interface ImportOptions {
  /** Address of the folder of character maps of pdfjs-dist, ending in `/`: a URL in a browser, a path in Node. */
  readonly characterMaps: string;
  /** Most bytes that unpacking one file may give; 200 MB unless told. */
  readonly mostBytes?: number;
  /** What the reader says of a table's columns. */
  readonly columns?: TableWish;
  /** What opens a locked PDF; used for this one reading and kept nowhere. */
  readonly password?: string;
  /** Told which page of how many of a PDF is read. */
  readonly onPage?: (page: number, pages: number) => void;
}

const MOST_BYTES = 200 * 2 ** 20;
/** Largest file (S-18), in bytes. */
const MOST_FILE = 100 * 2 ** 20;
/** The longest report known has 40,000 characters, a volume of them all a few million. */
const MOST_CHARACTERS = 5_000_000;
/** Archives inside archives are opened once. */
const MOST_NESTED = 2;
/** The heads of a saved message are longer than a page's. Bytes. */
const PREVIEW = 8_000;

/**
 * Reads a file into source texts: one for most files, one a member for an archive, one a report for a table.
 * Never throws: what cannot be read is an outcome with its fault, and the other members are read all the same.
 */
export async function importFile(file: FileInput, options: ImportOptions): Promise<readonly ImportOutcome[]> {
  try {
    return await importNested(file, options, 0);
  } catch (error) {
    return [{ name: file.name, result: REFUSALS.damaged(file.name, String(error)) }];
  }
}

/** Gives what a table offers to be chosen from; null for a file that is none. */
export async function offerTable(file: FileInput, options: ImportOptions): Promise<TableOffer | null> {
  try {
    const { name, bytes } = file;
    const kind = containerOf(bytes);
    if (bytes.length > MOST_FILE || (kind !== 'zip' && kind !== 'text')) return null;
    if (kind === 'zip') {
      const table = hasMember(bytes, /^xl\//) ? await xlsxRows(bytes, contextOf(name, options)) : null;
      return table?.ok === true ? offerOf(table.value) : null;
    }
    const text = bytes.length > MOST_TEXT_BYTES ? null : decodeText(bytes)?.text;
    const rows =
      text === null || text === undefined || isHtml(text) || isMime(text)
        ? null
        : csvRows(text, isTableName(name));
    return rows && offerOf(rows);
  } catch {
    return null;
  }
}

const isTableName = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name);

const hasMember = (bytes: Uint8Array, pattern: RegExp): boolean => {
  let has = false;
  unpack(bytes, (member) => ((has ||= pattern.test(member)), false), MOST_BYTES);
  return has;
};

async function importNested(
  file: FileInput,
  options: ImportOptions,
  depth: number,
): Promise<readonly ImportOutcome[]> {
  const { name, bytes } = file;
  const refused = (result: Result<never>): readonly ImportOutcome[] => [{ name, result }];
  if (bytes.length === 0) return refused(REFUSALS.empty(name));
  if (bytes.length > Math.min(MOST_FILE, options.mostBytes ?? MOST_BYTES))
    return refused(REFUSALS.heavy(name));
  const context = contextOf(name, options);
  switch (containerOf(bytes)) {
    case 'picture':
      return refused(REFUSALS.picture(name));
    case 'program':
      return refused(REFUSALS.program(name));
    case 'pdf':
      return [outcome(file, await readPdf(bytes, context), context)];
    case 'ole':
      return [outcome(file, await readDoc(bytes, context), context)];
    case 'rtf':
      return bytes.length > MOST_TEXT_BYTES
        ? refused(REFUSALS.long(name))
        : [outcome(file, readRtfFile(bytes, context), context)];
    case 'zip':
      return importZip(file, options, depth);
    case 'text':
      return importText(file, options);
  }
}

const contextOf = (
  subject: string,
  { characterMaps, mostBytes = MOST_BYTES, password = '', onPage = () => undefined }: ImportOptions,
): ReadingContext => ({
  subject,
  repairs: new RepairList(),
  mostBytes,
  characterMaps,
  password: password === '' ? null : password,
  onPage,
});

/** A package of parts is a document, a table or a presentation; anything else is an archive of files. */
async function importZip(
  file: FileInput,
  options: ImportOptions,
  depth: number,
): Promise<readonly ImportOutcome[]> {
  const { name, bytes } = file;
  const context = contextOf(name, options);
  const names: string[] = [];
  unpack(bytes, (member) => (names.push(member), false), context.mostBytes);
  const has = (pattern: RegExp): boolean => names.some((member) => pattern.test(member));
  if (has(/^word\//)) return [outcome(file, await readDocx(bytes, context), context)];
  if (has(/^xl\//)) return importTable(file, await xlsxRows(bytes, context), 'xlsx', options);
  if (has(/^ppt\//)) return [{ name, result: REFUSALS.presentation(name) }];
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return [{ name, result: REFUSALS.openDocument(name) }];
  if (depth >= MOST_NESTED) return [{ name, result: REFUSALS.nested(name) }];
  return importMembers(file, options, depth);
}

const isLitter = (member: string): boolean =>
  /\/$|(?:^|\/)(?:__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|~\$)/i.test(member);

async function importMembers(
  file: FileInput,
  options: ImportOptions,
  depth: number,
): Promise<readonly ImportOutcome[]> {
  const { name, bytes } = file;
  const unpacked = unpack(bytes, (member) => !isLitter(member), options.mostBytes ?? MOST_BYTES);
  if (!unpacked.ok) return [{ name, result: UNPACK_REFUSALS[unpacked.why](name) }];
  if (unpacked.members.length === 0) return [{ name, result: REFUSALS.noMember(name) }];
  const outcomes: ImportOutcome[] = [];
  for (const member of unpacked.members) {
    const inner = { name: `${name} › ${member.name}`, bytes: member.bytes };
    outcomes.push(...(await importNested(inner, options, depth + 1)));
  }
  return outcomes;
}

/** Text is a page, a saved message, a table, or plain. */
function importText(file: FileInput, options: ImportOptions): Promise<readonly ImportOutcome[]> {
  const { name, bytes } = file;
  const context = contextOf(name, options);
  const first = new TextDecoder('latin1').decode(bytes.subarray(0, PREVIEW));
  // A saved message may hold pictures, and gives its page alone.
  if (bytes.length > MOST_TEXT_BYTES && !isMime(first))
    return Promise.resolve([{ name, result: REFUSALS.long(name) }]);
  const start = (isMime(first) ? null : decodeText(bytes.subarray(0, bytes.length & ~1))?.text) ?? first;
  const single = (result: Result<Reading>) => Promise.resolve([outcome(file, result, context)]);
  if (isHtml(start)) return single(readHtml(bytes, context));
  if (isMime(start)) return single(readMht(bytes, context));
  const rows = csvRows(start, isTableName(name));
  if (rows !== null) return Promise.resolve(importTable(file, { ok: true, value: rows }, 'csv', options));
  return single(readPlain(bytes, context));
}

function importTable(
  file: FileInput,
  table: Result<TableRows>,
  format: 'csv' | 'xlsx',
  options: ImportOptions,
): readonly ImportOutcome[] {
  if (!table.ok) return [{ name: file.name, result: table }];
  const columns = wishedColumns(table.value, options.columns ?? {});
  if (columns === null) return [{ name: file.name, result: REFUSALS.noReport(file.name) }];
  return reportsOf(table.value, columns).map((report) => {
    const name = `${file.name} › ${report.label}`;
    const head = report.title === '' || report.text.startsWith(report.title) ? '' : `${report.title}\n`;
    const reading = { text: head + report.text, format, encoding: null, pages: null, warnings: [] };
    return outcome(
      { name, bytes: file.bytes },
      { ok: true, value: reading },
      contextOf(name, options),
      report,
    );
  });
}

/** The outcome of one reading: radicals mapped, facts guessed, repairs listed. */
function outcome(
  { name, bytes }: FileInput,
  reading: Result<Reading>,
  { repairs }: ReadingContext,
  stated?: StatedFacts,
): ImportOutcome {
  if (!reading.ok) return { name, result: reading };
  const { text, format, encoding, pages, warnings } = reading.value;
  if (!/[\p{L}\p{N}]/u.test(text)) return { name, result: REFUSALS.blank(name) };
  if (text.length > MOST_CHARACTERS) return { name, result: REFUSALS.long(name) };
  const raw = mapRadicals(text, repairs);
  const imported: ImportedFile = {
    raw,
    origin: { name, format, encoding, size: bytes.length, pages },
    guesses: guessMeta(raw, name, stated),
    repairs: repairs.list,
    warnings,
  };
  return { name, result: { ok: true, value: imported } };
}
