import type { ReactNode } from 'react';
import { UNSURE_SENTENCES, type Note } from '../../../shared/anchor';
import { typeset } from '../../../shared/parse';
import { COLOURS } from '../../../shared/report';
import type { IndexedNote } from '../../state/notes/notes-index';
import { noteDay, NoteMarks, noteWords } from '../parts/note-editor/note-card';
import { NoteText } from '../parts/note-editor/note-text';
import { ColourTag } from '../parts/note-editor/note-writing';

/** A note's first passage, on its tint. */
function NoteQuote({ note }: { readonly note: Note }): ReactNode {
  const { body, targets } = note.annotation;
  return (
    <span
      className="tinted"
      data-colour={COLOURS.indexOf(body.colour) + 1}
      data-underline={body.underline || undefined}
    >
      {typeset(targets[0]?.quote.exact ?? '没有连到原文')}
    </span>
  );
}

/** Why a note waits for the reader, or nothing. */
const waitingFor = ({ note, questions }: IndexedNote): string | null => {
  if (note.conflicts.length > 0) return '两处改过，请选一个版本';
  const question = questions.find((each) => each !== null);
  return question ? `待确认：${UNSURE_SENTENCES[question]}` : null;
};

/** A note in the list, with its box for choosing several. */
export function NoteRow({
  row,
  selected,
  picked,
  tabbable,
  nameOf,
  onSelect,
  onPick,
}: {
  readonly row: IndexedNote;
  readonly selected: boolean;
  readonly picked: boolean;
  /** The one row the Tab key comes to. */
  readonly tabbable: boolean;
  readonly nameOf: (report: string) => string;
  readonly onSelect: (id: string) => void;
  readonly onPick: (id: string, range: boolean) => void;
}): ReactNode {
  const { note, reports } = row;
  const words = noteWords(note);
  const waiting = waitingFor(row);
  const short = (words || note.annotation.targets[0]?.quote.exact || '').slice(0, 20);
  return (
    <>
      <input
        type="checkbox"
        className="note-pick"
        aria-label={`选中：${short}`}
        checked={picked}
        tabIndex={tabbable ? 0 : -1}
        onChange={(event) => onPick(note.id, (event.nativeEvent as PointerEvent).shiftKey)}
      />
      <button
        className="note-row"
        data-id={note.id}
        tabIndex={tabbable ? 0 : -1}
        aria-current={selected ? 'true' : undefined}
        onClick={(event) => (event.ctrlKey || event.metaKey ? onPick(note.id, false) : onSelect(note.id))}
      >
        {waiting && <span className="note-waiting">{waiting}</span>}
        <span className="note-row-quote">
          <NoteQuote note={note} />
        </span>
        {words && (
          <span className="note-text">
            <NoteText text={words.length > 400 ? `${words.slice(0, 400)}……` : words} />
          </span>
        )}
        <span className="note-facts">
          <ColourTag colour={note.annotation.body.colour} />
          <span>{reports.map(nameOf).join('、')}</span>
          <NoteMarks note={note} />
          <span>{noteDay(note)}</span>
          {note.draft && <strong>草稿</strong>}
        </span>
      </button>
    </>
  );
}
