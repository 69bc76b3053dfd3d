/** Half-width marks and the full-width ones that Chinese prose is set with. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};

const CHINESE = /[\u3400-\u9fff〇％％㎡“”‘’《》、。，；：！？（）…—]/;

/**
 * Shows half-width marks of Chinese prose as full-width, one for one, so that offsets do not change. A mark inside
 * a number or Latin text (`1,200`, `12:30`, `R(2)`) is left alone: one of its neighbours must be Chinese and the other
 * not Latin on both sides of it.
 */
export function typeset(text: string): string {
  return text.replace(/[,:;()?!]/g, (mark, index: number) =>
    isChineseMark(text, index) ? (FULL_WIDTH[mark] as string) : mark,
  );
}

/** Tells how many marks `typeset` changes. */
export const typesetCount = (text: string): number =>
  [...text.matchAll(/[,:;()?!]/g)].filter(({ index }) => isChineseMark(text, index)).length;

function isChineseMark(text: string, index: number): boolean {
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  if (CHINESE.test(before) || CHINESE.test(after)) return true;
  return /[%)\]]/.test(before) && (after === '' || after === '\n');
}
