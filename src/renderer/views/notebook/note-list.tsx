import type { ReactNode } from 'react';
import type { Note } from '../../../shared/anchor';
import { typeset } from '../../../shared/parse';
import { COLOURS } from '../../../shared/report';
import { AssessmentTag } from '../notes/assessment-tag';
import { noteDay, noteWords } from '../notes/note-card';
import { ColourTag } from '../notes/note-writing';

/** A note's passages in one line. */
export function NoteQuote({ note }: { readonly note: Note }): ReactNode {
  const { body, targets } = note.annotation;
  return (
    <span className="tinted" data-colour={COLOURS.indexOf(body.colour) + 1}>
      {typeset(targets[0]?.quote.exact ?? '')}
    </span>
  );
}

/** The notes that pass the filter, newest first. */
export function NoteList({
  notes,
  selected,
  nameOf,
  onSelect,
}: {
  readonly notes: readonly Note[];
  readonly selected: string | null;
  readonly nameOf: (report: string) => string;
  readonly onSelect: (id: string) => void;
}): ReactNode {
  return (
    <ul>
      {notes.map((note) => {
        const { body, targets } = note.annotation;
        const names = [...new Set(targets.map(({ report }) => nameOf(report)))];
        return (
          <li key={note.id}>
            <button
              className="note-row"
              aria-current={note.id === selected ? 'true' : undefined}
              onClick={() => onSelect(note.id)}
            >
              <span className="note-row-quote">
                <NoteQuote note={note} />
              </span>
              {noteWords(note) && <span className="note-text">{noteWords(note)}</span>}
              <span className="note-facts">
                <ColourTag colour={body.colour} />
                <AssessmentTag note={note} />
                <span>{names.join('、')}</span>
                {body.tags.map((tag) => (
                  <span key={tag}>{tag}</span>
                ))}
                <span>{noteDay(note)}</span>
                {note.draft && <strong>草稿</strong>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
