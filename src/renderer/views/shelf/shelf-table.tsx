import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { stepWithin, tableStep } from '../../commands/table-keys';
import { useApp, useReturning } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { useTyping } from '../parts/typing';
import { EmptyState } from '../states/states';
import { Line } from './shelf-line';
import {
  answeringItems,
  lineAt,
  outlineOf,
  shelfFields,
  shelfLines,
  shelfRows,
  yearWindow,
  type OutlineNode,
  type ShelfLine,
  type ShelfRow,
} from './shelf-lines';
import './shelf-table.css';

const ROW = 34;
const HEAD = 30;
/** Years that stand side by side. */
const WIDTH = 10;

/** Where the keys stand: a place, and its name or one of its years. */
interface Cursor {
  readonly place: string;
  readonly column: string;
}

/** Columns of a line that can be stood on. */
const columnsOf = (line: ShelfLine, years: readonly number[]): readonly string[] => [
  'name',
  ...years.filter((year) => lineAt(line, year) !== 'gap' && lineAt(line, year).length > 0).map(String),
];

/** Moves by the keys all tables share; a line without the column of the one before is stood on at its name. */
const moved = (
  lines: readonly ShelfLine[],
  years: readonly number[],
  cursor: Cursor,
  step: { readonly rows: number; readonly columns: number },
): Cursor | null => {
  const at = Math.max(
    0,
    lines.findIndex(({ place }) => place === cursor.place),
  );
  const line = lines[stepWithin(at, step.rows, lines.length)];
  if (!line) return null;
  const columns = columnsOf(line, years);
  const from = Math.max(0, columns.indexOf(cursor.column));
  return { place: line.place, column: columns[stepWithin(from, step.columns, columns.length)] ?? 'name' };
};

