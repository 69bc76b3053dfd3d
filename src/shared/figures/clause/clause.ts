import { HOLDS, setsAt } from '../signature';

/** A stretch of a compact sentence between two breaks, [start, end). */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** True where the clause stands in brackets and speaks of what is before them. */
  readonly aside: boolean;
  /** The mark before the clause; empty at the start. */
  readonly after: string;
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
]);
/** Characters a mark may close after; a text of open marks alone is thus not searched to its end from each. */
const LONGEST_QUOTE = 40;
const LONGEST_BRACKET = 17;

/** Splits at commas and full stops; brackets and quotes that hold no number of their own do not split. */
export function splitClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let aside = false;
  for (let at = 0; at < text.length; at++) {
    if (!(setsAt(text, at) & HOLDS.clause)) continue;
    const char = text.charAt(at);
    const skipped = skipTo(text, at, char);
    const bracket = char === '(' || char === ')';
    if (skipped > at) at = skipped;
    else if (bracket || !(isOpen(text, at) || isThousands(text, at) || isRatio(text, at))) {
      if (at > start) clauses.push(clauseOf(text, start, at, aside));
      start = at + 1;
      if (bracket) aside = char === '(';
    }
  }
  if (text.length > start) clauses.push(clauseOf(text, start, text.length, aside));
  return clauses;
}

const isOpen = (text: string, at: number): boolean => (setsAt(text, at) & HOLDS.quote) !== 0;

const clauseOf = (text: string, start: number, end: number, aside: boolean): Clause => ({
  start,
  end,
  aside,
  after: start > 0 ? text.charAt(start - 1) : '',
});

/** The end of a short quote or of brackets that hold no statement of their own; `at` where the mark splits or is plain. */
function skipTo(text: string, at: number, char: string): number {
  if (char !== '(' && !isOpen(text, at)) return at;
  const quote = QUOTES.get(char);
  const most = quote === undefined ? LONGEST_BRACKET : LONGEST_QUOTE;
  const inside = text.slice(at + 1, at + 1 + most);
  const length = inside.indexOf(quote ?? ')');
  const skips = length >= 0 && (quote !== undefined || isTransparent(inside.slice(0, length)));
  return skips ? at + 1 + length : at;
}

const isTransparent = (inner: string): boolean =>
  !/\d/.test(inner) && !/[,。;]|第[一二三四五六七八九十]/.test(inner);

/** 12.8:40.1:47.1 stays whole. */
const isRatio = (text: string, at: number): boolean =>
  text.charAt(at) === ':' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

const isThousands = (text: string, at: number): boolean =>
  text.charAt(at) === ',' &&
  /\d/.test(text.charAt(at - 1)) &&
  /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
