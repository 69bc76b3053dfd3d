import {
  useEffect,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { isKeyOf } from '../../../commands/keys';
import type { MatrixCell, MatrixColumn, MatrixRow } from '../../../../shared/compare';
import type { CellRange, MatrixCursor } from '../../../../shared/indicators';
import { useMoreBeside } from '../../text/use-more-beside';
import { useVirtualRows } from '../../text/use-virtual-rows';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { guessedHeight, type Line } from './lines';
import { walked } from './walk';

export interface GridProps {
  readonly lines: readonly Line[];
  readonly columns: readonly MatrixColumn[];
  /** Whether only the cursor's year is on the page. */
  readonly single: boolean;
  readonly cursor: MatrixCursor;
  readonly selected: boolean;
  /** The cells that have a note. */
  readonly noted: ReadonlySet<MatrixCell>;
  /** The row to bring into view, or null. */
  readonly wanted: string | null;
  /** The cells chosen together, or null. */
  readonly range: CellRange | null;
  /** Moves the cursor: over cells, choosing one, or stretching the cells chosen together. */
  readonly onCursor: (cursor: MatrixCursor, how: CursorMove) => void;
  /** Copies the cells chosen together, or the one the cursor is on. */
  readonly onCopy: (cursor: MatrixCursor) => void;
  /** Opens the sentence of the selected cell in the report. */
  readonly onOpen: () => void;
  /** Writes a note on what a cell says. */
  readonly onNote: (cursor: MatrixCursor) => void;
}

export type CursorMove = 'walk' | 'choose' | 'stretch';

const cursorAt = (target: EventTarget): MatrixCursor | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row && column ? { row, column } : null;
};

const rowsIn = (lines: readonly Line[]): readonly MatrixRow[] =>
  lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));

const cellOf = (scroller: HTMLElement | null, { row, column }: MatrixCursor): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(
    `[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`,
  ) ?? null;

/** Puts the focus on a cell and scrolls it out from under the heads and the fixed columns. */
const focusCell = (scroller: HTMLElement | null, cursor: MatrixCursor): void => {
  const cell = cellOf(scroller, cursor);
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** A line at its place in the list. */
function GridLine({
  line,
  columns,
  shown,
  cursor,
  selected,
  noted,
  range,
}: Pick<GridProps, 'columns' | 'cursor' | 'selected' | 'noted' | 'range'> & {
  readonly line: Line;
  readonly shown: readonly MatrixColumn[];
}): ReactNode {
  if (line.kind === 'head')
    return (
      <div role="rowheader" className="matrix-group-title">
        {line.title}
      </div>
    );
  const here = line.row.id === cursor.row;
  return (
    <GridRow
      row={line.row}
      columns={columns}
      shown={shown}
      stop={here ? cursor.column : null}
      selected={here && selected ? cursor.column : null}
      noted={noted}
      chosen={range?.rows.has(line.row.id) ? range.columns : null}
    />
  );
}

/** Shows what keys and clicks do in the table; the focus follows the cursor where a key has moved it. */
const useWalking = (
  { lines, columns, cursor, selected, onCursor, onOpen, onNote, onCopy }: GridProps,
  scroller: RefObject<HTMLElement | null>,
  bringIntoView: (row: string) => void,
) => {
  const walking = useRef(false);
  useEffect(() => {
    if (walking.current) focusCell(scroller.current, cursor);
    walking.current = false;
  }, [scroller, cursor]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = cursorAt(event.target);
    if (!here) return;
    if (isKeyOf(event, 'table-open')) return selected ? onOpen() : onCursor(here, 'choose');
    if (isKeyOf(event, 'table-note')) {
      event.preventDefault();
      return onNote(here);
    }
    if (isKeyOf(event, 'table-copy') && getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      return onCopy(here);
    }
    const { key, keyCode, ctrlKey, metaKey, altKey, nativeEvent } = event;
    const press = { key, keyCode, ctrlKey, metaKey, altKey, shiftKey: false, nativeEvent };
    const next = walked(here, press, rowsIn(lines), columns);
    if (!next) return;
    event.preventDefault();
    walking.current = true;
    bringIntoView(next.row);
    onCursor(next, event.shiftKey ? 'stretch' : 'walk');
  };
  const onClick = (event: MouseEvent): void => {
    const here = cursorAt(event.target);
    if (here) onCursor(here, event.shiftKey ? 'stretch' : 'choose');
  };
  return { onKeyDown, onClick, onDoubleClick: () => selected && onOpen() };
};

/** 对照表: the table itself. Arrows walk its cells, Enter or a click selects one, Enter again opens its sentence, N notes it; Shift chooses several, Ctrl+C copies them. */
export function Grid(props: GridProps): ReactNode {
  const { lines, columns, single, cursor, selected, noted, range, wanted, onCursor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const lineOf = (id: string | null): number =>
    lines.findIndex((line) => line.kind === 'row' && line.row.id === id);
  const virtual = useVirtualRows({
    scroller,
    keys: lines.map(({ key }) => key),
    estimate: (at) => guessedHeight(lines[at]),
    kept: lineOf(cursor.row),
  });
  useMoreBeside(scroller);
  const wantedLine = lineOf(wanted);
  useEffect(() => {
    if (wantedLine < 0) return;
    virtual.scrollToIndex(wantedLine, { align: 'center' });
    const frame = requestAnimationFrame(() =>
      scroller.current
        ?.querySelector('[role="gridcell"][aria-selected="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [virtual, wantedLine]);
  const walking = useWalking(props, scroller, (row) => virtual.scrollToIndex(lineOf(row)));
  const shown = single ? columns.filter(({ id }) => id === cursor.column) : columns;
  return (
    <div
      className={`matrix-scroller${single ? ' single' : ''}`}
      ref={scroller}
      role="grid"
      aria-label="指标对照表"
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 2}
      style={{ '--years': shown.length } as CSSProperties}
      {...walking}
    >
      <GridHead
        columns={columns}
        shown={shown}
        onShow={single ? ({ id }) => onCursor({ ...cursor, column: id }, 'walk') : null}
      />
      <div role="rowgroup" className="matrix-lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          return line ? (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={`matrix-row${line.kind === 'head' ? ' matrix-group' : ''}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              <GridLine
                line={line}
                columns={columns}
                shown={shown}
                cursor={cursor}
                selected={selected}
                noted={noted}
                range={range}
              />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
