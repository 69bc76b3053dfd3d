import { shadowOf } from './normalise';
import { numberForms } from './number-forms';

/** One thing to look for, as the shadow has it. */
export interface QueryTerm {
  /** As the reader typed it, without quotes and signs. */
  readonly source: string;
  /** Its shadow; never empty. */
  readonly text: string;
  /** Between quotes: taken exactly, never as 近似. */
  readonly quoted: boolean;
  /** Shadows of the same with its numbers written otherwise (8% for 百分之八); none between quotes. */
  readonly spellings: readonly string[];
}

/** Terms of which one must be there: what stands around `|`. */
export type Alternatives = readonly QueryTerm[];

/** A parsed query: every group of `all` must be in the paragraph, no term of `none`. */
export interface Query {
  readonly source: string;
  readonly all: readonly Alternatives[];
  readonly none: readonly QueryTerm[];
  /** What of the source was not looked for, and why: Chinese sentences for the reader. */
  readonly notices: readonly string[];
}

/** More groups than a person types; the rest would only cost time. */
const MOST_GROUPS = 32;
const MOST_ALTERNATIVES = 16;
/** The longest paragraph of a report has about 2,000 characters. */
const LONGEST_QUERY = 10_000;

const QUOTES = '"“”„‟＂「」『』〝〞〟‘’‚‛\'＇';
const CLOSING: Readonly<Record<string, string>> = { '「': '」', '『': '』' };
const DASHES = '-－–—−';
/** Comes along where a reader copies from the verbatim source; the clean text has none. */
const BOLD = '**';
const BARS = '|｜';

interface Token {
  readonly kind: 'term' | 'bar' | 'minus';
  readonly text: string;
  readonly quoted: boolean;
}

const isSpace = (char: string): boolean => /\s/.test(char);
const isBreak = (char: string): boolean => char === '' || isSpace(char) || BARS.includes(char);

/**
 * Reads what the reader typed. A space means 并且, `|` 或者 between its neighbours (甲 乙|丙 is 甲 with 乙 or 丙),
 * `-词` at the start of a word 排除, quotes of any kind an exact phrase. Any string is a query.
 */
export function parseQuery(source: string): Query {
  const tokens = tokenise(joinLines(source.slice(0, LONGEST_QUERY).replaceAll(BOLD, ''))).map(asBar);
  const { all, none } = group(tokens);
  const notices = [
    ...(source.length > LONGEST_QUERY ? [`查询超过 ${LONGEST_QUERY} 字，只查了前面的部分。`] : []),
    ...(all.length > MOST_GROUPS ? [`查询超过 ${MOST_GROUPS} 个词，只查了前 ${MOST_GROUPS} 个。`] : []),
    ...(none.length > MOST_GROUPS ? [`排除的词超过 ${MOST_GROUPS} 个，只用了前 ${MOST_GROUPS} 个。`] : []),
    ...(all.some((group) => group.length > MOST_ALTERNATIVES)
      ? [`用“|”并列的词超过 ${MOST_ALTERNATIVES} 个，只查了前 ${MOST_ALTERNATIVES} 个。`]
      : []),
    ...(all.length === 0 && none.length > 0 ? ['只有排除的词，请再写一个要找的词。'] : []),
    ...(isOnlySigns(source, { all, none }) ? ['只有标点和符号，没有要找的字。请写一个词或一个数。'] : []),
  ];
  return {
    source,
    all: all.slice(0, MOST_GROUPS).map((group) => group.slice(0, MOST_ALTERNATIVES)),
    none: none.slice(0, MOST_GROUPS),
    notices,
  };
}

/** A quote or a bar alone asks for nothing; it is not a word that no report has. */
const isOnlySigns = (source: string, { all, none }: Pick<Query, 'all' | 'none'>): boolean =>
  source.trim() !== '' && all.length + none.length === 0;

/** Lines of a text that was pasted are one: a report breaks them anywhere, between two Latin words at a space. */
export const joinLines = (source: string): string =>
  source
    .trim()
    .replace(/[^\S\n]*\r?\n\s*/g, (gap, at: number, all: string) =>
      /[a-z]/i.test(all.charAt(at - 1)) && /[a-z]/i.test(all.charAt(at + gap.length)) ? ' ' : '',
    );

/** OR and 或 between two words are the bar. */
const asBar = (token: Token, at: number, { length }: readonly Token[]): Token =>
  token.kind === 'term' && !token.quoted && at > 0 && at < length - 1 && /^(?:OR|或|或者)$/.test(token.text)
    ? { ...token, kind: 'bar' }
    : token;

