import Papa from 'papaparse';
import { type Result, succeed } from '../shared/fault';
import { REFUSALS, type TableRows } from '../shared/import';
import { unpack, UNPACK_REFUSALS } from './archive';
import { hasTooManyTags } from './budget';
import type { ReadingContext } from './reading';

const PREVIEW = 20;
/** A sentence a row, a shelf of reports has some hundred thousand. */
const MOST_ROWS = 200_000;
const LEAST_COLUMNS = 2;
const MOST_COLUMNS = 500;
/** The head, and something below it. */
const LEAST_ROWS = 2;
const LONGEST_NAME = 20;
const KNOWN =
  /地区|省份|城市|区县|年份|年度|标题|正文|内容|全文|^(?:省|市|县|年|place|year|title|text|content|city|province)$/i;

/** The rows of a CSV where a text is one: a first row of known names over rows as wide; null for any other text. */
export function csvRows(text: string, named: boolean): TableRows | null {
  const { data } = Papa.parse<string[]>(text, { preview: PREVIEW, skipEmptyLines: true });
  const [header] = data;
  if (header === undefined || data.length < LEAST_ROWS) return null;
  if (header.length < LEAST_COLUMNS || header.length > MOST_COLUMNS) return null;
  // The first line of a text that is one long line has commas and known words, too, but no names.
  if (header.some((name) => name.length > LONGEST_NAME)) return null;
  const even = data.filter((row) => row.length === header.length).length >= data.length * 0.9;
  const known = header.filter((name) => KNOWN.test(name.trim())).length;
  if (!even || (known < 2 && !named)) return null;
  const rows = Papa.parse<string[]>(text, { preview: MOST_ROWS, skipEmptyLines: true }).data;
  return { header, rows: rows.slice(1) };
}

/** The rows of the first sheet of an Excel file. */
export async function xlsxRows(
  bytes: Uint8Array,
  { subject, mostBytes }: ReadingContext,
): Promise<Result<TableRows>> {
  const unpacked = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name), mostBytes);
  if (!unpacked.ok) return UNPACK_REFUSALS[unpacked.why](subject);
  if (hasTooManyTags(unpacked.members.map(({ bytes: part }) => part))) return REFUSALS.tooMuchMemory(subject);
  const decoder = new TextDecoder();
  if (unpacked.members.some(({ bytes: part }) => /<!DOCTYPE/i.test(decoder.decode(part.subarray(0, 2000)))))
    return REFUSALS.declared(subject);
  try {
    const { default: readXlsxFile } = await import('read-excel-file/universal');
    const sheets: unknown = await readXlsxFile(new Blob([bytes.slice()]));
    const data = firstSheet(sheets);
    const [header, ...rows] = data.map((row) => row.map(cellText));
    if (header === undefined) return REFUSALS.blank(subject);
    return succeed({ header, rows });
  } catch (error) {
    return REFUSALS.damaged(subject, String(error));
  }
}

/** Rows as the library gives them: of one sheet, or of every sheet with its name. */
function firstSheet(value: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) return [];
  const [first] = value as readonly unknown[];
  if (typeof first === 'object' && first !== null && 'data' in first)
    return first.data as readonly unknown[][];
  return value as readonly unknown[][];
}

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
        ? String(cell)
        : '';
