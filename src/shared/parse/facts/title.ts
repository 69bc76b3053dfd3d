import { foundIn, type Found } from './plain';

const REPORTS: readonly RegExp[] = [/政府工作报告$/, /工作报告$/, /统计公报$/, /(?:计划|预算|决算).*报告$/];
const LONGEST = 60;

/** The line that says what the paper is, else the first that is no subtitle; a subtitle run on to it is cut off. */
export function findTitle(front: readonly string[], titles: readonly string[]): Found<string> | null {
  const plain = front.map((text) =>
    text
      .replace(/^标题[：:]/, '')
      .replace(/\s*[—–―]{1,2}\s*\d{4}年.*$/, '')
      .trim(),
  );
  const short = plain.filter((text) => text.length <= LONGEST && !/[。，；]/.test(text));
  for (const pattern of REPORTS) {
    const report = short.find((text) => pattern.test(text));
    if (report !== undefined) return foundIn(report, report);
  }
  const first = titles.find((title) => title.length >= 4 && !/^[—–―(（]/.test(title));
  return first === undefined ? null : foundIn(first, first, false);
}
