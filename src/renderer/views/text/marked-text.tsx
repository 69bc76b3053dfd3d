import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import type { Range } from '../../../shared/report';
import { cutAt } from './cut-at';

/** A passage verbatim but for typesetting, the ranges marked in it each in an element of its own. */
export function MarkedText({
  clean,
  range,
  marked,
  as: Mark,
}: {
  readonly clean: string;
  readonly range: Range;
  readonly marked: readonly Range[];
  readonly as: 'del' | 'ins' | 'strong';
}): ReactNode {
  const shown = typeset(clean.slice(range.start, range.end));
  return cutAt(range, marked).map((piece) => {
    const text = shown.slice(piece.range.start - range.start, piece.range.end - range.start);
    return piece.marked ? <Mark key={piece.range.start}>{text}</Mark> : text;
  });
}
