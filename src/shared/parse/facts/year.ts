import { readFileName } from './file-name';
import { foundIn, type Found } from './plain';

interface Told {
  readonly headings: readonly string[];
  readonly head: readonly string[];
  readonly file: string;
  readonly date: Found<string> | null;
}

/** The year a report was given in: by its day, its headings, its head, or the file's name. */
export function findYear({ headings, head, file, date }: Told): Found<number> | null {
  if (date !== null) return { ...date, value: Number(date.value.slice(0, 4)) };
  const search = (texts: readonly string[], pattern: RegExp, add = 0): Found<number> | null => {
    const match = texts.map((text) => pattern.exec(text)).find((found) => found !== null);
    return match?.[1] === undefined ? null : foundIn(Number(match[1]) + add, match[0]);
  };
  return (
    search(
      headings,
      /(\d{4})年.{0,10}(?:总体要求|总体思路|重点工作|工作安排|工作部署|主要目标|主要任务|工作任务|目标任务|预期目标)/,
    ) ??
    search(headings, /(\d{4})年.{0,6}工作.{0,4}回顾/, 1) ??
    search(head, /(\d{4})年.{0,24}(?:工作报告|回顾|公报|预算|计划)/) ??
    readFileName(file).year
  );
}

/** The year a title looks back on: “——2022年全市经济社会发展亮点回顾”, “2025年国民经济和社会发展统计公报”. */
export function reviewedYear(titles: readonly string[]): number | null {
  const year = titles
    .map((title) => /(\d{4})年.{0,60}(?:回顾|综述|亮点|公报|执行情况)/.exec(title)?.[1])
    .find((found) => found !== undefined);
  return year === undefined ? null : Number(year);
}
