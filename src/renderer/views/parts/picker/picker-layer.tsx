import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { keyOf } from '../../../commands/keys';
import { SearchGlyph } from '../../frame/top-bar';
import { useTyping } from '../typing';
import { MOST_LISTED, Offers, type Pick, type PickerWords } from './offers';

interface PickerProps {
  readonly label: string;
  /** Gives what answers the words typed, the likely ones first; all where nothing is typed. */
  readonly find: (asked: string) => readonly Pick[];
  readonly words: PickerWords;
  readonly onChoose: (key: string) => void;
}

function OpenPicker({
  label,
  find,
  words,
  onChoose,
  onClose,
}: PickerProps & { readonly onClose: () => void }): ReactNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => find(asked), [asked, find]);
  const offers = found.slice(0, MOST_LISTED);
  const typing = useTyping(asked, (text) => {
    setAsked(text);
    setAt(0);
  });
  useEffect(() => field.current?.focus(), []);
  const take = ({ key }: Pick): void => {
    onChoose(key);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    if (key === 'ArrowDown') setAt(Math.min(offers.length - 1, at + 1));
    else if (key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (key === 'Enter') {
      const offer = offers[at];
      if (offer) take(offer);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <label className="picker-field">
        <SearchGlyph />
        <span className="visually-hidden">{label}</span>
        <input
          {...typing}
          ref={field}
          role="combobox"
          aria-expanded={true}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={offers.length > 0 ? `${id}-list-${String(at)}` : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
      </label>
      <Offers {...{ label, offers, at, words }} id={`${id}-list`} total={found.length} onTake={take} />
    </>
  );
}

/** A button that says what is chosen; under it a layer to pick another by typing. Esc leaves it as it was. */
export function PickerLayer({
  shown,
  ...picker
}: PickerProps & {
  /** The name of what is chosen now. */
  readonly shown: string;
}): ReactNode {
  const id = useId();
  const layer = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        className="picker-button"
        popoverTarget={id}
        aria-label={`${picker.label}：${shown}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          const left = button.current?.getBoundingClientRect().left ?? 0;
          layer.current?.style.setProperty('--picker-left', `${String(Math.round(left))}px`);
        }}
      >
        <span className="picker-shown">{shown}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <div
        id={id}
        ref={layer}
        className="layer picker-layer"
        popover="auto"
        role="dialog"
        aria-label={picker.label}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && <OpenPicker {...picker} onClose={() => layer.current?.hidePopover()} />}
      </div>
    </>
  );
}
