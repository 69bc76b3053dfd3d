import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Range } from '../../../shared/report';
import { useShell } from '../../state/app';
import { NoteCard } from '../parts/note-editor/note-card';
import '../parts/note-editor/notes.css';
import '../parts/note-editor/note-text.css';
import '../parts/note-editor/note-tags.css';
import type { PlacedNote, ReportNotes } from '../../state/notes/placed-notes';
import { usePlacement } from './use-placement';

/** Of a thousand cards only the one that changed is rendered. */
const Card = memo(NoteCard);

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
  const { navigation } = useShell();
  const list = useRef<HTMLDivElement>(null);
  const { placed, unsure, left } = notes;
  const cards = useMemo(() => onceEach(placed), [placed]);
  const shown = usePlacement(cards, list, editing);
  const latest = useRef(onReveal);
  useEffect(() => {
    latest.current = onReveal;
  });
  const reveal = useCallback((range: Range) => latest.current(range), []);
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
        {shown.map(({ note, range }) => (
          <Card
            key={note.id}
            note={note}
            range={range}
            editing={editing === note.id}
            onEdit={onEdit}
            onReveal={reveal}
          />
        ))}
      </div>
    </>
  );
}
