import type { Range as CleanRange } from '../../../shared/report';
import type { TextMap } from './text-map';

/** Named highlights; their look is in highlight.css. Later ones are painted over earlier ones. */
export const HIGHLIGHTS = [
  'caveat',
  'note-1',
  'note-2',
  'note-3',
  'note-4',
  'note-line',
  'note-current',
  'hit',
  'hit-current',
  'aloud',
  'jump-other',
  'jump',
] as const;

export type HighlightName = (typeof HIGHLIGHTS)[number];

/**
 * Paints passages with the CSS Custom Highlight API: the text itself is not touched, so a selection, a search
 * and a note may cross freely. Painting a name again replaces what it had; no passages clears it.
 */
export const paint = (
  name: HighlightName,
  map: Pick<TextMap, 'toDom'>,
  ranges: readonly CleanRange[],
): void => {
  const found = ranges.flatMap((range) => map.toDom(range) ?? []);
  if (!found.length) return void CSS.highlights.delete(name);
  const highlight = new Highlight(...found);
  highlight.priority = HIGHLIGHTS.indexOf(name);
  CSS.highlights.set(name, highlight);
};

export const clearHighlight = (name: HighlightName): void => void CSS.highlights.delete(name);
