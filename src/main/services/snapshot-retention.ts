import type { Snapshot } from '../../shared/host';

/** How many snapshots stay: the newest, the last of each of the latest days, and of each of the latest months. */
const KEPT = { recent: 24, daily: 14, monthly: 12 };

const DAY_MS = 86_400_000;

/** No reader leaves the program closed for so long and then asks for last week's notes. */
const LONGEST_PAUSE = 400 * DAY_MS;

/**
 * Snapshots in the order they were made, cut wherever the clock cannot have run right: back, or far ahead. Days and
 * months are counted within a stretch, so that a wrong clock never pushes out what a right one kept.
 */
const stretches = (oldestFirst: readonly Snapshot[]): readonly (readonly Snapshot[])[] => {
  const all: Snapshot[][] = [];
  let before = Number.NaN;
  for (const snapshot of oldestFirst) {
    const time = Date.parse(snapshot.time);
    const goesOn = time >= before && time - before <= LONGEST_PAUSE;
    if (goesOn) all.at(-1)?.push(snapshot);
    else all.push([snapshot]);
    before = time;
  }
  return all;
};

/** The last snapshot of each of the latest `count` days or months: the first letters of its time. */
const lastOfEach = (stretch: readonly Snapshot[], letters: number, count: number): readonly Snapshot[] =>
  [...new Map(stretch.map((snapshot) => [snapshot.time.slice(0, letters), snapshot])).values()].slice(-count);

/**
 * The snapshots to be removed. Those made before a migration always stay, and so does every one that holds something
 * the journal no longer has (`covered` is false): notes that vanished without a word must not vanish from here too.
 */
export const outlived = (
  snapshots: readonly Snapshot[],
  covered: (snapshot: Snapshot) => boolean,
): readonly Snapshot[] => {
  const oldestFirst = [...snapshots].sort((a, b) => a.serial - b.serial);
  const kept = new Set(oldestFirst.slice(-KEPT.recent));
  for (const stretch of stretches(oldestFirst)) {
    for (const snapshot of lastOfEach(stretch, 'YYYY-MM-DD'.length, KEPT.daily)) kept.add(snapshot);
    for (const snapshot of lastOfEach(stretch, 'YYYY-MM'.length, KEPT.monthly)) kept.add(snapshot);
  }
  return oldestFirst.filter(
    (snapshot) => !kept.has(snapshot) && snapshot.reason !== 'migration' && covered(snapshot),
  );
};
