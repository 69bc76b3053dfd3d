import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOwnTexts } from '../../../src/renderer/library';
import { succeed } from '../../../src/shared/fault';
import type { JournalEntry, LibraryPort } from '../../../src/shared/host';
import type { CatalogEntry } from '../../../src/shared/report';
import { madeReport } from '../../helpers/own-reports';

const { report } = madeReport(1, { place: '博野县', year: 2024 });
const created: JournalEntry = {
  id: 'c1',
  noteId: report.id,
  kind: 'create',
  baseRev: null,
  writer: 'w',
  time: '2025-01-01T00:00:00.000Z',
  payload: { report: { ...report } },
  seq: 1,
  sha256: '0'.repeat(64),
};

const portWith = (entries: readonly JournalEntry[]): LibraryPort =>
  ({
    read: (after: number) => Promise.resolve(succeed(entries.filter(({ seq }) => seq > after))),
  }) as LibraryPort;

const old: CatalogEntry = {
  id: 'own-old',
  file: '旧.txt',
  sha256: 'b'.repeat(64),
  place: '旧县',
  year: 2020,
  genre: '全文',
  title: '旧县政府工作报告',
};

describe('own reports at the start', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (entries: readonly JournalEntry[], kept: readonly CatalogEntry[]) => {
    const write = vi.fn();
    return {
      write,
      own: createOwnTexts(() => Promise.resolve(portWith(entries)), { read: () => kept, write }),
    };
  };

  it('stand there as they did last time, until the host tells what there is', async () => {
    const { own, write } = start([created], [old]);
    expect(own.entries()).toEqual([old]);
    await own.refresh();
    expect(own.entries().map(({ place }) => place)).toEqual(['博野县']);
    expect(own.kept().size).toBe(1);
    vi.runAllTimers();
    expect(write).toHaveBeenCalledExactlyOnceWith(own.entries());
  });

  it('are gone where the host has none', async () => {
    const { own, write } = start([], [old]);
    await own.refresh();
    expect(own.entries()).toEqual([]);
    vi.runAllTimers();
    expect(write).toHaveBeenCalledExactlyOnceWith([]);
  });

  it('stay the same list where nothing has changed', async () => {
    const first = start([created], []);
    await first.own.refresh();
    const kept = first.own.entries();
    const { own, write } = start([created], kept);
    await own.refresh();
    await own.refresh();
    expect(own.entries()).toBe(kept);
    vi.runAllTimers();
    expect(write).not.toHaveBeenCalled();
  });
});
