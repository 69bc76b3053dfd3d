import type { Range } from '../report';
import { characterEnd, dropInvisible, foldCharacter, isDigit } from '../text';
import { CLUSTER, DROPPED, SPACE, foldingTable, isWordUnit } from './characters';

/**
 * A text as search compares it: NFKC, one case, simplified characters, one form of each quote and dash, no
 * space except between two Latin words, no thousands separators, no invisible characters.
 */
export interface Shadow {
  readonly text: string;
  /** Start in the source of each shadow unit. */
  readonly from: Uint32Array;
  /** End in the source of each shadow unit; several units may come from one character (㎡ gives m2). */
  readonly to: Uint32Array;
}

/** A growable shadow; one is reused for a whole library, so that building an index allocates little. */
export interface ShadowBuffer {
  units: Uint16Array;
  from: Uint32Array;
  to: Uint32Array;
  length: number;
}

const COMMA = 0x2c;
const WIDE_COMMA = 0xff0c;
const WIDE_ZERO = 0xff10;
const GROUP = 3;

export const shadowBuffer = (capacity: number): ShadowBuffer => ({
  units: new Uint16Array(capacity),
  from: new Uint32Array(capacity),
  to: new Uint32Array(capacity),
  length: 0,
});

/** Reused by every call: to allocate three arrays costs more than to fold a paragraph. */
const scratch = shadowBuffer(1 << 12);

/** The shadow of a text, with the place in the text of every unit. */
export function normalise(text: string): Shadow {
  scratch.length = 0;
  appendShadow(scratch, text);
  return {
    text: textOf(scratch.units.subarray(0, scratch.length)),
    from: scratch.from.slice(0, scratch.length),
    to: scratch.to.slice(0, scratch.length),
  };
}

/** Where units of a text's shadow are in the text; good until the next text is opened. */
export function openOffsets(text: string): (start: number, end: number) => Range {
  scratch.length = 0;
  appendShadow(scratch, text);
  return (start, end) => ({ start: scratch.from[start] ?? 0, end: scratch.to[end - 1] ?? 0 });
}

/** The shadow alone. */
export function shadowOf(text: string): string {
  scratch.length = 0;
  appendShadow(scratch, text);
  return textOf(scratch.units.subarray(0, scratch.length));
}

/** The source range of a range of shadow units. An empty range has no place in the source. */
export const sourceRange = (shadow: Shadow, start: number, end: number): Range => ({
  start: shadow.from[start] ?? 0,
  end: shadow.to[end - 1] ?? 0,
});

/** Writes the shadow of `text` at the buffer's end. Offsets are those of `text`. */
export function appendShadow(buffer: ShadowBuffer, text: string): void {
  const table = foldingTable();
  const begin = buffer.length;
  let pending = false;
  reserve(buffer, text.length);
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const folded = table[code] ?? DROPPED;
    if (folded === SPACE) {
      pending = true;
      at++;
    } else if (folded === DROPPED || isThousandsSeparator(text, at, code)) {
      at++;
    } else if (folded === CLUSTER || table[text.charCodeAt(at + 1)] === CLUSTER) {
      const end = characterEnd(text, at);
      const piece = foldCharacter('search', dropInvisible(text.slice(at, end)));
      if (pending && piece !== '') {
        separate(buffer, begin, piece.charCodeAt(0), at);
        pending = false;
      }
      pushPiece(buffer, piece, at, end);
      reserve(buffer, text.length - end);
      at = end;
    } else {
      if (pending) separate(buffer, begin, folded, at);
      pending = false;
      push(buffer, folded, at, ++at);
    }
  }
}

/** A space is kept only where both its neighbours need it. */
function separate(buffer: ShadowBuffer, begin: number, next: number, at: number): void {
  const previous = buffer.length > begin ? (buffer.units[buffer.length - 1] ?? 0) : 0;
  if (isWordUnit(previous) && isWordUnit(next)) push(buffer, SPACE, at - 1, at);
}

function pushPiece(buffer: ShadowBuffer, units: string, start: number, end: number): void {
  reserve(buffer, units.length);
  for (let i = 0; i < units.length; i++) {
    const code = units.charCodeAt(i);
    if (code !== SPACE && code !== DROPPED) push(buffer, code, start, end);
  }
}

function push(buffer: ShadowBuffer, code: number, start: number, end: number): void {
  const at = buffer.length++;
  buffer.units[at] = code;
  buffer.from[at] = start;
  buffer.to[at] = end;
}

/** Makes room for so many units, each with a space before it. */
function reserve(buffer: ShadowBuffer, more: number): void {
  const needed = buffer.length + 2 * more;
  if (needed <= buffer.units.length) return;
  const capacity = 2 * needed;
  buffer.units = copyInto(new Uint16Array(capacity), buffer.units);
  buffer.from = copyInto(new Uint32Array(capacity), buffer.from);
  buffer.to = copyInto(new Uint32Array(capacity), buffer.to);
}

function copyInto<T extends Uint16Array | Uint32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

/**
 * A comma with one to three digits before it and exactly three after it: 5,205 but not 2022,2023. A full-width
 * comma groups full-width digits only: between others it is the pause of a sentence.
 */
function isThousandsSeparator(text: string, at: number, code: number): boolean {
  if (code !== COMMA && !(code === WIDE_COMMA && text.charCodeAt(at + 1) >= WIDE_ZERO)) return false;
  const before = digitsBefore(text, at);
  return before >= 1 && before <= GROUP && digitsAfter(text, at) === GROUP;
}

function digitsBefore(text: string, at: number): number {
  let count = 0;
  while (count <= GROUP && isDigitAt(text, at - 1 - count)) count++;
  return count;
}

function digitsAfter(text: string, at: number): number {
  let count = 0;
  while (count <= GROUP && isDigitAt(text, at + 1 + count)) count++;
  return count;
}

const isDigitAt = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && isDigit(foldingTable()[text.charCodeAt(at)] ?? 0);

const CHUNK = 8192;

/** Faster than spreading the units, which walks an iterator. */
const fromUnits = (units: Uint16Array): string =>
  String.fromCharCode.apply(null, units as unknown as number[]);

/** Units as a string. */
export function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += fromUnits(units.subarray(at, at + CHUNK));
  return text;
}
