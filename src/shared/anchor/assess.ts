import {
  rangeContains,
  sliceRange,
  type Annotation,
  type AnnotationTarget,
  type Commitment,
  type CommitmentResult,
  type Range,
  type Report,
  type Verdict,
} from '../report';
import { resolveTarget, type Resolution } from './resolve';
import { sentencesOf } from './snap';
import { createTarget, type AnchoredText } from './target';

/** A note with the reader's verdict on a commitment. */
export interface PlacedCorrection {
  /** Id of the note. */
  readonly note: string;
  /** The reader's reason; may be empty. */
  readonly reason: string;
  /** ISO 8601. */
  readonly modified: string;
}

/** Tells whether the reader agreed with the program's verdict or put another in its place. */
export const answerWords = (program: Verdict, reader: Verdict): '已确认' | '已更正' =>
  program === reader ? '已确认' : '已更正';

/** A commitment as it is shown: with the reader's verdict where there is one, else the program's. */
export interface AssessedCommitment {
  readonly commitment: Commitment;
  readonly verdict: Verdict;
  /** False where the program's match is only offered for the reader to decide (待确认). */
  readonly sure: boolean;
  readonly result: CommitmentResult | null;
  readonly correction: PlacedCorrection | null;
}

/** Why a correction could not be tied to its place, wholly or in part. */
export type LooseReason = 'report-gone' | 'unsure' | 'target-gone' | 'result-unsure';

/** The words the list of such corrections uses. */
export const LOOSE_SENTENCES: Readonly<Record<LooseReason, string>> = {
  'report-gone': '目标所在的报告现在打不开或不在书架上',
  unsure: '目标那句话的位置拿不准，请在笔记本里指明',
  'target-gone': '那句话还在，程序现在不把它当作一项目标',
  'result-unsure': '结论照您的算；结果那句话的位置拿不准，请在笔记本里指明',
};

/** A correction the reader must look at; its note stays as it is. */
export interface LooseCorrection {
  readonly annotation: Annotation;
  readonly reason: LooseReason;
}

export interface Assessed {
  /** One for each commitment, in the same order. */
  readonly commitments: readonly AssessedCommitment[];
  readonly loose: readonly LooseCorrection[];
}

type Reports = ReadonlyMap<string, AnchoredText>;
type Tied = { readonly id: string } | { readonly reason: LooseReason };

/**
 * Puts the reader's verdicts in place of the program's. A correction belongs to the number it was made on: it is
 * found by the anchored place of the note's first target, so that it holds when the texts are parsed anew. Of two on
 * one commitment the later holds. Notes without a verdict are passed over; deleted ones must not be given.
 */
export const assess = (
  commitments: readonly Commitment[],
  annotations: readonly Annotation[],
  reports: Reports,
): Assessed => {
  const latest = new Map<string, Annotation>();
  const loose: LooseCorrection[] = [];
  const oldestFirst = annotations
    .filter(({ body }) => body.assessment && !isPledgeId(body.assessment.commitment))
    .toSorted((a, b) => (a.modified < b.modified ? -1 : a.modified > b.modified ? 1 : 0));
  for (const annotation of oldestFirst) {
    const tied = tieTo(annotation, commitments, reports);
    if ('id' in tied) latest.set(tied.id, annotation);
    else loose.push({ annotation, reason: tied.reason });
  }
  const assessed = commitments.map((commitment) => {
    const annotation = latest.get(commitment.id);
    if (!annotation) return asTraced(commitment);
    const { result, unsure } = correctedResult(commitment, annotation, reports);
    if (unsure) loose.push({ annotation, reason: 'result-unsure' });
    return corrected(commitment, annotation, result);
  });
  return { commitments: assessed, loose };
};

const asTraced = (commitment: Commitment): AssessedCommitment => ({
  commitment,
  verdict: commitment.verdict,
  sure: commitment.sure,
  result: commitment.result,
  correction: null,
});

const corrected = (
  commitment: Commitment,
  { id, body, modified }: Annotation,
  result: CommitmentResult | null,
): AssessedCommitment => ({
  commitment,
  verdict: body.assessment?.verdict ?? commitment.verdict,
  sure: true,
  result,
  correction: { note: id, reason: body.text, modified },
});

