import type { ReactNode } from 'react';
import { isCut } from '../../../shared/compare';
import { typeset } from '../../../shared/parse';
import type { Range } from '../../../shared/report';
import { cutAt } from '../text/cut-at';

/** Words of a report, verbatim but for typesetting, with the ones meant in bold over an ink line. */
export function Quoted({
  clean,
  range,
  marked,
}: {
  readonly clean: string;
  readonly range: Range;
  readonly marked: readonly Range[];
}): ReactNode {
  const shown = typeset(clean.slice(range.start, range.end));
  const { before, after } = isCut(clean, range);
  return (
    <>
      {before && '……'}
      {cutAt(range, marked).map((piece) => {
        const text = shown.slice(piece.range.start - range.start, piece.range.end - range.start);
        return piece.marked ? <strong key={piece.range.start}>{text}</strong> : text;
      })}
      {after && '……'}
    </>
  );
}
