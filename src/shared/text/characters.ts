const MARK = /^\p{M}/u;
const FIRST_MARK = 0x300;

const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const isMark = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= FIRST_MARK && MARK.test(text.slice(at, at + 2));

/** Finds the end of the character at an offset, with the marks that combine with it. */
export function characterEnd(text: string, at: number): number {
  let end = at + lengthAt(text, at);
  while (isMark(text, end)) end += lengthAt(text, end);
  return end;
}
