import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Note } from '../../../shared/anchor';
import { COLOURS, type Colour } from '../../../shared/report';
import { useApp, useNotes } from '../../state/app';

/** The four colours as a row of swatches. */
export function ColourRow({
  colour,
  onChoose,
}: {
  readonly colour: Colour;
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
          aria-pressed={name === colour}
          onClick={() => onChoose(name)}
        />
      ))}
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

/** The words of a note in a field that keeps them as a draft while they are written. */
export function NoteField({
  note,
  focus,
  onLeave,
}: {
  readonly note: Note;
  /** Takes the focus when this becomes true: not before the field can be seen, where focusing does nothing. */
  readonly focus: boolean;
  readonly onLeave?: () => void;
}): ReactNode {
  const { notes } = useApp();
  const open = useNotes((state) => state.editing[note.id]);
  const [composed, setComposed] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus({ preventScroll: true });
  }, [focus]);
  const text = composed ?? open?.text ?? note.draft?.text ?? note.annotation.body.text;
  const write = (words: string) => notes.getState().write(note.id, words);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done) return;
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
      onBlur={() => {
        notes.getState().commit(note.id);
        onLeave?.();
      }}
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

/** A note open for writing: its words, its colour, and the way to the 回收站. */
export function NoteWriting({
  note,
  shown,
  onClose,
}: {
  readonly note: Note;
  /** False until the note has its place in the margin. */
  readonly shown: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { notes } = useApp();
  const remove = useRemoval();
  const keepFocus = (event: { preventDefault(): void }) => event.preventDefault();
  return (
    <div>
      <NoteField note={note} focus={shown} onLeave={onClose} />
      {/* Pressing here must not leave the field, which would close it before the click. */}
      <div className="note-writing-foot" onPointerDown={keepFocus}>
        <ColourRow
          colour={note.annotation.body.colour}
          onChoose={(colour) => notes.getState().change([note.id], { body: { colour } })}
        />
        <button className="quiet" onClick={() => remove([note.id])}>
          移到回收站
        </button>
      </div>
    </div>
  );
}
