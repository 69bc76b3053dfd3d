import { describe, expect, it } from 'vitest';
import {
  createPositions,
  latestPosition,
  progressWords,
  type Position,
} from '../../../src/renderer/state/library/positions';

const position = (report: string, readAt: number, progress = 0.5): Position => ({
  report,
  paragraphStart: 10,
  scrolled: 3,
  progress,
  readAt,
});

describe('reading positions', () => {
  it('come back from the archive', async () => {
    const store = createPositions({
      all: () => Promise.resolve([position('a', 1)]),
      put: () => Promise.resolve(),
    });
    await store.getState().load();
    expect(store.getState()).toMatchObject({ loaded: true, byReport: { a: { paragraphStart: 10 } } });
  });

  it('keep what was read while the archive was still opening', async () => {
    const store = createPositions({
      all: () => Promise.resolve([position('a', 1)]),
      put: () => Promise.resolve(),
    });
    store.getState().save(position('a', 9, 0.9));
    await store.getState().load();
    expect(store.getState().byReport['a']?.progress).toBe(0.9);
  });

  it('are written once for many frames of scrolling, and at once when the window closes', () => {
    const written: Position[] = [];
    const timers: (() => void)[] = [];
    const archive = {
      all: () => Promise.resolve([]),
      put: (put: Position) => Promise.resolve(void written.push(put)),
    };
    const store = createPositions(archive, (work) => void timers.push(work));
    for (let frame = 0; frame < 60; frame += 1) store.getState().save(position('a', frame));
    expect(timers).toHaveLength(1);
    timers[0]?.();
    store.getState().save(position('b', 99));
    store.getState().flush();
    expect(written.map(({ report, readAt }) => [report, readAt])).toEqual([
      ['a', 59],
      ['b', 99],
    ]);
  });

  it('do without an archive that fails', async () => {
    const broken = () => Promise.reject(new Error('no database'));
    const store = createPositions({ all: broken, put: broken });
    await store.getState().load();
    store.getState().save(position('a', 1));
    expect(store.getState()).toMatchObject({ loaded: true, byReport: { a: { readAt: 1 } } });
  });

  it('tell the report read last, and how far', () => {
    expect(latestPosition({ a: position('a', 1), b: position('b', 2) })?.report).toBe('b');
    expect(latestPosition({})).toBeNull();
    expect([undefined, position('a', 1, 0.38), position('a', 1, 1)].map(progressWords)).toEqual([
      '未读',
      '读到 38%',
      '已读完',
    ]);
  });
});
