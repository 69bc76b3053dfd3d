import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { filingOf, type FilingFacts } from '../../../shared/library';
import { comboOf } from '../../commands/keys';
import { useApp } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { FilingFields, type FilingField } from '../parts/filing-fields';
import { grouped } from '../text/grouped';
import { focusNextAsked, onAskedKey } from './asked-keys';
import { ChoiceBoxes } from './choice-box';
import { TwinChoices } from './twin-choice';

export type Asked = ImportItem & { readonly step: 'asks' };

const NO_WORDS = { place: '正文里没有地名', year: '正文里没有年份' } as const;

/** The words a guess rests on, or that there are none. */
function Evidence({ item, fact }: { readonly item: Asked; readonly fact: 'place' | 'year' }): ReactNode {
  const guess = item.reading.imported.guesses[fact];
  return (
    <span className="import-evidence">
      {guess ? `${guess.basis === 'text' ? '正文' : '文件名'}：“${guess.evidence}”` : NO_WORDS[fact]}
    </span>
  );
}

/** Only what is unsure is asked; of a report that was recognised and is looked at again, everything. */
const fieldsOf = ({ reading: { imported }, facts, twin, choice }: Asked): readonly FilingField[] => {
  const { place, year } = imported.guesses;
  const open: FilingField[] = [];
  if (place?.sure !== true || facts.place === null) open.push('place');
  if (year?.sure !== true || facts.year === null) open.push('year');
  const isAskedAgain = open.length === 0 && (twin === null || choice !== null);
  return isAskedAgain ? ['place', 'year', 'title', 'genre'] : open;
};

/** Leaves out what is only guessed: it is chosen or written by the reader: it does not stand in its field beforehand. */
const unfilled = ({ facts, reading: { imported } }: Asked): FilingFacts => {
  const { place, year } = imported.guesses;
  return {
    ...facts,
    place: place?.sure === false && facts.place === place.value ? null : facts.place,
    year: year?.sure === false && facts.year === year.value ? null : facts.year,
  };
};

/** The likelier answers to what is asked first: a report is filed under the year it plans, and reviews the one before. */
const answersOf = ({ reading: { imported } }: Asked, fields: readonly FilingField[]) => {
  const { place, year } = imported.guesses;
  if (fields.length > 2) return [];
  if (fields.includes('place') && place) return [{ field: 'place' as const, values: [place.value] }];
  if (fields.includes('year') && year)
    return [{ field: 'year' as const, values: [String(year.value), String(year.value - 1)] }];
  return [];
};

function AskedFacts({
  item,
  onDone,
}: {
  readonly item: Asked;
  readonly onDone: () => () => void;
}): ReactNode {
  const { imports } = useApp();
  const [facts, setFacts] = useState<FilingFacts>(() => unfilled(item));
  const isWhole = filingOf(facts) !== null;
  const fields = fieldsOf(item);
  const accept = (): void => {
    // Where to go is known while the row stands; it is gone only once the answer has been held against the shelf.
    const goOn = onDone();
    void imports.getState().answer(item.key, facts).then(goOn);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (comboOf(event) !== 'Enter' || !isWhole) return;
    event.preventDefault();
    accept();
  };
  return (
    <div className="import-fields" onKeyDown={onKeyDown}>
      {answersOf(item, fields).map(({ field, values }) => (
        <div key={field} className="import-likely">
          <ChoiceBoxes
            label={field === 'place' ? '地区，多半是' : '年份，多半是'}
            choices={values.map((value) => [value, value])}
            chosen={facts[field] === null ? null : String(facts[field])}
            onChoose={(value) => setFacts({ ...facts, [field]: field === 'year' ? Number(value) : value })}
          />
          <span className="caption">多半是 {values[0]}</span>
        </div>
      ))}
      <FilingFields
        facts={facts}
        fields={fields}
        evidence={(fact) => <Evidence item={item} fact={fact} />}
        onChange={setFacts}
      />
      <div className="import-acts">
        <button className="button small" onClick={() => imports.getState().dismiss(item.key)}>
          不要这篇
        </button>
        <button className="button small primary" disabled={!isWhole} onClick={accept}>
          就这样
        </button>
      </div>
    </div>
  );
}

function AskedItem({
  item,
  place: at,
  selected,
  onSelect,
  onEvidence,
}: {
  readonly item: Asked;
  readonly place: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onEvidence: () => void;
}): ReactNode {
  const { imports } = useApp();
  const row = useRef<HTMLLIElement>(null);
  const isTwin = item.twin !== null && item.choice === null;
  const { place, year } = item.facts;
  const next = (): (() => void) => {
    const list = row.current?.closest('.import-lists') ?? null;
    return () => focusNextAsked(list, at);
  };
  return (
    <li
      ref={row}
      className="import-asked"
      tabIndex={0}
      aria-label={`请您定：${item.name}`}
      data-selected={selected}
      onFocus={onSelect}
      onKeyDown={(event) => onAskedKey(event, onEvidence)}
    >
      <p className="import-name">
        {item.name}
        <span className="caption">
          {isTwin && [place, year].filter(Boolean).join(' ')} {grouped(item.reading.imported.raw.length)} 字
        </span>
      </p>
      {item.twin && isTwin && (
        <TwinChoices
          twin={item.twin}
          onChoose={(choice) => {
            const goOn = next();
            imports.getState().decide(item.key, choice);
            goOn();
          }}
          onDismiss={() => imports.getState().dismiss(item.key)}
        />
      )}
      {fieldsOf(item).length > 0 && <AskedFacts item={item} onDone={next} />}
    </li>
  );
}

/** 请您定: only what is unsure is asked, with the words it rests on. */
export function AskedItems({
  items,
  selected,
  onSelect,
  onEvidence,
}: {
  readonly items: readonly Asked[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onEvidence: () => void;
}): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>
        请您定 <span className="caption">只问拿不准的一处，其余已认出</span>
      </h3>
      <ul className="import-list">
        {items.map((item, place) => (
          <AskedItem
            key={item.key}
            item={item}
            place={place}
            selected={item.key === selected}
            onSelect={() => onSelect(item.key)}
            onEvidence={onEvidence}
          />
        ))}
      </ul>
    </section>
  );
}
