import { comboOf } from './keys';

/** The keys that move within what is shown. Space is not among them: it presses the button that has the focus. */
const MOVES: ReadonlySet<string> = new Set(
  'ArrowUp ArrowDown ArrowLeft ArrowRight PageUp PageDown Home End Ctrl+Home Ctrl+End'.split(' '),
);

/** Where the keys stand after a view was chosen: nowhere, or on what was pressed for it. */
const BESIDE = '.rail-item, .top-bar button, .shelf-side button';

/** What takes the keys for itself while it is open. */
const OVER = 'dialog[open], :popover-open';

/** The one stop of a table or list whose arrows go on from it; ordinary controls have no such mark. */
const STOPS = [
  ':is([role="grid"], [role="listbox"], [role="tree"], [role="table"], [role="group"], table, ul) [tabindex="0"]',
  ':is([role="grid"], [role="listbox"], [role="tree"])[tabindex="0"]',
].join(', ');

const isShown = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true });

const stopIn = (view: Element): HTMLElement | undefined =>
  [...view.querySelectorAll<HTMLElement>(STOPS)].find(
    (element) => isShown(element) && !element.matches('[role="note"], [role="region"]'),
  );

/** What of a view scrolls down, the largest where there are several. */
const scrollerIn = (view: Element): HTMLElement | undefined =>
  [view, ...view.querySelectorAll('*')]
    .filter((element): element is HTMLElement => element instanceof HTMLElement)
    .filter((element) => element.scrollHeight > element.clientHeight + 1 && isShown(element))
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
    .toSorted((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0];

/**
 * Leads a key that moves into the view where nothing else would hear it: a view was just chosen, and its table or its
 * text is what the key means. A table shows its first cell; what only scrolls does so with this very key.
 */
export const leadIn = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || !MOVES.has(comboOf(event) ?? '')) return;
  const at = document.activeElement;
  if (at !== null && at !== document.body && !at.matches(BESIDE)) return;
  const view = document.querySelector('.stage main');
  if (!view || document.querySelector(OVER)) return;
  const stop = stopIn(view);
  if (stop) {
    event.preventDefault();
    stop.focus();
    return;
  }
  const scroller = scrollerIn(view);
  if (scroller && !scroller.hasAttribute('tabindex')) scroller.tabIndex = -1;
  scroller?.focus({ preventScroll: true });
};
