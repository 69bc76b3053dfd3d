import { useState, type ReactNode } from 'react';
import { TABLE_COLUMNS, type TableColumns, type TableOffer, type TableWish } from '../../../shared/import';
import { useApp } from '../../state/app';
import type { ImportItem } from '../../state/import/item';

type TableItem = ImportItem & { readonly step: 'table' };

const LABELS = { text: '正文', place: '地区', year: '年份', title: '题目' } as const;

const ROWS: readonly (readonly [TableColumns['rows'], string])[] = [
  ['report', '一行一篇'],
  ['sentence', '一行一句'],
];

type Choice = Readonly<Record<(typeof TABLE_COLUMNS)[number], number | null>> & Pick<TableColumns, 'rows'>;

const choiceOf = ({ guess }: TableOffer): Choice =>
  guess ?? { text: null, place: null, year: null, title: null, rows: 'report' };

const nameOf = (header: readonly string[], index: number): string =>
  header[index]?.trim() || `第 ${String(index + 1)} 列`;

function ColumnField({
  name,
  choice,
  header,
  onChange,
}: {
  readonly name: (typeof TABLE_COLUMNS)[number];
  readonly choice: Choice;
  readonly header: readonly string[];
  readonly onChange: (choice: Choice) => void;
}): ReactNode {
  return (
    <label>
      {LABELS[name]}
      <select
        className="field"
        value={choice[name] ?? ''}
        onChange={({ target }) =>
          onChange({ ...choice, [name]: target.value === '' ? null : Number(target.value) })
        }
      >
        <option value="">{name === 'text' ? '请选一列' : '没有这一列'}</option>
        {header.map((_, index) => (
          <option key={index} value={index}>
            {nameOf(header, index)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The first rows as they are, each chosen column with what it is taken for. */
function Preview({ offer, choice }: { readonly offer: TableOffer; readonly choice: Choice }): ReactNode {
  const takenFor = (index: number): string =>
    TABLE_COLUMNS.filter((name) => choice[name] === index)
      .map((name) => LABELS[name])
      .join('、');
  return (
    <div className="import-preview" tabIndex={0} role="region" aria-label="表的前几行">
      <table>
        <thead>
          <tr>
            {offer.header.map((_, index) => (
              <th key={index} scope="col" data-taken={takenFor(index) !== ''}>
                {nameOf(offer.header, index)}
                <span className="caption">{takenFor(index)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offer.sample.map((row, at) => (
            <tr key={at}>
              {offer.header.map((_, index) => (
                <td key={index}>{row[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableChooser({ item }: { readonly item: TableItem }): ReactNode {
  const { imports } = useApp();
  const { offer, key, name } = item;
  const [choice, setChoice] = useState(() => choiceOf(offer));
  const accept = (): void => {
    const wish: TableWish = choice;
    void imports.getState().divide(key, wish);
  };
  return (
    <li className="import-asked">
      <p className="import-name">
        {name}
        <span className="caption">表格，{offer.count} 行</span>
      </p>
      <div className="import-columns">
        {TABLE_COLUMNS.map((column) => (
          <ColumnField
            key={column}
            name={column}
            choice={choice}
            header={offer.header}
            onChange={setChoice}
          />
        ))}
        <fieldset className="import-rows">
          <legend className="visually-hidden">一行是什么</legend>
          {ROWS.map(([rows, words]) => (
            <label key={rows}>
              <input
                type="radio"
                name={`rows-${key}`}
                checked={choice.rows === rows}
                onChange={() => setChoice({ ...choice, rows })}
              />{' '}
              {words}
            </label>
          ))}
        </fieldset>
      </div>
      <Preview offer={offer} choice={choice} />
      <div className="import-acts">
        <button className="button small" onClick={() => imports.getState().dismiss(key)}>
          不要这张表
        </button>
        <button className="button small primary" disabled={choice.text === null} onClick={accept}>
          按这些列读
        </button>
      </div>
    </li>
  );
}

/** 表格: which column holds what is confirmed before reports are made of the rows. */
export function TableItems({ items }: { readonly items: readonly TableItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        表格 <span className="caption">哪一列是正文、地区、年份、题目，看过再读</span>
      </h2>
      <ul className="import-list">
        {items.map((item) => (
          <TableChooser key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}
