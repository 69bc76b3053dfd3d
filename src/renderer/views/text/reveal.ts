import type { Range as CleanRange } from '../../../shared/report';
import { mapText } from './text-map';

/** Brings a passage to the upper third of its scrolling pane. */
export const revealRange = (pane: HTMLElement, range: CleanRange): void => {
  const found = mapText(pane).toDom(range);
  if (!found) return;
  const shift = found.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += shift - pane.clientHeight / 3;
};
