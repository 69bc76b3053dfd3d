import { useMemo } from 'react';
import { assess, correctionTargets, type Assessed, type AssessedCommitment } from '../../../shared/anchor';
import { VERDICT_LABELS, type Verdict } from '../../../shared/report';
import { useApp, useLibrary, useNotes } from '../app';
import { openVolumes } from '../library/library';
import { useReports } from '../library/use-reports';

/** Every commitment of the library with the reader's verdicts in place. */
export const useAssessments = (): Assessed => {
  const commitments = useLibrary((state) => state.commitments);
  const notes = useNotes((state) => state.notes);
  const corrections = useMemo(
    () => notes.flatMap(({ annotation }) => (annotation.body.assessment ? [annotation] : [])),
    [notes],
  );
  const reports = useReports([
    ...new Set(corrections.flatMap(({ targets }) => targets.map(({ report }) => report))),
  ]);
  return useMemo(() => assess(commitments, corrections, reports), [commitments, corrections, reports]);
};

export interface CorrectionActions {
  /** Keeps the reader's verdict and reason as a note; a correction already made is changed. */
  readonly correct: (row: AssessedCommitment, verdict: Verdict, reason: string) => void;
  /** Gives the program's verdict back; the note goes to the 回收站. */
  readonly withdraw: (row: AssessedCommitment) => void;
}

export const useCorrections = (): CorrectionActions => {
  const { library, notes, toast } = useApp();
  const undo = { label: '撤销', run: () => notes.getState().undo() };
  return {
    correct: (row, verdict, reason) => {
      const { shelf } = library.getState();
      const reports = new Map(openVolumes(shelf).map(({ report }) => [report.id, report]));
      const sources = new Map(shelf.map(({ entry }) => [entry.id, entry.sha256]));
      const targets = correctionTargets(row, verdict, reports, sources);
      if (!targets) return;
      const body = { text: reason, assessment: { commitment: row.commitment.id, verdict } };
      if (row.correction) notes.getState().change([row.correction.note], { body, targets });
      else notes.getState().create(targets, body);
      toast.getState().show({ text: `已更正为“${VERDICT_LABELS[verdict]}”，记在笔记本里`, action: undo });
    },
    withdraw: ({ correction }) => {
      if (!correction) return;
      notes.getState().remove([correction.note]);
      toast.getState().show({ text: '已撤回更正，批注在回收站', action: undo });
    },
  };
};
