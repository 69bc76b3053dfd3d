import { rangesOverlap, type Annotation, type Range, type Stage } from '../report';
import { resolvedRange, type PlacedCorrection } from './assess';
import type { AnchoredText } from './target';

/** A step of a thing's life as the program reads it. */
interface Step {
  readonly report: string;
  /** In the clean text of the report. */
  readonly range: Range;
  readonly stage: Stage | null;
  readonly setBack: boolean;
  readonly sure: boolean;
}

/** A step as it is shown: with the reader's stage where there is one, else the program's. */
export type AssessedStep<S extends Step> = S & {
  /** What the program made of it. */
  readonly read: Stage | null;
  readonly correction: PlacedCorrection | null;
};

type Reports = ReadonlyMap<string, AnchoredText>;

/** What the reader said of how far things are, by the words it was said of. */
export interface PlacedAnswer {
  readonly annotation: Annotation;
  readonly object: string;
  readonly stage: Stage;
  readonly report: string;
  readonly range: Range;
}

/** The answers that stand in these reports now, the latest first. */
export const placedAnswers = (
  annotations: readonly Annotation[],
  reports: Reports,
): readonly PlacedAnswer[] =>
  annotations
    .filter(({ body }) => body.step)
    .toSorted((a, b) => b.modified.localeCompare(a.modified))
    .flatMap((annotation) => {
      const { step } = annotation.body;
      const [target] = annotation.targets;
      const range = target ? resolvedRange(target, reports) : null;
      return step && target && range ? [{ annotation, ...step, report: target.report, range }] : [];
    });

/** The answer on a thing at a passage, or undefined. */
export const answerOn = (
  answers: readonly PlacedAnswer[],
  object: string,
  at: { readonly report: string; readonly range: Range },
): PlacedAnswer | undefined =>
  answers.find(
    (answer) =>
      answer.object === object && answer.report === at.report && rangesOverlap(answer.range, at.range),
  );

/** Puts the reader's word on how far a thing is in place of the program's, step by step; of two on one step the later holds. */
export function assessSteps<S extends Step>(
  { object, steps }: { readonly object: string; readonly steps: readonly S[] },
  annotations: readonly Annotation[],
  reports: Reports,
): readonly AssessedStep<S>[] {
  const answers = placedAnswers(annotations, reports);
  return steps.map((step) => {
    const answer = answerOn(answers, object, step);
    if (!answer) return { ...step, read: step.stage, correction: null };
    const { id, body, modified } = answer.annotation;
    return {
      ...step,
      stage: answer.stage,
      setBack: false,
      sure: true,
      read: step.stage,
      correction: { note: id, reason: body.text, modified },
    };
  });
}
