import type { Bound, Measure } from '../../report';
import { boundOf } from '../bound/bound';
import { fallOf, measureOf, namedMeasure } from '../measure/measure';
import { saysEach } from '../name/distribute';
import { emptyMemory, type Memory } from '../name/memory';
import { nameOne, nameRun, type Site } from '../name/naming';
import { scanNumbers } from '../number/scan';
import type { NumberToken } from '../number/token';
import { isQuantity, nameSpans } from '../token/quantity';
import { splitClauses, type Clause } from './clause';

/** One number of a sentence with its name; offsets are into the compact text. */
export interface Statement {
  readonly token: NumberToken;
  readonly name: string;
  readonly measure: Measure;
  readonly bound: Bound;
  /** Shortest stretch that holds the number and what it is about, [start, end). */
  readonly quote: readonly [number, number];
  readonly clause: Clause;
  /** True for the first number of 由 A 提高至 B. */
  readonly from: boolean;
}

const JOIN = /^(?:、|和|与|及|以及|,)$/;
/** 分别升至世界第二、世界第三. */
const RANK_JOIN = /^[、和](?:世界|全球|全国|全省|全市)$/;
const FROM = /(?:由|从)[^,。;]{0,24}$/;
const MOVES =
  /^(?:的)?[^,。;]{0,4}(?:提高|增长|增加|上升|提升|下降|降|减少|扩大|发展|压缩|缩短|缩小|拓展|跃升|达到|到|至|升)/;
const QUOTE_REACH = 60;
/** Words that only say that a value is reached or aimed at. */
const REACHES = /^[、，,]?(?:并|在执行中|力争|争取|实际|预计|确保|努力)*(?:达到?|完成|超过|为)?(?:了|约)?$/;

/** Reads all statements of a compact sentence. `label` is what the neighbourhood calls a number that stands alone. */
export function readStatements(text: string, label: () => string): readonly Statement[] {
  const spans = nameSpans(text);
  const tokens = scanNumbers(text).filter((token) => isQuantity(text, token, spans));
  if (tokens.length === 0) return [];
  const memory = emptyMemory();
  const statements: Statement[] = [];
  let next = 0;
  let lead = '';
  for (const clause of splitClauses(text)) {
    if (clause.after === ';') memory.topic = '';
    const own: NumberToken[] = [];
    for (let token = tokens[next]; token && token.head < clause.end; token = tokens[next]) {
      own.push(token);
      next++;
    }
    if (own.length > 0) {
      statements.push(...readClause(text, clause, own, memory, () => lead || label()));
      lead = '';
    } else if (!clause.aside) lead = text.slice(clause.start, clause.end);
  }
  return statements;
}

/** Names the numbers of a clause in order; numbers in a row (12.7%、8.1%、6.6%) share the words before them. */
function readClause(
  text: string,
  clause: Clause,
  tokens: readonly NumberToken[],
  memory: Memory,
  fallback: () => string,
): readonly Statement[] {
  const statements: Statement[] = [];
  let from = clause.start;
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as NumberToken;
    const left = ownWords(text.slice(from, token.head), i);
    const length = runLength(text, tokens, i, left);
    const names =
      length > 1 ? namesOf(text, clause, tokens.slice(i, i + length), left, memory, fallback) : null;
    if (names) {
      names.forEach((name, k) => {
        const one = tokens[i + k] as NumberToken;
        const shared = k > 0 && saysEach(left) ? sharedBound(text, token, one) : one;
        statements.push(stateOf(text, clause, shared, left, name, false, memory));
      });
      i += length;
      from = tokens[i - 1]?.tail ?? from;
      continue;
    }
    const site = siteOf(text, clause, tokens, i, left);
    const naming = nameOne(site, memory, fallback);
    for (const name of naming.names)
      statements.push(stateOf(text, clause, token, left, name, naming.taken > 0, memory));
    from = nextStart(token.tail, site.right, naming.taken);
    i++;
  }
  return statements;
}

/** 分别突破70和50亿元: the word before the first number bounds them all. */
const sharedBound = (text: string, first: NumberToken, token: NumberToken): NumberToken =>
  token.bound === '=' && first.bound === '=' ? { ...token, bound: boundOf(text, first) } : token;

/** After a number, what stands before a list mark still belongs to that number (14万亿元新台阶、连续36年居首位). */
const ownWords = (left: string, index: number): string => {
  const mark = index > 0 ? left.indexOf('、') : -1;
  return mark > 0 && !/[“(]/.test(left.slice(0, mark)) ? left.slice(mark) : left;
};

function runLength(text: string, tokens: readonly NumberToken[], at: number, left: string): number {
  let last = at;
  const joins = tokens[at]?.unitClass === 'rank' && saysEach(left) ? RANK_JOIN : JOIN;
  for (; last + 1 < tokens.length; last++) {
    const between = text.slice(tokens[last]?.tail, tokens[last + 1]?.head);
    if (!JOIN.test(between) && !joins.test(between)) break;
  }
  return last - at + 1;
}

/** Names of numbers in a row; several of one unit under one name (分别提高70.7%、54.8%) all take it. */
function namesOf(
  text: string,
  clause: Clause,
  run: readonly NumberToken[],
  left: string,
  memory: Memory,
  fallback: () => string,
): readonly string[] | null {
  const listed = nameRun(left, run.length, memory, clause.start, fallback);
  const [first] = run;
  if (listed || !first || run.some(({ unit }) => unit !== first.unit)) return listed;
  const { names } = nameOne(
    { token: first, left, right: '', last: true, since: clause.start, text },
    memory,
    fallback,
  );
  return run.map(() => names[0] ?? '');
}

/** The words around a number; of two side by side (2批14个项目, 总投资137亿元的92个项目) both are of what follows. */
function siteOf(
  text: string,
  clause: Clause,
  tokens: readonly NumberToken[],
  at: number,
  left: string,
): Site {
  const token = tokens[at] as NumberToken;
  const gap = text.slice(token.tail, tokens[at + 1]?.head ?? token.tail + 9);
  const of = gap === '的';
  const twin = of || (gap === '' && token.unitClass === 'count') ? 1 : 0;
  const start = tokens[at + twin]?.tail ?? token.tail;
  const next = tokens[at + twin + 1];
  return {
    token,
    left,
    right: (of ? '的' : '') + text.slice(start, next?.head ?? clause.end),
    last: next === undefined,
    since: clause.start,
    text,
  };
}

/** A counted noun that closes its own item is not part of the next number's words; else it is (个项目完成投资592亿元). */
const nextStart = (tail: number, right: string, taken: number): number =>
  taken > 0 && /^(?:等)?[、和与及]/.test(right.slice(taken)) ? tail + taken : tail;

function stateOf(
  text: string,
  clause: Clause,
  token: NumberToken,
  left: string,
  name: string,
  counted: boolean,
  memory: Memory,
): Statement {
  const near = memory.since < clause.start && clause.start - memory.since < QUOTE_REACH;
  const own = namedMeasure(measureOf(left, token, counted), name, token);
  const measure =
    own === 'share' && token.unit === '%' && memory.grown === name && REACHES.test(left) ? 'growth' : own;
  memory.grown = measure === 'growth' ? name : '';
  const fall = measure === 'growth' || measure === 'change' ? fallOf(left) : '';
  return {
    token,
    name: name === '' || name.includes(fall) ? name : name + fall,
    measure,
    bound: boundOf(text, token),
    quote: [near ? memory.since : clause.start, clause.end],
    clause,
    from: FROM.test(left) && MOVES.test(text.slice(token.tail, token.tail + 8)),
  };
}
