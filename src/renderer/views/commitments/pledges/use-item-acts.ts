import { useMemo } from 'react';
import type { LifeStep } from '../../../../shared/commitments';
import type { PartKind } from '../../../../shared/sheet';
import { useLibrary, useShell } from '../../../state/app';
import { usePrintPreferences } from '../../../state/compare/print';
import { useReports } from '../../../state/library/use-reports';
import { useNotesOn, useOpenNoteOn } from '../../../state/notes/notes-on';
import { sheetReports } from '../../parts/sheet-reports';
import { useCopyPassages } from '../../parts/use-copy';

/** What can be done with a thing as a whole. */
export interface ItemActs {
  /** False while none of its sentences is at hand. */
  readonly ready: boolean;
  readonly copy: () => void;
  readonly note: () => void;
  readonly toSheet: () => void;
}

/** A note is tied to so many sentences of a thing at most: its latest. */
const NOTED = 8;

/** The parts of a sheet that show a thing over the years. */
const PARTS: readonly PartKind[] = ['pledges', 'lives'];

/** 复制并带出处, 加批注, 放进对照表 for every sentence of a thing, the newest first. */
export const useItemActs = (steps: readonly LifeStep[]): ItemActs => {
  const { navigation } = useShell();
  const entries = useLibrary((state) => state.shelf).map(({ entry }) => entry);
  const preferences = usePrintPreferences();
  const reports = useReports([...new Set(steps.map(({ report }) => report))]);
  const open = useMemo(() => [...reports.values()], [reports]);
  const note = useOpenNoteOn(useNotesOn(open));
  const copy = useCopyPassages();
  const passages = steps
    .flatMap(({ report: id, range }) => {
      const report = reports.get(id);
      return report ? [{ report, range }] : [];
    })
    .reverse();
  return {
    ready: passages.length > 0,
    copy: () => void copy(passages),
    note: () => note(passages.slice(0, NOTED)),
    toSheet: () => {
      preferences.change({ parts: [...new Set([...preferences.parts, ...PARTS])] });
      const ids = passages.map(({ report }) => report.id);
      navigation.getState().go({ view: 'print', reports: sheetReports(ids, entries) });
    },
  };
};
