/**
 * Characters that decide what a statement says: figures, and the words for up, down and not. In this genre one
 * changed digit, or 增 for 减, is another fact; anchoring never reads over such a difference.
 */
const DECISIVE = /[0-9.%‰〇零一二两三四五六七八九十百千万亿增减升降涨跌超未不无非]/;

/** Dearer than any limit, so that no alignment passes over a decisive character. */
const FORBIDDEN = 1_000_000;

const cost = (unit: string | undefined): number =>
  unit !== undefined && DECISIVE.test(unit) ? FORBIDDEN : 1;

export interface Fit {
  /** [start, end) in the text. */
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** The least errors of aligning the pattern so far with a text that ends at j, for j in [low, high]. */
interface Row {
  readonly errors: Float64Array;
  /** Where in the text the alignment that ends at j began. */
  readonly starts: Int32Array;
  low: number;
  high: number;
}

const emptyRow = (width: number): Row => ({
  errors: new Float64Array(width + 1).fill(Infinity),
  starts: new Int32Array(width + 1),
  low: 0,
  high: width - 1,
});

/** Moves the band of a row one character on; what lies outside it counts as impossible. */
function bound(row: Row, i: number, reach: number, length: number): void {
  row.low = Math.max(0, i - reach);
  row.high = Math.min(length, i + reach);
  row.errors[row.high + 1] = Infinity;
  if (row.low > 0) row.errors[row.low - 1] = Infinity;
}

/** A text with what leaving out each of its characters costs. */
interface Weighed {
  readonly text: string;
  readonly costs: readonly number[];
}

/** One character of the pattern further along every place in the band (Sellers' algorithm). */
function advance(last: Row, next: Row, unit: string, { text, costs }: Weighed): void {
  const own = cost(unit);
  for (let j = next.low; j <= next.high; j += 1) {
    const other = j > 0 ? costs[j - 1]! : Infinity;
    const kept = j > 0 ? last.errors[j - 1]! + (text[j - 1] === unit ? 0 : Math.max(own, other)) : Infinity;
    const dropped = last.errors[j]! + own;
    const added = j > 0 ? next.errors[j - 1]! + other : Infinity;
    const least = Math.min(kept, dropped, added);
    next.errors[j] = least;
    next.starts[j] =
      least === kept ? last.starts[j - 1]! : least === dropped ? last.starts[j]! : next.starts[j - 1]!;
  }
}

/**
 * Aligns a pattern with a text. `anywhere` lets it begin at any place; `start` holds it to the first character.
 * Only places whose offset differs from the pattern's by at most `reach` are looked at, so that a quote of
 * several pages costs no more than its length.
 */
function align(pattern: string, text: string, begins: 'anywhere' | 'start', reach: number): Row {
  const costs = text.split('').map(cost);
  const weighed: Weighed = { text, costs };
  let [last, next] = [emptyRow(text.length + 1), emptyRow(text.length + 1)];
  bound(last, 0, reach, text.length);
  for (let j = 0; j <= last.high; j += 1) {
    last.errors[j] = begins === 'anywhere' || j === 0 ? 0 : last.errors[j - 1]! + costs[j - 1]!;
    last.starts[j] = begins === 'anywhere' ? j : 0;
  }
  for (let i = 1; i <= pattern.length; i += 1) {
    bound(next, i, reach, text.length);
    advance(last, next, pattern[i - 1]!, weighed);
    [last, next] = [next, last];
  }
  return last;
}

/**
 * The stretch of `text` most like `pattern`, with at most `limit` characters changed, added or dropped. The text
 * must be a window that leaves `limit` characters on each side of the expected place.
 */
export function bestFit(pattern: string, text: string, limit: number): Fit | null {
  const reach = Math.max(0, text.length - pattern.length) + limit;
  const { errors, starts, low, high } = align(pattern, text, 'anywhere', reach);
  let end = low;
  for (let j = low; j <= high; j += 1) if (errors[j]! < errors[end]!) end = j;
  return errors[end]! <= limit ? { start: starts[end]!, end, errors: errors[end]! } : null;
}

/** Least number of changes that make `pattern` the beginning of `text`; Infinity where it is more than `limit`. */
export function leadingErrors(pattern: string, text: string, limit: number): number {
  const { errors, low, high } = align(pattern, text, 'start', limit);
  let least = Infinity;
  for (let j = low; j <= high; j += 1) least = Math.min(least, errors[j]!);
  return least <= limit ? least : Infinity;
}

/** The same, with `pattern` as the ending of `text`. */
export const trailingErrors = (pattern: string, text: string, limit: number): number =>
  leadingErrors(reverse(pattern), reverse(text), limit);

const reverse = (text: string): string => text.split('').reverse().join('');