/** The commitment whose number a correction was made on. */
function tieTo({ body, targets }: Annotation, commitments: readonly Commitment[], reports: Reports): Tied {
  const [target] = targets;
  const report = target && reports.get(target.report);
  if (!target || !report) return { reason: 'report-gone' };
  const resolution = resolveTarget(report, target);
  if (resolution.state === 'unsure') return { reason: 'unsure' };
  const offset = startIn(body.assessment?.commitment ?? '') - target.position.start;
  const wanted = resolution.range.start + offset;
  const same = commitments.filter(
    (commitment) =>
      commitment.target.report === report.id &&
      rangeContains(resolution.range, commitment.target.range) &&
      beginsWithNumber(target.quote.exact, offset, sliceRange(report.clean, commitment.target.range)),
  );
  const nearest = same.toSorted(
    (a, b) => Math.abs(a.target.range.start - wanted) - Math.abs(b.target.range.start - wanted),
  )[0];
  return nearest ? { id: nearest.id } : { reason: 'target-gone' };
}

/** Tells whether a text has exactly this number at an offset: 3 is not the beginning of 35. */
const beginsWithNumber = (text: string, offset: number, number: string): boolean =>
  offset >= 0 && text.startsWith(number, offset) && !/^[.,]?\d/.test(text.slice(offset + number.length));

/** Tells whether the id of a correction is that of a promise in words (`<report>:p<start>`). */
export const isPledgeId = (id: string): boolean => /:p\d+$/.test(id);

/** Where a commitment's number stood when its id was made (`<report>:<start>`). */
const startIn = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1));

/** The result the reader judged by: the note's second passage, or none. */
function correctedResult(
  { result }: Commitment,
  { targets }: Annotation,
  reports: Reports,
): { readonly result: CommitmentResult | null; readonly unsure: boolean } {
  const target = targets[1];
  if (!target) return { result: null, unsure: false };
  const range = resolvedRange(target, reports);
  if (!range) return { result: null, unsure: true };
  const known = result?.report === target.report && rangeContains(range, result.range);
  return { result: known ? result : { report: target.report, range, observation: null }, unsure: false };
}

/** Where a note's passage stands now, or null where that is unsure. */
export function resolvedRange(target: AnnotationTarget, reports: Reports): Range | null {
  const report = reports.get(target.report);
  const resolution: Resolution | null = report ? resolveTarget(report, target) : null;
  return resolution && resolution.state !== 'unsure' ? resolution.range : null;
}

/** What a verdict is on: a passage of a plan, and what is told of it. */
export interface Judgeable {
  readonly target: { readonly report: string; readonly range: Range };
  readonly result: { readonly report: string; readonly range: Range } | null;
}

/** The verdicts that say there is no result to look at. */
const WITHOUT_RESULT: ReadonlySet<Verdict> = new Set<Verdict>(['not-mentioned', 'report-missing']);

/**
 * The passages a correction is tied to: the target's sentence, and the result's where the verdict has one. `sources`
 * gives the SHA-256 of each report's raw text. Null where the target's report is not there.
 */
export function correctionTargets(
  { target, result }: Judgeable,
  verdict: Verdict,
  reports: ReadonlyMap<string, Report>,
  sources: ReadonlyMap<string, string>,
): readonly AnnotationTarget[] | null {
  const first = sentenceTarget(target, reports, sources);
  if (!first) return null;
  const second = result && !WITHOUT_RESULT.has(verdict) ? sentenceTarget(result, reports, sources) : null;
  return second ? [first, second] : [first];
}

/** The sentences a passage lies in, as a note is tied to them; `sources` as above. Null where the report is not there. */
export function sentenceTarget(
  { report: id, range }: { readonly report: string; readonly range: Range },
  reports: ReadonlyMap<string, Report>,
  sources: ReadonlyMap<string, string>,
): AnnotationTarget | null {
  const report = reports.get(id);
  return report ? createTarget(report, sentencesOf(report, range), sources.get(id) ?? '') : null;
}
