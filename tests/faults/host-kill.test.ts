import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/main/services/journal';
import { closeNotes, journalPath, openNotes, tell, times, valueOf } from '../helpers/faults';
import { ROOT, removeFolder, temporaryFolder } from '../helpers/places';

const KILLS = times(30, 300);

/** So many lives of one folder; a snapshot of ever more would take ever longer. */
const LIVES = 30;

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

const writer = (program: 'host-writer.ts' | 'journal-writer.ts', ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'tests', 'helpers', program), folder, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** What a process says until it ends; `heard` is told of each line. */
const linesOf = (
  child: ChildProcess,
  heard: (count: number) => void = () => undefined,
): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const lines: string[] = [];
    if (child.stdout) createInterface(child.stdout).on('line', (line) => heard(lines.push(line)));
    child.once('close', () => resolve(lines));
  });

const lifeOf = (lines: readonly string[]): Life => ({
  acknowledged: lines.filter((line) => line !== 'ready' && line !== 'done'),
  finished: lines.includes('done'),
});

/** A writer that is killed so many milliseconds after it has said so many lines. */
const killed = async (child: ChildProcess, after: number, wait: number): Promise<Life> =>
  lifeOf(
    await linesOf(child, (count) => {
      if (count === after + 1) setTimeout(() => child.kill('SIGKILL'), wait);
    }),
  );

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

/** What a fresh start makes of a folder whose host was killed. */
const standing = async (): Promise<{
  readonly entries: ReadonlySet<string>;
  /** Lines that were cut off and are kept aside. */
  readonly torn: number;
  /** Hashes of the snapshots that can be read. */
  readonly snapshots: ReadonlySet<string>;
}> => {
  const keeping = await openNotes(folder);
  const entries = new Set(keeping.journal.lines().map(({ entry: { id, sha256 } }) => `${id} ${sha256}`));
  const torn = valueOf(await keeping.journal.head()).damaged;
  const aside = await readFile(`${journalPath(folder)}.damaged`).catch(() => null);
  if (torn > 0) expect(aside?.length).toBeGreaterThan(0);
  const { snapshots, damaged } = valueOf(await keeping.snapshots.list());
  expect(damaged).toEqual([]);
  for (const { name, entries: count } of snapshots.slice(0, 2))
    expect(valueOf(await keeping.snapshots.read(name))).toHaveLength(count);
  await closeNotes(keeping);
  return { entries, torn, snapshots: new Set(snapshots.map(({ hash }) => hash)) };
};

describe('a host killed while it writes (R2)', () => {
  it(`${KILLS} times at any moment: nothing acknowledged is lost`, { timeout: KILLS * 20_000 }, async () => {
    const moments = fc.sample(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 15 })), {
      seed: 9,
      numRuns: KILLS,
    });
    const lost: string[] = [];
    let [count, made, torn] = [0, 0, 0];
    for (let from = 0; from < KILLS; from += LIVES) {
      const notes: string[] = [];
      for (const [after, wait] of moments.slice(from, from + LIVES)) {
        const { acknowledged } = await killed(writer('host-writer.ts'), after, wait);
        const kept = acknowledged.filter((line) => line.startsWith('snapshot'));
        notes.push(...acknowledged.filter((line) => !line.startsWith('snapshot')));
        const there = await standing();
        lost.push(...notes.filter((line) => !there.entries.has(line)));
        // Older ones give way to newer ones; the last one that was promised is always there.
        const last = kept.at(-1)?.split(' ').at(-1);
        if (last && !there.snapshots.has(last)) lost.push(`snapshot ${last}`);
        made += kept.length;
        torn += there.torn;
      }
      count += notes.length;
      await removeFolder(folder);
    }
    expect(count).toBeGreaterThan(KILLS);
    expect(made).toBeGreaterThan(KILLS / 2);
    const more = `${count} changes and ${made} snapshots acknowledged, ${torn} torn lines kept aside`;
    tell('R2', 'kill -9 of the host while it appends and makes snapshots', KILLS, lost, more);
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
        const life = lifeOf(await linesOf(writer('journal-writer.ts', String(tried))));
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
