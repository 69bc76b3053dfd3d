import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { filingOf, type FilingFacts } from '../../../shared/library';
import { keyOf } from '../../commands/keys';
import { useApp } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { FilingFields, type FilingField } from '../parts/filing-fields';
import { TwinChoices } from './twin-choice';

type Asked = ImportItem & { readonly step: 'asks' };

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

function AskedFacts({ item }: { readonly item: Asked }): ReactNode {
  const { imports } = useApp();
  const [facts, setFacts] = useState<FilingFacts>(item.facts);
  const isWhole = filingOf(facts) !== null;
  const accept = (): void => void imports.getState().answer(item.key, facts);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (keyOf(event) !== 'Enter' || !isWhole) return;
    event.preventDefault();
    accept();
  };
  return (
    <div className="import-fields" onKeyDown={onKeyDown}>
      <FilingFields
        facts={facts}
        fields={fieldsOf(item)}
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

function AskedItem({ item }: { readonly item: Asked }): ReactNode {
  const { imports } = useApp();
  const isTwin = item.twin !== null && item.choice === null;
  const { place, year } = item.facts;
  return (
    <li className="import-asked">
      <p className="import-name">
        {item.name}
        {isTwin && <span className="caption">{[place, year].filter(Boolean).join(' ')}</span>}
      </p>
      {item.twin && isTwin && (
        <TwinChoices
          twin={item.twin}
          onChoose={(choice) => imports.getState().decide(item.key, choice)}
          onDismiss={() => imports.getState().dismiss(item.key)}
        />
      )}
      {fieldsOf(item).length > 0 && <AskedFacts item={item} />}
    </li>
  );
}

/** 请您定: only what is unsure is asked, with the words it rests on. */
export function AskedItems({ items }: { readonly items: readonly Asked[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>
        请您定 <span className="caption">只问拿不准的一处，其余已认出</span>
      </h3>
      <ul className="import-list">
        {items.map((item) => (
          <AskedItem key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}
