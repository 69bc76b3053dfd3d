import type { ReactNode } from 'react';
import { isCut } from '../../../shared/compare';
import type { Range } from '../../../shared/report';
import { MarkedText } from '../text/marked-text';

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
  const { before, after } = isCut(clean, range);
  return (
    <>
      {before && '……'}
      <MarkedText clean={clean} range={range} marked={marked} as="strong" />
      {after && '……'}
    </>
  );
}
