import type { ReactNode } from 'react';
import type { Note } from '../../../shared/anchor';
import { VERDICT_LABELS } from '../../../shared/report';

/** Says of a note that it carries the reader's verdict on a target; nothing on any other note. */
export function AssessmentTag({ note }: { readonly note: Note }): ReactNode {
  const { assessment } = note.annotation.body;
  if (!assessment) return null;
  return <strong>更正结论：{VERDICT_LABELS[assessment.verdict]}</strong>;
}
