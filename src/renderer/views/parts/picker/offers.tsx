import type { ReactNode } from 'react';
import type { Range } from '../../../../shared/report';
import { grouped } from '../../text/grouped';
import { MarkedWords } from '../../text/marked-words';
import './picker.css';

/** So many are listed; the rest is found by typing on. */
export const MOST_LISTED = 50;

/** Something that can be picked. */
export interface Pick {
  readonly key: string;
  readonly name: string;
  /** Why it stands where it does, or what there is of it. */
  readonly reason: string;
  /** What was found of the name. */
  readonly marks?: readonly Range[];
  /** The head it stands under; a head is shown where it changes. */
  readonly head?: string;
}

/** What a picker says of its things: 篇, 没有这样的报告…, Enter 用这篇. */
export interface PickerWords {
  readonly counter: string;
  readonly none: string;
  readonly take: string;
  readonly placeholder: string;
}

const inSight = (row: HTMLLIElement | null): void => row?.scrollIntoView({ block: 'nearest' });

const NO_MARKS: readonly Range[] = [];

function Offer({
  id,
  offer,
  selected,
  onTake,
}: {
  readonly id: string;
  readonly offer: Pick;
  readonly selected: boolean;
  readonly onTake: () => void;
}): ReactNode {
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={selected ? 'row-selected' : undefined}
      ref={selected ? inSight : undefined}
      // The field keeps the focus, or the list would close before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="picker-name">
        <MarkedWords text={offer.name} marks={offer.marks ?? NO_MARKS} />
      </span>
      <span className="caption">{offer.reason}</span>
    </li>
  );
}

/** Gives the offers under their heads, in order. */
const groupsOf = (offers: readonly Pick[]): readonly (readonly [head: string, first: number, Pick[]])[] =>
  offers.reduce<(readonly [string, number, Pick[]])[]>((groups, offer, at) => {
    const last = groups.at(-1);
    if (last?.[0] === (offer.head ?? '')) last[2].push(offer);
    else groups.push([offer.head ?? '', at, [offer]]);
    return groups;
  }, []);

/** The list of a picker: what answers under its heads, how many there are, and the keys. */
export function Offers({
  id,
  label,
  offers,
  at,
  total,
  words,
  onTake,
}: {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly Pick[];
  readonly at: number;
  readonly total: number;
  readonly words: PickerWords;
  readonly onTake: (offer: Pick) => void;
}): ReactNode {
  return (
    <div className="picker-list">
      <div id={id} role="listbox" aria-label={label} className="picker-options">
        {groupsOf(offers).map(([head, first, own]) => (
          <ul key={`${head} ${String(first)}`} role="group" aria-label={head || label}>
            {head && (
              <li role="presentation" className="picker-head">
                {head}
              </li>
            )}
            {own.map((offer, index) => (
              <Offer
                key={offer.key}
                id={`${id}-${String(first + index)}`}
                offer={offer}
                selected={first + index === at}
                onTake={() => onTake(offer)}
              />
            ))}
          </ul>
        ))}
      </div>
      <p className="caption picker-foot" role="status">
        {total === 0 && words.none}
        {total > offers.length &&
          `共 ${grouped(total)} ${words.counter}，先列 ${String(offers.length)} ${words.counter}。`}
        {total > 0 && `↑ ↓ 选，Enter ${words.take}`}
      </p>
    </div>
  );
}
