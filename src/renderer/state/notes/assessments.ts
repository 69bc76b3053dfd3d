import { useMemo } from 'react';
import {
  answerWords,
  assess,
  assessPledges,
  correctionTargets,
  type Assessed,
  type AssessedPledges,
  type Judgeable,
  type PlacedCorrection,
} from '../../../shared/anchor';
import type { Annotation, Report, Verdict } from '../../../shared/report';
import { useApp, useLibrary, useNotes } from '../app';
import { openVolumes, type Shelved } from '../library/library';
import { usePlaces, useReports } from '../library/use-reports';

/** Reports of some places, by id; null for all that is known. */
export type Within = ReadonlySet<string> | null;

/** The notes with a verdict or a stage on reports that are looked at, and these reports, kept open. */
const useJudged = (
  within: Within,
): {
  readonly corrections: readonly Annotation[];
  readonly reports: ReadonlyMap<string, Report>;
} => {
  const notes = useNotes((state) => state.notes);
  const places = usePlaces();
  const relations = useLibrary((state) => state.relations);
  const corrections = useMemo(() => {
    const isLookedAt = (report: string): boolean => {
      const place = places.get(report);
      // One that has left the shelf is told of, wherever the reader looks.
      if (place === undefined) return true;
      return within ? within.has(report) : relations.has(place);
    };
    return notes.flatMap(({ annotation }) =>
      (annotation.body.assessment ?? annotation.body.step) &&
      annotation.targets.some(({ report }) => isLookedAt(report))
        ? [annotation]
        : [],
    );
  }, [notes, within, places, relations]);
  const reports = useReports([
    ...new Set(corrections.flatMap(({ targets }) => targets.map(({ report }) => report))),
  ]);
  return { corrections, reports };
};

/** The commitments of reports, or all that are known, with the reader's verdicts in place. */
export const useAssessments = (within: Within = null): Assessed => {
  const known = useLibrary((state) => state.commitments);
  const commitments = useMemo(
    () => (within === null ? known : known.filter(({ target }) => within.has(target.report))),
    [known, within],
  );
  const { corrections, reports } = useJudged(within);
  return useMemo(() => assess(commitments, corrections, reports), [commitments, corrections, reports]);
};

/** The promises in words of reports, or all that are known, with the reader's verdicts in place. */
export const useAssessedPledges = (within: Within = null): AssessedPledges => {
  const known = useLibrary((state) => state.pledges);
  const pledges = useMemo(
    () => (within === null ? known : known.filter(({ pledge }) => within.has(pledge.report))),
    [known, within],
  );
  const { corrections, reports } = useJudged(within);
  return useMemo(() => assessPledges(pledges, corrections, reports), [pledges, corrections, reports]);
};

/** The open reports, and the SHA-256 of each report's raw text: what a passage is tied to. */
export const quotable = (
  shelf: readonly Shelved[],
): { readonly reports: ReadonlyMap<string, Report>; readonly sources: ReadonlyMap<string, string> } => ({
  reports: new Map(openVolumes(shelf).map(({ report }) => [report.id, report])),
  sources: new Map(shelf.map(({ entry }) => [entry.id, entry.sha256])),
});

/** What a correction can be made on: its id, what it is of, and the correction there is. */
export interface Correctable extends Judgeable {
  readonly id: string;
  /** The program's own. */
  readonly verdict: Verdict;
  /** What the verdicts are called there. */
  readonly labels: Readonly<Record<Verdict, string>>;
  readonly correction: PlacedCorrection | null;
}

export interface CorrectionActions {
  /** Keeps the reader's verdict and reason as a note; a correction already made is changed. */
  readonly correct: (row: Correctable, verdict: Verdict, reason: string) => void;
  /** Gives the program's verdict back; the note goes to the 回收站. */
  readonly withdraw: (row: Pick<Correctable, 'correction'>) => void;
}

export const useCorrections = (): CorrectionActions => {
  const { library, notes, toast } = useApp();
  const undo = { label: '撤销', run: () => notes.getState().undo() };
  return {
    correct: (row, verdict, reason) => {
      const { reports, sources } = quotable(library.getState().shelf);
      const targets = correctionTargets(row, verdict, reports, sources);
      if (!targets) return;
      const body = { text: reason, assessment: { commitment: row.id, verdict } };
      if (row.correction) notes.getState().change([row.correction.note], { body, targets });
      else notes.getState().create(targets, body);
      const done = answerWords(row.verdict, verdict);
      const text =
        done === '已确认'
          ? `已确认：${reason || row.labels[verdict]}，记在笔记本里`
          : `已更正为“${row.labels[verdict]}”，记在笔记本里`;
      toast.getState().show({ text, action: undo });
    },
    withdraw: ({ correction }) => {
      if (!correction) return;
      notes.getState().remove([correction.note]);
      toast.getState().show({ text: '已撤回更正，批注在回收站', action: undo });
    },
  };
};
