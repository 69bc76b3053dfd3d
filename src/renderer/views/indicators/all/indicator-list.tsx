import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Observation } from '../../../../shared/report';
import { useVirtualRows } from '../../text/use-virtual-rows';
import { IndicatorRow } from './indicator-row';
import { firstValue, type Row } from './rows';

const HEAD_HEIGHT = 48;
const ROW_HEIGHT = 58;

/** The value a key leads to from the one that has the focus: its neighbour, or the first of a neighbouring row. */
const nextValue = (from: HTMLElement, key: string): HTMLElement | undefined => {
  const list = from.closest('.indicator-list');
  const values = [...(list?.querySelectorAll<HTMLElement>('[data-observation]') ?? [])];
  const at = values.indexOf(from);
  const row = from.closest('[data-index]');
  if (key === 'ArrowRight') return values[at + 1];
  if (key === 'ArrowLeft') return values[at - 1];
  if (key === 'ArrowDown') return values.slice(at).find((value) => value.closest('[data-index]') !== row);
  if (key !== 'ArrowUp') return undefined;
  const above = values.slice(0, at).findLast((value) => value.closest('[data-index]') !== row);
  return above?.closest('[data-index]')?.querySelector<HTMLElement>('[data-observation]') ?? undefined;
};

/** The one stop of the Tab key: the value the keys stood on last, else the first; `left` is its row, or -1. */
const stopOf = (rows: readonly Row[], active: string | null) => {
  const left = rows.findIndex(
    (row) =>
      row.kind === 'entry' &&
      row.found.entry.places.some(({ observations }) => observations.some(({ id }) => id === active)),
  );
  const row = left >= 0 ? left : rows.findIndex(({ kind }) => kind === 'entry');
  return { row, left, stop: left >= 0 ? active : firstValue(rows[row]) };
};

const ARROWS = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']);

/** The rows near the window; their values are one stop of the Tab key, among which the arrows move. */
export function IndicatorList({
  rows,
  wanted,
  active,
  byTopic,
  nameOf,
  onActive,
  onOpen,
}: {
  readonly rows: readonly Row[];
  /** The indicator to bring into view, or null. */
  readonly wanted: string | null;
  /** Id of the value the keys stood on last, or null. */
  readonly active: string | null;
  readonly byTopic: boolean;
  readonly nameOf: (report: string) => string;
  readonly onActive: (id: string) => void;
  readonly onOpen: (observation: Observation) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const { stop, row: activeRow, left } = stopOf(rows, active);
  const virtual = useVirtualRows({
    scroller,
    keys: rows.map(({ key }) => key),
    estimate: (row) => (rows[row]?.kind === 'head' ? HEAD_HEIGHT : ROW_HEIGHT),
    kept: activeRow,
  });
  const wantedRow = rows.findIndex((row) => row.kind === 'entry' && row.found.entry.indicator === wanted);
  const first = useRef(left);
  useEffect(() => {
    // What is asked for goes before the place the list was left at.
    const row = wantedRow >= 0 ? wantedRow : first.current;
    first.current = -1;
    if (row >= 0) virtual.scrollToIndex(row, { align: 'center' });
  }, [virtual, wantedRow]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!ARROWS.has(event.key) || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    nextValue(event.target, event.key)?.focus();
  };
  return (
    <div className="indicator-list" ref={scroller} onKeyDown={onKeyDown}>
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const place = {
            ref: virtual.measureElement,
            'data-index': index,
            style: { transform: `translateY(${start}px)` },
          };
          if (row.kind === 'head')
            return (
              <h2 key={key} className="indicator-head" {...place}>
                {row.title} <span className="caption">{row.note}</span>
              </h2>
            );
          return (
            <div
              key={key}
              className={`indicator-row${index === wantedRow ? ' wanted' : ''}`}
              data-indicator={row.found.entry.indicator}
              {...place}
            >
              <IndicatorRow
                found={row.found}
                topic={!byTopic}
                stop={stop}
                nameOf={nameOf}
                onOpen={onOpen}
                onFocus={({ id }) => onActive(id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
