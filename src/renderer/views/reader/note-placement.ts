/** A note in the margin: where its passage is, and how tall the note is, in px. */
export interface MarginNote {
  readonly id: string;
  readonly line: number;
  readonly height: number;
}

/**
 * Notes stand at the line of their passage and are pushed down where they would meet. The note the reader
 * works on keeps its line, and those before it are pushed up as far as they must.
 */
export const placeNotes = (
  notes: readonly MarginNote[],
  gap: number,
  fixed: string | null = null,
): ReadonlyMap<string, number> => {
  const sorted = notes.toSorted((a, b) => a.line - b.line);
  const tops: number[] = [];
  sorted.forEach(({ line }, index) => {
    const before = sorted[index - 1];
    const floor = before ? (tops[index - 1] ?? 0) + before.height + gap : 0;
    tops.push(Math.max(line, floor));
  });
  const pivot = sorted.findIndex(({ id }) => id === fixed);
  if (pivot >= 0) {
    tops[pivot] = sorted[pivot]?.line ?? 0;
    for (let index = pivot - 1; index >= 0; index -= 1) {
      const ceiling = (tops[index + 1] ?? 0) - (sorted[index]?.height ?? 0) - gap;
      tops[index] = Math.min(tops[index] ?? 0, ceiling);
    }
    for (let index = pivot + 1; index < sorted.length; index += 1) {
      const floor = (tops[index - 1] ?? 0) + (sorted[index - 1]?.height ?? 0) + gap;
      tops[index] = Math.max(sorted[index]?.line ?? 0, floor);
    }
  }
  return new Map(sorted.map(({ id }, index) => [id, tops[index] ?? 0]));
};
