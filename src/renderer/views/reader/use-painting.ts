import { useEffect, type RefObject } from 'react';
import { COLOURS } from '../../../shared/report';
import type { Volume } from '../../state/library';
import { clearHighlight, paint } from '../text/highlight';
import { mapText } from '../text/text-map';
import type { PlacedNote } from './use-placed-notes';
import '../text/highlight.css';

const NOTE_NAMES = ['note-1', 'note-2', 'note-3', 'note-4'] as const;

/** Paints what is doubtful and what the reader has marked over the clean text; clears it when the text goes. */
export const usePainting = (
  { report }: Volume,
  notes: readonly PlacedNote[],
  pane: RefObject<HTMLElement | null>,
  shown: boolean,
): void => {
  useEffect(() => {
    if (!shown || !pane.current) return undefined;
    const map = mapText(pane.current);
    // A doubtful number carries its own wavy line.
    const passages = report.caveats.filter(({ type }) => type !== 'implausible');
    paint(
      'caveat',
      map,
      passages.map(({ range }) => range),
    );
    NOTE_NAMES.forEach((name, index) => {
      const own = notes.filter(({ note }) => note.annotation.body.colour === COLOURS[index]);
      paint(
        name,
        map,
        own.map(({ range }) => range),
      );
    });
    const underlined = notes.filter(({ note }) => note.annotation.body.underline);
    paint(
      'note-line',
      map,
      underlined.map(({ range }) => range),
    );
    return () => (['caveat', 'note-line', ...NOTE_NAMES] as const).forEach(clearHighlight);
  }, [report, notes, pane, shown]);
};
