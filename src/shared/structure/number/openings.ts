/**
 * Where a number may begin in clean text: a digit of either width, or a Han numeral that opens a rank, a percentage
 * or a number written out. Coarse on purpose: one pass over the whole text, so that sentences without any cost nothing.
 */
const OPENING = /[\d０-９]|[第首百十千万亿零〇](?=[位分零〇一二两三四五六七八九十百千万亿])/g;

/** Answers, for ranges asked in ascending order, whether one holds an opening. */
export function openingsOf(clean: string): (start: number, end: number) => boolean {
  let next = -1;
  return (start, end) => {
    if (next < start) {
      OPENING.lastIndex = start;
      next = OPENING.exec(clean)?.index ?? Infinity;
    }
    return next < end;
  };
}
