import { isFinished } from './marks';

/** Lines that a printer or a browser sets on every page: numbers, running heads, addresses, dates of printing. */
export type PageMatter = 'page-mark' | 'page-head';

/** A line as the search for page matter sees it. */
export interface PageLine {
  /** Without white space at its ends; white space inside is one character each. */
  readonly text: string;
}

const LONGEST = 90;
const LEAST_RUN = 3;
/** Least number of lines of text on a page. */
const LEAST_PAGE = 3;
const LONGEST_HEAD = 40;
const TITLE_LINES = 12;
/** A page's number on a line of its own, with what decorates it: — 12 —, 第 3 页 共 9 页, 3/12, Page 3 of 12. */
const MARK =
  /^(?:[—–―－\-·•~～_=\s]+\d{1,4}[—–―－\-·•~～_=\s]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页\s*[,，/]?\s*第\s*\d{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/;
const BARE = /^\d{1,4}$/;
/** What a browser prints: an address, or a date with a title, and mostly n/m. */
const ADDRESS = /^(?:https?:\/\/|file:\/\/\/?|www\.)\S+(?:\s+\d{1,4}\s*[/／]\s*\d{1,4})?$/;
const PRINTED =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\/\d{1,2}\/\d{2,4})(?:[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)?\s+\S.{0,60}$/;
const COUNTED = /\s*\d{1,4}\s*[/／]\s*\d{1,4}$/;

const isMark = (text: string): boolean => text.length <= LONGEST_HEAD && MARK.test(text);

/** Tells whether a line is page matter by its own words: the number of a page, an address, a line of the browser's print. */
const byItself = (text: string): PageMatter | null => {
  if (isMark(text)) return 'page-mark';
  if (ADDRESS.test(text)) return 'page-head';
  return PRINTED.test(text) && COUNTED.test(text) ? 'page-head' : null;
};

/** The line with every number made one sign, so that heads that count pages are alike. */
const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ');

/**
 * Finds the lines of page matter; null for the others. What is told by repetition needs at least three pages whose
 * numbers rise, or a head that stands beside the pages' numbers or cuts sentences.
 */
export function findPageMatter(lines: readonly PageLine[]): readonly (PageMatter | null)[] {
  const texts = lines.map(({ text }) => text);
  const found = texts.map((text) => (text.length <= LONGEST ? byItself(text) : null));
  if (texts.length < LEAST_RUN * LEAST_PAGE) return found;
  for (const index of pageNumbers(texts, found)) found[index] = 'page-mark';
  for (const group of alike(texts, found)) {
    const kind = judge(group, texts, found);
    // Only a head without a page number can be the title.
    const same = group.every((index) => texts[index] === texts[group[0] ?? 0]);
    if (kind !== null) for (const index of group) if (!(same && isTitle(index, found))) found[index] = kind;
  }
  return found;
}

/** The title of the report, which running heads repeat: it stands among the first lines and beside no page number. */
const isTitle = (index: number, found: readonly (PageMatter | null)[]): boolean =>
  index < TITLE_LINES && (index === 0 || found[index - 1] === null) && (found[index + 1] ?? null) === null;

/** Bare numbers that count the pages: the longest run that rises by one; two are enough where they begin at one. */
function pageNumbers(texts: readonly string[], found: readonly (PageMatter | null)[]): readonly number[] {
  const bare = texts.flatMap((text, index) => (found[index] === null && BARE.test(text) ? [index] : []));
  const longest = bare.reduce<readonly number[]>((best, first) => {
    const run = runFrom(first, bare, texts);
    return run.length > best.length ? run : best;
  }, []);
  const least = Number(texts[longest[0] ?? -1]) === 1 ? LEAST_RUN - 1 : LEAST_RUN;
  return longest.length >= least && cuts(longest, texts, found) ? longest : [];
}

function runFrom(first: number, bare: readonly number[], texts: readonly string[]): readonly number[] {
  const run = [first];
  for (const index of bare) {
    const last = run.at(-1) ?? first;
    if (index > last + LEAST_PAGE && Number(texts[index]) === Number(texts[last]) + 1) run.push(index);
  }
  return run;
}

/** Those of a group that say the very same, where the group says different things: a head beside links to other years. */
const sameIn = (group: readonly number[], texts: readonly string[]): number[][] => {
  const said = [...new Set(group.map((index) => texts[index]))];
  if (said.length === 1) return [];
  return said
    .map((text) => group.filter((index) => texts[index] === text))
    .filter((same) => same.length >= LEAST_RUN);
};

/** Indices of short lines of one shape, at least two of each. */
function alike(texts: readonly string[], found: readonly (PageMatter | null)[]): number[][] {
  const groups = new Map<string, number[]>();
  texts.forEach((text, index) => {
    if (found[index] !== null || text.length > LONGEST_HEAD || BARE.test(text)) return;
    const shape = shapeOf(text);
    const group = groups.get(shape);
    if (group) group.push(index);
    else groups.set(shape, [index]);
  });
  const shapes = [...groups.values()].filter((group) => group.length >= LEAST_RUN - 1);
  return shapes.flatMap((group) => [group, ...sameIn(group, texts)]);
}

function judge(
  group: readonly number[],
  texts: readonly string[],
  found: readonly (PageMatter | null)[],
): PageMatter | null {
  const first = texts[group[0] ?? 0] ?? '';
  if (BARE.test(first) || /[。；;！？]/.test(first)) return null;
  const isSame = group.every((index) => texts[index] === first);
  if (group.length < LEAST_RUN) return isSame && isHeadOfTwo(group, texts, found) ? 'page-head' : null;
  if (/\d/.test(first) && !isSame)
    return areApart(group) && countsUp(group, texts) && cuts(group, texts, found) ? 'page-head' : null;
  if (!/[\u4e00-\u9fffA-Za-z]{2}/.test(first)) return null;
  const beside = group.filter(
    (index) => (found[index - 1] !== null && index > 0) || (found[index + 1] ?? null) !== null,
  );
  if (beside.length >= LEAST_RUN - 1 && beside.length * 2 >= group.length) return 'page-head';
  return areApart(group) && cuts(group, texts, found) && group.length >= LEAST_RUN ? 'page-head' : null;
}

/** Two pages only: each head stands beside a page's number, and one at least in the middle of a sentence. */
const isHeadOfTwo = (
  group: readonly number[],
  texts: readonly string[],
  found: readonly (PageMatter | null)[],
): boolean =>
  /[\u4e00-\u9fffA-Za-z]{2}/.test(texts[group[0] ?? 0] ?? '') &&
  group.every((index) => found[index - 1] === 'page-mark' || found[index + 1] === 'page-mark') &&
  cuts(group, texts, found);

/** No two of them on one page. */
const areApart = (group: readonly number[]): boolean =>
  group.every((index, at) => at === 0 || index - (group[at - 1] ?? 0) > LEAST_PAGE);

/** The last number of each is one more than that of the one before, most of the way. */
function countsUp(group: readonly number[], texts: readonly string[]): boolean {
  const numbers = group.map((index) => numbersIn(texts[index] ?? ''));
  const width = numbers[0]?.length ?? 0;
  if (numbers.some(({ length }) => length !== width)) return false;
  return Array.from({ length: width }).some((_, column) => {
    const values = numbers.map((row) => row[column] ?? 0);
    const steps = values.slice(1).filter((value, at) => value === (values[at] ?? 0) + 1);
    return steps.length >= values.length - 1 - Math.floor(values.length / 8);
  });
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** At least a third of them stand in the middle of a sentence. */
function cuts(
  group: readonly number[],
  texts: readonly string[],
  found: readonly (PageMatter | null)[],
): boolean {
  const members = new Set(group);
  const cut = group.filter((index) => {
    let before = index - 1;
    while (before >= 0 && (found[before] !== null || members.has(before))) before -= 1;
    const text = texts[before] ?? '';
    return text !== '' && !isFinished(text) && text.length >= 12;
  });
  return cut.length * 3 >= group.length;
}
