import type { ReactNode } from 'react';
import { rangesOverlap, type Range } from '../../../shared/report';

const NONE: readonly Range[] = [];

/** A text with each range wrapped by `wrap` and what lies between them left as it is. */
const wrapped = (
  text: string,
  ranges: readonly Range[],
  wrap: (part: string, range: Range) => ReactNode,
): ReactNode[] => {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const range of ranges) {
    const start = Math.max(at, range.start);
    if (range.end <= start) continue;
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(wrap(text.slice(start, range.end), { start, end: range.end }));
    at = range.end;
  }
  return at < text.length ? [...pieces, text.slice(at)] : pieces;
};

/** A text with its hits marked. All ranges are offsets into the text, ascending. */
export function Marked({
  text,
  marks,
  current,
  boxes = NONE,
  near = false,
}: {
  readonly text: string;
  readonly marks: readonly Range[];
  /** The hit the reader stands on. */
  readonly current?: Range | undefined;
  /** Characters of a near hit that differ from what was asked. */
  readonly boxes?: readonly Range[];
  readonly near?: boolean;
}): ReactNode {
  return wrapped(text, marks, (part, mark) => {
    const here = current !== undefined && rangesOverlap(mark, current);
    const inside = boxes
      .filter((box) => rangesOverlap(box, mark))
      .map(({ start, end }) => ({ start: start - mark.start, end: end - mark.start }));
    return (
      <mark key={mark.start} className={`hit${near ? ' near' : ''}${here ? ' current' : ''}`}>
        {wrapped(part, inside, (char, { start }) => (
          <span key={start} className="boxed">
            {char}
          </span>
        ))}
      </mark>
    );
  });
}
