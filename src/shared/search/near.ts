import type { Edit } from './edit';
import { editAfter, editBefore } from './edit';
import { sayAlike } from './homophone';
import { changesNumber, isNumeral } from './numeral';
import { pairSizes, placesOf } from './phrase';
import { listOf, listsOf } from './postings';
import type { Segment } from './segment';
import type { Spots } from './spots';
import { isDigit } from '../text';
import { isLetter } from './characters';
import { soundAlike } from './pinyin';

/** How good a near place is; smaller is better. Exact places count 0. */
const PENALTY = { homophone: 1, swapped: 2, homophones: 2, inside: 3, edge: 4 } as const;

export interface NearOptions {
  /**
   * Whether the first or last of three characters may be any other. It finds every 港口 for 港口费, so it is
   * asked for only when nothing better was found.
   */
  readonly looseEdges: boolean;
}

/**
 * Every place that a term of two or more characters nearly names and that no exact place overlaps: homophones
 * from two characters on, one wrong, missing, extra or two swapped characters from three on. Numbers are exact.
 */
export function nearSpots(segment: Segment, term: Uint16Array, exact: Spots, options: NearOptions): Spots {
  const letters = term.filter((unit) => !isDigit(unit)).length;
  if (letters < 2) return { starts: new Uint32Array(0), ends: new Uint32Array(0) };
  const found: number[] = [];
  const accept = (first: Edit | null): void => {
    const edit = first && settled(segment.units, term, first);
    if (edit !== null && !changesNumber(segment.units, term, edit)) {
      found.push(pack(edit.start, edit.end - edit.start - term.length, penaltyOf(segment.units, term, edit)));
    }
  };
  if (term.length >= 4) editsOfHalves(segment, term, accept);
  else if (term.length === 3) editsOfThree(segment, term, options.looseEdges, accept);
  sayAlike(segment, term, (start, differences) =>
    found.push(pack(start, 0, differences === 1 ? PENALTY.homophone : PENALTY.homophones)),
  );
  return arrange(Float64Array.from(found), term.length, exact);
}

/** A place as one number that sorts by start, then by penalty; an edit makes it at most one unit longer or shorter. */
const pack = (start: number, longer: number, penalty: number): number =>
  (start * 8 + penalty) * 4 + longer + 1;

/**
 * A mark or a number where the term's first or last character should stand is not that character written wrong:
 * the character is missing, and what stands there is left alone. A number asked for is another matter.
 */
function settled(text: Uint16Array, term: Uint16Array, edit: Edit): Edit {
  const { kind, at, textAt } = edit;
  if (kind !== 'wrong' || (at > 0 && at < term.length - 1) || isNumeral(term[at] ?? 0)) return edit;
  const found = text[textAt] ?? 0;
  if (isLetter(found) && !changesNumber(text, term, edit)) return edit;
  return at === 0
    ? { ...edit, kind: 'missing', textAt: textAt + 1, start: textAt + 1 }
    : { ...edit, kind: 'missing', end: textAt };
}

function penaltyOf(text: Uint16Array, term: Uint16Array, { kind, at, textAt }: Edit): number {
  if (kind === 'swapped') return PENALTY.swapped;
  if (kind === 'wrong' && soundAlike(term[at] ?? 0, text[textAt] ?? 0)) return PENALTY.homophone;
  return kind !== 'extra' && (at === 0 || at === term.length - 1) ? PENALTY.edge : PENALTY.inside;
}

/**
 * One edit leaves the part before it or the part after it whole, wherever the term is cut in two; the cut that
 * leaves the fewest places to check is taken. Only two characters swapped across the cut break both parts.
 */
function editsOfHalves(segment: Segment, term: Uint16Array, accept: (edit: Edit | null) => void): void {
  const { units } = segment;
  const cut = bestCut(pairSizes(segment.postings, term));
  const heads = placesOf(segment, term.subarray(0, cut));
  for (let index = 0; index < heads.length; index++) {
    const start = heads[index] ?? 0;
    const next = start + cut;
    if (isNear(units[next], units[next + 1], term[cut], term[cut + 1]))
      accept(editAfter(units, start, term, cut));
  }
  const tails = placesOf(segment, term.subarray(cut));
  for (let index = 0; index < tails.length; index++) {
    const start = tails[index] ?? 0;
    if (!isNear(units[start - 1], units[start - 2], term[cut - 1], term[cut - 2])) continue;
    accept(editBefore(units, start + term.length - cut, term, term.length - cut));
  }
  const swapped = swappedAt(term, cut - 1);
  if (swapped !== null) {
    for (const start of placesOf(segment, swapped)) {
      accept({ kind: 'swapped', at: cut - 1, textAt: start + cut - 1, start, end: start + term.length });
    }
  }
}

