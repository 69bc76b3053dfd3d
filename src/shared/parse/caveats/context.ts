import type { Caveat, Range, Section } from '../../report';
import type { Outline } from '../outline';
import type { ParagraphPiece } from '../pieces';
import type { Stray } from '../strays';

/** What the searches for caveats look at. Pieces, ranges and `sectionOf` go by the same index. */
export interface Context {
  readonly pieces: readonly ParagraphPiece[];
  readonly ranges: readonly Range[];
  readonly outline: Outline;
  readonly sections: readonly Section[];
  readonly strays: readonly Stray[];
  readonly clean: string;
}

export type Finder = (context: Context) => Caveat[];

/** `“3. 筑牢生态保护屏障”一节`, or the part's place in words where it has no heading. */
export function nameSection(section: Section | undefined): string {
  if (section === undefined || section.heading === '') return '前文';
  return `“${[section.number, section.heading].filter(Boolean).join(' ')}”一节`;
}

/** The words after the last stop, at most `length` characters of them. */
export const tailOf = (text: string, length = 20): string =>
  (/[^，。；,;]*.?$/.exec(text)?.[0] ?? text).slice(-length);
