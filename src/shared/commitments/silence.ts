import type { Report } from '../report';
import { BARE, VAGUE } from './candidate';
import { fold } from './fold';
import { isPlainGoal, saysAim } from './goal';
import { pairAt, pairsOf } from './pairs';
import type { Question } from './outcome';
import { WEIGHTS } from './weights';

/** A smaller number (3个) stands everywhere and tells nothing. */
const TELLING = 10;

/** So much of a name within one paragraph may well be the thing. */
const MOST_OF_NAME = 0.6;

/** Tells whether a report says nothing at all of a target, so that 未提及 may be told as sure. */
export const isSilent = (question: Question): boolean =>
  question.matches.length === 0 &&
  (question.hit?.strength ?? 0) < WEIGHTS.silent.value &&
  !VAGUE.test(question.target.indicator) &&
  !BARE.test(question.target.indicator) &&
  isPlainGoal(question.source, question.target) &&
  saysAim(question.source, question.target) &&
  !saysNumber(question) &&
  !saysName(question);

/** The very number stands in the report with its unit (改造8000座户厕 → 改造旱厕8000座). */
function saysNumber({ source, target: { range, unit, value }, report }: Question): boolean {
  if (typeof value === 'number' && value < TELLING && Number.isInteger(value)) return false;
  const printed = source.clean.slice(range.start, range.end);
  const whole = printed.endsWith(unit) ? printed : printed + unit;
  return report.clean.includes(whole);
}

/** One paragraph holds most of the name, though no clause of it does (园区…。实现产值…). */
function saysName({ target: { indicator }, report }: Question): boolean {
  const name = new Set(pairsOf(fold(indicator)));
  const held = new Map<number, number>();
  const index = pairIndexOf(report);
  for (const pair of name)
    for (const paragraph of index.get(pair) ?? []) held.set(paragraph, (held.get(paragraph) ?? 0) + 1);
  const least = name.size * MOST_OF_NAME;
  return [...held.values()].some((shared) => shared >= least);
}

const indexes = new WeakMap<Report, ReadonlyMap<number, readonly number[]>>();

/** In which paragraphs of a report each pair of characters stands; made once for all its silent targets. */
function pairIndexOf(report: Report): ReadonlyMap<number, readonly number[]> {
  const known = indexes.get(report);
  if (known) return known;
  const index = new Map<number, number[]>();
  for (const { index: at, range } of report.paragraphs)
    for (const pair of new Set(pairsIn(fold(report.clean.slice(range.start, range.end))))) {
      const places = index.get(pair);
      if (places) places.push(at);
      else index.set(pair, [at]);
    }
  indexes.set(report, index);
  return index;
}

/** The pairs of a long text, which is not worth keeping. */
const pairsIn = (text: string): readonly number[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => pairAt(text, at));
