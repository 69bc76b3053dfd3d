/** Kept characters with the raw offset of each UTF-16 unit: `raw[at[i]] === text[i]`. */
export interface Glyphs {
  readonly text: string;
  readonly at: readonly number[];
}

export const sliceGlyphs = ({ text, at }: Glyphs, start: number, end = text.length): Glyphs => ({
  text: text.slice(start, end),
  at: at.slice(start, end),
});

export function concatGlyphs(parts: readonly Glyphs[]): Glyphs {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const at: number[] = [];
  for (const part of parts) for (const offset of part.at) at.push(offset);
  return { text: parts.map((part) => part.text).join(''), at };
}

/** Leaves out the units whose index is in `dropped`; used for spaces once a line's kind is known. */
export function dropGlyphs({ text, at }: Glyphs, dropped: ReadonlySet<number>): Glyphs {
  if (dropped.size === 0) return { text, at };
  const kept: string[] = [];
  let start = 0;
  for (const index of dropped) {
    kept.push(text.slice(start, index));
    start = index + 1;
  }
  return { text: kept.join('') + text.slice(start), at: at.filter((_, index) => !dropped.has(index)) };
}

/** Columns a text takes in print, Han and full-width marks counting two: the measure a hard-wrapped source was cut to. */
export function printWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) > 0x2000 ? 2 : 1;
  return width;
}
