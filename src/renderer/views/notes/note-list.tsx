import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { KeyPress } from '../../commands/keys';
import { listStep, stepWithin } from '../../commands/table-keys';
import type { IndexedNote } from '../../state/notes/notes-index';
import { useVirtualRows } from '../text/use-virtual-rows';
import { NoteRow } from './note-row';

/** Pixels a row is taken to be high before it is measured. */
const ROW = 116;

/** Walks the rows by keys; a row takes the focus as soon as it is on the page. Answers whether the key was one. */
const useArrows = (
  scroller: RefObject<HTMLElement | null>,
  rows: readonly IndexedNote[],
  onGo: (id: string, index: number) => void,
): ((from: string, press: KeyPress) => boolean) => {
  const wanted = useRef<string | null>(null);
  const focus = () => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = null;
  };
  useEffect(focus);
  return (from, press) => {
    const step = listStep(press);
    if (step === null) return false;
    const at = rows.findIndex(({ note }) => note.id === from);
    const index = stepWithin(at, step, rows.length);
    const id = rows[index]?.note.id;
    if (id === undefined) return true;
    wanted.current = id;
    onGo(id, index);
    // A row that is selected already brings no rendering after which it would take the focus.
    focus();
    return true;
  };
};

/** The notes that pass the filter. Only rows in sight are on the page, however many there are. */
export function NoteList({
  rows,
  selected,
  picked,
  nameOf,
  onSelect,
  onPick,
  onRemove,
}: {
  readonly rows: readonly IndexedNote[];
  readonly selected: string | null;
  readonly picked: ReadonlySet<string>;
  readonly nameOf: (report: string) => string;
  readonly onSelect: (id: string) => void;
  readonly onPick: (id: string, range: boolean) => void;
  readonly onRemove: (id: string) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const keys = rows.map(({ note }) => note.id);
  const virtual = useVirtualRows({ scroller, keys, estimate: () => ROW });
  const items = virtual.getVirtualItems();
  const at = rows.findIndex(({ note }) => note.id === selected);
  const onArrow = useArrows(scroller, rows, (id, index) => {
    onSelect(id);
    virtual.scrollToIndex(index);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.note-row')) return;
    const id = event.target.dataset['id'] ?? '';
    if (event.key === ' ') onPick(id, event.shiftKey);
    else if (event.key === 'Delete') onRemove(id);
    else if (!onArrow(id, event)) return;
    event.preventDefault();
  };
  return (
    <div className="note-scroller" ref={scroller} onKeyDown={onKeyDown}>
      <ul style={{ height: virtual.getTotalSize() }} aria-label={`批注 ${rows.length} 条`}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const { id } = row.note;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <NoteRow
                row={row}
                selected={id === selected}
                picked={picked.has(id)}
                tabbable={index === (at < 0 ? (items[0]?.index ?? 0) : at)}
                nameOf={nameOf}
                onSelect={onSelect}
                onPick={onPick}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
