import type { ParagraphKind } from '../report';
import type { Glyphs } from './glyphs';
import { dropGlyphs } from './glyphs';
import { WHITES } from './marks';
import { readNumbering } from './numbering';

/** `1112个 94.64万 贫困村全部出列 …`: which figure goes with which label only the spaces tell. */
const TWO_FIGURES = /^\S*\d\S*\s+\S*\d\S*\s+\S/;
const LATIN = /[A-Za-z0-9]/;
/** Kinds in which a space between two phrases is the only mark that parts them. */
const PHRASED: ReadonlySet<ParagraphKind> = new Set(['title', 'byline', 'heading', 'tile']);

/** Spaces between Latin words stay; those between Han or Han and figures go, but for two phrases of a heading. */
export function settleSpaces(glyphs: Glyphs, kind: ParagraphKind): Glyphs {
  const { text } = glyphs;
  if (text.search(WHITES) < 0) return glyphs;
  const number = readNumbering(text);
  const afterNumber = number?.style === 'bare' ? number.label.length : -1;
  const figuresFirst = kind === 'tile' && TWO_FIGURES.test(text);
  const keeps = (index: number): boolean => {
    if (index === afterNumber || figuresFirst) return true;
    if (LATIN.test(text[index - 1] ?? '') && LATIN.test(text[index + 1] ?? '')) return true;
    return PHRASED.has(kind) && partsPhrases(text, index, kind === 'tile');
  };
  const spaces = [...text.matchAll(WHITES)].map((match) => match.index);
  return dropGlyphs(glyphs, new Set(spaces.filter((index) => !keeps(index))));
}

/**
 * At least two characters on each side, so that a spaced-out title (政 府 工 作 报 告) closes up. In a tile the
 * figure closes up with its label.
 */
function partsPhrases(text: string, index: number, tile: boolean): boolean {
  const before = /[^\s\u200b]+$/.exec(text.slice(0, index))?.[0] ?? '';
  const after = /^[^\s\u200b]+/.exec(text.slice(index + 1))?.[0] ?? '';
  if (tile && /\d/.test(before) !== /\d/.test(after)) return false;
  return (
    before.length >= 2 && after.length >= 2 && !/[A-Za-z0-9.]$/.test(before) && !/^[A-Za-z0-9]/.test(after)
  );
}
