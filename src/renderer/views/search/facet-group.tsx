import { useId, type ReactNode } from 'react';
import type { FacetCount } from '../../../shared/search';
import { grouped } from '../text/grouped';
import { toggled } from './ticks';

/** One way to narrow: the values that have hits, and those the reader left ticked. */
interface Facet<T> {
  readonly title: string;
  readonly counts: readonly FacetCount<T>[];
  readonly chosen: readonly T[] | undefined;
  readonly labelOf: (value: T) => string;
  readonly onChoose: (values: readonly T[] | undefined) => void;
}

/** Places of a value; near ones where there are no others. */
export function Count({ exact, near }: Pick<FacetCount<unknown>, 'exact' | 'near'>): ReactNode {
  return (
    <span className="facet-count">
      {exact > 0 || near === 0 ? grouped(exact) : `＋${grouped(near)}`}
      <span className="visually-hidden">处</span>
    </span>
  );
}

/** A facet as a list of ticks with counts. */
export function FacetGroup<T extends string | number | null>(facet: Facet<T>): ReactNode {
  const { title, counts, chosen, labelOf, onChoose } = facet;
  const id = useId();
  const values = counts.map(({ value }) => value);
  if (values.length === 0) return null;
  return (
    <div className="facet" role="group" aria-labelledby={id}>
      <h3 id={id} className="caption">
        {title}
        {chosen && (
          <button className="quiet" onClick={() => onChoose(undefined)} aria-label={`${title}：全选`}>
            全选
          </button>
        )}
      </h3>
      {counts.map(({ value, exact, near }) => (
        <label key={String(value)} className="facet-value">
          <input
            type="checkbox"
            checked={chosen === undefined || chosen.includes(value)}
            onChange={() => onChoose(toggled(values, chosen, value))}
          />
          <span>{labelOf(value)}</span>
          <Count exact={exact} near={near} />
        </label>
      ))}
    </div>
  );
}
