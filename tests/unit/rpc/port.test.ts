import { describe, expect, it, vi } from 'vitest';
import { createPort, HandedOver, type Methods, type WorkerEnd } from '../../../src/renderer/rpc';
import type { PortOptions } from '../../../src/renderer/rpc/port';
import type { Result } from '../../../src/shared/fault';
import { memoryWorker } from '../../helpers/memory-worker';

type Sums = {
  readonly add: { readonly request: readonly number[]; readonly answer: number; readonly progress: number };
  readonly wait: { readonly request: null; readonly answer: boolean };
  readonly fail: { readonly request: string; readonly answer: never };
  readonly bytes: { readonly request: number; readonly answer: Uint8Array<ArrayBuffer> };
};

/** A worker whose `wait` answers when told to, with whether it was given up meanwhile. */
const sums = () => {
  const gates: (() => void)[] = [];
  const asked: string[] = [];
  const methods: Methods<Sums> = {
    add: (numbers, { tell }) => {
      asked.push(`add ${numbers.join()}`);
      return numbers.reduce((sum, number) => {
        tell(sum + number);
        return sum + number;
      }, 0);
    },
    wait: async (_, { signal }) => {
      asked.push('wait');
      await new Promise<void>((open) => gates.push(open));
      return signal.aborted;
    },
    fail: (words) => {
      throw new Error(words);
    },
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      return new HandedOver(bytes, [bytes.buffer]);
    },
  };
  return { methods, asked, open: () => gates.splice(0).forEach((gate) => gate()) };
};

const portOver = (start: () => WorkerEnd, options: Partial<PortOptions<Sums>> = {}) =>
  createPort<Sums>({
    start,
    explain: (problem, { method }, detail) => ({
      code: 'office-failed',
      subject: method,
      reason: problem,
      remedy: '',
      detail,
    }),
    ...options,
  });

const reasonOf = (result: Result<unknown>): string => (result.ok ? 'answered' : result.fault.reason);
const detailOf = (result: Result<unknown>): string | undefined =>
  result.ok ? undefined : result.fault.detail;

describe('a port', () => {
  it('starts its worker with the first call, and answers each call with its own answer', async () => {
    const start = vi.fn(() => memoryWorker(sums().methods));
    const port = portOver(start);
    expect(start).not.toHaveBeenCalled();
    const answers = await Promise.all([
      port.call('add', [1, 2]),
      port.call('add', [3]),
      port.call('bytes', 4),
    ]);
    expect(answers).toEqual([3, 3, new Uint8Array(4)].map((value) => ({ ok: true, value })));
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('tells the progress of a call to whoever made it, before its answer', async () => {
    const told: number[] = [];
    const port = portOver(() => memoryWorker(sums().methods));
    await Promise.all([
      port.call('add', [1, 2, 3], { onProgress: (sum) => told.push(sum) }),
      port.call('add', [9]),
    ]);
    expect(told).toEqual([1, 3, 6]);
  });

  it('says what a method threw, and goes on being asked', async () => {
    const port = portOver(() => memoryWorker(sums().methods));
    const failed = await port.call('fail', 'no such year');
    expect(reasonOf(failed)).toBe('threw');
    expect(detailOf(failed)).toContain('no such year');
    expect(await port.call('add', [1])).toEqual({ ok: true, value: 1 });
  });

  it('says what cannot be copied to a worker', async () => {
    const port = portOver(() => memoryWorker(sums().methods));
    const failed = await port.call('add', [() => 1] as unknown as number[]);
    expect([reasonOf(failed), detailOf(failed)]).toEqual([
      'threw',
      expect.stringContaining('could not be cloned'),
    ]);
  });
});

describe('a call that is given up', () => {
  it('ends at once, and its method is told', async () => {
    const worker = sums();
    const port = portOver(() => memoryWorker(worker.methods));
    const controller = new AbortController();
    const call = port.call('wait', null, { signal: controller.signal });
    await vi.waitFor(() => expect(worker.asked).toEqual(['wait']));
    controller.abort();
    expect(reasonOf(await call)).toBe('cancelled');
    // Read behind the word that it is given up.
    expect(await port.call('add', [1])).toEqual({ ok: true, value: 1 });
    worker.open();
  });

  it('while it waits is never sent', async () => {
    const worker = sums();
    const port = portOver(() => memoryWorker(worker.methods), { inHand: 1 });
    const controller = new AbortController();
    const first = port.call('wait', null);
    const second = port.call('add', [1], { signal: controller.signal });
    controller.abort();
    expect(reasonOf(await second)).toBe('cancelled');
    await vi.waitFor(() => expect(worker.asked).toEqual(['wait']));
    worker.open();
    await first;
    await port.call('add', [2]);
    expect(worker.asked).toEqual(['wait', 'add 2']);
  });

  it('before it is made asks nothing', async () => {
    const start = vi.fn(() => memoryWorker(sums().methods));
    const signal = AbortSignal.abort();
    expect(reasonOf(await portOver(start).call('add', [1], { signal }))).toBe('cancelled');
    expect(start).not.toHaveBeenCalled();
  });
});

describe('calls that wait for each other', () => {
  it('are sent as many at a time as the worker takes, an urgent one before the others', async () => {
    const worker = sums();
    const port = portOver(() => memoryWorker(worker.methods), { inHand: 1 });
    const first = port.call('wait', null);
    await vi.waitFor(() => expect(worker.asked).toEqual(['wait']));
    const calls = [first, port.call('add', [1]), port.call('add', [2], { urgent: true })];
    worker.open();
    await Promise.all(calls);
    expect(worker.asked).toEqual(['wait', 'add 2', 'add 1']);
  });
});

describe('a worker that breaks', () => {
  it('fails what it had in hand; a new one is told what the lost one knew, then asked the rest', async () => {
    const workers: { readonly end: WorkerEnd; readonly made: ReturnType<typeof sums> }[] = [];
    const port = portOver(
      () => {
        const made = sums();
        const end = memoryWorker(made.methods);
        workers.push({ end, made });
        return end;
      },
      { inHand: 1, onRestart: () => void port.call('add', [7, 7]) },
    );
    const [first, second] = [port.call('wait', null), port.call('add', [1])];
    await vi.waitFor(() => expect(workers[0]?.made.asked).toEqual(['wait']));
    workers[0]?.end.onerror?.({ message: 'out of memory' });
    const lost = await first;
    expect([reasonOf(lost), detailOf(lost)]).toEqual(['crashed', 'out of memory']);
    expect(await second).toEqual({ ok: true, value: 1 });
    expect(workers[1]?.made.asked).toEqual(['add 7,7', 'add 1']);
  });

  it('because its script did not load fails all that waits, and is tried again with the next call', async () => {
    let isThere = false;
    const port = portOver(() => {
      const end = memoryWorker(sums().methods);
      if (!isThere) {
        end.terminate();
        setTimeout(() => end.onerror?.({ message: '404' }));
      }
      return end;
    });
    const answers = await Promise.all([port.call('add', [1]), port.call('wait', null)]);
    expect(answers.map(reasonOf)).toEqual(['not-loaded', 'not-loaded']);
    isThere = true;
    expect(await port.call('add', [1])).toEqual({ ok: true, value: 1 });
  });

  it('when it is ended gives up all calls', async () => {
    const port = portOver(() => memoryWorker(sums().methods));
    const calls = [port.call('wait', null), port.call('wait', null)];
    port.end();
    expect((await Promise.all(calls)).map(reasonOf)).toEqual(['cancelled', 'cancelled']);
  });
});
