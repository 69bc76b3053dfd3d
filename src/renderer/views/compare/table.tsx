import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { isKeyOf } from '../../commands/keys';
import { stepWithin, tableStep } from '../../commands/table-keys';
import type { Cursor } from '../../state/compare/compare';
import { useNotesOn, useOpenNoteOn } from '../../state/notes/notes-on';
import { RelationMark, RowNote } from './marks';
import { Passage } from './passage';
import { partName, type ReportSide, type ShownLine, type Sides } from './words';

/** Where a key leads from a cell: up and down the lines, across to the other report. */
const moved = (cursor: Cursor, event: KeyboardEvent, lines: number): Cursor | null => {
  const step = tableStep(event);
  if (!step) return null;
  const side = step.columns === 0 ? cursor.side : step.columns < 0 ? 'left' : 'right';
  return { ...cursor, side, line: stepWithin(cursor.line, step.rows, lines) };
};

const cursorAt = (target: EventTarget, jump: number): Cursor | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  if (!cell) return null;
  const side = cell.dataset['side'] === 'right' ? 'right' : 'left';
  return { line: Number(cell.dataset['line']), side, jump };
};

const START: Cursor = { line: 0, side: 'left', jump: 0 };

const cellAt = (grid: HTMLElement | null, { line, side }: Cursor): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-line="${line}"][data-side="${side}"][tabindex]`) ?? null;

const bringIntoView = (grid: HTMLElement | null, cursor: Cursor): void => {
  const cell = cellAt(grid, cursor);
  cell?.scrollIntoView({ block: 'center' });
  cell?.focus({ preventScroll: true });
};

interface TableProps {
  readonly sides: Sides;
  readonly lines: readonly ShownLine[];
  /** What is compared, for the heads and for the spoken name: 部署, 科技创新. */
  readonly stage: string;
  readonly topic: string;
  /** Null until a row is chosen. */
  readonly cursor: Cursor | null;
  readonly onCursor: (cursor: Cursor) => void;
  /** Opens the passage under the cursor in the reader. */
  readonly onOpen: (cursor: Cursor) => void;
  /** Goes to the other place of a moved row. */
  readonly onGo: (line: ShownLine) => void;
}

function Head({
  side,
  name,
  stage,
  lines,
}: {
  readonly side: ReportSide;
  readonly name: Cursor['side'];
  readonly stage: string;
  readonly lines: readonly ShownLine[];
}): ReactNode {
  const key = name === 'left' ? 'leftSection' : 'rightSection';
  const section = lines.find(({ data, at }) => data[key] !== null && (at === 'both' || at === name));
  const part = partName(side.report, section?.data[key] ?? undefined);
  return (
    <div role="columnheader" className={`compare-cell ${name}`}>
      <span className="compare-name">
        {side.entry.place} {side.entry.year}
      </span>
      <span className="caption">
        {side.entry.genre} · {stage}
        {part && part !== stage && ` · ${part}`}
      </span>
    </div>
  );
}

/** One note on both passages of a row, or the one that stands there; and how many do. */
const useRowNote = (sides: Sides) => {
  const reports = useMemo(
    () => [sides.left.report, sides.right.report],
    [sides.left.report, sides.right.report],
  );
  const notesOn = useNotesOn(reports);
  const open = useOpenNoteOn(notesOn);
  const passagesOf = (line: ShownLine | undefined) =>
    (['left', 'right'] as const).flatMap((name) => {
      const range = line?.data[name];
      return range ? [{ report: sides[name].report, range }] : [];
    });
  return {
    open: (line: ShownLine | undefined): void => open(passagesOf(line)),
    count: (line: ShownLine): number => notesOn(passagesOf(line)).length,
  };
};

function TableRow({
  line,
  index,
  cursor,
  sides,
  notes,
  onGo,
  onNote,
}: Pick<TableProps, 'cursor' | 'sides' | 'onGo'> & {
  readonly line: ShownLine;
  readonly index: number;
  /** How many notes the row has. */
  readonly notes: number;
  readonly onNote: (line: ShownLine) => void;
}): ReactNode {
  const { data, opens } = line;
  const selected = cursor?.line === index;
  const reachable = (cursor ?? START).line === index;
  const cell = (name: Cursor['side']): ReactNode => (
    <div
      role="gridcell"
      className={`compare-cell ${name}`}
      data-line={index}
      data-side={name}
      tabIndex={reachable && (cursor ?? START).side === name ? 0 : -1}
    >
      <Passage side={sides[name]} name={name} line={line} selected={selected} onGo={() => onGo(line)} />
    </div>
  );
  return (
    <div role="row" className={`compare-row ${data.kind}${opens ? ' opens' : ''}`} aria-selected={selected}>
      {cell('left')}
      <div role="gridcell" className="compare-gutter" data-line={index} data-side={cursor?.side}>
        {!(data.kind === 'heading' && data.relation === 'edited') && (
          <RelationMark relation={data.relation} />
        )}
        <RowNote tabbable={selected} count={notes} onNote={() => onNote(line)} />
      </div>
      {cell('right')}
    </div>
  );
}

/** The two texts in columns. One scroller holds both, so they cannot come apart. */
export function CompareTable(props: TableProps): ReactNode {
  const { sides, lines, stage, topic, cursor, onCursor, onOpen, onGo } = props;
  const here = cursor ?? START;
  const grid = useRef<HTMLDivElement>(null);
  const note = useRowNote(sides);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return;
    if (isKeyOf(event, 'table-open')) return onOpen(here);
    if (isKeyOf(event, 'table-note')) {
      event.preventDefault();
      return note.open(lines[here.line]);
    }
    const next = moved(here, event, lines.length);
    if (!next) return;
    event.preventDefault();
    onCursor(next);
    cellAt(grid.current, next)?.focus();
  };
  const onClick = ({ target }: MouseEvent) => {
    const hit = cursorAt(target, here.jump);
    if (!hit || (target instanceof Element && target.closest('button'))) return;
    onCursor(hit);
    const onWords = target instanceof Element && target.closest('.passage') !== null;
    if (onWords && getSelection()?.isCollapsed !== false) onOpen(hit);
  };
  const showHere = useEffectEvent(() => {
    if (here.line > 0 || here.jump > 0) bringIntoView(grid.current, here);
  });
  // Only a jump, or coming back to the view, moves the page: the reader's own steps do not.
  useEffect(() => showHere(), [here.jump]);
  return (
    <div className="compare-scroller">
      <div
        ref={grid}
        role="grid"
        className="compare-table"
        aria-label={`${stage}，${topic}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="row" className="compare-head">
          <Head side={sides.left} name="left" stage={stage} lines={lines} />
          <div role="columnheader" className="compare-gutter">
            <span className="visually-hidden">关系</span>
          </div>
          <Head side={sides.right} name="right" stage={stage} lines={lines} />
        </div>
        {lines.map((line, index) => (
          <TableRow
            key={`${line.row}${line.at}`}
            line={line}
            index={index}
            cursor={cursor}
            sides={sides}
            notes={note.count(line)}
            onGo={onGo}
            onNote={note.open}
          />
        ))}
      </div>
    </div>
  );
}
