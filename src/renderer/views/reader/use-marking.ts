import { useState } from 'react';
import { createTarget } from '../../../shared/anchor';
import type { AnnotationBody, CatalogEntry, Range } from '../../../shared/report';
import { useApp } from '../../state/app';
import type { Volume } from '../../state/library/library';
import type { ReportNotes } from '../../state/notes/placed-notes';

export interface Marking {
  /** Id of the note being written, or null. */
  readonly editing: string | null;
  readonly edit: (id: string | null) => void;
  /** Marks a passage; with `write` its note opens. */
  readonly mark: (range: Range, look: Partial<AnnotationBody>, write: boolean) => void;
  /** Gives the passage a note waits for. */
  readonly give: (range: Range) => void;
}

/** Turns a selection into a note. The target carries the catalog's SHA-256: the text was verified against it. */
export const useMarking = (
  { report }: Volume,
  { sha256 }: CatalogEntry,
  { placed }: ReportNotes,
): Marking => {
  const { notes } = useApp();
  const [editing, edit] = useState<string | null>(null);
  /** The words that are marked already get another colour, not another note. */
  const marked = ({ start, end }: Range): string | null =>
    placed.find(
      ({ note, range }) => range.start === start && range.end === end && note.annotation.targets.length === 1,
    )?.note.id ?? null;
  const remark = (id: string, look: Partial<AnnotationBody>): string => {
    if (Object.keys(look).length > 0) notes.getState().change([id], { body: look });
    return id;
  };
  return {
    editing,
    edit,
    mark: (range, look, write) => {
      const known = marked(range);
      const id =
        known === null
          ? notes.getState().create([createTarget(report, range, sha256)], look)
          : remark(known, look);
      endSelection();
      if (write) edit(id);
    },
    give: (range) => {
      notes.getState().givePassage(createTarget(report, range, sha256));
      endSelection();
    },
  };
};

/** Leaves the caret behind the passage, from where the next sentence is looked for. */
const endSelection = (): void => {
  const selection = getSelection();
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
};
