import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CatalogEntry } from '../../../../shared/report';
import { keyOf } from '../../../commands/keys';
import { shortName, type Shelved } from '../../../state/library/library';
import { grouped } from '../../text/grouped';
import { shelfFields } from '../shelf-fields';
import { useTyping } from '../typing';
import { offersOf, type Offer } from './offers';
import './report-picker.css';

/** So many are listed; the rest is found by typing on. */
const MOST_LISTED = 50;

const nameOf = ({ entry }: Shelved): string => `${shortName(entry)} ${entry.genre}`;

const inSight = (row: HTMLLIElement | null): void => row?.scrollIntoView({ block: 'nearest' });

function Offers({
  id,
  label,
  offers,
  at,
  total,
  onTake,
}: {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly Offer[];
  readonly at: number;
  readonly total: number;
  readonly onTake: (offer: Offer) => void;
}): ReactNode {
  return (
    <div className="picker-list">
      <ul id={id} role="listbox" aria-label={label}>
        {offers.map((offer, index) => (
          <li
            key={offer.item.entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'row-selected' : undefined}
            ref={index === at ? inSight : undefined}
            // The field keeps the focus, or the list would close before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <span>{nameOf(offer.item)}</span>
            <span className="caption">{offer.reason}</span>
          </li>
        ))}
      </ul>
      <p className="caption picker-foot" role="status">
        {total === 0 && '没有这样的报告，换个地名或年份试试。'}
        {total > offers.length && `共 ${grouped(total)} 篇，先列 ${offers.length} 篇。`}
        {total > 0 && '↑ ↓ 选，Enter 用这篇'}
      </p>
    </div>
  );
}

/** The reports that answer what is asked; none while nothing is asked (null). */
const useOffers = (
  shelf: readonly Shelved[],
  beside: CatalogEntry | null,
  asked: string | null,
): readonly Offer[] => {
  const open = asked !== null;
  const fields = useMemo(
    () => (open ? shelfFields(shelf.filter(({ state }) => state !== 'damaged')) : []),
    [open, shelf],
  );
  return useMemo(() => (asked === null ? [] : offersOf(fields, beside, asked)), [fields, beside, asked]);
};

/** Picks a report of a large library by typing: place, year, kind, pinyin initials, the place above. */
export function ReportPicker({
  label,
  shelf,
  value,
  beside,
  onChoose,
}: {
  readonly label: string;
  readonly shelf: readonly Shelved[];
  /** The report chosen now; null where none is. */
  readonly value: string | null;
  /** What it is put beside: the likely ones are told by it. */
  readonly beside: CatalogEntry | null;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = useOffers(shelf, beside, open ? asked : null);
  const offers = found.slice(0, MOST_LISTED);
  const chosen = shelf.find(({ entry }) => entry.id === value);
  const show = (shown: boolean) => {
    setOpen(shown);
    setAsked('');
    setAt(0);
  };
  const typing = useTyping(open ? asked : chosen ? nameOf(chosen) : '', (text) => {
    setOpen(true);
    setAsked(text);
    setAt(0);
  });
  // What is typed next takes the place of the name that stands there.
  useEffect(() => {
    if (!open && document.activeElement === field.current) field.current?.select();
  }, [open, value]);
  const take = ({ item }: Offer) => {
    onChoose(item.entry.id);
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
          placeholder="地名、年份、拼音首字母"
          autoComplete="off"
          spellCheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onClick={() => !open && show(true)}
          onKeyDown={onKeyDown}
          onBlur={() => show(false)}
        />
      </label>
      {open && (
        <Offers id={`${id}-list`} label={label} offers={offers} at={at} total={found.length} onTake={take} />
      )}
    </div>
  );
}
