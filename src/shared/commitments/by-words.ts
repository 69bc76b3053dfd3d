import type { Candidate } from './candidate';
import { endYear } from '../figures/series/series';
import { asTold } from './judged';
import { isFar, pointAt, type Outcome, type Question } from './outcome';
import { isUnderWay, wordsOf } from './progress';
import { comparedReason, say, scopeReason, toldReason } from './reason';
import { isSetBack } from './setback';
import { isSilent } from './silence';
import { judge } from './verdict';
import { WEIGHTS } from './weights';

/** Finds the same thing by name, told in another measure or for another time. */
export function byName({ target, matches }: Question): Outcome | null {
  const near = matches.find(
    ({ comparable, score, result }) =>
      score >= WEIGHTS.near.value && (!comparable || isFar(target, result, WEIGHTS.tooFar.value)),
  );
  if (!near) return null;
  return {
    result: pointAt(near.result),
    verdict: 'different-scope',
    sure: false,
    reason: scopeReason(target, near.result),
    strength: near.score,
  };
}

/** Finds a clause that holds the words of the target. */
export function byWords(question: Question, hit: Candidate): Outcome | null {
  const { target } = question;
  const { result, strength } = hit;
  if (strength < (result ? WEIGHTS.offeredValue.value : WEIGHTS.offeredWords.value)) return null;
  if (result === null) return told(question, hit);
  const verdict = hit.comparable ? asTold(question, result, judge(target, result)) : null;
  return {
    result: pointAt(result),
    verdict: verdict ?? 'different-scope',
    sure: false,
    reason: verdict ? comparedReason(target, [result], verdict) : scopeReason(target, result),
    strength: strength * WEIGHTS.words.value,
  };
}

function told({ target, source, report }: Question, { sentence, text, strength }: Candidate): Outcome {
  const underWay = isUnderWay(wordsOf(source.clean, target), text, false);
  const verdict = isSetBack(text) ? 'missed' : underWay ? 'partly' : 'no-value';
  return {
    result: { report: report.id, range: sentence, observation: null },
    verdict,
    sure: false,
    reason: toldReason(target, verdict),
    strength: strength * WEIGHTS.told.value,
  };
}

/** Says that a review does not mention a target; sure only where no word of it is there. */
export const nothing = (question: Question): Outcome => ({
  result: null,
  verdict: 'not-mentioned',
  sure: isSilent(question),
  reason: `目标${say(question.target)}，${String(endYear(question.target.period))}年的回顾里没有找到。`,
  strength: 0,
});
