import { useMemo } from 'react';
import { assess, correctionTargets, type Assessed, type AssessedCommitment } from '../../../shared/anchor';
import { VERDICT_LABELS, type Verdict } from '../../../shared/report';
import { useApp, useLibrary, useNotes } from '../app';
import { readyVolumes } from '../library/library';
import type { Reports } from '../commitments/ledger';

export interface Assessments extends Assessed {
  readonly reports: Reports;
}

/** Every commitment of the library with the reader's verdicts in place. */
export const useAssessments = (): Assessments => {
  const shelf = useLibrary((state) => state.shelf);
  const commitments = useLibrary((state) => state.commitments);
  const notes = useNotes((state) => state.notes);
  const reports = useMemo(
    () => new Map(readyVolumes(shelf).map(({ report }) => [report.id, report])),
    [shelf],
  );
  return useMemo(() => {
    const annotations = notes.map(({ annotation }) => annotation);
    return { ...assess(commitments, annotations, reports), reports };
  }, [commitments, notes, reports]);
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
      const reports = new Map(readyVolumes(shelf).map(({ report }) => [report.id, report]));
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
