import { useEffect, useRef, type RefObject } from 'react';
import { COLOURS, type Range } from '../../../shared/report';
import type { Volume } from '../../state/library/library';
import { clearHighlight, paint, type HighlightName } from '../text/highlight';
import { mapText } from '../text/text-map';
import type { PlacedNote } from './use-placed-notes';
import '../text/highlight.css';

const NOTE_NAMES = ['note-1', 'note-2', 'note-3', 'note-4'] as const;

type Painted = ReadonlyMap<HighlightName, readonly Range[]>;

const rangesOf = (notes: readonly PlacedNote[]): readonly Range[] => notes.map(({ range }) => range);

/** What is doubtful and what the reader has marked, by the name it is painted under. */
const wanted = ({ report }: Volume, notes: readonly PlacedNote[]): Painted => {
  // A doubtful number carries its own wavy line.
  const passages = report.caveats.filter(({ type }) => type !== 'implausible');
  const coloured = NOTE_NAMES.map((name, index): readonly [HighlightName, readonly Range[]] => [
    name,
    rangesOf(notes.filter(({ note }) => note.annotation.body.colour === COLOURS[index])),
  ]);
  return new Map<HighlightName, readonly Range[]>([
    ['caveat', passages.map(({ range }) => range)],
    ...coloured,
    ['note-line', rangesOf(notes.filter(({ note }) => note.annotation.body.underline))],
  ]);
};

const same = (before: readonly Range[] | undefined, now: readonly Range[]): boolean =>
  before?.length === now.length && before.every((range, index) => range === now[index]);

/**
 * Paints what is doubtful and what the reader has marked over the clean text; clears it when the text goes. Only what
 * has changed is painted again, so that one mark among a thousand costs one colour.
 */
export const usePainting = (
  volume: Volume,
  notes: readonly PlacedNote[],
  pane: RefObject<HTMLElement | null>,
  shown: boolean,
): void => {
  const painted = useRef<Painted>(new Map());
  useEffect(
    () => () => {
      for (const name of painted.current.keys()) clearHighlight(name);
      painted.current = new Map();
    },
    [volume, pane, shown],
  );
  useEffect(() => {
    if (!shown || !pane.current) return;
    const next = wanted(volume, notes);
    const changed = [...next].filter(([name, ranges]) => !same(painted.current.get(name), ranges));
    painted.current = next;
    if (changed.length === 0) return;
    const map = mapText(pane.current);
    for (const [name, ranges] of changed) paint(name, map, ranges);
  }, [volume, notes, pane, shown]);
};
