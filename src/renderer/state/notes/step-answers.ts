import { useMemo } from 'react';
import { assessSteps, createTarget, sentencesOf, type AssessedStep } from '../../../shared/anchor';
import type { LifeStep } from '../../../shared/commitments';
import { STAGE_LABELS, type Report, type Stage } from '../../../shared/report';
import { useApp, useLibrary, useNotes } from '../app';
import { useReports } from '../library/use-reports';

type Steps = readonly AssessedStep<LifeStep>[];

/** Puts what the reader said of how far a thing is in place of the program's word. The same function until a note changes. */
export const useAssessedSteps = (object: string): ((steps: readonly LifeStep[]) => Steps) => {
  const notes = useNotes((state) => state.notes);
  const answers = useMemo(
    () => notes.flatMap(({ annotation }) => (annotation.body.step?.object === object ? [annotation] : [])),
    [notes, object],
  );
  const reports = useReports([
    ...new Set(answers.flatMap(({ targets }) => targets.map(({ report }) => report))),
  ]);
  return useMemo(
    () => (steps: readonly LifeStep[]) => assessSteps({ object, steps }, answers, reports),
    [object, answers, reports],
  );
};

/** What can be said of a step. */
interface StepActions {
  /** Keeps the reader's stage as a note on the step's sentence; one already made is changed. */
  readonly say: (step: AssessedStep<LifeStep>, report: Report, stage: Stage) => void;
  /** Gives the program's word back; the note goes to the 回收站. */
  readonly withdraw: (step: AssessedStep<LifeStep>) => void;
}

export const useStepAnswers = (object: string): StepActions => {
  const { notes, toast } = useApp();
  const shelf = useLibrary((state) => state.shelf);
  const action = { label: '撤销', run: () => notes.getState().undo() };
  return {
    say: ({ report: id, range, correction }, report, stage) => {
      const source = shelf.find(({ entry }) => entry.id === id)?.entry.sha256 ?? '';
      const body = { text: correction?.reason ?? '', step: { object, stage } };
      if (correction) notes.getState().change([correction.note], { body });
      else notes.getState().create([createTarget(report, sentencesOf(report, range), source)], body);
      toast.getState().show({ text: `记下了：${object}，${STAGE_LABELS[stage]}，在笔记本里`, action });
    },
    withdraw: ({ correction }) => {
      if (!correction) return;
      notes.getState().remove([correction.note]);
      toast.getState().show({ text: '已撤回，批注在回收站', action });
    },
  };
};
