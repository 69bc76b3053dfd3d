import type { Caveat } from '../../report';
import { isFinished } from '../marks';
import { chineseNumber } from '../numbering';
import { isOrdinalHeading } from '../phrases';
import type { ParagraphPiece } from '../pieces';
import type { Context, Finder } from './context';
import { nameSection, tailOf } from './context';

const LEAST_CLASS = 4;
const LEAST_LENGTH = 20;

const caveat = (start: number, end: number, reason: string): Caveat => ({
  type: 'truncated',
  range: { start, end },
  reason,
});

/** Sentences that stop in the middle, numbers that do not begin at one, headings with nothing below, lists shorter than announced. */
export const findTruncated: Finder = (context) => [
  ...continuedPages(context),
  ...openEnds(context),
  ...lostBeginnings(context),
  ...numberGaps(context),
  ...emptyHeadings(context),
  ...shortLists(context),
];

/** “(上接A5版)”: the text is only a part of what was printed. */
function continuedPages({ pieces, ranges }: Context): Caveat[] {
  return pieces.flatMap(({ kind, glyphs: { text } }, index) => {
    const match = /(上接|下转)\s*(第?[A-Z0-9一二三四五六七八九十]{1,4}版)/.exec(text);
    const range = ranges[index];
    if (kind !== 'byline' || !match || range === undefined) return [];
    const part = match[1] === '上接' ? '前面' : '后面';
    return [caveat(range.start, range.end, `这一篇${match[1]}${match[2]}，${part}的部分没有收进来。`)];
  });
}

/** A source or photographer named after the last sentence. */
const CREDIT = /(?<=[。！])[^。！]{0,24}(?:网|摄|公众号)$|来源[：:].*$/;

/** “责任单位：省教育厅，各州、市”: a list behind its label, which has no final mark. */
const LABELLED = /^[^，。；：:\d]{2,10}[：:][^。；]*$/;

/** Prose without a final mark, where prose of the same kind has one as a rule. */
function openEnds({ pieces, ranges, sections, outline: { sectionOf } }: Context): Caveat[] {
  const finished = finishedKinds(pieces);
  return pieces.flatMap((piece, index) => {
    const text = piece.glyphs.text.replace(CREDIT, '');
    const credited = text !== piece.glyphs.text && isFinished(text);
    if (credited || sections[sectionOf[index] ?? -1]?.role === 'front') return [];
    const open =
      piece.cut !== null ||
      (finished.has(kindKey(piece)) &&
        !isFinished(text) &&
        text.length >= LEAST_LENGTH &&
        /[，。；,;]/.test(text));
    const range = ranges[index];
    if (!open || range === undefined || /[”）)》]$/.test(text)) return [];
    if (piece.cut === null && (isOrdinalHeading(text) || LABELLED.test(text))) return [];
    const last = index === pieces.length - 1;
    const why = piece.cut ?? (last ? '全文到这里就断了' : '段末没有句号');
    return [caveat(range.end - tailOf(text).length, range.end, `“${tailOf(text)}”没有写完：${why}。`)];
  });
}

const kindKey = ({ kind, bullet }: ParagraphPiece): string => `${kind} ${bullet ?? ''}`;

/** Kinds of paragraph that mostly end with a final mark. */
function finishedKinds(pieces: readonly ParagraphPiece[]): Set<string> {
  const counts = new Map<string, { all: number; finished: number }>();
  for (const piece of pieces) {
    if (piece.kind !== 'prose' && piece.kind !== 'item') continue;
    const count = counts.get(kindKey(piece)) ?? { all: 0, finished: 0 };
    counts.set(kindKey(piece), {
      all: count.all + 1,
      finished: count.finished + (isFinished(piece.glyphs.text) ? 1 : 0),
    });
  }
  return new Set(
    [...counts].flatMap(([key, { all, finished }]) =>
      all >= LEAST_CLASS && finished * 2 > all ? [key] : [],
    ),
  );
}

/** The line after a cut that a bare quantity opens has lost its beginning too. */
function lostBeginnings({ pieces, ranges }: Context): Caveat[] {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    const range = ranges[index];
    if (
      (before?.cut ?? null) === null ||
      range === undefined ||
      piece.kind !== 'prose' ||
      !/^\d/.test(piece.glyphs.text)
    )
      return [];
    const clause = /^[^，。；,;]*/.exec(piece.glyphs.text)?.[0] ?? '';
    return [caveat(range.start, range.start + clause.length, `“${clause}”前面缺字，不知道说的是什么。`)];
  });
}

