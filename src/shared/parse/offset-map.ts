import type { OffsetRun, Range, Report } from '../report';
import { bisect } from '../text';
import type { Glyphs } from './glyphs';

type Mapped = Pick<Report, 'map'>;

/** Runs of the clean text that stand unbroken in the raw text; `cleanStart` counts from the glyphs' own start. */
export function runsOf({ at }: Glyphs, cleanStart = 0): OffsetRun[] {
  const runs: OffsetRun[] = [];
  for (let index = 0; index < at.length;) {
    const rawStart = at[index] as number;
    let length = 1;
    while (at[index + length] === rawStart + length) length += 1;
    runs.push({ cleanStart: cleanStart + index, rawStart, length });
    index += length;
  }
  return runs;
}

/** Index of the last run that starts at or before the offset, -1 where there is none. */
const runBefore = (map: readonly OffsetRun[], key: 'cleanStart' | 'rawStart', offset: number): number =>
  bisect(map.length, (index) => (map[index] as OffsetRun)[key] <= offset) - 1;

/**
 * Moves an offset from one text to the other. An offset that the other text lacks goes to the next character
 * both have (`after`) or to the end of the previous one (`before`), so that ranges never take in strange text.
 */
function move(
  map: readonly OffsetRun[],
  offset: number,
  from: 'cleanStart' | 'rawStart',
  side: 'after' | 'before',
) {
  const to = from === 'cleanStart' ? 'rawStart' : 'cleanStart';
  const index = runBefore(map, from, side === 'before' ? offset - 1 : offset);
  const run = map[index];
  if (run && offset - run[from] < run.length + (side === 'before' ? 1 : 0))
    return run[to] + offset - run[from];
  if (side === 'before') return run ? run[to] + run.length : 0;
  const next = map[index + 1];
  return next ? next[to] : run ? run[to] + run.length : 0;
}

/** Raw offset of a clean offset; a newline that only the clean text has gives the next character's place. */
export const toRaw = ({ map }: Mapped, offset: number): number => move(map, offset, 'cleanStart', 'after');

/** Clean offset of a raw offset; removed matter gives the place of the next character kept. */
export const toClean = ({ map }: Mapped, offset: number): number => move(map, offset, 'rawStart', 'after');

const moveRange = (
  map: readonly OffsetRun[],
  { start, end }: Range,
  from: 'cleanStart' | 'rawStart',
): Range => {
  const first = move(map, start, from, 'after');
  return end <= start
    ? { start: first, end: first }
    : { start: first, end: Math.max(first, move(map, end, from, 'before')) };
};

/** The raw range from a clean range's first character to its last; an empty range stays empty. */
export const rangeToRaw = ({ map }: Mapped, range: Range): Range => moveRange(map, range, 'cleanStart');

/** The clean range of the characters kept from a raw range; empty where all of it was removed. */
export const rangeToClean = ({ map }: Mapped, range: Range): Range => moveRange(map, range, 'rawStart');
