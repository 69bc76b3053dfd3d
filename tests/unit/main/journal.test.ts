import fc from 'fast-check';
import { appendFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/main/services/journal';
import { journalPath, openJournal } from '../../../src/main/services/journal';
import type { JournalFs } from '../../../src/main/services/journal-file';
import type { Result } from '../../../src/shared/fault';
import { faultSentence } from '../../../src/shared/fault';
import type { JsonValue } from '../../../src/shared/host';
import { faultyFs, switchable } from '../../helpers/failing-fs';
import { draft, drafts } from '../../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(faultSentence(result.fault));
  return result.value;
};

const open = async (fs?: JournalFs, time?: number): Promise<Journal> =>
  valueOf(await openJournal(folder, fs, time));

const restarted = async (): Promise<{ readonly ids: readonly string[]; readonly damaged: number }> => {
  const journal = await open();
  const entries = valueOf(await journal.read(0));
  const { damaged } = valueOf(await journal.head());
  await journal.close();
  return { ids: entries.map(({ id }) => id), damaged };
};

describe('a journal', () => {
  it('starts empty and tells where it lies', async () => {
    const journal = await open();
    expect(valueOf(await journal.head())).toEqual({
      entries: 0,
      lastSeq: 0,
      hash: '',
      damaged: 0,
      path: journalPath(folder),
    });
    await journal.close();
  });

  it('numbers entries in the order of appends and chains their checksums', async () => {
    const journal = await open();
    const calls = drafts(20).map((one) => journal.append([one]));
    const entries = (await Promise.all(calls)).flatMap(valueOf);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
    expect(new Set(entries.map(({ sha256 }) => sha256)).size).toBe(20);
    const head = valueOf(await journal.head());
    expect(head).toMatchObject({ entries: 20, lastSeq: 20, hash: entries.at(-1)?.sha256 });
    expect(valueOf(await journal.read(17)).map(({ seq }) => seq)).toEqual([18, 19, 20]);
    await journal.close();
  });

  it('answers a repeated id with the entry already there, within a batch and across a restart', async () => {
    const one = draft('甲');
    const journal = await open();
    const [first, twin] = valueOf(await journal.append([one, one]));
    expect(twin).toEqual(first);
    await journal.close();
    const again = await open();
    expect(valueOf(await again.append([{ ...one, payload: '乙' }]))).toEqual([first]);
    expect(valueOf(await again.head()).entries).toBe(1);
    await again.close();
  });

  it('gives back any JSON byte for byte after a restart', { timeout: 30_000 }, async () => {
    const payload = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { minLength: 1, maxLength: 5 }), async (payloads) => {
        const journal = await open();
        const sent = payloads.map((one) => draft(JSON.parse(JSON.stringify(one)) as JsonValue));
        valueOf(await journal.append(sent));
        await journal.close();
        const again = await open();
        const back = valueOf(await again.read(0)).slice(-sent.length);
        await again.close();
        expect(back.map(({ payload: one }) => JSON.stringify(one))).toEqual(
          sent.map(({ payload: one }) => JSON.stringify(one)),
        );
      }),
      { seed: 20261120, numRuns: 60 },
    );
  });

  it('keeps its file to its owner', async () => {
    const journal = await open();
    await journal.close();
    expect((await stat(journalPath(folder))).mode & 0o777).toBe(0o600);
  });
});

