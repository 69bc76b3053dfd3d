import { useEffect, useRef, type RefObject } from 'react';
import { COLOURS, type Range } from '../../../shared/report';
import { rangeToRaw } from '../../../shared/parse';
import type { Volume } from '../../state/library/library';
import { clearHighlight, paint, type HighlightName } from '../text/highlight';
import { mapRawText, mapText, type TextMap } from '../text/text-map';
import type { PlacedNote } from '../../state/notes/placed-notes';
import '../text/highlight.css';

const NOTE_NAMES = ['note-1', 'note-2', 'note-3', 'note-4'] as const;

type Painted = ReadonlyMap<HighlightName, readonly Range[]>;

const rangesOf = (notes: readonly PlacedNote[]): readonly Range[] => notes.map(({ range }) => range);

/** Gives what is doubtful and what the reader has marked, by the name it is painted under. */
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

/** Where passages of the clean text stand in 原文. */
const sourceMap = (pane: HTMLElement, { report }: Volume): Pick<TextMap, 'toDom'> => {
  const source = pane.querySelector<HTMLElement>('.source-text');
  const raw = source && mapRawText(source);
  return { toDom: (range) => raw?.toDom(rangeToRaw(report, range)) ?? null };
};

const same = (before: readonly Range[] | undefined, now: readonly Range[]): boolean =>
  before?.length === now.length && before.every((range, index) => range === now[index]);

/**
 * Paints what is doubtful and what the reader has marked over the text, 整理 or 原文; clears it when the text goes. Only what
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
    if (!pane.current) return;
    const next = wanted(volume, notes);
    const changed = [...next].filter(([name, ranges]) => !same(painted.current.get(name), ranges));
    painted.current = next;
    if (changed.length === 0) return;
    const map = shown ? mapText(pane.current) : sourceMap(pane.current, volume);
    for (const [name, ranges] of changed) paint(name, map, ranges);
  }, [volume, notes, pane, shown]);
};

/** Marks the passages of the note that is being written, so that its card and its words are seen together. */
export const usePaintedNote = (
  placed: readonly PlacedNote[],
  editing: string | null,
  pane: RefObject<HTMLElement | null>,
  shown: boolean,
): void => {
  useEffect(() => {
    const own = rangesOf(placed.filter(({ note }) => note.id === editing));
    if (!shown || !pane.current || own.length === 0) return undefined;
    paint('note-current', mapText(pane.current), own);
    return () => clearHighlight('note-current');
  }, [placed, editing, pane, shown]);
};
