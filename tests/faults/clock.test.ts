import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlived } from '../../src/main/services/snapshot-retention';
import type { Snapshot } from '../../src/shared/host';
import { tell, times } from '../helpers/faults';
import { memoryJournal } from '../helpers/memory-journal';
import { openSession } from '../unit/store/session';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 27, 9);

/** What a clock may do while the program runs: the true time in, what the machine says out. */
const CLOCKS: Readonly<Record<string, (time: number, after: boolean) => number>> = {
  'ten years back': (time, after) => (after ? time - 3_650 * DAY : time),
  'ten years ahead': (time, after) => (after ? time + 3_650 * DAY : time),
  'ten years ahead and right again': (time, after) =>
    after && time < START + 40 * DAY ? time + 3_650 * DAY : time,
  'an hour back': (time, after) => (after ? time - HOUR : time),
  'an hour ahead': (time, after) => (after ? time + HOUR : time),
  'another zone': (time, after) => (after ? time - 13 * HOUR : time),
};

const snapshotAt = (serial: number, time: number): Snapshot => ({
  name: `${String(serial).padStart(6, '0')}-20260327-090000`,
  serial,
  time: new Date(time).toISOString(),
  reason: 'auto',
  entries: serial,
  notes: serial,
  hash: String(serial),
  bytes: 1,
});

/** Snapshots every few hours for months, pruned after each as the host does it; answers those that are left. */
const keepFor = (
  count: number,
  clock: (time: number, after: boolean) => number,
  at: number,
): readonly number[] => {
  let kept: readonly Snapshot[] = [];
  for (let serial = 1; serial <= count; serial += 1) {
    kept = [...kept, snapshotAt(serial, clock(START + serial * 5 * HOUR, serial > at))];
    const gone = new Set(outlived(kept, () => true));
    kept = kept.filter((snapshot) => !gone.has(snapshot));
  }
  return kept.map(({ serial }) => serial);
};

describe('a clock that goes wrong (R13)', () => {
  it('prunes no snapshot that the right clock would have kept at that moment', () => {
    const moments = fc.sample(fc.integer({ min: 30, max: 300 }), { seed: 13, numRuns: times(5, 10) });
    const lost: string[] = [];
    for (const [name, clock] of Object.entries(CLOCKS))
      for (const at of moments) {
        const right = keepFor(at, (time) => time, Infinity);
        const recent = right.slice(-24);
        // The next day's snapshots push out what is merely recent, never the days and months of before.
        const wrong = new Set(keepFor(at + 24, clock, at));
        const old = right.filter((serial) => !recent.includes(serial));
        const rightLater = new Set(keepFor(at + 24, (time) => time, Infinity));
        lost.push(
          ...old.filter((serial) => rightLater.has(serial) && !wrong.has(serial)).map((s) => `${name} ${s}`),
        );
      }
    tell('R13', 'snapshots pruned under a wrong clock', Object.keys(CLOCKS).length * moments.length, lost);
  });

  it('keeps 24 recent, 14 days and 12 months under the right one', () => {
    const kept = keepFor(3_000, (time) => time, Infinity);
    expect(kept.slice(-24)).toEqual(Array.from({ length: 24 }, (_, i) => 2_977 + i));
    // 24 snapshots of five hours are five days; nine more days and some eleven more months stand before them.
    expect(kept.length).toBeGreaterThan(24 + 8 + 8);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 12);
  });

  it('never lets a snapshot go that holds what the journal has lost', () => {
    const all = Array.from({ length: 60 }, (_, i) => snapshotAt(i + 1, START + i * 60_000));
    const gone = outlived(all, ({ serial }) => serial % 2 === 0);
    expect(gone.every(({ serial }) => serial % 2 === 0)).toBe(true);
    expect(gone.length).toBeGreaterThan(10);
  });

  it('does not change which text of a note is the latest', async () => {
    const lost: string[] = [];
    for (const [name, clock] of Object.entries(CLOCKS)) {
      const journal = memoryJournal();
      let [serial, now] = [0, START];
      const session = await openSession({
        journal,
        database: `r13-${name}`,
        now: () => new Date(clock((now += HOUR), (serial += 1) > 5)),
      });
      const id = session.notes.getState().create([], { text: '0' });
      for (let round = 1; round <= 10; round += 1) {
        session.notes.getState().change([id], { body: { text: String(round) } });
        await session.settled();
      }
      session.repository.close();
      const again = await openSession({ journal, database: `r13-${name}-fresh` });
      const note = again.notes.getState().byId.get(id);
      if (note?.annotation.body.text !== '10' || note.conflicts.length > 0) lost.push(name);
      again.repository.close();
    }
    tell('R13', 'latest text under a wrong clock', Object.keys(CLOCKS).length, lost);
  });
});
