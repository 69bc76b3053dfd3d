import {
  rangeContains,
  rangesOverlap,
  type Annotation,
  type PledgeResult,
  type TracedPledge,
  type Verdict,
} from '../report';
import { isPledgeId, resolvedRange, type LooseCorrection, type PlacedCorrection } from './assess';
import { answerOn, placedAnswers, type PlacedAnswer } from './assess-steps';
import { resolveTarget } from './resolve';
import type { AnchoredText } from './target';

/** A promise in words as it is shown: with the reader's verdict where there is one, else the program's. */
export interface AssessedPledge {
  readonly traced: TracedPledge;
  readonly verdict: Verdict;
  /** False where the program only offers a verdict (待确认). */
  readonly sure: boolean;
  readonly result: PledgeResult | null;
  readonly correction: PlacedCorrection | null;
}

export interface AssessedPledges {
  /** One for each promise, in the same order. */
  readonly pledges: readonly AssessedPledge[];
  readonly loose: readonly LooseCorrection[];
}

type Reports = ReadonlyMap<string, AnchoredText>;

/**
 * Puts the reader's verdicts on promises in words in place of the program's, as `assess` does for numbers: a correction
 * belongs to the words it was made on, found by the anchored place of the note's first target. Of two the later holds.
 * Where the reader said how far the result's sentence says the thing is, that stage holds.
 */
export function assessPledges(
  traced: readonly TracedPledge[],
  annotations: readonly Annotation[],
  reports: Reports,
): AssessedPledges {
  const latest = new Map<string, Annotation>();
  const loose: LooseCorrection[] = [];
  const own = annotations
    .filter(({ body }) => isPledgeId(body.assessment?.commitment ?? ''))
    .toSorted((a, b) => (a.modified < b.modified ? -1 : a.modified > b.modified ? 1 : 0));
  for (const annotation of own) {
    const id = tiedTo(annotation, traced, reports);
    if (id !== null) latest.set(id, annotation);
    else loose.push({ annotation, reason: reasonOf(annotation, reports) });
  }
  const answers = placedAnswers(annotations, reports);
  const pledges = traced.map((one) => {
    const annotation = latest.get(one.id);
    return withStage(annotation ? corrected(one, annotation, reports) : asTraced(one), answers);
  });
  return { pledges, loose };
}

const asTraced = (traced: TracedPledge): AssessedPledge => ({
  traced,
  verdict: traced.verdict,
  sure: traced.sure,
  result: traced.result,
  correction: null,
});

function withStage(one: AssessedPledge, answers: readonly PlacedAnswer[]): AssessedPledge {
  const { result } = one;
  const answer = result && answerOn(answers, one.traced.pledge.object, result);
  return answer ? { ...one, result: { ...result, stage: answer.stage } } : one;
}

function corrected(
  traced: TracedPledge,
  { id, body, targets, modified }: Annotation,
  reports: Reports,
): AssessedPledge {
  const range = targets[1] ? resolvedRange(targets[1], reports) : null;
  const report = targets[1]?.report ?? '';
  const known =
    range !== null && traced.result?.report === report && rangesOverlap(range, traced.result.range);
  return {
    traced,
    verdict: body.assessment?.verdict ?? traced.verdict,
    sure: true,
    result: known ? traced.result : range && { report, range, stage: null },
    correction: { note: id, reason: body.text, modified },
  };
}

/** The promise a correction was made on: the one of its id where that still stands there, else the one in its passage. */
function tiedTo(
  { body, targets }: Annotation,
  traced: readonly TracedPledge[],
  reports: Reports,
): string | null {
  const [target] = targets;
  const report = target && reports.get(target.report);
  if (!target || !report) return null;
  const resolution = resolveTarget(report, target);
  if (resolution.state === 'unsure') return null;
  const within = traced.filter(
    ({ pledge }) => pledge.report === report.id && rangeContains(resolution.range, pledge.range),
  );
  const named = within.find(({ id }) => id === body.assessment?.commitment);
  return (named ?? (within.length === 1 ? within[0] : undefined))?.id ?? null;
}

const reasonOf = ({ targets }: Annotation, reports: Reports): LooseCorrection['reason'] => {
  const [target] = targets;
  const report = target && reports.get(target.report);
  if (!target || !report) return 'report-gone';
  return resolveTarget(report, target).state === 'unsure' ? 'unsure' : 'target-gone';
};
