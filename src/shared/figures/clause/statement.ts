import type { Bound, Measure } from '../../report';
import { boundOf } from '../bound/bound';
import { fallOf, measureOf, namedMeasure } from '../measure/measure';
import { cleanWords } from '../name/clean';
import { saysEach } from '../name/distribute';
import { actedOn, projectOf, qualifierOf, subjectOf } from '../name/lead';
import { emptyMemory, noteNumber, qualify, turnTo, type Memory } from '../name/memory';
import { nameOne } from '../name/naming';
import { nameRun } from '../name/run';
import { partName } from '../name/parts';
import type { Site } from '../name/site';
import { scanNumbers } from '../number/scan';
import type { NumberToken } from '../number/token';
import { HOLDS, setsAt, signatureOf } from '../signature';
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
  /** True where the number has no words of its own and goes on about the one before it. */
  readonly follows: boolean;
}

/** What stands around a sentence. */
export interface Surroundings {
  /** Gives what the neighbourhood calls a number that stands alone. */
  readonly label: () => string;
  /** The sentence before in the same paragraph, where it holds no number; else empty. */
  readonly before: () => string;
}

/** One clause with its numbers, and what the sentence has said so far. */
interface Reading {
  readonly text: string;
  readonly clause: Clause;
  readonly tokens: readonly NumberToken[];
  readonly memory: Memory;
  /** The clause before, where it holds no number. */
  readonly lead: string;
  readonly fallback: () => string;
}

const JOIN = /^(?:、|和|与|及|以及|,)$/;
/** 分别升至世界第二、世界第三. */
const RANK_JOIN = /^[、和](?:世界|全球|全国|全省|全市)$/;
const FROM = /(?:由|从)[^,。;]{0,24}$/;
const MOVES =
  /^(?:的)?[^,。;]{0,4}(?:提高|增长|增加|上升|提升|下降|降|减少|扩大|发展|压缩|缩短|缩小|拓展|跃升|前移|调整|优化|达到|到|至|升)/;
const QUOTE_REACH = 60;
/** Words that only say that a value is reached or aimed at. */
const REACHES = /^[、，,]?(?:并|在执行中|力争|争取|实际|预计|确保|努力)*(?:达到?|完成|超过|为)?(?:了|约)?$/;

/** Reads all statements of a compact sentence. */
export function readStatements(text: string, { label, before }: Surroundings): readonly Statement[] {
  const spans = nameSpans(text);
  const tokens = scanNumbers(text).filter((token) => isQuantity(text, token, spans));
  if (tokens.length === 0) return [];
  const memory = emptyMemory();
  turnTo(memory, subjectOf(before()), 0);
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
      const heard = lead;
      const fallback = (): string => cleanWords(heard) || label();
      const read = readClause({ text, clause, tokens: own, memory, lead, fallback });
      memory.clause = namesIn(read);
      for (const statement of read) statements.push(statement);
      lead = '';
      memory.qualifier = '';
    } else if (!clause.aside) {
      lead = text.slice(clause.start, clause.end);
      listen(memory, lead, clause.start);
    }
  }
  return statements;
}

/** Each name once. */
const namesIn = (read: readonly Statement[]): readonly string[] =>
  read.length === 1 ? [read[0]?.name ?? ''] : [...new Set(read.map(({ name }) => name))];

/** Takes from a clause without a number what it says of the numbers after it. */
function listen(memory: Memory, lead: string, since: number): void {
  const qualifier = qualifierOf(lead);
  if (qualifier !== '') memory.qualifier = qualifier;
  else {
    turnTo(memory, subjectOf(lead) || actedOn(lead), since);
    memory.topic = projectOf(lead) || memory.topic;
  }
}

