import { findChrome, isClosed, isFinished, readNumbering } from '../parse';
import { columnOf, columnsOf, usualGutters, type PdfColumn } from './pdf-columns';
import { withoutHeads } from './pdf-heads';
import { mapLookAlikes } from './look-alikes';
import type { PdfLine, PdfPage } from './pdf-lines';
import { mapRadicals } from './radicals';
import type { RepairList } from './repairs';

/** First line of a paragraph, set in by so many sizes. */
const LEAST_INDENT = 0.8;
/** A line that ends so many sizes before the margin ends its paragraph. */
const SHORT = 1.6;
/** Share of a column's width that a heading leaves white. */
const HALF = 0.35;
const LEAST_SET_IN = 3;
/** Height of a line, in the column's usual ones, above which white space parts paragraphs. */
const WHITE = 1.5;
/** Share by which a heading's letters are larger than the text's. */
const OTHER_SIZE = 0.12;

interface Spot {
  readonly line: PdfLine;
  readonly column: PdfColumn;
  /** Usual distance of two lines of the column. */
  readonly pitch: number;
  /** Whether the column marks its paragraphs by setting them in. */
  readonly setIn: boolean;
}

/** Comes first: heads and buttons that a browser printed are known by their words, which it writes in radicals. */
const withTypedSigns = (pages: readonly PdfPage[], repairs: RepairList): readonly PdfPage[] =>
  pages.map((page) => ({
    ...page,
    items: page.items.map((item) => ({
      ...item,
      text: mapLookAlikes(mapRadicals(item.text, repairs), repairs),
    })),
  }));

/** Puts the pages of a PDF together into paragraphs, one a line; heads, columns and broken lines are listed as repairs. */
export function pdfText(pages: readonly PdfPage[], repairs: RepairList): string {
  const bare = withoutHeads(withTypedSigns(pages, repairs), repairs);
  const usual = usualGutters(bare);
  const columns = withSameMargins(
    bare.map((rows, page) => {
      const own = columnsOf(rows, usual);
      if (own.filter(({ lines }) => lines.length > 3).length > 1)
        repairs.note('columns', `第 ${String(page + 1)} 页`);
      return own;
    }),
  );
  const spots = columns.flatMap((column): readonly Spot[] => {
    const pitch = pitchOf(column);
    const indents = column.lines.filter(
      (line) => (line.left - column.left) / Math.max(1, line.size) >= LEAST_INDENT,
    );
    const setIn = indents.length >= LEAST_SET_IN;
    return column.lines.map((line) => ({ line, column, pitch, setIn }));
  });
  const paragraphs: string[] = [];
  let joined = 0;
  spots.forEach((spot, index) => {
    const before = spots[index - 1];
    if (before === undefined || (opens(before, spot) && !continuesMeeting(before, spot))) {
      paragraphs.push(`\u3000\u3000${spot.line.text}`);
      return;
    }
    const last = paragraphs.length - 1;
    const gap = /[A-Za-z0-9]$/.test(paragraphs[last] ?? '') && /^[A-Za-z]/.test(spot.line.text) ? ' ' : '';
    paragraphs[last] = `${paragraphs[last] ?? ''}${gap}${spot.line.text}`;
    joined += 1;
  });
  if (joined > 0) repairs.note('joined', `${String(joined)} 处`, joined);
  return paragraphs.join('\n');
}

const indentOf = ({ line, column }: Spot): number => (line.left - column.left) / Math.max(1, line.size);

/** “…在溪口县第九届人民代表大会 / 第一次会议上” is set in the middle of two lines. */
const continuesMeeting = (before: Spot, spot: Spot): boolean =>
  before.column === spot.column &&
  /年.*[日在].*届/.test(before.line.text) &&
  /^(?:.{0,12}会议上?|议?上)[）)]?$/.test(spot.line.text);

/** A button of the page below the text's last line, printed to the same margin. */
const isButton = (before: Spot, { line }: Spot): boolean =>
  isFinished(before.line.text) && findChrome([line.text])[0] === true;

/** “…圆满完成。 / （二）…” where nothing is set in: the last line of a paragraph may be a full one. */
const isNumberedHead = (before: Spot, { line }: Spot): boolean =>
  !before.setIn && isClosed(before.line.text) && /^chinese/.test(readNumbering(line.text)?.style ?? '');

/** Tells whether a line begins a paragraph. */
function opens(before: Spot, spot: Spot): boolean {
  if (isButton(before, spot) || isNumberedHead(before, spot)) return true;
  if (indentOf(spot) >= LEAST_INDENT) return true;
  const sameSize =
    Math.abs(before.line.size - spot.line.size) <= OTHER_SIZE * Math.max(before.line.size, spot.line.size);
  if (!sameSize) return true;
  if (before.column === spot.column && before.line.y - spot.line.y > WHITE * spot.pitch) return true;
  return endsShort(before) && (before.setIn ? !isFinished(before.line.text) : true);
}

/**
 * A line that ends well before the margin ends its paragraph; lines that stop in mid-sentence end a little before it
 * where a word or a quotation would not fit, and then only half a line is short enough.
 */
function endsShort({ line, column }: Spot): boolean {
  const room = (column.right - line.right) / Math.max(1, line.size);
  if (column.lines.length <= 1) return true;
  if (isFinished(line.text)) return room > SHORT;
  return room * Math.max(1, line.size) > (column.right - column.left) * HALF;
}

/** Pages of one column share the margins of the document: a page of short lines does not tell its own. */
function withSameMargins(pages: readonly (readonly PdfColumn[])[]): readonly PdfColumn[] {
  const { left, right } = columnOf(
    pages.flatMap((columns) => (columns.length === 1 ? (columns[0]?.lines ?? []) : [])),
  );
  return pages.flatMap((columns) =>
    columns.length === 1 ? columns.map((column) => ({ ...column, left, right })) : columns,
  );
}

function pitchOf({ lines }: PdfColumn): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? Infinity;
}
