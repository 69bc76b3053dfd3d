import { useState } from 'react';
import { createTarget } from '../../../shared/anchor';
import type { AnnotationBody, CatalogEntry, Range } from '../../../shared/report';
import { useApp } from '../../state/app';
import type { Volume } from '../../state/library/library';

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
export const useMarking = ({ report }: Volume, { sha256 }: CatalogEntry): Marking => {
  const { notes } = useApp();
  const [editing, edit] = useState<string | null>(null);
  return {
    editing,
    edit,
    mark: (range, look, write) => {
      const id = notes.getState().create([createTarget(report, range, sha256)], look);
      getSelection()?.removeAllRanges();
      if (write) edit(id);
    },
    give: (range) => {
      notes.getState().givePassage(createTarget(report, range, sha256));
      getSelection()?.removeAllRanges();
    },
  };
};
