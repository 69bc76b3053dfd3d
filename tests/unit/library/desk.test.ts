import { describe, expect, it } from 'vitest';
import { createDesk, type WorkerLike } from '../../../src/renderer/library/desk';
import type { Ask } from '../../../src/renderer/library/volume';
import type { CatalogEntry } from '../../../src/shared/report';

/** A worker that answers when told to. */
class SlowWorker implements WorkerLike {
  readonly asked: Ask[] = [];
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  postMessage = (ask: unknown): void => void this.asked.push(ask as Ask);
  tell = (data: unknown): void =>
    void this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  fail = (message: string): void =>
    void this.onerror?.call(this as unknown as Worker, { message } as unknown as ErrorEvent);
}

const entry = (id: string): CatalogEntry => ({
  id,
  file: `${id}.txt`,
  sha256: '0'.repeat(64),
  place: '周口市',
  year: 2022,
  genre: '全文',
  title: '',
});

const open = (id: string, kept: unknown = null): Ask => ({ kind: 'open', entry: entry(id), raw: '', kept });
const names = ({ asked }: SlowWorker): readonly string[] =>
  asked.map((ask) => (ask.kind === 'open' ? ask.entry.id : ask.kind));

const deskWith = () => {
  const workers: SlowWorker[] = [];
  const ask = createDesk(() => {
    const worker = new SlowWorker();
    workers.push(worker);
    return worker;
  });
  return { ask, workers };
};

describe('the desk before the worker', () => {
  it('sends nothing before the worker has started, then two at a time, in order', () => {
    const { ask, workers } = deskWith();
    for (const id of ['a', 'b', 'c', 'd']) void ask(id, () => open(id));
    const [worker] = workers as [SlowWorker];
    expect(names(worker)).toEqual([]);
    worker.tell({ kind: 'started' });
    expect(names(worker)).toEqual(['a', 'b']);
    worker.tell({ kind: 'opened' });
    expect(names(worker)).toEqual(['a', 'b', 'c']);
  });

  it('makes a question when it is sent, so that what was read meanwhile goes with it', () => {
    const { ask, workers } = deskWith();
    let kept: unknown = null;
    void ask('a', () => open('a', kept));
    kept = { text: '[]' };
    const [worker] = workers as [SlowWorker];
    worker.tell({ kind: 'started' });
    expect(worker.asked).toMatchObject([{ kept: { text: '[]' } }]);
  });

  it('fails what a broken worker had in hand, and asks a new one the rest', async () => {
    const { ask, workers } = deskWith();
    const answers = ['a', 'b', 'c'].map((id) => ask(id, () => open(id)));
    workers[0]?.tell({ kind: 'started' });
    workers[0]?.fail('out of memory');
    expect(await Promise.all(answers.slice(0, 2))).toMatchObject([
      { ok: false, fault: { subject: 'a', detail: 'out of memory' } },
      { ok: false },
    ]);
    workers[1]?.tell({ kind: 'started' });
    expect(names(workers[1] as SlowWorker)).toEqual(['c']);
    workers[1]?.tell({ kind: 'opened' });
    expect(await answers[2]).toMatchObject({ ok: true });
  });

  it('fails all that waits for a worker that never starts', async () => {
    const { ask, workers } = deskWith();
    const answers = ['a', 'b', 'c'].map((id) => ask(id, () => open(id)));
    workers[0]?.fail('404');
    expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(workers).toHaveLength(1);
  });
});
