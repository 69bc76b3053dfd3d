import type { AnnotationBody, Classification } from './annotation';
import { STAGE_LABELS } from './pledge';
import { VERDICT_LABELS } from './commitment';

/** Says what a classification says: “甲”与“乙”是同一项. */
export const classificationWords = ({ change, name, indicator }: Classification): string =>
  change === 'join' ? `“${name}”与“${indicator}”是同一项` : `“${name}”不算“${indicator}”`;

/** Gives what the reader decided in a note, in words: a verdict, or what is one indicator. Null in a note that decides nothing. */
export const judgementWords = ({ assessment, classification, step }: AnnotationBody): string | null => {
  if (assessment) return VERDICT_LABELS[assessment.verdict];
  if (step) return `${step.object}，${STAGE_LABELS[step.stage]}`;
  return classification ? classificationWords(classification) : null;
};

/** The same after the word for it, as it stands with a note: 更正结论：完成. */
export const judgementLine = (body: AnnotationBody): string | null => {
  const words = judgementWords(body);
  return words === null
    ? null
    : `${body.assessment ? '更正结论' : body.step ? '走到哪一步' : '指标归并'}：${words}`;
};
