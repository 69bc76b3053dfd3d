import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useApp } from '../../state/app';
import { filingOf, type FilingFacts, type ImportItem } from '../../state/import/item';

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

function AskedItem({ item }: { readonly item: Asked }): ReactNode {
  const { imports } = useApp();
  const [facts, setFacts] = useState<FilingFacts>(item.facts);
  const accept = (): void => imports.getState().answer(item.key, facts);
  const isWhole = filingOf(facts) !== null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isWhole) return;
    event.preventDefault();
    accept();
  };
  return (
    <li className="import-asked" onKeyDown={onKeyDown}>
      <p className="import-name">{item.name}</p>
      <label>
        地区
        <input
          className="field"
          value={facts.place ?? ''}
          placeholder="写地区，如 商水县"
          onChange={({ target }) => setFacts({ ...facts, place: target.value })}
        />
        <Evidence item={item} fact="place" />
      </label>
      <label>
        年份
        <input
          className="field"
          inputMode="numeric"
          value={facts.year ?? ''}
          placeholder="如 2025"
          onChange={({ target }) =>
            setFacts({ ...facts, year: /^\d{1,4}$/.test(target.value) ? Number(target.value) : null })
          }
        />
        <Evidence item={item} fact="year" />
      </label>
      <label>
        题目
        <input
          className="field"
          value={facts.title ?? ''}
          onChange={({ target }) => setFacts({ ...facts, title: target.value })}
        />
      </label>
      <div className="import-acts">
        <button className="button small" onClick={() => imports.getState().dismiss(item.key)}>
          不要这篇
        </button>
        <button className="button small primary" disabled={!isWhole} onClick={accept}>
          就这样
        </button>
      </div>
    </li>
  );
}

/** 请您定: only what is unsure is asked, with the words it rests on. */
export function AskedItems({ items }: { readonly items: readonly Asked[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>请您定</h3>
      <ul className="import-list">
        {items.map((item) => (
          <AskedItem key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}
