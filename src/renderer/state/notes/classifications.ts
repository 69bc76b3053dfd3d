import { useMemo } from 'react';
import { sentenceTarget } from '../../../shared/anchor';
import type { MatrixRow } from '../../../shared/compare';
import { withClassifications } from '../../../shared/figures';
import { statedIn } from '../../../shared/indicators';
import { classificationWords, type Classification, type Observation } from '../../../shared/report';
import { useApp, useNotes } from '../app';
import { quotable } from './assessments';

/** The reader's word on an indicator, and the note that keeps it. */
export interface KeptClassification extends Classification {
  readonly note: string;
}

/** Gives the reader's words on which indicators are one, oldest first; none from the 回收站. */
export const useClassifications = (): readonly KeptClassification[] => {
  const notes = useNotes((state) => state.notes);
  return useMemo(
    () =>
      notes
        .flatMap(({ id, annotation: { body, modified } }) =>
          body.classification ? [{ ...body.classification, note: id, modified }] : [],
        )
        .toSorted((a, b) => (a.modified < b.modified ? -1 : a.modified > b.modified ? 1 : 0)),
    [notes],
  );
};

/** Reports with their observations under the indicators the reader put them in. */
export const useClassified = <Stating extends { readonly observations: readonly Observation[] }>(
  stating: readonly Stating[],
): readonly Stating[] => {
  const words = useClassifications();
  return useMemo(
    () =>
      words.length === 0
        ? stating
        : stating.map((one) => ({ ...one, observations: withClassifications(one.observations, words) })),
    [stating, words],
  );
};

export interface ClassifyActions {
  /** Lets a row stand under another's indicator from now on, in every place. */
  readonly join: (row: MatrixRow, other: MatrixRow) => void;
  /** Lets statements of one wording leave a row. */
  readonly part: (row: MatrixRow, name: string) => void;
  /** Takes a word back; its note goes to the 回收站. */
  readonly withdraw: (word: KeptClassification) => void;
}

/** What the reader does with rows of 对照表. Each word is a note on the sentences it was said of, and is undone like one. */
export const useClassifyActions = (): ClassifyActions => {
  const { library, notes, toast } = useApp();
  const undo = { label: '撤销', run: () => notes.getState().undo() };
  const keep = (classification: Classification, said: readonly (Observation | undefined)[]): void => {
    const { reports, sources } = quotable(library.getState().shelf);
    const targets = said.flatMap((one) => (one && sentenceTarget(one, reports, sources)) ?? []);
    notes.getState().create(targets, { classification });
    toast.getState().show({ text: `${classificationWords(classification)}，记在笔记本里`, action: undo });
  };
  return {
    join: (row, other) =>
      keep({ change: 'join', name: row.indicator, indicator: other.indicator }, [
        statedIn(row)[0],
        statedIn(other)[0],
      ]),
    part: (row, name) =>
      keep({ change: 'part', name, indicator: row.indicator }, [
        statedIn(row).find((observation) => observation.name === name),
      ]),
    withdraw: ({ note }) => {
      notes.getState().remove([note]);
      toast.getState().show({ text: '已撤回，批注在回收站', action: undo });
    },
  };
};
