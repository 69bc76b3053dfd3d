import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { isKeyOf } from '../../commands/keys';
import { stepWithin, tableStep } from '../../commands/table-keys';
import { RELATION_LABELS, type ManyCell, type ManyRow } from '../../../shared/compare';
import { useNotesOn, useOpenNoteOn } from '../../state/notes/notes-on';
import { MarkedText } from '../text/marked-text';
import { useMoreBeside } from '../text/use-more-beside';
import { changedWords, markOf, rowPassages } from './many-rows';
import { RelationMark, RowNote } from './marks';
import type { ReportSide } from './words';

interface At {
  readonly row: number;
  readonly column: number;
}

const START: At = { row: 0, column: 0 };

/** The passages of a cell, those words marked that the others do not have. */
function Passages({
  row,
  cell,
  report: { clean },
}: {
  readonly row: ManyRow;
  readonly cell: ManyCell;
  readonly report: ReportSide['report'];
}): ReactNode {
  const marked = changedWords(row, cell);
  return cell.ranges.map((range) => (
    <span key={range.start} className="passage">
      <MarkedText clean={clean} range={range} marked={marked} as={cell.relation === 'lead' ? 'del' : 'ins'} />
    </span>
  ));
}

function Cell({
  row,
  side,
  at,
  current,
  chosen,
  notes,
  onNote,
}: {
  readonly row: ManyRow;
  readonly side: ReportSide;
  readonly at: At;
  readonly current: At;
  readonly chosen: boolean;
  /** How many notes the row has; told in its first column. */
  readonly notes: number;
  readonly onNote: (row: ManyRow) => void;
}): ReactNode {
  const cell = row.cells[at.column] ?? null;
  const mark = cell && markOf(row, at.column, cell);
  return (
    <div
      role="gridcell"
      className={`many-cell${chosen ? ' chosen' : ''}`}
      data-row={at.row}
      data-column={at.column}
      tabIndex={current.row === at.row && current.column === at.column ? 0 : -1}
    >
      <span className="many-mark">
        {mark && mark !== 'none' && row.kind === 'text' && <RelationMark relation={mark} />}
        {!cell && <span className="visually-hidden">{RELATION_LABELS['only-left']}</span>}
        <RowNote tabbable={chosen} count={at.column === 0 ? notes : 0} onNote={() => onNote(row)} />
      </span>
      <div className="many-words">
        {cell ? (
          <Passages row={row} cell={cell} report={side.report} />
        ) : (
          <span className="passage-gap">{side.gap}</span>
        )}
      </div>
    </div>
  );
}

const cellAt = (grid: HTMLElement | null, { row, column }: At): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;

const placeOf = (target: EventTarget): At | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
};

function Head({ sides }: { readonly sides: readonly ReportSide[] }): ReactNode {
  return (
    <div role="row" className="many-row many-head">
      {sides.map(({ entry, tag, report }) => (
        <div key={report.id} role="columnheader" className="many-cell">
          <span className="compare-name">
            {entry.place} {entry.year}
          </span>
          <span className="caption">
            {entry.genre}
            {tag !== String(entry.year) && ` · ${tag}`}
          </span>
        </div>
      ))}
    </div>
  );
}

interface ManyTableProps {
  readonly sides: readonly ReportSide[];
  readonly rows: readonly ManyRow[];
  readonly label: string;
  /** Opens what a report says in the reader. */
  readonly onOpen: (report: string, cell: ManyCell) => void;
}

/** One note on what all the reports say in a row, or the one that stands there; and how many do. */
const useRowNote = (sides: readonly ReportSide[]) => {
  const reports = useMemo(() => sides.map(({ report }) => report), [sides]);
  const notesOn = useNotesOn(reports);
  const open = useOpenNoteOn(notesOn);
  return {
    open: (row: ManyRow | undefined): void => void (row && open(rowPassages(row, reports))),
    count: (row: ManyRow): number => notesOn(rowPassages(row, reports)).length,
  };
};

/** Shows what keys and clicks do in the table: the chosen cell, null before any, and the ways to move and open it. */
const useWalking = ({ sides, rows, onOpen }: ManyTableProps, note: (row: ManyRow | undefined) => void) => {
  const [chosen, setChosen] = useState<At | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const current = chosen ?? START;
  const open = ({ row, column }: At) => {
    const cell = rows[row]?.cells[column];
    const side = sides[column];
    if (cell && side) onOpen(side.report.id, cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return;
    if (isKeyOf(event, 'table-open')) return open(current);
    if (isKeyOf(event, 'table-note')) {
      event.preventDefault();
      return void note(rows[current.row]);
    }
    const step = tableStep(event);
    if (!step) return;
    event.preventDefault();
    const next = {
      row: stepWithin(current.row, step.rows, rows.length),
      column: stepWithin(current.column, step.columns, sides.length),
    };
    setChosen(next);
    cellAt(grid.current, next)?.focus();
  };
  const onClick = ({ target }: MouseEvent) => {
    const place = placeOf(target);
    if (!place || (target instanceof Element && target.closest('button'))) return;
    setChosen(place);
    const onWords = target instanceof Element && target.closest('.passage') !== null;
    if (onWords && getSelection()?.isCollapsed !== false) open(place);
  };
  return { chosen, current, grid, onKeyDown, onClick };
};

/** Three or four texts in columns under one scroller; the first stays in sight when they are more than fit. */
export function ManyTable(props: ManyTableProps): ReactNode {
  const { sides, rows, label } = props;
  const note = useRowNote(sides);
  const { chosen, current, grid, onKeyDown, onClick } = useWalking(props, note.open);
  const scroller = useRef<HTMLDivElement>(null);
  useMoreBeside(scroller);
  return (
    <div className="compare-scroller many-scroller" ref={scroller}>
      <div
        ref={grid}
        role="grid"
        className="many-table"
        data-columns={sides.length}
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <Head sides={sides} />
        {rows.map((row, index) => (
          <div
            key={`${row.lead}/${row.cells[row.lead]?.ranges[0]?.start ?? index}`}
            role="row"
            className={`many-row ${row.kind}`}
            aria-selected={chosen?.row === index}
          >
            {sides.map((side, column) => (
              <Cell
                key={side.report.id}
                row={row}
                side={side}
                at={{ row: index, column }}
                current={current}
                chosen={chosen?.row === index && chosen.column === column}
                notes={column === 0 ? note.count(row) : 0}
                onNote={note.open}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
