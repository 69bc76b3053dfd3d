import type { ReactNode, RefObject } from 'react';
import type { CatalogEntry, Range } from '../../../shared/report';
import type { Volume } from '../../state/library/library';
import { useCopy } from '../parts/use-copy';
import { Margin, type MarginTab } from './margin';
import { NumberCard } from './number-card';
import { SelectionMenu } from './selection-menu';
import { useNoteClick } from './note-click';
import { useMarking } from './use-marking';
import type { NumberFocus } from './use-numbers';
import { usePaintedNote, usePainting } from './use-painting';
import { usePlacedNotes } from '../../state/notes/placed-notes';

export interface SidesProps {
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly entry: CatalogEntry;
  readonly volume: Volume;
  /** Whether the clean text is shown; the source text has neither numbers nor selections. */
  readonly clean: boolean;
  readonly tab: MarginTab;
  readonly numbers: NumberFocus;
  /** Reads a passage aloud; null where the system has no voice for it. */
  readonly onAloud: ((range: Range) => void) | null;
  readonly onReveal: (range: Range) => void;
  /** A note is about to be written: the margin must show it. */
  readonly onWrite: () => void;
  readonly onCloseRepairs: () => void;
}

/** Shows what stands beside the text and over it: the margin with the notes, the card of a number, the menu of a selection. */
export function ReadingSides(props: SidesProps): ReactNode {
  const { pane, entry, volume, clean, tab, numbers, onAloud, onReveal, onWrite, onCloseRepairs } = props;
  const notes = usePlacedNotes(volume.report, entry.sha256);
  const marking = useMarking(volume, entry, notes);
  const copy = useCopy(volume);
  usePainting(volume, notes.placed, pane, clean);
  usePaintedNote(notes.placed, marking.editing, pane, clean);
  useNoteClick(pane, notes.placed, (id) => {
    marking.edit(id);
    onWrite();
  });
  return (
    <>
      <Margin
        volume={volume}
        notes={notes}
        tab={tab}
        editing={marking.editing}
        onEdit={marking.edit}
        onReveal={onReveal}
        onCloseRepairs={onCloseRepairs}
      />
      {clean && numbers.open && (
        <NumberCard
          volume={volume}
          observation={numbers.open}
          top={numbers.top}
          onClose={numbers.close}
          onLeave={numbers.leave}
          onCopy={({ quote }) => void copy(quote)}
          onNote={({ range }) => {
            numbers.close();
            marking.mark(range, {}, true);
            onWrite();
          }}
        />
      )}
      {clean && (
        <SelectionMenu
          volume={volume}
          pane={pane}
          onMark={(range, look, write) => {
            marking.mark(range, look, write);
            if (write) onWrite();
          }}
          onGive={marking.give}
          onCopy={(range) => void copy(range)}
          onAloud={onAloud}
        />
      )}
    </>
  );
}
