import {
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Filters } from '../../../shared/search';
import { useApp, useSearch, useSettings } from '../../state/app';
import { grouped } from '../text/grouped';
import type { Strip, StripBars } from './draw-strip';
import { spansOf, yearColumns, type Span, type YearCount } from './year-columns';

const words = ({ exact, near }: NonNullable<Span['count']>): string =>
  `${grouped(exact)} 处${near > 0 ? `，近似 ${grouped(near)} 处` : ''}`;

/** A span as it stands on the axis: 2024, or 2016–20. */
const labelOf = ({ first, last }: Span): string =>
  first === last ? String(first) : `${first}–${String(last % 100).padStart(2, '0')}`;

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));

const withoutYears = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'years'));

/** One span of years: its place on the axis, its counts, and the way to see it alone. The bar itself is drawn behind. */
function Years({ span }: { readonly span: Span }): ReactNode {
  const { search } = useApp();
  const filters = useSearch((state) => state.filters);
  const { years, count, first, last } = span;
  const label = labelOf(span);
  if (!count)
    return (
      <span className="strip-year">
        <span className="strip-gap">缺</span>
        <span>{label}</span>
      </span>
    );
  const only = filters.years !== undefined && isSame(filters.years, years);
  const toggle = () => search.getState().narrow(only ? withoutYears(filters) : { ...filters, years });
  const spoken = first === last ? '年' : `，${first} 年到 ${last} 年`;
  return (
    <button className="strip-year" aria-pressed={only} onClick={toggle}>
      <span className="strip-bar" aria-hidden="true">
        <b className="strip-count">
          {count.near > 0 && <small>＋{grouped(count.near)}</small>}
          {grouped(count.exact)}
        </b>
      </span>
      <span>
        {label}
        <span className="visually-hidden">
          {spoken} {words(count)}，{only ? '看全部年份' : first === last ? '只看这一年' : '只看这几年'}
        </span>
      </span>
    </button>
  );
}

const barsOf = (spans: readonly Span[]): StripBars => ({
  years: spans.map(({ first }) => first),
  exact: spans.map(({ count }) => count?.exact || null),
  near: spans.map(({ count }) => count?.near || null),
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
function Bars({ spans }: { readonly spans: readonly Span[] }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const strip = useStrip(canvas);
  useEffect(() => {
    const task = requestIdleCallback(() => strip?.draw(barsOf(spans)));
    return () => cancelIdleCallback(task);
  }, [strip, spans]);
  return (
    <div className="strip-bars" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

/** Width of a bar with its count, px; as many stand beside each other as the box holds. */
const COLUMN = 84;
const FEWEST = 3;

/** How many columns fit into the share of the parent's width that is the strip's. */
const useRoom = (strip: RefObject<HTMLElement | null>): number => {
  const [room, setRoom] = useState(FEWEST);
  useLayoutEffect(() => {
    const box = strip.current?.parentElement;
    if (!box) return;
    const measure = () => setRoom(Math.max(FEWEST, Math.floor((box.clientWidth * SHARE - MARGIN) / COLUMN)));
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    measure();
    return () => observer.disconnect();
  }, [strip]);
  return room;
};

/** Of the summary's width, and what of it is for the words beside the last bar, px; as strip.css has them. */
const [SHARE, MARGIN] = [0.6, 26];

/** Tells how often the phrase stands in each year, or in spans of years where they are many; a click shows those years alone. */
export function StripChart({ counts: given }: { readonly counts: readonly YearCount[] }): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const room = useRoom(figure);
  const counts = useDeferredValue(given);
  const spans = useMemo(() => spansOf(yearColumns(counts), room), [counts, room]);
  const near = counts.some((count) => count.near > 0);
  const folded = spans.some(({ first, last }) => first !== last);
  return (
    <figure ref={figure} className="strip" aria-label="各年处数">
      <div className="strip-years">
        <Bars spans={spans} />
        {spans.map((span) => (
          <Years key={span.first} span={span} />
        ))}
      </div>
      <figcaption className="caption strip-legend">
        {near && (
          <>
            <span className="legend exact">精确</span>
            <span className="legend near">近似</span>
          </>
        )}
        {folded ? '几年合为一柱，点一柱只看那几年；逐年见数据表' : '点一年只看那一年'}
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
