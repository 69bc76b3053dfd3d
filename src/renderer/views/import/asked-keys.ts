import type { KeyboardEvent } from 'react';
import { comboOf } from '../../commands/keys';

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
      rows[Math.min(place, rows.length - 1)] ?? list?.closest('main')?.querySelector<HTMLElement>('.primary')
    )?.focus();
  });
};

/**
 * The keys of a row that asks: ↑ ↓ to the others, 1 to 4 an answer, V the evidence, and any other letter begins to
 * fill its first field. Letters and numbers do nothing of the kind while a field has the focus.
 */
export const onAskedKey = (event: KeyboardEvent<HTMLElement>, onEvidence: () => void): void => {
  const row = event.currentTarget;
  const pressed = comboOf(event);
  const isSelect = event.target instanceof HTMLSelectElement;
  if ((pressed === 'ArrowDown' || pressed === 'ArrowUp') && !isSelect) {
    event.preventDefault();
    return moved(row, pressed === 'ArrowDown' ? 1 : -1);
  }
  if (isField(event.target)) return;
  if (pressed !== null && /^[1-4]$/.test(pressed)) {
    const choice = row.querySelector<HTMLButtonElement>(`[data-choice="${pressed}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.click();
  } else if (pressed === 'V') {
    event.preventDefault();
    onEvidence();
  } else if (pressed === null || (pressed.length === 1 && pressed !== ' '))
    row.querySelector<HTMLElement>('input.field')?.focus();
};
