import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Note } from '../../../../shared/anchor';
import { searchFields } from '../../../../shared/search';
import { keyOf } from '../../../commands/keys';
import { useApp, useNotes } from '../../../state/app';

const MOST_OFFERED = 6;

/** Tags of all notes, the most used first. */
const tagsInUse = (notes: readonly Note[]): readonly (readonly [tag: string, count: number])[] => {
  const counts = new Map<string, number>();
  for (const { annotation } of notes)
    for (const tag of annotation.body.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh'));
};

/** Known tags that a beginning may mean, as written or in pinyin, without those a note has already. */
const offeredTags = (
  known: readonly string[],
  taken: readonly string[],
  typed: string,
): readonly string[] => {
  const free = known.filter((tag) => !taken.includes(tag));
  if (typed.trim() === '') return free.slice(0, MOST_OFFERED);
  return searchFields(free, (tag) => tag, typed)
    .filter(({ way }) => way !== 'near')
    .map(({ item }) => item)
    .slice(0, MOST_OFFERED);
};

function Offers({
  id,
  tags,
  at,
  onTake,
}: {
  readonly id: string;
  readonly tags: readonly string[];
  readonly at: number;
  readonly onTake: (tag: string) => void;
}): ReactNode {
  return (
    <span className="layer tag-offers" id={id} role="listbox" aria-label="用过的标签" hidden={!tags.length}>
      {tags.map((tag, index) => (
        <span
          key={tag}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          // The press must not leave the field before the tag is taken.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(tag);
          }}
        >
          {tag}
        </span>
      ))}
    </span>
  );
}

/** A field for one tag, completed from the tags in use; Enter takes it, Escape gives it up. */
export function TagField({
  taken,
  onAdd,
  onClose,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (tag: string) => void;
  /** `back` where the focus should return to where it was. */
  readonly onClose: (back: boolean) => void;
}): ReactNode {
  const notes = useNotes((state) => state.notes);
  const known = useMemo(() => tagsInUse(notes).map(([tag]) => tag), [notes]);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  /** Leaving the field takes what stands in it; giving it up leaves it too. */
  const givenUp = useRef(false);
  const list = useId();
  const offered = offeredTags(known, taken, typed);
  const add = (tag: string) => {
    const clean = tag.trim();
    if (clean !== '' && !taken.includes(clean)) onAdd(clean);
    setTyped('');
    setAt(-1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = keyOf(event);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      setAt(Math.max(-1, Math.min(offered.length - 1, at + step)));
    } else if (key === 'Enter') {
      const tag = offered[at] ?? typed;
      if (tag.trim() === '') onClose(true);
      else add(tag);
    } else if (key === 'Escape') {
      givenUp.current = true;
      onClose(true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="tag-field">
      <input
        className="field"
        role="combobox"
        aria-label="标签"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
        placeholder="标签，回车加上"
        autoFocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!givenUp.current) add(typed);
          onClose(false);
        }}
      />
      <Offers id={list} tags={offered} at={at} onTake={add} />
    </span>
  );
}

/** A note's tags, to take away and to add to. */
export function NoteTags({ note }: { readonly note: Note }): ReactNode {
  const { notes } = useApp();
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { tags } = note.annotation.body;
  const change = (next: readonly string[]) => notes.getState().change([note.id], { body: { tags: next } });
  return (
    <span className="note-tags">
      {tags.map((tag, index) => (
        <span key={`${tag}${index}`} className="tag">
          {tag}
          <button aria-label={`去掉标签 ${tag}`} onClick={() => change(tags.toSpliced(index, 1))}>
            ×
          </button>
        </span>
      ))}
      {adding && (
        <TagField
          taken={tags}
          onAdd={(tag) => change([...tags, tag])}
          onClose={(back) => {
            // Before the field goes, or the focus would fall out of the note.
            if (back) opener.current?.focus();
            setAdding(false);
          }}
        />
      )}
      {/* Out of sight while the field is open, yet there to give the focus back to. */}
      <button
        ref={opener}
        className={adding ? 'visually-hidden' : 'quiet'}
        tabIndex={adding ? -1 : 0}
        onClick={() => setAdding(true)}
      >
        加标签
      </button>
    </span>
  );
}
