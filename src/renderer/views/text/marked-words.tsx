import type { ReactNode } from 'react';
import type { Range } from '../../../shared/report';

/** A short text with the characters that answer a query marked; the ranges are ascending. */
export function MarkedWords({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly Range[];
}): ReactNode {
  const ends = marks.map(({ end }) => end);
  return (
    <>
      {marks.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(ends[at - 1] ?? 0, start)}
          <mark className="found">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}
