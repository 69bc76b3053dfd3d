import type { Measure, Observation, ObservationKind } from '../report';
import { aliasesOf } from './aliases';
import { shadowOf } from './normalise';
import { toDigits } from './number-forms';
import { findSpelling, isSpelling } from './spelling';

export type ValueRelation = '=' | '>' | '>=' | '<' | '<=';

/** A question about numbers: `生产总值 增速 > 6`, `港口货物吞吐量 2024`, `排名 第1`. Every part must hold. */
export interface NumberQuery {
  /** Shadows; each must be in the indicator, the place, the topic or the unit. */
  readonly words: readonly string[];
  readonly measure: Measure | null;
  readonly kind: ObservationKind | null;
  /** Years the number's period covers. */
  readonly years: readonly number[];
  readonly value: {
    readonly comparison: ValueRelation;
    readonly number: number;
    readonly unit: string | null;
  } | null;
}

const MEASURES: Readonly<Record<string, Measure>> = {
  增速: 'growth',
  增长: 'growth',
  增幅: 'growth',
  增长率: 'growth',
  同比: 'growth',
  占比: 'share',
  比重: 'share',
  比例: 'share',
  排名: 'rank',
  位次: 'rank',
  名次: 'rank',
};

const KINDS_OF: Readonly<Record<string, ObservationKind>> = {
  目标: 'target',
  预期: 'target',
  力争: 'target',
  结果: 'result',
  完成: 'result',
  实际: 'result',
};

const SIGNS: Readonly<Record<string, ValueRelation>> = {
  '>=': '>=',
  '<=': '<=',
  '≥': '>=',
  '≤': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
  不低于: '>=',
  不少于: '>=',
  不高于: '<=',
  不超过: '<=',
  大于: '>',
  超过: '>',
  高于: '>',
  小于: '<',
  低于: '<',
};

const SIGN = `(?:${Object.keys(SIGNS).join('|')})`;
const COMPARED = new RegExp(`(${SIGN})\\s*(\\d+(?:\\.\\d+)?)\\s*([^\\s\\d<>=≥≤]*)`);
const RANK = /第\s*(\d+|[一二三四五六七八九十]+)\s*[位名]?(?=\s|$)/;
const YEAR = /^((?:19|20)\d{2})年?$/;
const VALUE = /^(\d+(?:\.\d+)?)(\D*)$/;
/** 财政收入增速 is the growth of 财政收入; 增长 and 占比 are left out, since names of indicators end so. */
const NAMED_MEASURE = /^(.+)(增速|增幅|增长率|排名|位次|名次)$/;
const DIGITS = '零一二三四五六七八九';

/** Reads a question about numbers; any string is one, at worst with words that no indicator has. */
export function parseNumberQuery(source: string): NumberQuery {
  let rest = source
    .split(/\s+/)
    .map((word) => toDigits(shadowOf(word)))
    .join(' ');
  let value: NumberQuery['value'] = null;
  let measure: Measure | null = null;
  rest = rest.replace(COMPARED, (_, sign: string, number: string, unit: string) => {
    value = { comparison: SIGNS[sign] ?? '=', number: Number(number), unit: unit === '' ? null : unit };
    return ' ';
  });
  rest = rest.replace(RANK, (_, number: string) => {
    value = { comparison: '=', number: rankNumber(number), unit: null };
    measure = 'rank';
    return ' ';
  });
  let kind: ObservationKind | null = null;
  const years: number[] = [];
  const words: string[] = [];
  for (const word of rest.split(' ').filter((part) => /[\p{L}\p{N}%‰]/u.test(part))) {
    const year = YEAR.exec(word)?.[1];
    const [, number, unit] = VALUE.exec(word) ?? [];
    if (year !== undefined) years.push(Number(year));
    else if (number !== undefined && value === null)
      value = { comparison: '=', number: Number(number), unit: unit || null };
    else if (MEASURES[word]) measure = MEASURES[word];
    else if (KINDS_OF[word]) kind = KINDS_OF[word];
    else {
      const [, indicator, suffix] = NAMED_MEASURE.exec(word) ?? [];
      measure = MEASURES[suffix ?? ''] ?? measure;
      words.push(indicator ?? word);
    }
  }
  return { words, measure, kind, years, value };
}

