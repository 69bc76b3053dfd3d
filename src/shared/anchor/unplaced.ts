import type { AnnotationTarget } from '../report';
import type { Resolution, UnsureReason } from './resolve';

/**
 * Why the reader is asked where a passage is, or null where there is nothing to ask. `source` is the SHA-256 of the
 * report's raw text of now: a passage the reader has left as it is in this text is not asked about again.
 */
export const questionOf = (
  { unplaced }: AnnotationTarget,
  resolution: Resolution | null,
  source: string | undefined,
): UnsureReason | null =>
  resolution?.state === 'unsure' && (unplaced === undefined || unplaced !== source)
    ? resolution.reason
    : null;

/** The passage without a place, kept as it is for as long as this text (SHA-256, hex) stands. */
export const leaveUnplaced = (target: AnnotationTarget, source: string): AnnotationTarget => ({
  ...target,
  unplaced: source,
});

/** The passage as it was before it was left. */
export const askAgain = ({
  report,
  source,
  position,
  quote,
  sentence,
}: AnnotationTarget): AnnotationTarget => ({ report, source, position, quote, sentence });
