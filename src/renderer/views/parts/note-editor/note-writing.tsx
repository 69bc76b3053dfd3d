import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Note } from '../../../../shared/anchor';
import { COLOURS, type Colour } from '../../../../shared/report';
import { comboOf } from '../../../commands/keys';
import { useApp, useNotes } from '../../../state/app';
import { NoteTags } from './note-tags';

/** The four colours as a row of swatches. */
export function ColourRow({
  colour,
  onChoose,
}: {
  /** Null where several notes are meant. */
  readonly colour: Colour | null;
  readonly onChoose: (colour: Colour) => void;
}): ReactNode {
  return (
    <span className="colour-row" role="group" aria-label="颜色">
      {COLOURS.map((name, index) => (
        <button
          key={name}
          className="swatch"
          data-colour={index + 1}
          aria-label={name}
          title={name}
          aria-pressed={colour === null ? undefined : name === colour}
          onClick={() => onChoose(name)}
        />
      ))}
    </span>
  );
}

/** Colours and the underline of a note. */
export function NoteLook({ note }: { readonly note: Note }): ReactNode {
  const { notes } = useApp();
  const { colour, underline } = note.annotation.body;
  return (
    <span className="colour-row">
      <ColourRow
        colour={colour}
        onChoose={(next) => notes.getState().change([note.id], { body: { colour: next } })}
      />
      <button
        className="underline-toggle"
        aria-label="下划线"
        title="下划线"
        aria-pressed={underline}
        onClick={() => notes.getState().change([note.id], { body: { underline: !underline } })}
      >
        下
      </button>
    </span>
  );
}

/** The colour's name on its tint. */
export function ColourTag({ colour }: { readonly colour: Colour }): ReactNode {
  return (
    <span className="colour-tag" data-colour={COLOURS.indexOf(colour) + 1}>
      {colour}
    </span>
  );
}

/** Keys that end the writing; the input method's own, null, is none of them. */
const DONE: readonly (string | null)[] = ['Escape', 'Ctrl+Enter'];

/** The words of a note in a field that keeps them as a draft while they are written. */
export function NoteField({ note }: { readonly note: Note }): ReactNode {
  const { notes } = useApp();
  const open = useNotes((state) => state.editing[note.id]);
  const [composed, setComposed] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // After the layout, by when a card in the margin has its place: what cannot be seen takes no focus.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const text = composed ?? open?.text ?? note.draft?.text ?? note.annotation.body.text;
  const write = (words: string) => notes.getState().write(note.id, words);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!DONE.includes(comboOf(event))) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <textarea
      ref={field}
      className="note-field"
      aria-label="批注"
      placeholder="写批注。Ctrl Enter 存上"
      value={text}
      rows={3}
      // Half-typed pinyin is shown but is no draft: only committed characters are kept.
      onChange={({ target, nativeEvent }) =>
        (nativeEvent as InputEvent).isComposing ? setComposed(target.value) : write(target.value)
      }
      onCompositionEnd={({ currentTarget }) => {
        setComposed(null);
        write(currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => notes.getState().commit(note.id)}
    />
  );
}

/** Moves notes to the 回收站 and offers the way back. */
export const useRemoval = (): ((ids: readonly string[]) => void) => {
  const { notes, toast } = useApp();
  return (ids) => {
    notes.getState().remove(ids);
    toast.getState().show({
      text: `已移到回收站 ${ids.length} 条`,
      action: { label: '撤销', run: () => notes.getState().restore(ids) },
    });
  };
};

/** A note open for writing: its words, look and tags, one more passage, and the way to the 回收站. */
export function NoteWriting({
  note,
  onClose,
}: {
  readonly note: Note;
  readonly onClose: () => void;
}): ReactNode {
  const remove = useRemoval();
  const ask = usePassageRequest();
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    if (!currentTarget.contains(relatedTarget)) onClose();
  };
  return (
    <div onBlur={onBlur}>
      <NoteField note={note} />
      <div className="note-writing-foot">
        <NoteLook note={note} />
        <NoteTags note={note} />
      </div>
      <div className="note-writing-foot">
        <button
          className="quiet"
          onClick={() => {
            ask(note.id);
            onClose();
          }}
        >
          加一处原文
        </button>
        <button className="quiet" onClick={() => remove([note.id])}>
          移到回收站
        </button>
      </div>
    </div>
  );
}

/** Asks the reader for one more passage for a note, to be selected in any report. */
export const usePassageRequest = (): ((note: string) => void) => {
  const { notes, toast } = useApp();
  return (note) => {
    notes.getState().askPassage({ note, replaces: null });
    toast.getState().show({ text: '在任一篇里选中一段文字，按 A 加到这条批注' });
  };
};
