import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { FacetCount, Filters } from '../../../shared/search';
import { useApp, useSearch, useSettings } from '../../state/app';
import type { Strip, StripBars } from './draw-strip';

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

const words = ({ exact, near }: YearCount): string => `${exact} 处${near > 0 ? `，近似 ${near} 处` : ''}`;

const withoutYears = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'years'));

/** One year: its place on the axis, its counts, and the way to see it alone. The bar itself is drawn behind. */
function Year({ column }: { readonly column: Column }): ReactNode {
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

const barsOf = (columns: readonly Column[]): StripBars => ({
  years: columns.map(({ year }) => year),
  exact: columns.map(({ count }) => count?.exact || null),
  near: columns.map(({ count }) => count?.near || null),
});

/** The drawing of a canvas, made when the page rests after the first answer, and anew for another paper. */
const useStrip = (canvas: RefObject<HTMLCanvasElement | null>): Strip | null => {
  const theme = useSettings((state) => state.theme);
  const [strip, setStrip] = useState<Strip | null>(null);
  useEffect(() => {
    let made: Strip | null = null;
    let gone = false;
    void import('./draw-strip').then(({ makeStrip }) => {
      if (gone || !canvas.current) return;
      made = makeStrip(canvas.current);
      setStrip(made);
    });
    return () => {
      gone = true;
      made?.clear();
      setStrip(null);
    };
  }, [canvas, theme]);
  return strip;
};

/** The bars of all years on one canvas under the buttons; the rows of the list are set before them. */
function Bars({ columns }: { readonly columns: readonly Column[] }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const strip = useStrip(canvas);
  useEffect(() => {
    const task = requestIdleCallback(() => strip?.draw(barsOf(columns)));
    return () => cancelIdleCallback(task);
  }, [strip, columns]);
  return (
    <div className="strip-bars" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

/** Tells how often the phrase stands in each year; a click on a year shows that year alone. */
export function StripChart({ counts: given }: { readonly counts: readonly YearCount[] }): ReactNode {
  const counts = useDeferredValue(given);
  const columns = useMemo(() => yearColumns(counts), [counts]);
  const near = counts.some((count) => count.near > 0);
  return (
    <figure className="strip" aria-label="各年处数">
      <div className="strip-years">
        <Bars columns={columns} />
        {columns.map((column) => (
          <Year key={column.year} column={column} />
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
  const dateless = counts.filter(({ value }) => value === null).map((count) => ({ year: null, count }));
  const rows = [...yearColumns(counts), ...dateless];
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
        {rows.map(({ year, count }) => (
          <tr key={year}>
            <th scope="row">{year ?? '年份不详'}</th>
            <td>{count ? `${count.exact} 处` : '缺'}</td>
            {near && <td>{count ? `${count.near} 处` : '缺'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
