import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/main/services/journal';
import { tell, times } from '../helpers/faults';
import { ROOT, removeFolder, temporaryFolder } from '../helpers/places';

const KILLS = times(30, 300);

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

interface Life {
  /** What was acknowledged: id and checksum of each entry. */
  readonly acknowledged: readonly string[];
  readonly finished: boolean;
}

const writer = (...args: readonly string[]): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'tests', 'helpers', 'journal-writer.ts'), folder, ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

/** One life of a writer; `after` acknowledgements it is killed, or it dies by itself. */
const live = (child: ChildProcess, after: number): Promise<Life> =>
  new Promise((resolve) => {
    const lines: string[] = [];
    if (child.stdout) {
      createInterface(child.stdout).on('line', (line) => {
        lines.push(line);
        if (lines.length > after) child.kill('SIGKILL');
      });
    }
    child.once('close', () => {
      const acknowledged = lines.filter((line) => line !== 'ready' && line !== 'done');
      resolve({ acknowledged, finished: lines.includes('done') });
    });
  });

const onDisk = async (): Promise<{ readonly entries: ReadonlySet<string>; readonly damaged: number }> => {
  const opened = await openJournal(folder);
  if (!opened.ok) throw new Error(opened.fault.reason);
  const entries = await opened.value.read(0);
  const head = await opened.value.head();
  await opened.value.close();
  if (!entries.ok || !head.ok) throw new Error('unreadable');
  return {
    entries: new Set(entries.value.map(({ id, sha256 }) => `${id} ${sha256}`)),
    damaged: head.value.damaged,
  };
};

describe('a host killed while it writes (R2)', () => {
  it(`${KILLS} times at any moment: nothing acknowledged is lost`, { timeout: KILLS * 20_000 }, async () => {
    const moments = fc.sample(fc.nat({ max: 60 }), { seed: 9, numRuns: KILLS });
    const acknowledged: string[] = [];
    for (const moment of moments) acknowledged.push(...(await live(writer(), moment)).acknowledged);
    const { entries } = await onDisk();
    const lost = acknowledged.filter((one) => !entries.has(one));
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    tell('R2', 'kill -9 of the host while it appends', KILLS, lost, `${acknowledged.length} acknowledged`);
  });

  it(
    'at every step of the write path in turn: nothing acknowledged is lost, nothing is torn',
    { timeout: 120_000 },
    async () => {
      let tried = 0;
      let count = 0;
      const lost: string[] = [];
      for (let finished = false; !finished;) {
        tried += 1;
        const life = await live(writer(String(tried)), Infinity);
        const { entries, damaged } = await onDisk();
        lost.push(...life.acknowledged.filter((one) => !entries.has(one)));
        expect(damaged).toBe(0);
        count += life.acknowledged.length;
        finished = life.finished;
      }
      tell('R2', 'kill -9 at each step of an append', tried - 1, lost, `${count} acknowledged`);
      // Three writes of at least write, datasync and two looks at the file each.
      expect(tried).toBeGreaterThan(12);
    },
  );
});
