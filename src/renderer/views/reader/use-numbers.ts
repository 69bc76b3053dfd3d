import { useCallback, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { Observation } from '../../../shared/report';
import { bisect } from '../../../shared/text';
import { isKeyOf } from '../../commands/keys';
import { useCommands } from '../../commands/use-commands';

export interface NumberFocus {
  /** The number the keys stand on; one is always reachable by Tab. */
  readonly active: string | null;
  /** The number whose card is open. */
  readonly open: Observation | null;
  /** Pixels from the top of the scrolled content to the line of the open number. */
  readonly top: number;
  readonly close: () => void;
  /** Closes the card and leaves the focus alone. */
  readonly leave: () => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const numberOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-observation]') : null;

/** Numbers of the text as one stop of the Tab key: the arrows move among them, Enter opens the card. */
export const useNumbers = (
  observations: readonly Observation[],
  pane: RefObject<HTMLElement | null>,
): NumberFocus => {
  const [chosen, setActive] = useState<string | null>(null);
  // The numbers may come after the text: until one was chosen, the first that there is.
  const active = chosen ?? observations[0]?.id ?? null;
  const [open, setOpen] = useState<Observation | null>(null);
  const [top, setTop] = useState(0);

  const leave = useCallback(() => setOpen(null), []);
  const show = (element: HTMLElement) => {
    const pane = element.closest('.pane');
    const id = element.dataset['observation'] ?? null;
    if (!pane) return;
    setTop(element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop);
    setActive(id);
    setOpen(observations.find((observation) => observation.id === id) ?? null);
  };

  const move = (element: HTMLElement, step: number) => {
    const all = [...(element.closest('.text')?.querySelectorAll<HTMLElement>('[data-observation]') ?? [])];
    const next = all[all.indexOf(element) + step];
    if (!next) return;
    setActive(next.dataset['observation'] ?? null);
    next.focus();
  };

  /** From the text itself: the number that stands next below, or last above, the top of what is seen. */
  const enter = (step: 1 | -1): boolean => {
    const text = pane.current;
    if (!text || document.activeElement !== text || getSelection()?.isCollapsed === false) return false;
    const { top } = text.getBoundingClientRect();
    const all = [...text.querySelectorAll<HTMLElement>('.text [data-observation]')];
    const below = bisect(all.length, (at) => (all[at]?.getBoundingClientRect().top ?? 0) < top);
    const next = all[step > 0 ? below : below - 1];
    if (!next) return false;
    setActive(next.dataset['observation'] ?? null);
    next.focus();
    return true;
  };
  useCommands({ 'next-number': () => enter(1), 'previous-number': () => enter(-1) });

  return {
    active,
    open,
    top,
    leave,
    close: () => {
      setOpen(null);
      document.querySelector<HTMLElement>(`[data-observation="${CSS.escape(active ?? '')}"]`)?.focus();
    },
    onClick: (event) => {
      const element = numberOf(event.target);
      if (element) show(element);
    },
    onKeyDown: (event) => {
      const element = numberOf(event.target);
      if (!element) return;
      const next = isKeyOf(event, 'next-number');
      if (next || isKeyOf(event, 'previous-number')) {
        event.preventDefault();
        move(element, next ? 1 : -1);
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        show(element);
      }
    },
  };
};
