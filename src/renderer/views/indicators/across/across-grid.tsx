import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { differs, type AcrossCell } from '../../../../shared/compare';
import { keyOf } from '../../../commands/keys';
import { stepWithin, tableStep } from '../../../commands/table-keys';
import { useVirtualColumns, useVirtualRows } from '../../text/use-virtual-rows';
import { placeOf, spotAt, type AcrossSpot, type AcrossTable, type Head, type Line } from './table';

const ROW = 58;
const COLUMN = 128;
/** Of the place, or of the year where years stand down. */
const NAME = 112;

/** 全市第1位. */
const statedWords = ({ stated }: AcrossCell): string =>
  stated ? `${stated.among ?? ''}第${String(stated.value)}位` : '';

function Ranks({ cell }: { readonly cell: AcrossCell }): ReactNode {
  const { stated, computed } = cell;
  return (
    <span className="across-ranks">
      {stated && <span className="across-stated">{statedWords(cell)}</span>}
      {differs(cell) && <span className="mark doubt" role="img" aria-label="两样不一致" />}
      {computed && (
        <span>
          算得 {computed.rank}/{computed.of}
        </span>
      )}
    </span>
  );
}

function Cell({ cell }: { readonly cell: AcrossCell }): ReactNode {
  const { result, target, absence } = cell;
  const shown = result ?? target;
  if (!shown) return <span className="across-absent">{absence}</span>;
  const mark = shown.doubt ? 'doubt' : result ? 'result' : 'target';
  const words = { doubt: '存疑', result: '结果', target: '目标' }[mark];
  return (
    <>
      <span className="across-value">
        <span className={`mark ${mark}`} role="img" aria-label={words} /> {shown.text}
      </span>
      {result ? <Ranks cell={cell} /> : <span className="across-ranks">结果{absence}</span>}
    </>
  );
}

interface GridProps {
  readonly table: AcrossTable;
  readonly spot: AcrossSpot | null;
  readonly sort: { readonly year: number; readonly rising: boolean } | null;
  readonly onSpot: (spot: AcrossSpot) => void;
  readonly onOpen: () => void;
  readonly onNote: () => void;
  readonly onSort: (year: number) => void;
}

function HeadCell({
  head,
  left,
  sort,
  onSort,
}: Pick<GridProps, 'sort' | 'onSort'> & { readonly head: Head; readonly left: number }): ReactNode {
  const { year, words, caption } = head;
  const sorted = year !== undefined && sort?.year === year;
  return (
    <div
      role="columnheader"
      className="across-head"
      style={{ left, width: COLUMN }}
      aria-sort={sorted ? (sort.rising ? 'ascending' : 'descending') : undefined}
    >
      {year === undefined ? (
        <span className="across-place">{words}</span>
      ) : (
        <button className="across-year" title="按这一年排（S）" onClick={() => onSort(year)}>
          {words}
          {sorted && <span aria-hidden="true">{sort.rising ? '↑' : '↓'}</span>}
        </button>
      )}
      {caption && <span className="caption">{caption}</span>}
    </div>
  );
}

/** Keys of the table: arrows, Enter to the text, S sorts by the year, N writes a note. */
const useKeys =
  ({ table, spot, onSpot, onOpen, onNote, onSort }: GridProps) =>
  (event: KeyboardEvent) => {
    const [row, column] = placeOf(table, spot);
    const key = keyOf(event)?.toLowerCase();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const step = tableStep(event);
    const next =
      step &&
      spotAt(
        table,
        stepWithin(row, step.rows, table.lines.length),
        stepWithin(column, step.columns, table.heads.length),
      );
    if (event.target instanceof HTMLButtonElement && key === 'enter') return;
    if (next) onSpot(next);
    else if (key === 'enter') onOpen();
    else if (plain && key === 's' && spot) onSort(spot.year);
    else if (plain && key === 'n') onNote();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

interface RowProps {
  readonly line: Line;
  readonly heads: readonly Head[];
  readonly index: number;
  /** Pixels from the top of the lines. */
  readonly start: number;
  /** The columns in sight. */
  readonly shown: readonly { readonly index: number; readonly start: number }[];
  /** The column the keys stand on; -1 where that is of another row. */
  readonly chosen: number;
  readonly onChoose: (column: number) => void;
  readonly onOpen: () => void;
}

function Row({ line, heads, index, start, shown, chosen, onChoose, onOpen }: RowProps): ReactNode {
  return (
    <div
      className="across-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${String(start)}px)` }}
    >
      <div className="across-name" role="rowheader">
        {line.words}
        {line.caption && <span className="caption">{line.caption}</span>}
      </div>
      {shown.map(({ index: at, start: left }) => {
        const cell = line.cells[at];
        return (
          cell && (
            <div
              key={heads[at]?.key}
              id={`across-${String(index)}-${String(at)}`}
              role="gridcell"
              aria-selected={at === chosen}
              className={at === chosen ? 'across-cell chosen' : 'across-cell'}
              style={{ left: NAME + left, width: COLUMN }}
              onClick={() => onChoose(at)}
              onDoubleClick={onOpen}
            >
              <Cell cell={cell} />
            </div>
          )
        );
      })}
    </div>
  );
}

/** The table of 各地; only the rows and columns in sight are on the page. */
export function AcrossGrid(props: GridProps): ReactNode {
  const { table, spot, sort, onSpot, onSort, onOpen } = props;
  const { heads, lines } = table;
  const scroller = useRef<HTMLDivElement>(null);
  const [row, column] = placeOf(table, spot);
  const rows = useVirtualRows({
    scroller,
    keys: lines.map(({ key }) => key),
    estimate: () => ROW,
    kept: row,
  });
  const columns = useVirtualColumns({ scroller, count: heads.length, width: COLUMN });
  useEffect(() => {
    if (row >= 0) rows.scrollToIndex(row);
    if (column >= 0) columns.scrollToIndex(column);
  }, [rows, columns, row, column]);
  const width = NAME + columns.getTotalSize();
  const shown = columns.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="across-scroller"
      role="grid"
      tabIndex={0}
      aria-label="各地指标"
      aria-rowcount={lines.length + 1}
      aria-colcount={heads.length + 1}
      aria-activedescendant={spot && row >= 0 ? `across-${String(row)}-${String(column)}` : undefined}
      onKeyDown={useKeys(props)}
    >
      <div className="across-heads" role="row" style={{ width }}>
        <div className="across-corner" role="columnheader">
          {lines[0]?.place === undefined ? '年份' : '地方'}
        </div>
        {shown.map(({ index, start }) => {
          const head = heads[index];
          return head && <HeadCell key={head.key} head={head} left={NAME + start} {...{ sort, onSort }} />;
        })}
      </div>
      <div className="across-lines" style={{ width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <Row
              key={line.key}
              {...{ line, heads, index, start, shown, onOpen }}
              chosen={index === row ? column : -1}
              onChoose={(at) => {
                const next = spotAt(table, index, at);
                if (next) onSpot(next);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
