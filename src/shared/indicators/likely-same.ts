import type { MatrixCell, MatrixColumn, MatrixRow, MatrixValue } from '../compare';
import { isBareName } from '../figures';
import type { Observation } from '../report';
import { splitVerb } from '../figures/name/subject';
import { sameDimension } from '../figures/unit/convert';

/** A row that may be the same indicator in other words, and what speaks for and against it. */
export interface LikelySame {
  readonly row: MatrixRow;
  /** Chinese sentences without a stop, the strongest first. */
  readonly evidence: readonly string[];
  /** Whether it is offered unasked. */
  readonly likely: boolean;
  /** 0 to about 1.4; only for the order. */
  readonly score: number;
}

/**
 * Nouns alike enough to be offered: half their pairs of characters, or a third with three characters running. With
 * the same verb and values that go on, a shared word will do.
 */
const ALIKE = { half: 0.5, third: 0.34, run: 3 } as const;

/** Words that many unlike things are called by. */
const COMMON = /^(?:企业|项目|平台|基地|中心|工程|人数|面积|建设|服务)$/;

/** Nearest years of one indicator seldom differ by more. */
const STEP = 2;

/** “四好农村路” and 四好农村路 are alike. */
const QUOTES = /[“”"《》（）()]/g;

const LEVEL = /国家级|[省市县区乡镇村]级|[省市县区]+(?=重点)/;

/** A name without its quotation marks, taken apart: 新建, 省级, 创新平台. */
function partsOf({ indicator }: MatrixRow): {
  readonly verb: string;
  readonly noun: string;
  readonly level: string;
} {
  const { verb, noun } = splitVerb(indicator.replace(QUOTES, ''));
  const level = LEVEL.exec(noun)?.[0] ?? '';
  return { verb, noun: noun.replace(level, ''), level };
}

const pairs = (name: string): readonly string[] =>
  Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));

/** Dice's coefficient of the pairs of characters. */
function likeness(a: string, b: string): number {
  const [own, others] = [pairs(a), [...pairs(b)]];
  const shared = own.filter((pair) => {
    const at = others.indexOf(pair);
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  });
  return own.length === 0 ? 0 : (2 * shared.length) / (own.length + Math.max(1, b.length - 1));
}

/** The longest run of characters both names have. */
function longestShared(a: string, b: string): string {
  let longest = '';
  for (let from = 0; from < a.length; from += 1)
    while (b.includes(a.slice(from, from + longest.length + 1)) && from + longest.length < a.length)
      longest = a.slice(from, from + longest.length + 1);
  return longest;
}

const first = (cell: MatrixCell | undefined): MatrixValue | null => cell?.values[0] ?? null;

const plain = (value: MatrixValue | null): number | null =>
  typeof value?.number === 'number' && value.unit === null ? value.number : null;

interface Meeting {
  /** Years in which both state a value: two things, then, or a report would say one of them twice. */
  readonly both: readonly number[];
  /** The words of the nearest two years of one place, where the values go on from one to the other. */
  readonly goesOn: string | null;
}

const yearValue = ({ year }: MatrixColumn, value: MatrixValue | null): string =>
  `${String(year)} 年 ${value?.text ?? ''}`;

/** A column and that of the year before or after in the same place. */
interface Step {
  readonly column: MatrixColumn;
  readonly at: number;
  readonly next: MatrixColumn;
  readonly then: number;
}

function stepsOf(columns: readonly MatrixColumn[]): readonly Step[] {
  const places = new Map(columns.map(({ place, year }, at) => [`${place}|${String(year)}`, at]));
  return columns.flatMap((column, at) =>
    [1, -1].flatMap((years) => {
      const then = places.get(`${column.place}|${String(column.year + years)}`);
      const next = then === undefined ? undefined : columns[then];
      return then === undefined || next === undefined ? [] : [{ column, at, next, then }];
    }),
  );
}

/** The columns of a matrix, and which of them follow one another. */
interface Years {
  readonly columns: readonly MatrixColumn[];
  readonly steps: readonly Step[];
}

function meetingOf(row: MatrixRow, other: MatrixRow, { columns, steps }: Years): Meeting {
  const both = columns.flatMap(({ year }, at) =>
    first(row.cells[at]) && first(other.cells[at]) ? [year] : [],
  );
  const step = steps
    .map(({ column, at, next, then }) => {
      const [own, theirs] = [first(row.cells[at]), first(other.cells[then])];
      const [a, b] = [plain(own), plain(theirs)];
      if (a === null || b === null || Math.min(a, b) <= 0) return null;
      if (Math.max(a, b) / Math.min(a, b) > STEP) return null;
      return `${yearValue(column, own)}，${yearValue(next, theirs)}，接得上`;
    })
    .find((words) => words !== null);
  return { both: [...new Set(both)], goesOn: step ?? null };
}

/** Tells whether two rows count in one kind of unit and the same way: a total is never a gain. */
const comparable = (row: MatrixRow, other: MatrixRow): boolean =>
  row.id !== other.id &&
  row.indicator !== other.indicator &&
  row.measure === other.measure &&
  sameDimension(row.unit, other.unit) &&
  !isBareName(other.indicator) &&
  (splitVerb(row.indicator).verb === '') === (splitVerb(other.indicator).verb === '');

function weigh(row: MatrixRow, other: MatrixRow, years: Years): LikelySame {
  const [own, theirs] = [partsOf(row), partsOf(other)];
  const alike = likeness(own.noun, theirs.noun);
  const run = longestShared(own.noun, theirs.noun);
  const { both, goesOn } = meetingOf(row, other, years);
  const evidence = [
    ...(run.length > 1 ? [`名称里都有“${run}”`] : []),
    both.length > 0 ? `${both.join('、')} 年两项都有数，多半不是一项` : '没有哪一年两项都有数',
    ...(own.level === theirs.level
      ? []
      : [`一个是${own.level || '没有写级别的'}，一个是${theirs.level || '没有写级别的'}`]),
    ...(goesOn && both.length === 0 ? [goesOn] : []),
  ];
  const named =
    alike >= ALIKE.half ||
    (alike >= ALIKE.third && run.length >= ALIKE.run) ||
    (own.verb === theirs.verb && run.length > 1 && !COMMON.test(run) && goesOn !== null);
  const score = alike + (goesOn ? 0.2 : 0) - both.length;
  return { row: other, evidence, likely: named && both.length === 0 && own.level === theirs.level, score };
}

/**
 * Gives the rows a row may be joined to, the likeliest first: same measure, same kind of unit, both a total or both a
 * gain. What is `likely` has a like name and no year in which the two contradict each other. Empty for a row whose
 * name does not say what it counts.
 */
export function likelySame(
  row: MatrixRow,
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
): readonly LikelySame[] {
  if (isBareName(row.indicator)) return [];
  const years: Years = { columns, steps: stepsOf(columns) };
  return rows
    .filter((other) => comparable(row, other))
    .map((other) => weigh(row, other, years))
    .toSorted((a, b) => b.score - a.score);
}

/** Everything a row states, repeats and all, in the order of its columns. */
export const statedIn = ({ cells }: MatrixRow): readonly Observation[] =>
  cells.flatMap(({ values }) => values).flatMap(({ observation, repeats }) => [observation, ...repeats]);

/**
 * The wordings the program put under a row's name, each once: what can be parted from it. What the reader joined is
 * parted by taking the word back.
 */
export const wordingsOf = (row: MatrixRow): readonly string[] => [
  ...new Set(
    statedIn(row).flatMap(({ name, readAs }) =>
      name === row.indicator || readAs !== undefined ? [] : [name],
    ),
  ),
];
