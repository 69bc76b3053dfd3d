import type { KeyboardEvent } from 'react';

const ROW = '.import-asked';

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea');

const moved = (row: HTMLElement, by: 1 | -1): void => {
  const rows = [...(row.closest('.import-lists')?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  rows[rows.indexOf(row) + by]?.focus();
};

/** Puts the focus on the next row that asks, once the one it was on has gone. */
export const focusNextAsked = (list: Element | null, place: number): void => {
  requestAnimationFrame(() => {
    const rows = [...(list?.querySelectorAll<HTMLElement>(ROW) ?? [])];
    (
      rows[Math.min(place, rows.length - 1)] ??
      list?.closest('dialog')?.querySelector<HTMLElement>('.primary')
    )?.focus();
  });
};

/**
 * The keys of a row that asks: ↑ ↓ to the others, 1 to 4 an answer, V the evidence, and any other letter begins to
 * fill its first field. Letters and numbers do nothing of the kind while a field has the focus.
 */
export const onAskedKey = (event: KeyboardEvent<HTMLElement>, onEvidence: () => void): void => {
  const row = event.currentTarget;
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const isSelect = event.target instanceof HTMLSelectElement;
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isSelect) {
    event.preventDefault();
    return moved(row, event.key === 'ArrowDown' ? 1 : -1);
  }
  if (isField(event.target)) return;
  if (/^[1-4]$/.test(event.key)) {
    const choice = row.querySelector<HTMLButtonElement>(`[data-choice="${event.key}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.click();
  } else if (/^v$/i.test(event.key)) {
    event.preventDefault();
    onEvidence();
  } else if (event.key === 'Process' || (event.key.length === 1 && event.key !== ' '))
    row.querySelector<HTMLElement>('input.field')?.focus();
};
