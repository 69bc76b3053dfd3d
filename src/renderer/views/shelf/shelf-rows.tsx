import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { stepWithin, tableStep } from '../../commands/table-keys';
import type { Shelved } from '../../state/library/library';
import { useVirtualRows } from '../text/use-virtual-rows';
import { Shortcuts } from './shelf-groups';
import { Line } from './shelf-line';
import { lineAt, outlineOf, shelfRows, type OutlineNode, type ShelfLine, type ShelfRow } from './shelf-lines';

const ROW = 34;
const HEAD = 30;

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
  children,
}: {
  readonly nodes: readonly OutlineNode[];
  readonly current: string | null;
  readonly onGo: (row: number) => void;
  /** What stands over the places: pinned ones, groups. */
  readonly children: ReactNode;
}): ReactNode {
  return (
    <nav className="shelf-outline" aria-label="按地方">
      {children}
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

/** The cell the keys stand on; it takes the focus as soon as it is on the page. */
const useCursor = (
  scroller: RefObject<HTMLElement | null>,
  lines: readonly ShelfLine[],
): readonly [Cursor | null, (cursor: Cursor) => void] => {
  const wanted = useRef(false);
  const [cursor, setCursor] = useState<Cursor | null>(null);
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
  const move = (next: Cursor): void => {
    wanted.current = true;
    setCursor(next);
  };
  return [stand, move];
};

interface LinesShown {
  readonly lines: readonly ShelfLine[];
  readonly years: readonly number[];
  readonly off: (item: Shelved) => ReactNode;
  /** Filters the table to the words. */
  readonly onShow: (words: string) => void;
}

/** The lines of the table beside their outline. Only those in sight are on the page, however many there are. */
export function Lines({ lines, years, off, onShow }: LinesShown): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const rows = useMemo(() => shelfRows(lines), [lines]);
  const outline = useMemo(() => outlineOf(rows), [rows]);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const virtual = useVirtualRows({
    scroller,
    keys,
    estimate: (index) => (rows[index]?.kind === 'head' ? HEAD : ROW),
  });
  const [stand, setCursor] = useCursor(scroller, lines);
  const items = virtual.getVirtualItems();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = cellOf(event.target);
    const step = tableStep(event);
    const next = at && step && moved(lines, years, at, step);
    if (!next) return;
    event.preventDefault();
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
      >
        <Shortcuts
          onGo={(place) => {
            // Where the table is filtered to others, the filter leads there.
            const row = rows.findIndex(({ key }) => key === place);
            if (row < 0) return onShow(place);
            virtual.scrollToIndex(row, { align: 'start' });
            setOpened(place);
          }}
          onShow={onShow}
        />
      </Outline>
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