/** The outline of the table: a place leads to its rows, and the one in sight is marked. */
function Outline({
  nodes,
  current,
  onGo,
}: {
  readonly nodes: readonly OutlineNode[];
  readonly current: string | null;
  readonly onGo: (row: number) => void;
}): ReactNode {
  return (
    <nav className="shelf-outline" aria-label="按地方">
      <ul>
        {nodes.map(({ label, level, reports, row, key }) => (
          <li key={`${String(level)}${label}${key}`}>
            <button
              className={level === 0 ? 'outline-place' : 'outline-place inner'}
              aria-current={level > 0 && key === current ? 'location' : undefined}
              onClick={() => onGo(row)}
            >
              <span>{label}</span>
              <span className="caption">{reports}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Lines({
  lines,
  years,
  off,
}: {
  readonly lines: readonly ShelfLine[];
  readonly years: readonly number[];
  readonly off: (item: Shelved) => ReactNode;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const rows = useMemo(() => shelfRows(lines), [lines]);
  const outline = useMemo(() => outlineOf(rows), [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? HEAD : ROW),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  useEffect(() => {
    if (!wanted.current || !cursor) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-place="${CSS.escape(cursor.place)}"] [data-column="${cursor.column}"]`,
    );
    if (!cell) return;
    cell.focus({ preventScroll: true });
    wanted.current = false;
  });
  const stand = cursor && lines.some(({ place }) => place === cursor.place) ? cursor : null;
  const items = virtual.getVirtualItems();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = cellOf(event.target);
    const step = tableStep(event);
    const next = at && step && moved(lines, years, at, step);
    if (!next) return;
    event.preventDefault();
    wanted.current = true;
    setCursor(next);
    virtual.scrollToIndex(rows.findIndex(({ key }) => key === next.place));
  };
  const first = items.find(({ end }) => end > (virtual.scrollOffset ?? 0))?.index ?? 0;
  const firstLine = rows.slice(first).find((row) => row.kind === 'line')?.line;
  const columnAt = (place: string): string | null =>
    place === (stand?.place ?? firstLine?.place) ? (stand?.column ?? 'name') : null;
  return (
    <>
      <Outline
        nodes={outline}
        current={firstLine ? `› ${firstLine.path.join(' › ')}` : null}
        onGo={(row) => virtual.scrollToIndex(row, { align: 'start' })}
      />
      <div className="shelf-scroller" ref={scroller} onKeyDown={onKeyDown}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label="按地方排的报告">
          {items.map(({ index, start, key }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                data-place={row.kind === 'line' ? row.line.place : undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row
                  row={row}
                  years={years}
                  opened={opened}
                  columnAt={columnAt}
                  onOpen={(place) => setOpened(opened === place ? null : place)}
                  off={off}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

/** The cell that a key is pressed in, or null elsewhere. */
const cellOf = (target: EventTarget): Cursor | null => {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;
  const place = cell?.closest<HTMLElement>('[data-place]')?.dataset['place'];
  return cell && place !== undefined ? { place, column: cell.dataset['column'] ?? 'name' } : null;
};

function Row({
  row,
  years,
  opened,
  columnAt,
  onOpen,
  off,
}: {
  readonly row: ShelfRow;
  readonly years: readonly number[];
  readonly opened: string | null;
  /** The column the Tab key stops at in the line of a place; null in all others. */
  readonly columnAt: (place: string) => string | null;
  readonly onOpen: (place: string) => void;
  readonly off: (item: Shelved) => ReactNode;
}): ReactNode {
  if (row.kind === 'head') return <p className="shelf-group">{row.path.join(' › ')}</p>;
  const { place } = row.line;
  return (
    <Line
      line={row.line}
      years={years}
      open={opened === place}
      stop={columnAt(place)}
      onOpen={() => onOpen(place)}
      off={off}
    />
  );
}

interface View {
  readonly query: string;
  readonly onlyGaps: boolean;
  /** Years that the newest column lies before the newest report. */
  readonly back: number;
}

type Keep = (change: Partial<View>) => void;

/** What is shown of the table, kept while the reader is in another view. */
const useView = (): readonly [View, Keep] => {
  const { returning } = useApp();
  const view = useReturning((state) => state.shelf);
  return [view, (change) => returning.getState().keep({ shelf: { ...view, ...change } })];
};

function Bar({
  lines,
  view,
  keep,
}: {
  readonly lines: readonly ShelfLine[];
  readonly view: View;
  readonly keep: Keep;
}): ReactNode {
  const typing = useTyping(view.query, (query) => keep({ query }));
  const reports = lines.reduce((sum, { items }) => sum + items.length, 0);
  const gaps = lines.reduce((sum, line) => sum + line.gaps, 0);
  return (
    <div className="shelf-bar">
      <input
        className="field"
        type="search"
        aria-label="筛报告"
        placeholder="筛地名、年份、性质，如“周口 2024”，拼音首字母也行"
        {...typing}
      />
      <p className="caption" role="status">
        {lines.length} 个地方，{reports} 篇
      </p>
      <label className="caption">
        <input type="checkbox" checked={view.onlyGaps} onChange={() => keep({ onlyGaps: !view.onlyGaps })} />{' '}
        只看有缺的（缺 {gaps} 年）
      </label>
      <p className="caption shelf-legend">
        <span className="spine full" aria-hidden="true" /> 全文
        <span className="spine" aria-hidden="true" /> 摘编、解读、综述
        <span className="spine lacking" aria-hidden="true" /> 缺
      </p>
    </div>
  );
}

/** The years shown, with the ways to earlier and later ones. */
function Head({
  years,
  first,
  view: { back },
  keep,
}: {
  readonly years: readonly number[];
  readonly first: number;
  readonly view: View;
  readonly keep: Keep;
}): ReactNode {
  return (
    <div className="shelf-line shelf-head">
      <button
        className="quiet"
        disabled={years[0] === undefined || years[0] <= first}
        onClick={() => keep({ back: back + WIDTH })}
      >
        ‹ 更早
      </button>
      {years.map((year) => (
        <span key={year} className="shelf-year">
          {year}
        </span>
      ))}
      <button
        className="quiet"
        disabled={back === 0}
        onClick={() => keep({ back: Math.max(0, back - WIDTH) })}
      >
        更晚 ›
      </button>
    </div>
  );
}

function NothingFound({
  asked,
  onClear,
}: {
  readonly asked: string;
  readonly onClear: () => void;
}): ReactNode {
  const all = (
    <button className="button" onClick={onClear}>
      看全部报告
    </button>
  );
  return (
    <EmptyState character="零" title="没有这样的报告" actions={all}>
      书架上没有“{asked}”。可以换一个地名、年份，或用拼音首字母。
    </EmptyState>
  );
}

/** 书架 as a table, for more reports than covers can be looked over: places down, years as spines. */
export function ShelfTable({
  shelf,
  off,
}: {
  readonly shelf: readonly Shelved[];
  /** What takes a report off the shelf, where one may be. */
  readonly off: (item: Shelved) => ReactNode;
}): ReactNode {
  const [view, keep] = useView();
  const asked = useDeferredValue(view.query);
  const fields = useMemo(() => shelfFields(shelf), [shelf]);
  const found = useMemo(() => answeringItems(fields, asked), [fields, asked]);
  const lines = useMemo(() => shelfLines(found, view.onlyGaps), [found, view.onlyGaps]);
  const years = useMemo(() => yearWindow(lines, WIDTH, view.back), [lines, view.back]);
  return (
    <section className="shelf-table" aria-label="全部报告">
      <Bar lines={lines} view={view} keep={keep} />
      {lines.length === 0 ? (
        <NothingFound asked={asked} onClear={() => keep({ query: '', onlyGaps: false })} />
      ) : (
        <>
          <Head years={years} first={Math.min(...lines.map((line) => line.first))} view={view} keep={keep} />
          <Lines lines={lines} years={years} off={off} />
        </>
      )}
    </section>
  );
}