/** Names the numbers of a clause in order; numbers in a row (12.7%、8.1%、6.6%) share the words before them. */
function readClause(reading: Reading): readonly Statement[] {
  const { text, clause, tokens } = reading;
  const statements: Statement[] = [];
  let from = clause.start;
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as NumberToken;
    const left = ownWords(text.slice(from, token.head), i);
    const length = token.part === undefined ? runLength(reading, i, left) : partsFrom(tokens, i);
    const isRow = length > 1 || token.part !== undefined;
    const names = isRow ? namesOf(reading, i, length, left) : null;
    if (names) {
      names.forEach((name, k) => {
        const one = tokens[i + k] as NumberToken;
        const shared = k > 0 && saysEach(left) ? sharedBound(text, token, one) : one;
        statements.push(stateOf(reading, shared, left, { name, counted: false, follows: false }));
      });
      i += length;
      from = tokens[i - 1]?.tail ?? from;
      continue;
    }
    const site = siteOf(reading, i, left);
    const { names: own, taken, follows = false } = nameOne(site, reading.memory, reading.fallback);
    for (const name of own)
      statements.push(stateOf(reading, token, left, { name, counted: taken > 0, follows }));
    from = nextStart(token.tail, site.right, taken);
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

function runLength({ text, tokens }: Reading, at: number, left: string): number {
  let last = at;
  const joins = tokens[at]?.unitClass === 'rank' && saysEach(left) ? RANK_JOIN : JOIN;
  for (; last + 1 < tokens.length; last++) {
    const between = text.slice(tokens[last]?.tail, tokens[last + 1]?.head);
    if (!JOIN.test(between) && !joins.test(between)) break;
  }
  return last - at + 1;
}

/** Tells how many parts of one ratio stand from a number on. */
function partsFrom(tokens: readonly NumberToken[], at: number): number {
  const tail = tokens[at]?.tail;
  let end = at + 1;
  while (tokens[end]?.part !== undefined && tokens[end]?.tail === tail) end++;
  return end - at;
}

/** Names of numbers in a row; several of one unit under one name (分别提高70.7%、54.8%) all take it. */
function namesOf(reading: Reading, at: number, length: number, left: string): readonly string[] | null {
  const { clause, tokens, memory, fallback } = reading;
  const run = tokens.slice(at, at + length);
  const [first] = run;
  if (first?.part !== undefined) return run.map(({ part = 0 }) => partName(part));
  const listed = nameRun({ left, count: run.length, since: clause.start, lead: fallback }, memory);
  if (listed || !first || run.some(({ unit }) => unit !== first.unit)) return listed;
  const closes = at + length === tokens.length && first.unitClass === 'count';
  const right = closes ? reading.text.slice(run.at(-1)?.tail, clause.end) : '';
  const site = { token: first, left, right, last: true, since: clause.start, text: reading.text };
  const { names } = nameOne(site, memory, fallback);
  return run.map(() => names[0] ?? '');
}

/** The words around a number; of two side by side (2批14个项目, 总投资137亿元的92个项目) both are of what follows. */
function siteOf({ text, clause, tokens }: Reading, at: number, left: string): Site {
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
  taken > 0 && /^(?:(?:等)?[、和与及]|(?:近|约|超|超过|共|的)+$)/.test(right.slice(taken))
    ? tail + taken
    : tail;

interface Named {
  readonly name: string;
  /** True where the name is of things counted after the number. */
  readonly counted: boolean;
  readonly follows: boolean;
}

function stateOf(
  { text, clause, memory, lead }: Reading,
  token: NumberToken,
  left: string,
  named: Named,
): Statement {
  const near = memory.since < clause.start && clause.start - memory.since < QUOTE_REACH;
  const base = qualify(named.name, memory) + timesIn(left, text.slice(token.start, token.tail));
  const own = namedMeasure(measureOf(left, token, named.counted), base, { token, left });
  const measure = measureGoingOn(own, base, { left, token, memory, lead: named.follows ? lead : '' });
  memory.grown = measure === 'growth' ? base : '';
  noteNumber(memory, named.name, token, measure);
  const isSigned = typeof token.value === 'number' && token.value < 0;
  const fall = !isSigned && (measure === 'growth' || measure === 'change') ? fallOf(left) : '';
  return {
    token,
    name: base === '' || base.includes(fall) ? economyOf(base, measure) : base + fall,
    measure,
    bound: boundOf(text, token),
    quote: [near ? memory.since : clause.start, clause.end],
    clause,
    from:
      (signatureOf(left) & HOLDS.starts) !== 0 &&
      FROM.test(left) &&
      MOVES.test(text.slice(token.tail, token.tail + 8)),
    follows: named.follows,
  };
}

/** 经济增长6% is of no amount but of growth itself. */
const economyOf = (name: string, measure: Measure): string =>
  name === '经济' && measure === 'growth' ? '经济增长' : name;

interface Around {
  readonly left: string;
  readonly token: NumberToken;
  readonly memory: Memory;
  /** What the clause before says, where the number goes on about it. */
  readonly lead: string;
}

/** 2×35万千瓦: the name says that it is of one of two. */
const timesIn = (left: string, printed: string): string => {
  const times = setsAt(left, left.length - 1) & HOLDS.times ? /(\d+)[×xX*]$/.exec(left)?.[1] : undefined;
  return times === undefined ? '' : `(${times}×${printed})`;
};

/** 增速由正转负,为-5.7%: the clause before speaks of a rate of growth. */
const RATE_TOLD = /(?:增速|增幅|涨幅|增长率)[^,。;]{0,12}$/;

/** 增长7%以上、力争达到8% goes on about growth, 由86位上升到64位 about ranks. */
function measureGoingOn(own: Measure, name: string, { left, token, memory, lead }: Around): Measure {
  if (own === 'share' && token.unit === '%' && RATE_TOLD.test(lead) && REACHES.test(left)) return 'growth';
  if (own === 'share' && token.unit === '%' && memory.grown === name && REACHES.test(left)) return 'growth';
  return token.unit === '位' && memory.last?.measure === 'rank' && /[到至为]$/.test(left) ? 'rank' : own;
}