/** Numbered siblings that do not begin at one, or leave a number out that stands nowhere between them. */
function numberGaps({ pieces, ranges, outline: { drafts, sectionOf } }: Context): Caveat[] {
  const last = new Map<string, { value: number; first: number }>();
  const latest = new Map<string, number>();
  return drafts.flatMap(({ heading, parent, first }) => {
    const numbering = heading?.numbering;
    if (!heading || !numbering || sectionOf[first] === undefined || TERM.test(heading.text)) return [];
    const key = `${parent} ${numbering.style}`;
    const before = last.get(key);
    const continues = latest.get(numbering.style) === numbering.value - 1;
    latest.set(numbering.style, numbering.value);
    last.set(key, { value: numbering.value, first });
    const expected = before === undefined || numbering.value === 1 ? 1 : before.value + 1;
    if (numbering.value <= expected || continues) return [];
    const from = before?.first ?? drafts[parent ?? -1]?.first ?? first;
    const missing = numbering.label.replace(/[\d一二三四五六七八九十①-⑳]+/, '');
    const between = pieces
      .slice(from, first)
      .map(({ glyphs }) => glyphs.text)
      .join('\n');
    if (mentions(between, expected, missing)) return [];
    const start = ranges[first]?.start ?? 0;
    const what =
      before === undefined
        ? `这一组编号从${numbering.value}开始`
        : `编号从${before.value}跳到${numbering.value}`;
    return [caveat(start, start + heading.range.end, `${what}，缺第${expected}项，前面可能漏排了一段。`)];
  });
}

/** `“双随机”：…`: an explained term, numbered as the text mentions it. */
const TERM = /^[^。，]{1,24}[：:]/;

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Tells whether the missing number is there after all, in a place not read as a heading. */
const mentions = (text: string, value: number, shape: string): boolean =>
  shape === ''
    ? new RegExp(`(^|\\n)${value}[^\\d]`).test(text)
    : [String(value), NUMERALS[value] ?? ''].some(
        (numeral) =>
          numeral !== '' &&
          text.includes(shape.length === 1 ? numeral + shape : shape[0] + numeral + shape.slice(1)),
      );

/** A heading with nothing below it among brothers that have text. */
function emptyHeadings({ outline: { drafts, sectionOf }, ranges, pieces }: Context): Caveat[] {
  const filled = new Set(sectionOf.filter((section, index) => drafts[section]?.first !== index));
  const parents = new Set(drafts.map(({ parent }) => parent));
  return drafts.flatMap((draft, index) => {
    const { heading, first, parent, rank } = draft;
    const range = ranges[first];
    if (!heading || heading.runIn || range === undefined || filled.has(index) || parents.has(index))
      return [];
    if (/[。！]$/.test(pieces[first]?.glyphs.text ?? '')) return [];
    const brothers = drafts.filter(
      (other, at) => other.parent === parent && other.rank === rank && filled.has(at),
    );
    const kin =
      brothers.length > 0 ? brothers : drafts.filter((other, at) => other.rank === rank && filled.has(at));
    if (kin.length < 2 && brothers.length < 1) return [];
    return [caveat(range.start, range.end, `标题“${heading.text}”下面没有正文，内容可能漏排了。`)];
  });
}

const ANNOUNCED =
  /(?:以下|下面|抓好|做好)(?:这)?([一二三四五六七八九十]{1,2})(?:个方面|项|大|件)[^，。；,;]{0,8}[。：:]$/;

/** “重点抓好以下八个方面工作。” with fewer numbered parts after it. */
function shortLists({ pieces, ranges, outline: { drafts, sectionOf }, sections }: Context): Caveat[] {
  return pieces.flatMap((piece, index) => {
    const match = ANNOUNCED.exec(piece.glyphs.text);
    const section = sectionOf[index];
    const range = ranges[index];
    if (!match?.[1] || section === undefined || range === undefined) return [];
    const children = drafts.filter(({ parent, heading }) => parent === section && heading?.numbering);
    const announced = chineseNumber(match[1]);
    const rest = pieces.filter(
      (_, at) => at > index && sectionOf[at] !== undefined && isUnder(drafts, sectionOf[at], section),
    );
    const listed = rest.some(({ glyphs }) =>
      new RegExp(
        `[（(]${match[1]}[）)]|${match[1]}[是要、]|第${match[1]}|(?<!\\d)${announced}[.．、](?!\\d)`,
      ).test(glyphs.text),
    );
    if (children.length === 0 || children.length >= announced || listed) return [];
    const start = range.start + match.index;
    const reason = `原文说有${match[1]}项，${nameSection(sections[section])}只有${children.length}项，后面的可能漏排了。`;
    return [caveat(start, range.end, reason)];
  });
}

/** Tells whether a section is another one or lies below it. */
function isUnder(
  drafts: Context['outline']['drafts'],
  section: number | null | undefined,
  ancestor: number,
): boolean {
  if (section === null || section === undefined) return false;
  return section === ancestor || isUnder(drafts, drafts[section]?.parent, ancestor);
}
