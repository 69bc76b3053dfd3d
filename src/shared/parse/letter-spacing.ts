import type { Glyphs } from './glyphs';
import { dropGlyphs } from './glyphs';
import { HAN, isWhite } from './marks';

const LEAST_LETTERS = 6;
/** Share of the gaps between characters that are single spaces in a line set with letter-spacing. */
const SPACED_SHARE = 0.75;

/** Closes up a line whose characters are set apart one by one (一 、 2 0 2 5 年 工 作); wider gaps, which part words, stay. */
export function closeUp(glyphs: Glyphs): Glyphs {
  const { text, at } = glyphs;
  const spaces: number[] = [];
  let letters = 0;
  let han = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (isWhite(text.charCodeAt(index))) spaces.push(index);
    else {
      letters += 1;
      if (HAN.test(text[index] as string)) han += 1;
    }
  }
  if (letters < LEAST_LETTERS || han < 2 || spaces.length < (letters - 1) * SPACED_SHARE) return glyphs;
  const single = spaces.filter((index) => (at[index + 1] ?? 0) - (at[index - 1] ?? 0) === 2);
  return dropGlyphs(glyphs, new Set(single));
}