function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length;) {
    const char = source.charAt(at);
    if (isSpace(char)) at++;
    else if (BARS.includes(char)) {
      tokens.push({ kind: 'bar', text: char, quoted: false });
      at++;
    } else if (isMinus(source, at)) {
      tokens.push({ kind: 'minus', text: char, quoted: false });
      at++;
    } else {
      const { text, quoted, end } = readTerm(source, at);
      tokens.push({ kind: 'term', text, quoted });
      at = end;
    }
  }
  return tokens;
}

/** A dash excludes only where a word begins right after it and none ends right before it: 2018-2022 is a word. */
const isMinus = (source: string, at: number): boolean =>
  DASHES.includes(source.charAt(at)) &&
  isBreak(source.charAt(at - 1)) &&
  !isBreak(source.charAt(at + 1)) &&
  !DASHES.includes(source.charAt(at + 1));

/** A quote that is closed inside a word (“三个一批”项目) is text that was pasted, and its quotes are part of it. */
function readTerm(source: string, at: number): { text: string; quoted: boolean; end: number } {
  const open = source.charAt(at);
  if (QUOTES.includes(open)) {
    const close = closingQuote(source, at);
    if (close === -1) return { text: source.slice(at + 1), quoted: true, end: source.length };
    if (isBreak(source.charAt(close + 1)))
      return { text: source.slice(at + 1, close), quoted: true, end: close + 1 };
    const end = wordEnd(source, close + 1);
    return { text: source.slice(at, end), quoted: false, end };
  }
  const end = wordEnd(source, at);
  return { text: source.slice(at, end), quoted: false, end };
}

function closingQuote(source: string, at: number): number {
  const close = CLOSING[source.charAt(at)];
  for (let next = at + 1; next < source.length; next++) {
    const char = source.charAt(next);
    if (close === undefined ? QUOTES.includes(char) : char === close) return next;
  }
  return -1;
}

function wordEnd(source: string, at: number): number {
  let end = at;
  while (end < source.length && !isBreak(source.charAt(end))) end++;
  return end;
}

function group(tokens: readonly Token[]): { all: readonly Alternatives[]; none: readonly QueryTerm[] } {
  const all: QueryTerm[][] = [];
  const none: QueryTerm[] = [];
  /** The list the last word went to, where an alternative to it goes too. */
  let last: QueryTerm[] | null = null;
  tokens.forEach((token, at) => {
    const term = token.kind === 'term' ? toTerm(token) : null;
    if (term === null) return;
    const before = tokens[at - 1]?.kind;
    if (before === 'bar' && last !== null) last.push(term);
    else if (before === 'minus') (last = none).push(term);
    else if (before === 'term' && last !== null && finishesNumber(last, term))
      last.push(joinTerms(last.pop(), term));
    else all.push((last = [term]));
  });
  return { all: distinctBy(all.map(distinct), groupKey), none: distinct(none) };
}

function toTerm({ text, quoted }: Token): QueryTerm | null {
  const shadow = shadowOf(text);
  return shadow === ''
    ? null
    : { source: text, text: shadow, quoted, spellings: quoted ? [] : numberForms(shadow) };
}

const UNIT =
  /^(?:[%‰][^\d]*|个百分点|[万亿]?(?:元|吨|斤|人|户|亩|套|家|个|项|所|件|平方米|标箱|千瓦|人次)|公里|平方公里|m2|万m2|倍|位|年)$/;

/** `8 %` and `5205 万吨`, copied with the spaces a report sets around its numbers, are one term each. */
const finishesNumber = (last: readonly QueryTerm[], term: QueryTerm): boolean =>
  UNIT.test(term.text) && !term.quoted && /\d$/.test(last.at(-1)?.text ?? '');

function joinTerms(number: QueryTerm | undefined, sign: QueryTerm): QueryTerm {
  const text = `${number?.text ?? ''}${sign.text}`;
  return {
    source: `${number?.source ?? ''}${sign.source}`,
    text,
    quoted: number?.quoted ?? false,
    spellings: numberForms(text),
  };
}

const groupKey = (group: Alternatives): string => group.map(({ text }) => text).join('|');

const distinct = (terms: readonly QueryTerm[]): readonly QueryTerm[] => distinctBy(terms, ({ text }) => text);

const distinctBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item] as const)).values(),
];
