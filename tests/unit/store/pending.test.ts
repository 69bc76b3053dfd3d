import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPending, type PendingItem } from '../../../src/renderer/store/pending';
import { guessMeta } from '../../../src/shared/import';
import { factsOf } from '../../../src/shared/library';

const item = (key: string, place: string): PendingItem => {
  const raw = `${place}政府工作报告\n各位代表：\n现在，我向大会报告工作。`;
  const name = `${key}.txt`;
  const origin = { name, format: 'text' as const, encoding: 'utf-8', size: raw.length, pages: null };
  const imported = { raw, origin, guesses: guessMeta(raw, name), repairs: [], warnings: [] };
  const original = { name, bytes: new TextEncoder().encode(raw) };
  return { key, name, reading: { imported, original }, facts: factsOf(imported) };
};

const anew = (): Promise<readonly PendingItem[]> => createPending().all();

describe('what waits for a person (待定)', () => {
  beforeEach(() => Dexie.delete('duidu-pending'));

  it('is there whole in the next window, after nothing but the call that keeps it', async () => {
    const pending = createPending();
    await pending.all();
    const [one, two] = [item('1', '云岚县'), item('2', '霞川县')];
    pending.keep([one, two]);
    expect(await anew()).toEqual([one, two]);
  });

  it('is put down in one transaction that reads nothing first and waits for nothing', async () => {
    const pending = createPending();
    await pending.all();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const committed = vi.spyOn(IDBTransaction.prototype, 'commit');
    pending.keep([item('1', '云岚县')]);
    expect(begun.mock.calls.map(([, mode]) => mode)).toEqual(['readwrite']);
    expect(committed).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });

  it('keeps a change of what was said, forgets what was decided, and leaves the rest', async () => {
    const pending = createPending();
    await pending.all();
    const [one, two, three] = [item('1', '云岚县'), item('2', '霞川县'), item('3', '柳浦县')];
    pending.keep([one, two, three]);
    const said = { ...two, facts: { ...two.facts, place: '梅川县' } };
    pending.keep([said, three]);
    expect(await anew()).toEqual([said, three]);
  });

  it('goes on from what an earlier window left', async () => {
    const first = createPending();
    await first.all();
    first.keep([item('1', '云岚县')]);
    const second = createPending();
    await second.all();
    second.keep([item('kept-1', '云岚县')]);
    expect((await anew()).map(({ key }) => key)).toEqual(['kept-1']);
  });
});
