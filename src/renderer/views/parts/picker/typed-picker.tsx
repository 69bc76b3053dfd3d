import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { keyOf } from '../../../commands/keys';
import { useTyping } from '../typing';
import { MOST_LISTED, Offers, type Pick, type PickerWords } from './offers';

/** Picks one of many by typing; the list opens under the field and is walked by the arrows. */
export function TypedPicker({
  label,
  value,
  find,
  words,
  onChoose,
}: {
  readonly label: string;
  /** The name of what is chosen now; empty where nothing is. */
  readonly value: string;
  /** Gives what answers the words typed, the likely ones first; all where nothing is typed. */
  readonly find: (asked: string) => readonly Pick[];
  readonly words: PickerWords;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => (open ? find(asked) : []), [open, asked, find]);
  const offers = found.slice(0, MOST_LISTED);
  const show = (shown: boolean) => {
    setOpen(shown);
    setAsked('');
    setAt(0);
  };
  const typing = useTyping(open ? asked : value, (text) => {
    setOpen(true);
    setAsked(text);
    setAt(0);
  });
  // What is typed next takes the place of the name that stands there.
  useEffect(() => {
    if (!open && document.activeElement === field.current) field.current?.select();
  }, [open, value]);
  const take = ({ key }: Pick) => {
    onChoose(key);
    show(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (!open && (key === 'ArrowDown' || key === 'Enter')) show(true);
    else if (key === 'ArrowDown') setAt(Math.min(offers.length - 1, at + 1));
    else if (key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (open && key === 'Enter') {
      const offer = offers[at];
      if (offer) take(offer);
    } else if (open && key === 'Escape') show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="picker">
      <label className="pair-field" htmlFor={id}>
        <span>{label}</span>
        <input
          {...typing}
          id={id}
          ref={field}
          className="field"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && offers.length > 0 ? `${id}-list-${at}` : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onClick={() => !open && show(true)}
          onKeyDown={onKeyDown}
          onBlur={() => show(false)}
        />
      </label>
      {open && (
        <Offers {...{ label, offers, at, words }} id={`${id}-list`} total={found.length} onTake={take} />
      )}
    </div>
  );
}