/**
 * Tells whether one of the two nearest units of the text is one of the two nearest of the term. After any single edit
 * it is, and most places fail here at once.
 */
const isNear = (a?: number, b?: number, c?: number, d?: number): boolean =>
  a === c || a === d || b === c || b === d;

/** Where to cut so that the rarest pair of the head and that of the tail are rare together; both keep a pair. */
function bestCut(counts: Uint32Array): number {
  const size = counts.length + 1;
  const tails = new Uint32Array(size);
  tails.fill(0xffffffff);
  for (let at = counts.length - 1; at >= 0; at--)
    tails[at] = Math.min(counts[at] ?? 0, tails[at + 1] ?? 0xffffffff);
  let head = Infinity;
  let best = { cut: 2, cost: Infinity };
  for (let cut = 2; cut <= size - 2; cut++) {
    head = Math.min(head, counts[cut - 2] ?? 0);
    const cost = head + (tails[cut] ?? 0);
    if (cost < best.cost) best = { cut, cost };
  }
  return best.cut;
}

function swappedAt(term: Uint16Array, at: number): Uint16Array | null {
  if (term[at] === term[at + 1]) return null;
  const swapped = term.slice();
  swapped[at] = term[at + 1] ?? 0;
  swapped[at + 1] = term[at] ?? 0;
  return swapped;
}

/** Three characters have no half with a pair to look up on both sides, so each edit is looked up in its own way. */
function editsOfThree(
  segment: Segment,
  term: Uint16Array,
  loose: boolean,
  accept: (edit: Edit | null) => void,
): void {
  const { units } = segment;
  const [a = 0, b = 0, c = 0] = term;
  const strict = (edit: Edit | null): void => {
    if (edit !== null && (loose || penaltyOf(units, term, edit) !== PENALTY.edge)) accept(edit);
  };
  for (const start of placesOf(segment, term.subarray(0, 2))) strict(editAfter(units, start, term, 2));
  for (const start of placesOf(segment, term.subarray(1))) strict(editBefore(units, start + 2, term, 2));
  for (const start of placesOf(segment, Uint16Array.of(a, c))) accept(editAfter(units, start, term, 1));
  const swapped = swappedAt(term, 0);
  if (swapped !== null) {
    for (const start of placesOf(segment, swapped)) {
      accept({ kind: 'swapped', at: 0, textAt: start, start, end: start + 3 });
    }
  }
  for (const start of aroundAny(segment, a, b, c))
    accept({ kind: 'wrong', at: 1, textAt: start + 1, start, end: start + 3 });
}

/** Places of `a`, any one unit but `b`, and `c`: through the pairs that begin with `a`. */
function aroundAny(segment: Segment, a: number, b: number, c: number): readonly number[] {
  const starts: number[] = [];
  const { postings } = segment;
  const [begin, end] = listsOf(postings, a);
  for (let list = begin; list < end; list++) {
    const middle = postings.seconds[list] ?? 0;
    if (middle === b || middle === 0 || listOf(postings, middle, c) === -1) continue;
    for (const start of placesOf(segment, Uint16Array.of(a, middle, c))) starts.push(start);
  }
  return starts;
}

/** Ascending, without overlaps among themselves (the better stays) or with an exact place. */
function arrange(packed: Float64Array, size: number, exact: Spots): Spots {
  packed.sort();
  const starts = new Uint32Array(packed.length);
  const ends = new Uint32Array(packed.length);
  const penalties = new Uint8Array(packed.length);
  let count = 0;
  let passed = 0;
  for (const place of packed) {
    const start = Math.floor(place / 32);
    const penalty = Math.floor(place / 4) % 8;
    const end = start + size + (place % 4) - 1;
    while (passed < exact.starts.length && (exact.ends[passed] ?? 0) <= start) passed++;
    if ((exact.starts[passed] ?? Infinity) < end) continue;
    const overlaps = count > 0 && (ends[count - 1] ?? 0) > start;
    if (overlaps && (penalties[count - 1] ?? 0) <= penalty) continue;
    const slot = overlaps ? count - 1 : count++;
    starts[slot] = start;
    ends[slot] = end;
    penalties[slot] = penalty;
  }
  return {
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    penalties: penalties.subarray(0, count),
  };
}