describe('a failed write', () => {
  const cases = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EDQUOT'].flatMap((code) =>
    (['write', 'datasync'] as const).map((step) => ({ code, step })),
  );

  it.each(cases)(
    '$code at $step: a sentence with path and reason, nothing acknowledged is lost',
    async (one) => {
      const { state, fault } = switchable(one.step, one.code);
      const journal = await open(faultyFs(fault));
      const before = valueOf(await journal.append(drafts(5))).map(({ id }) => id);
      state.on = true;
      const lost = draft('没有存上');
      const failed = await journal.append([lost]);
      expect(failed.ok).toBe(false);
      if (failed.ok) return;
      const sentence = faultSentence(failed.fault);
      expect(sentence).toContain(journalPath(folder));
      expect(sentence).toMatch(/磁盘|权限/);
      expect(failed.fault.code).toBe(`io-${one.code.toLowerCase()}`);
      expect(valueOf(await journal.read(0)).map(({ id }) => id)).toEqual(before);
      state.on = false;
      valueOf(await journal.append([lost]));
      await journal.close();
      expect(await restarted()).toEqual({ ids: [...before, lost.id], damaged: 0 });
    },
  );

  it('says how much room is left and needed when the disk is full', async () => {
    const { state, fault } = switchable('write', 'ENOSPC');
    const journal = await open(faultyFs(fault));
    state.on = true;
    const failed = await journal.append([draft('满')]);
    expect(failed.ok ? '' : failed.fault.reason).toMatch(/^磁盘已满（剩余 \d+ 字节，需要 \d+ 字节）$/);
    await journal.close();
  });

  it('that put half its bytes down leaves no trace', async () => {
    let short = false;
    const half = faultyFs(() => Promise.resolve());
    const journal = await open({
      ...half,
      open: async (...args) => {
        const handle = await half.open(...args);
        return new Proxy(handle, {
          get: (target, key) => {
            if (key !== 'write' || !short) return Reflect.get(target, key) as unknown;
            return async (bytes: Buffer, _offset: number, length: number, position: number) => {
              await target.write(bytes, 0, Math.floor(length / 2), position);
              throw Object.assign(new Error('EIO'), { code: 'EIO' });
            };
          },
        });
      },
    });
    const kept = valueOf(await journal.append([draft('在')]));
    short = true;
    expect((await journal.append([draft('半')])).ok).toBe(false);
    short = false;
    const next = valueOf(await journal.append([draft('又在')]));
    await journal.close();
    expect(await restarted()).toEqual({ ids: [...kept, ...next].map(({ id }) => id), damaged: 0 });
  });

  it(
    'ends in time when the disk never answers, and the queue goes on once it does',
    { timeout: 30_000 },
    async () => {
      let release = (): void => undefined;
      let stall = false;
      const journal = await open(
        faultyFs((step) =>
          stall && step === 'datasync' ? new Promise((resolve) => (release = resolve)) : Promise.resolve(),
        ),
        50,
      );
      stall = true;
      const slow = draft('慢');
      const first = await journal.append([slow]);
      expect(first.ok ? '' : first.fault.code).toBe('journal-stalled');
      stall = false;
      release();
      await expect.poll(async () => (await journal.append([slow])).ok, { timeout: 15_000 }).toBe(true);
      await journal.close();
      expect((await restarted()).ids).toEqual([slow.id]);
    },
  );
});

describe('a file changed from outside', () => {
  it('deleted with its folder: the next write puts every acknowledged entry back', async () => {
    const journal = await open();
    const before = valueOf(await journal.append(drafts(7)));
    await rm(folder, { recursive: true });
    const after = valueOf(await journal.append(drafts(1)));
    await journal.close();
    expect((await restarted()).ids).toEqual([...before, ...after].map(({ id }) => id));
  });

  it.each([
    { what: 'appended to', change: (path: string) => appendFile(path, 'x\n') },
    { what: 'cut', change: (path: string) => writeFile(path, '') },
    {
      what: 'replaced',
      change: async (path: string) => {
        await writeFile(`${path}.new`, 'x\n');
        await rename(`${path}.new`, path);
      },
    },
  ])('$what: writing stops and says why', async ({ change }) => {
    const journal = await open();
    valueOf(await journal.append(drafts(2)));
    await change(journalPath(folder));
    const bytes = await readFile(journalPath(folder));
    const failed = await journal.append([draft('不写')]);
    expect(failed.ok ? '' : failed.fault.code).toBe('journal-changed');
    expect(await readFile(journalPath(folder))).toEqual(bytes);
    await journal.close();
  });

  it('one it may not look at: the write fails with words and nothing is taken for written', async () => {
    const { state, fault } = switchable('stat', 'EACCES');
    const journal = await open(faultyFs(fault));
    state.on = true;
    const failed = await journal.append([draft('看不到')]);
    expect(failed.ok ? '' : failed.fault.code).toBe('io-eacces');
    expect(valueOf(await journal.head()).entries).toBe(0);
    await journal.close();
  });

  it('deleted between the write and its look at the file: not acknowledged, and the repeat is', async () => {
    let writes = 0;
    const journal = await open(
      faultyFs(async (step, path) => {
        if (step === 'datasync' && (writes += 1) === 1) await rm(path);
      }),
    );
    const one = draft('再来');
    const failed = await journal.append([one]);
    expect(failed.ok ? '' : failed.fault.code).toBe('journal-gone');
    valueOf(await journal.append([one]));
    await journal.close();
    expect((await restarted()).ids).toEqual([one.id]);
  });

  it('damaged where its copy cannot be kept aside does not open, so that nothing is cut off unseen', async () => {
    await writeFile(journalPath(folder), 'half a li');
    const { state, fault } = switchable('write', 'ENOSPC');
    state.on = true;
    const opened = await openJournal(folder, faultyFs(fault));
    expect(opened.ok ? '' : opened.fault.code).toBe('io-enospc');
    expect(await readFile(journalPath(folder), 'utf8')).toBe('half a li');
  });

  it('a path that cannot be opened is a fault at the start', async () => {
    await writeFile(`${folder}/file`, '');
    const opened = await openJournal(`${folder}/file/inside`);
    expect(opened.ok ? '' : faultSentence(opened.fault)).toMatch(/路径中有一段不是文件夹/);
  });
});
