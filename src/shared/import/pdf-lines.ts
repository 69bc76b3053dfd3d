/** A run of characters as a PDF sets it; x and y of its baseline's left end in points, y upwards. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
}

/** A line of one column. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Share of a font's size by which baselines of one line may differ. */
const SAME_LINE = 0.45;
/** Gaps, in sizes: from here on a space between Latin words, from there on a gap that parts words of Han. */
const WORD_GAP = 0.2;
const WIDE_GAP = 0.9;
const LATIN = /[A-Za-z0-9,.;:)]$/;
const LATIN_START = /^[A-Za-z0-9(]/;

/** Groups items into rows by their baselines, top to bottom, each from left to right. */
export function rowsOf(items: readonly PdfItem[]): readonly (readonly PdfItem[])[] {
  const sorted = items.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PdfItem[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - item.y) <= SAME_LINE * Math.max(first.size, item.size))
      row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Sets the items of a row into one line. */
export function lineOf(row: readonly PdfItem[]): PdfLine {
  let text = '';
  let right = -Infinity;
  for (const item of row) {
    const gap = right === -Infinity ? 0 : (item.x - right) / Math.max(1, item.size);
    if (gap > WIDE_GAP) text += '\u3000';
    else if (gap > WORD_GAP && LATIN.test(text) && LATIN_START.test(item.text)) text += ' ';
    text += item.text;
    right = Math.max(right, item.x + item.width);
  }
  const sizes = row.map(({ size }) => size).sort((a, b) => a - b);
  return {
    text: text.trim(),
    left: row[0]?.x ?? 0,
    right,
    y: row[0]?.y ?? 0,
    size: sizes[sizes.length >> 1] ?? 0,
  };
}
