import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Range } from '../../../shared/report';
import { useApp } from '../../state/app';
import { NoteCard } from '../notes/note-card';
import '../notes/notes.css';
import { mapText } from '../text/text-map';
import { placeNotes } from './note-placement';
import type { PlacedNote, ReportNotes } from './use-placed-notes';

const GAP = 12;

/** Measures where each note's passage is and how tall the note is, and gives each its top. */
const useTops = (
  placed: readonly PlacedNote[],
  list: RefObject<HTMLElement | null>,
  fixed: string | null,
): ReadonlyMap<string, number> => {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    // From the list upwards: at the first layout the pane around it has no ref yet.
    const scroller = list.current?.closest<HTMLElement>('.pane');
    if (!scroller || !list.current) return undefined;
    const measure = () => {
      const map = mapText(scroller);
      const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
      const notes = placed.map(({ note, range }) => ({
        id: note.id,
        line: (map.toDom(range)?.getBoundingClientRect().top ?? origin) - origin,
        height: list.current?.querySelector(`[data-note="${CSS.escape(note.id)}"]`)?.clientHeight ?? 0,
      }));
      setTops(placeNotes(notes, GAP, fixed));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const element of list.current.children) observer.observe(element);
    const text = scroller.querySelector('.text');
    if (text) observer.observe(text);
    return () => observer.disconnect();
  }, [placed, list, fixed]);
  return tops;
};

/** A note with several passages here stands once, at the first of them. */
const onceEach = (placed: readonly PlacedNote[]): readonly PlacedNote[] =>
  [...new Map(placed.toReversed().map((each) => [each.note.id, each])).values()].sort(
    (a, b) => a.range.start - b.range.start,
  );

/** 批注 at the lines of their passages; pushed down where they meet. */
export function MarginNotes({
  notes,
  editing,
  onEdit,
  onReveal,
}: {
  readonly notes: ReportNotes;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
  readonly onReveal: (range: Range) => void;
}): ReactNode {
  const { navigation } = useApp();
  const list = useRef<HTMLDivElement>(null);
  const { placed, unsure, left } = notes;
  const cards = useMemo(() => onceEach(placed), [placed]);
  const tops = useTops(cards, list, editing);
  return (
    <>
      {unsure.length + left.length > 0 && (
        <p className="margin-unsure">
          {unsure.length > 0 && `有 ${unsure.length} 条批注的位置待确认。`}
          {left.length > 0 && `有 ${left.length} 条没有位置，原样留着。`}
          <button className="quiet" onClick={() => navigation.getState().go({ view: 'notes' })}>
            去看看
          </button>
        </p>
      )}
      {!placed.length && !unsure.length && !left.length && (
        <p className="caption margin-empty">选中文字，按 1—4 上色，按 N 写批注。</p>
      )}
      <div ref={list}>
        {cards.map(({ note, range }) => (
          <NoteCard
            key={note.id}
            note={note}
            top={tops.get(note.id)}
            editing={editing === note.id}
            onEdit={(open) => onEdit(open ? note.id : null)}
            onReveal={() => onReveal(range)}
          />
        ))}
      </div>
    </>
  );
}
