import { fold } from './fold';
import { isFurniture } from './lead';
import { characterPairs, type Pairs } from './likeness';
import type { Unit } from './unit';

/** Opens the terms a report explains at its end. */
const NOTES =
  /^[\s※*[（(〔【]*(?:附件?[一二三四\d]*[：:\s]*)?(?:《?政府工作报告》?)?(?:中?的?(?:有关|相关|部分))?(?:内容|用语)?(?:名词|术语|用语)(?:解释|注释|说明)/;

/** Opens what the page shows under a report. */
const PAGE =
  /^\s*(?:上一篇|下一篇|相关(?:新闻|阅读|推荐|文章|链接)|\d{2}-\d{2}\s*$)|本栏推荐|栏目推荐|阅读排行|标签云/;

/** Another report in a list of links. */
const LINK = /^\s*.{0,16}(?:19|20)\d{2}年.{0,12}政府工作报告\s*$/;

/** Several of them in one line. */
const LINKS = /(?:年.{0,12}政府工作报告.*?){3}/s;

/** Opens a note: its number, if any, and the term that it explains. */
const TERM = /^[\s〔[［【（(]*(?:\d{1,3}|注)?[\s〕\]］】）)、.．:：]*(.{2,30}?)(?:[：:]|，?(?:是指|即|指))/;

/** Neither stands in the first part of a report, where a list of contents may say the same words. */
const EARLIEST = 0.5;

/** Marks what stands behind a report: its notes, which explain and pair with notes only, and the rest of its page. */
export function markBackMatter(clean: string, units: readonly Unit[]): readonly Unit[] {
  let [notes, page] = [false, false];
  let [paragraph, term]: [number, Pairs] = [-1, []];
  return units.map((unit) => {
    const text = clean.slice(unit.range.start, unit.range.end);
    const late = unit.range.start > EARLIEST * clean.length;
    notes ||= late && NOTES.test(text);
    page ||= late && PAGE.test(text);
    if (notes && unit.paragraph !== paragraph) [paragraph, term] = [unit.paragraph, termOf(text) ?? term];
    const furniture = page || isFurniture(text) || (late && (LINK.test(text) || LINKS.test(text)));
    return notes || furniture ? { ...unit, notes, furniture, ...(notes ? { term } : {}) } : unit;
  });
}

function termOf(text: string): Pairs | null {
  const term = TERM.exec(text)?.[1];
  return term === undefined ? null : characterPairs(fold(term, 0, term.length).codes);
}
