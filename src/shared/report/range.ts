/** A half-open range [start, end) in UTF-16 code units, into the raw or the clean text as its owner says. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const rangeLength = ({ start, end }: Range): number => end - start;

export const rangesOverlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

export const rangeContains = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const sliceRange = (text: string, { start, end }: Range): string => text.slice(start, end);
