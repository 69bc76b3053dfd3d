/** Character classes the parser agrees on. White space never counts as a character of the text. */
const WHITE = /[\s\u200b]/;
const ASCII_SPACES: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32]);

/** White space by its character code; the common ranges are decided without the pattern. */
export function isWhite(code: number): boolean {
  if (code < 128) return ASCII_SPACES.has(code);
  if (code >= 0x3001 && code < 0xfe00) return false;
  return WHITE.test(String.fromCharCode(code));
}

export const WHITES = /[\s\u200b]/g;

export const HAN = /[\u3400-\u9fff〇]/;

/** Signs that newspapers and web pages set before a list item or a heading. */
export const BULLETS = '●◎◯○►▶▲◆◇■□★☆•▪◦➢';

const CLOSERS = '”’」』）)】》"';
const FINALS = '。！？!?；;：:…';
const FULL_STOPS = '。！？!?…';

/** Tells whether the last character before any closing quotes and brackets is one of `marks`; read from the end, since lines are many. */
function endsWithOneOf(text: string, marks: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && CLOSERS.includes(text[last] as string)) last -= 1;
  return last >= 0 && marks.includes(text[last] as string);
}

/** Ends with a mark after which a paragraph may end, closing quotes and brackets aside. */
export const isFinished = (text: string): boolean => endsWithOneOf(text, FINALS);

/** Ends with a mark that closes a sentence. */
export const isClosed = (text: string): boolean => endsWithOneOf(text, FULL_STOPS);

/** A quotation opened and not closed within the text. */
export const hasOpenQuote = (text: string): boolean => text.lastIndexOf('“') > text.lastIndexOf('”');

/** Numbers with a unit and nothing else: the figure of an infographic tile. */
export const isFigure = (text: string): boolean =>
  /^[约近超逾达]?\s*\d[\d.,，]*\s*[万亿千百]?\s*[^\d\s，。,;；：:、]{0,4}(以上|以内|左右)?$/.test(text) &&
  text.length <= 12;
