import type { Range as CleanRange } from '../../../shared/report';
import { clearHighlight, paint } from './highlight';
import { mapText } from './text-map';

const FLASH_MS = 400;

/** Brings a passage to the upper third of its scrolling pane and flashes its underline once. */
export const revealRange = (pane: HTMLElement, range: CleanRange): void => {
  const map = mapText(pane);
  const found = map.toDom(range);
  if (!found) return;
  const shift = found.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += shift - pane.clientHeight / 3;
  paint('flash', map, [range]);
  setTimeout(() => clearHighlight('flash'), FLASH_MS);
};
