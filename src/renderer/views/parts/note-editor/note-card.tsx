import type { ReactNode } from 'react';
import type { Note } from '../../../../shared/anchor';
import { COLOURS, judgementLine, type Range } from '../../../../shared/report';
import { timeWords } from '../../text/dates';
import { NoteText } from './note-text';
import { ColourTag, NoteWriting } from './note-writing';

const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' });

const minute = new Intl.DateTimeFormat('zh-CN', {
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** 11月19日 16:05 of an ISO time. */
export const minuteOf = (iso: string): string => timeWords(minute, iso);

export const noteMinute = (note: Note): string => minuteOf(note.annotation.modified);

export const noteDay = (note: Note): string => timeWords(day, note.annotation.modified);

/** A note's words: those of a draft that a crash or another window has left, where there is one. */
export const noteWords = ({ draft, annotation }: Note): string => draft?.text ?? annotation.body.text;

/** What stands in the card of a note without words. */
const BARE = '只上了色。点这里写批注';

/** Shows what a note carries besides words and colour: the reader's verdict, and tags. */
export function NoteMarks({ note }: { readonly note: Note }): ReactNode {
  const { body } = note.annotation;
  const judged = judgementLine(body);
  return (
    <>
      {judged && <span className="note-verdict">{judged}</span>}
      {body.tags.map((tag, index) => (
        <span key={`${tag}${index}`}>{tag}</span>
      ))}
    </>
  );
}

/**
 * A note in the margin: a vermilion bar, the reader's words, the colour; it opens for writing in place. Whoever lists
 * cards puts each at its line.
 */
export function NoteCard({
  note,
  range,
  editing,
  onEdit,
  onReveal,
}: {
  readonly note: Note;
  /** Its passage, in the clean text. */
  readonly range: Range;
  readonly editing: boolean;
  /** Opens the note for writing; null closes it. */
  readonly onEdit: (id: string | null) => void;
  readonly onReveal: (range: Range) => void;
}): ReactNode {
  const { body } = note.annotation;
  const words = noteWords(note);
  return (
    <article
      className="note-card"
      data-note={note.id}
      data-colour={COLOURS.indexOf(body.colour) + 1}
      data-editing={editing || undefined}
      aria-label={`批注，${body.colour}`}
    >
      {editing ? (
        <NoteWriting note={note} onClose={() => onEdit(null)} />
      ) : (
        <button className="note-text" aria-label={`改批注：${words || BARE}`} onClick={() => onEdit(note.id)}>
          {words ? <NoteText text={words} /> : <span className="caption">{BARE}</span>}
        </button>
      )}
      <p className="note-facts">
        <button className="note-place" onClick={() => onReveal(range)} aria-label={`${body.colour}，到原文`}>
          <ColourTag colour={body.colour} />
        </button>
        <NoteMarks note={note} />
        {note.annotation.targets.length > 1 && <span>连到 {note.annotation.targets.length} 处</span>}
        <span>{noteDay(note)}</span>
        {note.draft && <strong>草稿，点开接着写</strong>}
        {note.conflicts.length > 0 && <strong>另有 {note.conflicts.length} 个版本</strong>}
      </p>
    </article>
  );
}
