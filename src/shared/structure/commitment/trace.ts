import type { Commitment, Observation, Report, Verdict } from '../../report';
import { endYear } from '../series/series';
import { isOverLastYear } from './base';
import { matchesOf, type Match } from './match';
import { mentionOf } from './mention';
import { judge } from './verdict';

/** A report with what was read from it. */
export interface Indexed {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** A match this like is shown as fact; below it the reader is asked (待确认). */
const SURE = 0.9;
/** Below this a number may be of something else, and is not even offered. */
const OFFERED = 0.58;

/** From here on it is the same thing, told in a way that cannot be set against the target. */
const NEAR = 0.6;

/** Traces every target to its result in the report that looks back on the target's year; in reading order. */
export function traceCommitments(library: readonly Indexed[]): readonly Commitment[] {
  return library.flatMap((source) =>
    source.observations
      .filter(({ kind, duplicateOf }) => kind === 'target' && duplicateOf === null)
      .map((target) => traceOne(target, source, library)),
  );
}

function traceOne(target: Observation, source: Indexed, library: readonly Indexed[]): Commitment {
  const year = endYear(target.period);
  const later = library.filter((other) => other !== source && answers(other.report, source.report, year));
  if (year === 0 || later.length === 0) {
    return settle(
      target,
      null,
      'report-missing',
      true,
      `没有回顾${year === 0 ? '这一目标' : `${String(year)}年`}的同地报告。`,
    );
  }
  const traced = later.map((other) => traceIn(target, other));
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

/** A report of the same place that looks back on the year aimed at. */
function answers({ meta }: Report, source: Report, year: number): boolean {
  if (meta.place !== source.meta.place || meta.place === null) return false;
  return (
    meta.reviews.some((period) => endYear(period) === year) ||
    (meta.reviews.length === 0 && meta.year === year + 1)
  );
}

function traceIn(target: Observation, { report, observations }: Indexed): Commitment {
  const results = observations.filter(
    (one) => one.kind === 'result' && one.duplicateOf === null && isOverLastYear(report, one),
  );
  const matches = matchesOf(target, results);
  const fit = matches.find(({ comparable, score }) => comparable && score >= OFFERED);
  if (fit) return judged(target, fit, matches);
  const near = matches.find(({ score }) => score >= NEAR);
  if (near) return settle(target, near.result, 'different-scope', false, scopeReason(target, near.result));
  const range = mentionOf(report, target);
  if (range) {
    const result = { report: report.id, range, observation: null };
    return {
      id: target.id,
      target,
      result,
      verdict: 'no-value',
      sure: false,
      reason: '提到了这件事，没有给出可比的数。',
    };
  }
  return settle(
    target,
    null,
    'not-mentioned',
    matches.length === 0 && target.indicator !== '',
    `${String(endYear(target.period))}年的回顾里没有找到。`,
  );
}

function judged(target: Observation, { result, score }: Match, matches: readonly Match[]): Commitment {
  const verdict = judge(target, result);
  const rivals = matches.filter(
    (other) => other.comparable && other.score >= score && !sameValue(other.result, result),
  );
  return settle(
    target,
    result,
    verdict,
    score >= SURE && rivals.length === 0 && !VAGUE.test(target.indicator),
    `目标${say(target)}，结果${say(result)}。`,
  );
}

/** Names that many things bear: the same word is no proof of the same thing. */
const VAGUE =
  /^(?:新增|新建|建设|完成|实施)?(?:重点|重大|各类|新开工|续建)?(?:总投资|投资|项目|企业|工程|资金|任务|措施|条|人|户|村|县|公园|道路|学校|平台|事项)?$|^.{1,2}$|(?:财政|中央|省级|市级|预算)[^，]{0,4}(?:安排|投入|支出)$/;

/** Two results of one indicator that differ cannot both be shown as the fact. */
const sameValue = (a: Observation, b: Observation): boolean =>
  String(a.value) === String(b.value) && a.unit === b.unit;

const SIGNS: Readonly<Record<Observation['bound'], readonly [string, string]>> = {
  '=': ['', ''],
  '>=': ['', '以上'],
  '>': ['超', ''],
  '<=': ['', '以内'],
  '~': ['', '左右'],
};

const say = ({ name, value, unit, bound }: Observation): string =>
  `${name}${SIGNS[bound][0]}${typeof value === 'number' ? String(value) : value.join('—')}${unit}${SIGNS[bound][1]}`;

const scopeReason = (target: Observation, result: Observation): string =>
  `目标是${say(target)}（${target.period}，${target.place}），能找到的是${say(result)}（${result.period}，${result.place}），口径不同。`;

const settle = (
  target: Observation,
  result: Observation | null,
  verdict: Verdict,
  sure: boolean,
  reason: string,
): Commitment => ({
  id: target.id,
  target,
  result: result && { report: result.report, range: result.range, observation: result },
  verdict,
  sure,
  reason,
});
