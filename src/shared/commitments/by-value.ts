import { paragraphAt, type Observation, type Report } from '../report';
import { BARE, isGeneric, VAGUE } from './candidate';
import type { ResultMatch } from './match';
import { isFar, pointAt, type Outcome, type Question } from './outcome';
import { asTold, together } from './judged';
import { comparedReason } from './reason';
import { isOtherPart, isOtherScope } from './other-scope';
import { isPlainGoal } from './goal';
import { partsOf } from './parts';
import { isOpen, isRoughly, judge, roundingOf } from './verdict';
import { WEIGHTS } from './weights';
import { isReview } from './where';

/** Compares a target with the same quantity of the same year. */
export function byValue(question: Question): Outcome | null {
  const { target, matches } = question;
  const fit = matches.find(({ comparable, score }) => comparable && score >= WEIGHTS.offered.value);
  if (!fit || isFar(target, fit.result, WEIGHTS.tooFar.value)) return null;
  const parts = partsOf(target, fit, matches);
  const compared = together(parts.map((part) => judge(target, part)));
  const verdict = asTold(question, fit.result, compared);
  const plain = verdict === compared && parts.length === 1 && !isOpen(target, fit.result, verdict);
  const rounded =
    (verdict === 'missed' && roundingOf(target, fit.result) !== 'none') || isRoughly(target, fit.result);
  return {
    result: pointAt(fit.result),
    verdict,
    sure:
      plain &&
      !rounded &&
      isPlainGoal(question.source, target) &&
      isSure(target, fit, matches) &&
      isInPlace(question, fit.result),
    reason: comparedReason(target, parts, verdict),
    strength: fit.score >= WEIGHTS.sure.value ? Infinity : fit.score + WEIGHTS.compared.value,
  };
}

/** Tells whether a result stands in the review and speaks of all that the target speaks of. */
const isInPlace = (question: Question, result: Observation): boolean =>
  isLookedBackOn(question.report, result) &&
  !isOtherPart(question, result) &&
  !isOtherScope(question, result);

const isLookedBackOn = (report: Report, { range }: Observation): boolean => {
  const paragraph = paragraphAt(report, range.start);
  return paragraph !== undefined && isReview(report, paragraph);
};

function isSure(
  target: Observation,
  { result, score }: ResultMatch,
  matches: readonly ResultMatch[],
): boolean {
  const rivals = matches.some(
    (other) => other.comparable && other.score >= score && !sameValue(other.result, result),
  );
  return (
    score >= WEIGHTS.sure.value &&
    !rivals &&
    !BARE.test(target.indicator) &&
    !VAGUE.test(target.indicator) &&
    !isGeneric(target.name) &&
    !isFar(target, result, WEIGHTS.far.value)
  );
}

/** Two results of one indicator that differ cannot both be shown as the fact. */
const sameValue = (a: Observation, b: Observation): boolean =>
  String(a.value) === String(b.value) && a.unit === b.unit;
