import {
  homeOf,
  isSurvey,
  type Commitment,
  type Observation,
  type Report,
  type TracedPledge,
  type Verdict,
} from '../report';
import { endYear } from '../figures/series/series';
import { statedIn, type Stated } from './act';
import { lookingBackOn } from './answers';
import { isOverYears, overItsYears } from './base';
import { byValue } from './by-value';
import { byName, byWords, nothing } from './by-words';
import { hitOf, VAGUE } from './candidate';
import { matchesOf } from './match';
import type { Question } from './outcome';
import { indexPassages, type PassageIndex } from './passages';
import { tracePledges } from './pledge/trace-pledges';
import { isSize } from './size';
import { isToldBack } from './where';

/** A report with what was read from it. */
export interface Indexed {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** What a report tells of the time gone by, made ready to be searched. */
interface Review {
  readonly report: Report;
  readonly results: readonly Stated[];
  readonly index: PassageIndex;
}

/**
 * Traces every target to its result in the report that looks back on the target's year; in reading order. `pledges` are
 * the promises in words of the same library, where they have been traced before.
 */
export function traceCommitments(
  library: readonly Indexed[],
  pledges: readonly TracedPledge[] = tracePledges(library),
): readonly Commitment[] {
  const reviews = new Map<Indexed, Review>();
  const reviewOf = (indexed: Indexed): Review => {
    const known = reviews.get(indexed) ?? reviewIn(indexed);
    reviews.set(indexed, known);
    return known;
  };
  return library.flatMap((source) =>
    source.observations
      .filter(({ kind, duplicateOf }) => kind === 'target' && duplicateOf === null)
      .filter((target) => !isToldBack(source.report, target))
      .map((target) => bySize(target, source.report, pledges) ?? traceOne(target, source, library, reviewOf)),
  );
}

/** A number that tells how large a thing is has the verdict of the thing. */
function bySize(target: Observation, { clean }: Report, pledges: readonly TracedPledge[]): Commitment | null {
  if (!isSize(clean, target)) return null;
  const { start } = target.range;
  const of = pledges.find(
    ({ pledge: { report, range } }) => report === target.report && range.start <= start && start < range.end,
  );
  if (!of) return null;
  const result = of.result && { report: of.result.report, range: of.result.range, observation: null };
  return { id: target.id, target, result, verdict: of.verdict, sure: false, reason: of.reason };
}

function reviewIn({ report, observations }: Indexed): Review {
  const told = observations
    .filter(({ kind }) => kind === 'result')
    .sort((a, b) => a.range.start - b.range.start)
    .map((one) => overItsYears(report, statedIn(report, one)));
  const results = told.filter(({ observation }) => observation.duplicateOf === null);
  return { report, results, index: indexPassages(report, told) };
}

function traceOne(
  target: Observation,
  source: Indexed,
  library: readonly Indexed[],
  reviewOf: (indexed: Indexed) => Review,
): Commitment {
  const year = endYear(target.period);
  const later = library.filter(
    (other) => other !== source && lookingBackOn(other.report, source.report, year),
  );
  const traced = later
    .map((other) => ({ other, commitment: traceIn(target, source.report, reviewOf(other)) }))
    .filter(({ other, commitment }) => commitment.verdict !== 'not-mentioned' || !isSurvey(other.report.meta))
    .map(({ commitment }) => commitment);
  if (year === 0 || traced.length === 0) {
    const reason = `没有回顾${year === 0 ? '这一目标' : `${String(year)}年`}的同地报告。`;
    return { id: target.id, target, result: null, verdict: 'report-missing', sure: true, reason };
  }
  return traced.find(({ verdict, sure }) => sure && verdict !== 'not-mentioned') ?? best(traced);
}

const ORDER: readonly Verdict[] = [
  'met',
  'missed',
  'partly',
  'different-scope',
  'no-value',
  'not-mentioned',
  'report-missing',
];

const best = (traced: readonly Commitment[]): Commitment =>
  traced.reduce((first, other) =>
    ORDER.indexOf(other.verdict) < ORDER.indexOf(first.verdict) ? other : first,
  );

function traceIn(target: Observation, source: Report, { report, results, index }: Review): Commitment {
  const plain = statedIn(source, target);
  const stated = { ...plain, overYears: isOverYears(source, plain) };
  const matches = matchesOf(stated, results, homeOf(report.meta.place));
  const hit = hitOf(stated, source, index);
  const question: Question = { target, source, report, matches, hit };
  const size = isSize(source.clean, target);
  const named = size || isHollow(target) ? [] : [byValue(question), byName(question)];
  const outcomes = [...named, hit && byWords(question, size ? { ...hit, result: null } : hit)].filter(
    (outcome) => outcome !== null,
  );
  const { result, verdict, sure, reason } =
    outcomes.sort((a, b) => b.strength - a.strength)[0] ?? nothing(question);
  return { id: target.id, target, result, verdict, sure, reason };
}

/** 投资 alone is of anything; 重点项目 may be of the same, for the reader to say. */
const isHollow = ({ indicator }: Observation): boolean => VAGUE.test(indicator) && indicator.length < 4;
