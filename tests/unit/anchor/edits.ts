import type { AnchoredText } from '../../../src/shared/anchor';
import type { Range } from '../../../src/shared/report';
import { anchoredText } from '../../helpers/anchored-text';

/** One change of a text: `length` characters from `at` on give way to `insert`. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** A text with changes, and where each of its old characters is now. */
export interface Edited {
  readonly text: AnchoredText;
  /** True where a change touches the inside of a range. */
  touches(range: Range): boolean;
  /** The new place of a range no change touches. */
  moved(range: Range): Range;
}

/** Changes in text order that do not overlap; those that would are left out. */
export function applyEdits({ id, clean }: AnchoredText, wanted: readonly Edit[]): Edited {
  const edits: Edit[] = [];
  for (const edit of [...wanted].sort((a, b) => a.at - b.at)) {
    const last = edits.at(-1);
    if (!last || edit.at > last.at + last.length)
      edits.push({ ...edit, length: Math.min(edit.length, clean.length - edit.at) });
  }
  let text = '';
  let from = 0;
  for (const { at, length, insert } of edits) {
    text += clean.slice(from, at) + insert;
    from = at + length;
  }
  const shift = (offset: number, sameAt: boolean): number =>
    edits
      .filter(({ at }) => (sameAt ? at <= offset : at < offset))
      .reduce((sum, { length, insert }) => sum + insert.length - length, offset);
  return {
    text: anchoredText(id, text + clean.slice(from)),
    touches: ({ start, end }) =>
      edits.some(({ at, length }) => at < end && at + length > start && !(length === 0 && at <= start)),
    moved: ({ start, end }) => ({ start: shift(start, true), end: shift(start, true) + (end - start) }),
  };
}
