import type { ReactNode } from 'react';
import type { FilingFacts } from '../../../shared/library';
import { GENRES } from '../../../shared/report';

export type FilingField = keyof FilingFacts;

/** The fields a report is filed by; only those asked for are shown. */
export function FilingFields({
  facts,
  fields,
  evidence,
  onChange,
}: {
  readonly facts: FilingFacts;
  readonly fields: readonly FilingField[];
  /** The words that a place or a year rests on. */
  readonly evidence?: (field: 'place' | 'year') => ReactNode;
  readonly onChange: (facts: FilingFacts) => void;
}): ReactNode {
  const shown = (field: FilingField): boolean => fields.includes(field);
  return (
    <>
      {shown('place') && (
        <label>
          地区
          <input
            className="field"
            value={facts.place ?? ''}
            placeholder="写地区，如 商水县"
            onChange={({ target }) => onChange({ ...facts, place: target.value })}
          />
          {evidence?.('place')}
        </label>
      )}
      {shown('year') && (
        <label>
          年份
          <input
            className="field"
            inputMode="numeric"
            value={facts.year ?? ''}
            placeholder="如 2025"
            onChange={({ target }) =>
              onChange({ ...facts, year: /^\d{1,4}$/.test(target.value) ? Number(target.value) : null })
            }
          />
          {evidence?.('year')}
        </label>
      )}
      {shown('title') && (
        <label>
          题目
          <input
            className="field"
            value={facts.title ?? ''}
            onChange={({ target }) => onChange({ ...facts, title: target.value })}
          />
        </label>
      )}
      {shown('genre') && (
        <label>
          性质
          <select
            className="field"
            value={facts.genre}
            onChange={({ target }) =>
              onChange({ ...facts, genre: GENRES.find((genre) => genre === target.value) ?? facts.genre })
            }
          >
            {GENRES.map((genre) => (
              <option key={genre}>{genre}</option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
