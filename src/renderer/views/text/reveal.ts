import type { Range as CleanRange } from '../../../shared/report';
import { mapText } from './text-map';

/** Brings a passage to a height of its scrolling pane, by default to its upper third. */
export const revealRange = (pane: HTMLElement, range: CleanRange, share = 1 / 3): void => {
  const found = mapText(pane).toDom(range);
  if (!found) return;
  const shift = found.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += shift - pane.clientHeight * share;
};
