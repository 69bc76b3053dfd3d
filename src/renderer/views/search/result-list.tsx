import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { comboOf } from '../../commands/keys';
import { listStep, stepWithin } from '../../commands/table-keys';
import { useVirtualRows } from '../text/use-virtual-rows';

/** A row of results. Rows of one group follow each other; the first carries the group's head. */
export interface ResultRow {
  readonly key: string;
  /** What stands at the left of the row: year and report. */
  readonly head: ReactNode;
  /** Whether a group begins here; a rule parts it from the one before. */
  readonly first: boolean;
  /** What stands above the row over the whole width: the heading of 近似. */
  readonly above?: ReactNode;
  /** Whether a group ends here. A group of one row makes room for its head. */
  readonly last: boolean;
  readonly body: ReactNode;
}

/** Where the list begins inside its scrolling pane; what stands above it may grow (数据表). */
const useOffsetTop = (list: RefObject<HTMLElement | null>): number => {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const above = list.current?.parentElement?.firstElementChild;
    if (!above || above === list.current) return undefined;
    const observer = new ResizeObserver(() => setTop(list.current?.offsetTop ?? 0));
    observer.observe(above);
    return () => observer.disconnect();
  }, [list]);
  return top;
};

/** One row as an option of the list. */
function ResultOption({
  row,
  index,
  selected,
  size,
  top,
  measure,
  onSelect,
  onOpen,
}: {
  readonly row: ResultRow;
  readonly index: number;
  readonly selected: boolean;
  /** Rows in all, or -1 while that is not known. */
  readonly size: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly measure: (element: Element | null) => void;
  readonly onSelect: (row: number) => void;
  readonly onOpen: (row: number) => void;
}): ReactNode {
  return (
    <div
      ref={measure}
      data-index={index}
      id={`result-${index}`}
      className={`hit-row ${row.first ? 'first' : ''} ${row.last ? 'last' : ''}`}
      role="option"
      aria-selected={selected}
      aria-setsize={size}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(index)}
      onDoubleClick={() => onOpen(index)}
    >
      {row.above}
      <span className="result-line">
        {row.head && <span className="result-head">{row.head}</span>}
        <span className="result-body">{row.body}</span>
      </span>
    </div>
  );
}

/**
 * A list of results of any length as one stop of the Tab key: the arrows move, Enter and a double click open.
 * Only the rows near the window are on the page; each says its place among all.
 */
export function ResultList({
  rows,
  current,
  complete,
  scroller,
  label,
  onSelect,
  onOpen,
  onEnd,
}: {
  readonly rows: readonly ResultRow[];
  readonly current: number;
  /** False while more rows are to come. */
  readonly complete: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly onSelect: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly onEnd: () => void;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const scrollMargin = useOffsetTop(list);
  const virtual = useVirtualRows({
    scroller,
    keys: rows.map(({ key }) => key),
    estimate: (at) => (rows[at]?.first && rows[at]?.last ? 62 : 31),
    scrollMargin,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    // Above the first row stands what the list is: it comes into sight with it.
    if (current === 0) scroller.current?.scrollTo({ top: 0 });
    else virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, scroller, current]);
  useEffect(() => {
    if (!complete && last >= rows.length - 1) onEnd();
  }, [complete, last, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (comboOf(event) === 'Enter') return onOpen(current);
    const step = listStep(event);
    if (step === null) return;
    event.preventDefault();
    onSelect(stepWithin(current, step, rows.length));
  };
  return (
    <div
      ref={list}
      className="result-list"
      role="listbox"
      aria-label={label}
      aria-activedescendant={`result-${current}`}
      tabIndex={0}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row && (
            <ResultOption
              key={key}
              row={row}
              index={index}
              selected={index === current}
              size={complete ? rows.length : -1}
              top={start - scrollMargin}
              measure={virtual.measureElement}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          )
        );
      })}
    </div>
  );
}
