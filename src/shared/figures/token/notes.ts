import type { Report } from '../../report';

/** The title of an appendix that explains words. */
const TITLE =
  /^[\s（(【]*(?:附件?\s*[\d一二三]?\s*[:：]?\s*)?(?:有关|相关|部分|《?政府工作报告》?)*(?:名词|用语|术语|名词术语)(?:和相关用语)?(?:解释|注释|说明)|^\s*(?:注释|注)[：:\s]*$/;
/** A numbered note; three of them in a row are an appendix, one is not. */
const NOTE = /^\s*[〔[【](\d{1,3})[〕\]】]/;
const TITLE_LENGTH = 24;

/**
 * Index of the first paragraph of the notes that some reports append (名词解释); Infinity where there are none.
 * They explain words and repeat or describe, and state no results or targets of their own.
 */
export function notesStart({ paragraphs, clean }: Report): number {
  const textOf = (index: number): string => {
    const range = paragraphs[index]?.range;
    return range ? clean.slice(range.start, Math.min(range.end, range.start + TITLE_LENGTH)) : '';
  };
  const half = clean.length / 2;
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph || paragraph.range.start < half) continue;
    const text = textOf(index);
    const short = paragraph.range.end - paragraph.range.start <= TITLE_LENGTH;
    if (short && TITLE.test(text)) return index;
    if (NOTE.exec(text)?.[1] === '1' && countNotes(index, paragraphs.length, textOf) >= 3) return index;
  }
  return Infinity;
}

function countNotes(from: number, until: number, textOf: (index: number) => string): number {
  let notes = 0;
  for (let index = from; index < until && notes < 3; index++) if (NOTE.test(textOf(index))) notes++;
  return notes;
}