/** 第三, 第十二, 第21. */
function rankNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text];
  return 10 * (tens === '' ? 1 : DIGITS.indexOf(tens)) + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** Nothing was asked: no word and no number. */
const isEmpty = ({ words, measure, years, value }: NumberQuery): boolean =>
  words.length === 0 && measure === null && years.length === 0 && value === null;

/** A number with what questions ask of it, made ready once: to fold names anew for every keystroke takes long. */
export interface ListedNumber {
  readonly observation: Observation;
  /** Shadows of the indicator and of the name in the text. */
  readonly names: readonly string[];
  /** Shadows of everything that words may name. */
  readonly fields: readonly string[];
  readonly unit: string;
  readonly years: readonly number[];
}

/** Makes numbers ready to be asked for; a statement that only repeats another is left out. */
export const listNumbers = (observations: readonly Observation[]): readonly ListedNumber[] =>
  observations
    .filter(({ duplicateOf }) => duplicateOf === null)
    .map((observation) => {
      const { indicator, name, place, topic, unit, period } = observation;
      const names = [indicator, name].map(shadowOf);
      const folded = shadowOf(unit);
      return {
        observation,
        names,
        fields: [...names, shadowOf(place), shadowOf(topic), folded],
        unit: folded,
        years: (period.match(/\d{4}/g) ?? []).map(Number),
      };
    });

/**
 * The observations a question about numbers asks for. Those whose indicator is what was asked for come first, then
 * newer periods, then shorter names.
 */
export function findObservations(numbers: readonly ListedNumber[], source: string): readonly Observation[] {
  const query = parseNumberQuery(source);
  if (isEmpty(query)) return [];
  return numbers
    .filter((number) => answers(number, query))
    .map((number) => ({ number, named: number.names.some((name) => query.words.includes(name)) }))
    .sort(
      (a, b) =>
        Number(b.named) - Number(a.named) ||
        lastYear(b.number) - lastYear(a.number) ||
        a.number.observation.indicator.length - b.number.observation.indicator.length ||
        (a.number.observation.id < b.number.observation.id ? -1 : 1),
    )
    .map(({ number }) => number.observation);
}

function answers(number: ListedNumber, { words, measure, kind, years, value }: NumberQuery): boolean {
  const { observation, fields } = number;
  return (
    (measure === null || observation.measure === measure) &&
    (kind === null || observation.kind === kind) &&
    (value === null || holds(number, value)) &&
    years.every((year) => covers(number, year)) &&
    words.every((word) => fields.some((field) => mentions(field, word)))
  );
}

/** Names leave quotes out (专精特新小巨人企业), and a word may be an alias (GDP). */
const mentions = (field: string, word: string): boolean =>
  [word, word.replaceAll('"', ''), ...aliasesOf(word)].some((name) => name !== '' && field.includes(name)) ||
  (isSpelling(word) && findSpelling(field, word) !== null);

/** A range holds where either end does. */
function holds(
  { observation: { value }, unit }: ListedNumber,
  asked: NonNullable<NumberQuery['value']>,
): boolean {
  if (asked.unit !== null && unit !== asked.unit) return false;
  return (typeof value === 'number' ? [value] : value).some((number) =>
    compares(number, asked.comparison, asked.number),
  );
}

function compares(number: number, comparison: ValueRelation, asked: number): boolean {
  switch (comparison) {
    case '=':
      return number === asked;
    case '>':
      return number > asked;
    case '>=':
      return number >= asked;
    case '<':
      return number < asked;
    case '<=':
      return number <= asked;
  }
}

const lastYear = ({ years }: ListedNumber): number => years.at(-1) ?? 0;

const covers = ({ years }: ListedNumber, year: number): boolean =>
  year >= (years[0] ?? Infinity) && year <= (years.at(-1) ?? -Infinity);
