import type { Genre } from '../../report';
import type { ParagraphPiece } from '../pieces';
import { foundIn, type Found } from './plain';

const FULL_LENGTH = 6000;
/** Papers that go with the report, by the words of their title. */
const PAPERS: readonly (readonly [Genre, RegExp])[] = [
  ['统计公报', /统计公报/],
  ['计划报告', /(?:国民经济和社会发展|年度)?计划(?:执行|草案)[^。]{0,60}报告|计划报告/],
  ['预算报告', /(?:财政|总|部门)?(?:预算|决算)(?:执行|草案|安排|调整|（草案）)?[^。]{0,60}报告|预决?算报告/],
];

/** Gives what kind of text a report is, by its title, its address to the delegates and its length. */
export function findGenre(
  titles: readonly string[],
  pieces: readonly ParagraphPiece[],
  length: number,
): Found<Genre> {
  const title = titles.join('');
  for (const [genre, pattern] of PAPERS) {
    const words = /政府工作报告/.test(title) ? null : pattern.exec(title);
    if (words) return foundIn(genre, words[0]);
  }
  const digest = /解读|看点|图解/.exec(title);
  if (digest) return foundIn('解读', digest[0]);
  const address = pieces.find(({ glyphs }) => /^各位代表/.test(glyphs.text));
  if (address || length >= FULL_LENGTH * 2) return foundIn('全文', address ? '各位代表' : '');
  const survey = /回顾|综述|亮点|纪实/.exec(title);
  if (survey) return foundIn('综述', survey[0]);
  return length >= FULL_LENGTH && /工作报告/.test(title)
    ? foundIn('全文', '工作报告')
    : foundIn('摘编', '', false);
}
