import { findPageMatter } from '../parse';
import { lineOf, type PdfItem, type PdfPage, rowsOf } from './pdf-lines';
import type { RepairList } from './repairs';

/** Rows from the top and the bottom of a page among which its heads and feet are looked for. */
const EDGE_ROWS = 3;
const LEAST_PAGES = 2;

type Row = readonly PdfItem[];

/** The rows of every page without running heads, feet, page numbers and print lines; each is listed. */
export function withoutHeads(pages: readonly PdfPage[], repairs: RepairList): readonly (readonly Row[])[] {
  const all = pages.map(({ items }) => rowsOf(items));
  const counts = new Map<string, number>();
  for (const rows of all)
    for (const shape of new Set(edgesOf(rows).map((row) => shapeOf(row))))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const least = Math.max(LEAST_PAGES, Math.ceil(all.length / 3));
  return all.map((rows) => {
    const edges = new Set(edgesOf(rows));
    return rows.filter((row) => {
      if (!edges.has(row)) return true;
      const { text } = lineOf(row);
      const [matter] = findPageMatter([{ text: text.replace(/\s+/g, ' ') }]);
      const repeated = (counts.get(shapeOf(row)) ?? 0) >= least && !/[。；]/.test(text);
      if (!matter && !repeated && !isBareNumber(text, row, rows)) return true;
      repairs.note(/https?:|\d+\s*\/\s*\d+$/.test(text) ? 'print-line' : 'page-head', text);
      return false;
    });
  });
}

const edgesOf = (rows: readonly Row[]): readonly Row[] => [
  ...rows.slice(0, EDGE_ROWS),
  ...rows.slice(Math.max(EDGE_ROWS, rows.length - EDGE_ROWS)),
];

/** Words with numbers made alike, and their height on the page in steps of a few points. */
const shapeOf = (row: Row): string => {
  const { text, y } = lineOf(row);
  return `${text.replace(/\d+/g, '#').replace(/\s/g, '')}|${String(Math.round(y / 6))}`;
};

/** A number alone on the last row. */
const isBareNumber = (text: string, row: Row, rows: readonly Row[]): boolean =>
  /^\d{1,4}$/.test(text) && row === rows.at(-1);
