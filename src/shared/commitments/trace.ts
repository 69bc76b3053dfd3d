import type { Commitment, CommitmentResult, Observation, Report, Verdict } from '../report';
import { endYear } from '../figures/series/series';
import { statedIn, type Stated } from './act';
import { timesApart } from './apart';
import { overItsYears } from './base';
import { hitOf, isGeneric, VAGUE, type Hit } from './candidate';
import { matchesOf, type Match } from './match';
import { indexPassages, type PassageIndex } from './passages';
import { clauseAround, isUnderWay, toldAround, wordsOf } from './progress';
import { comparedReason, say, scopeReason, toldReason } from './reason';
import { isSetBack } from './setback';
import { isOpen, judge, roundingOf } from './verdict';
import { isReview, paragraphAt } from './where';

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

/** A match this like is shown as fact; below it the reader is asked (待确认). */
const SURE = 0.9;
/** Below this a number may be of something else, and is not even offered. */
const OFFERED = 0.58;
/** From here on it is the same thing, told in a way that cannot be set against the target. */
const NEAR = 0.6;

/** Traces every target to its result in the report that looks back on the target's year; in reading order. */
export function traceCommitments(library: readonly Indexed[]): readonly Commitment[] {
  const reviews = new Map<Indexed, Review>();
  const reviewOf = (indexed: Indexed): Review => {
    const known = reviews.get(indexed) ?? reviewIn(indexed);
    reviews.set(indexed, known);
    return known;
  };
  return library.flatMap((source) =>
    source.observations
      .filter(({ kind, duplicateOf }) => kind === 'target' && duplicateOf === null)
      .map((target) => traceOne(target, source, library, reviewOf)),
  );
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
  const later = library.filter((other) => other !== source && answers(other.report, source.report, year));
  const traced = later
    .map((other) => ({ other, commitment: traceIn(target, source.report, reviewOf(other)) }))
    .filter(({ other, commitment }) => commitment.verdict !== 'not-mentioned' || isAccount(other.report))
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

/** A 综述 tells highlights: what it says counts, what it leaves out was not left unsaid by a report. */
const isAccount = ({ meta }: Report): boolean => meta.genre !== '综述';

/** A report of the same place that looks back on the year aimed at. */
function answers({ meta }: Report, source: Report, year: number): boolean {
  if (meta.place !== source.meta.place || meta.place === null) return false;
  return (
    meta.reviews.some((period) => endYear(period) === year) ||
    (meta.reviews.length === 0 && meta.year === year + 1)
  );
}

type Outcome = Pick<Commitment, 'result' | 'verdict' | 'sure' | 'reason'> & { readonly strength: number };

const COMPARED = 0.1;

function traceIn(target: Observation, source: Report, review: Review): Commitment {
  const stated = statedIn(source, target);
  const matches = matchesOf(stated, review.results, review.report.meta.place);
  const hit = hitOf(stated, source, review.index);
  const named = isHollow(target) ? [] : [byValue(target, source, review, matches), byName(target, matches)];
  const outcomes = [...named, hit && byWords(target, source, review.report, hit)].filter(
    (outcome) => outcome !== null,
  );
  const { result, verdict, sure, reason } =
    outcomes.sort((a, b) => b.strength - a.strength)[0] ?? nothing(target, matches, hit);
  return { id: target.id, target, result, verdict, sure, reason };
}

/** The same quantity of the same year, compared. */
function byValue(
  target: Observation,
  source: Report,
  { report }: Review,
  matches: readonly Match[],
): Outcome | null {
  const fit = matches.find(({ comparable, score }) => comparable && score >= OFFERED);
  if (!fit || isFar(target, fit.result, TOO_FAR)) return null;
  const parts = partsOf(target, fit, matches);
  const compared = together(parts.map((part) => judge(target, part)));
  const verdict = asTold(target, source, report, fit.result, compared);
  return {
    result: pointAt(fit.result),
    verdict,
    sure:
      verdict === compared &&
      !(verdict === 'missed' && roundingOf(target, fit.result) !== 'none') &&
      parts.length === 1 &&
      !isOpen(target, fit.result, verdict) &&
      isLookedBackOn(report, fit.result) &&
      !isOfPart(source.clean, target, report.clean, fit.result) &&
      isSure(target, fit, matches),
    reason: comparedReason(target, parts, verdict),
    strength: fit.score >= SURE ? Infinity : fit.score + COMPARED,
  };
}

/** What the words around a number make of a goal it reaches: 未能建成 is missed, 基本建成 is partly done. */
function asTold(
  target: Observation,
  source: Report,
  { clean }: Report,
  result: Observation,
  compared: Judged,
): Judged {
  if (compared !== 'met') return compared;
  const words = wordsOf(source.clean, target);
  if (isSetBack(toldAround(clean, result.range)) && !isSetBack(words)) return 'missed';
  return isUnderWay(words, clauseAround(clean, result.range), true) ? 'partly' : 'met';
}

type Judged = 'met' | 'missed' | 'partly';

/** All parts reached is 完成, none 未完成, some 部分完成. */
const together = (verdicts: readonly Judged[]): Judged =>
  verdicts.every((one) => one === verdicts[0]) ? (verdicts[0] ?? 'missed') : 'partly';

const COMPOUND = /[、和与及]/;
const WHOLE = /^(?!城镇|农村|城乡)(?:全体|全省|全市|全县)?居民/;
const PART = /^(?:城镇|农村)/;

/** 居民收入 is told as 城镇 and 农村, 二氧化硫、氮氧化物 one by one: the results that together answer a target. */
function partsOf(target: Observation, fit: Match, matches: readonly Match[]): readonly Observation[] {
  const divided =
    (COMPOUND.test(target.name) && !COMPOUND.test(fit.result.name)) ||
    (WHOLE.test(target.indicator) && PART.test(fit.result.indicator));
  if (!divided || fit.score >= SURE) return [fit.result];
  const others = matches.filter(
    ({ comparable, score, result }) =>
      comparable && score >= OFFERED && result.indicator !== fit.result.indicator,
  );
  const distinct = new Map([fit, ...others].map(({ result }) => [result.indicator, result]));
  return [...distinct.values()];
}

const isLookedBackOn = (report: Report, { range }: Observation): boolean => {
  const paragraph = paragraphAt(report, range.start);
  return paragraph !== undefined && isReview(report, paragraph);
};

const AREA = /开发区|高新区|园区|自贸试验区|自贸区|新区|保税区|示范区|经济区|片区/;
const SENTENCE = 120;

/** 开发区营业收入增长65.8%，实际利用外资增长91.6%: the sentence speaks of a part of the place that the target does not. */
function isOfPart(planned: string, target: Observation, told: string, result: Observation): boolean {
  const area = AREA.exec(upTo(told, result.range.start))?.[0];
  return area !== undefined && !upTo(planned, target.range.start).includes(area);
}

const upTo = (clean: string, at: number): string =>
  clean
    .slice(Math.max(0, at - SENTENCE), at)
    .split(/[。；\n]/)
    .at(-1) ?? '';

/** The likes of 1228 people against 45,563 are not the same people, whatever the name. */
const isFar = (target: Observation, result: Observation, times: number): boolean =>
  target.measure === 'level' && timesApart(target, result) > times;

const FAR = 5;
const TOO_FAR = 30;
/** 投资 alone is of anything; 重点项目 may be of the same, for the reader to say. */
const isHollow = ({ indicator }: Observation): boolean => VAGUE.test(indicator) && indicator.length < 4;

/** So short a name proves little. */
const BARE = /^.{1,2}$/;

function isSure(target: Observation, { result, score }: Match, matches: readonly Match[]): boolean {
  const rivals = matches.some(
    (other) => other.comparable && other.score >= score && !sameValue(other.result, result),
  );
  return (
    score >= SURE &&
    !rivals &&
    !BARE.test(target.indicator) &&
    !VAGUE.test(target.indicator) &&
    !isGeneric(target.name) &&
    !isFar(target, result, FAR)
  );
}

/** Two results of one indicator that differ cannot both be shown as the fact. */
const sameValue = (a: Observation, b: Observation): boolean =>
  String(a.value) === String(b.value) && a.unit === b.unit;

/** The same thing by name, told in another measure or for another time. */
function byName(target: Observation, matches: readonly Match[]): Outcome | null {
  const near = matches.find(
    ({ comparable, score, result }) => score >= NEAR && (!comparable || isFar(target, result, TOO_FAR)),
  );
  return (
    (near && {
      result: pointAt(near.result),
      verdict: 'different-scope',
      sure: false,
      reason: scopeReason(target, near.result),
      strength: near.score,
    }) ??
    null
  );
}

/** A clause that holds the words of the target. */
function byWords(target: Observation, source: Report, report: Report, hit: Hit): Outcome | null {
  const { result, strength } = hit;
  if (strength < (result ? OFFERED_VALUE : OFFERED_WORDS)) return null;
  if (result === null) return told(target, source, report, hit);
  const verdict = hit.comparable ? asTold(target, source, report, result, judge(target, result)) : null;
  return {
    result: pointAt(result),
    verdict: verdict ?? 'different-scope',
    sure: false,
    reason: verdict ? comparedReason(target, [result], verdict) : scopeReason(target, result),
    strength: strength * WORDS,
  };
}

/** Words found count for less than names found, and words without a number for less again. */
const WORDS = 0.85;
const TOLD = 0.7;
/** From here on a clause with a quantity is offered, and from here one without. */
const OFFERED_VALUE = 0.53;
const OFFERED_WORDS = 0.54;
/** Where no clause holds more of the words than this, the review is silent. */
const SILENT = 0.25;

function told(
  target: Observation,
  source: Report,
  report: Report,
  { sentence, text, strength }: Hit,
): Outcome {
  const underWay = isUnderWay(wordsOf(source.clean, target), text, false);
  const verdict = isSetBack(text) ? 'missed' : underWay ? 'partly' : 'no-value';
  return {
    result: { report: report.id, range: sentence, observation: null },
    verdict,
    sure: false,
    reason: toldReason(target, verdict),
    strength: strength * TOLD,
  };
}

const nothing = (target: Observation, matches: readonly Match[], hit: Hit | null): Outcome => ({
  result: null,
  verdict: 'not-mentioned',
  sure: matches.length === 0 && (hit?.strength ?? 0) < SILENT && !VAGUE.test(target.indicator),
  reason: `目标${say(target)}，${String(endYear(target.period))}年的回顾里没有找到。`,
  strength: 0,
});

const pointAt = (result: Observation): CommitmentResult => ({
  report: result.report,
  range: result.range,
  observation: result,
});
