import type { ReactNode } from 'react';
import type { FacetCount, Filters } from '../../../shared/search';
import { useApp, useSearch } from '../../state/app';

type YearCount = FacetCount<number | null>;

/** A year on the axis; a year between two others that has no report is drawn as a gap, not as a zero. */
interface Column {
  readonly year: number;
  readonly count: YearCount | null;
}

/** Every year from the first to the last of the library. */
export const yearColumns = (counts: readonly YearCount[]): readonly Column[] => {
  const known = new Map(counts.map((count) => [count.value, count]));
  const years = counts.flatMap(({ value }) => (value === null ? [] : [value]));
  const first = Math.min(...years);
  return years.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => ({
        year: first + at,
        count: known.get(first + at) ?? null,
      }));
};

/** Height of the largest bar, px. */
const TALLEST = 38;

const words = ({ exact, near }: YearCount): string => `${exact} 处${near > 0 ? `，近似 ${near} 处` : ''}`;

const withoutYears = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'years'));

function Bar({ column, scale }: { readonly column: Column; readonly scale: number }): ReactNode {
  const { search } = useApp();
  const filters = useSearch((state) => state.filters);
  const { year, count } = column;
  if (!count)
    return (
      <span className="strip-year">
        <span className="strip-gap">缺</span>
        <span>{year}</span>
      </span>
    );
  const only = filters.years?.length === 1 && filters.years[0] === year;
  const toggle = () => search.getState().narrow(only ? withoutYears(filters) : { ...filters, years: [year] });
  return (
    <button className="strip-year" aria-pressed={only} onClick={toggle}>
      <span className="strip-bar" aria-hidden="true">
        {count.near > 0 && (
          <span className="strip-near" style={{ height: Math.max(3, count.near * scale) }} />
        )}
        {count.exact > 0 && (
          <span className="strip-exact" style={{ height: Math.max(2, count.exact * scale) }} />
        )}
        <b className="strip-count">
          {count.near > 0 && <small>＋{count.near}</small>}
          {count.exact}
        </b>
      </span>
      <span>
        {year}
        <span className="visually-hidden">
          年 {words(count)}，{only ? '看全部年份' : '只看这一年'}
        </span>
      </span>
    </button>
  );
}

/** How often the phrase stands in each year; a click on a year shows that year alone. */
export function StripChart({ counts }: { readonly counts: readonly YearCount[] }): ReactNode {
  const columns = yearColumns(counts);
  const near = counts.some((count) => count.near > 0);
  const most = Math.max(1, ...counts.map(({ exact, near }) => exact + near));
  return (
    <figure className="strip" aria-label="各年处数">
      <div className="strip-years">
        {columns.map((column) => (
          <Bar key={column.year} column={column} scale={TALLEST / most} />
        ))}
      </div>
      <figcaption className="caption strip-legend">
        {near && (
          <>
            <span className="legend exact">精确</span>
            <span className="legend near">近似</span>
          </>
        )}
        点一年只看那一年
      </figcaption>
    </figure>
  );
}

/** 数据表: the chart's twin. */
export function StripTable({ counts }: { readonly counts: readonly YearCount[] }): ReactNode {
  const near = counts.some((count) => count.near > 0);
  return (
    <table className="strip-table">
      <thead>
        <tr>
          <th scope="col">年份</th>
          <th scope="col">精确</th>
          {near && <th scope="col">近似</th>}
        </tr>
      </thead>
      <tbody>
        {counts.map((count) => (
          <tr key={count.value}>
            <th scope="row">{count.value ?? '年份不详'}</th>
            <td>{count.exact} 处</td>
            {near && <td>{count.near} 处</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
