import fc from 'fast-check';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA_FORMAT } from '../../src/main/services/format';
import { decodeLine, encodeLine, type JournalLine } from '../../src/main/services/journal-line';
import { toBytes } from '../../src/main/services/journal-state';
import { openKeeping } from '../../src/main/services/open-services';
import { replay } from '../../src/shared/anchor';
import { faultSentence } from '../../src/shared/fault';
import { asDraft, type JournalEntry, type JsonValue } from '../../src/shared/host';
import { dyingFs } from '../helpers/dying-fs';
import { faultyFs, systemError } from '../helpers/failing-fs';
import { SMALL, closeNotes, journalPath, openNotes, tell, times, valueOf } from '../helpers/faults';
import { draft } from '../helpers/journal-drafts';
import { ROOT, removeFolder, temporaryFolder } from '../helpers/places';

/** A data folder as version 0.1 left it: written by that version's own code. */
const OLD = join(ROOT, 'tests', 'fixtures', 'data-0.1');

const oldFolder = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await cp(OLD, folder, { recursive: true });
  return folder;
};

const shown = (entries: Parameters<typeof replay>[0]) =>
  [...replay(entries).values()].map(({ id, annotation, deleted, draft: typed }) => [
    id,
    annotation.body.text,
    deleted !== null,
    typed?.text ?? null,
  ]);

const EXPECTED = [
  ['n1', '第一条，改过', false, null],
  ['n2', '第二条', true, null],
  ['n3', '第三条 𠮷', false, '第三条，正在写'],
];

/** Every byte below a folder, by path. */
const bytesBelow = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (path) => [path, await readFile(path, 'base64')])),
  ) as Readonly<Record<string, string>>;
};

/** What a fresh start makes of a folder. */
const openAll = async (folder: string): Promise<ReturnType<typeof shown>> => {
  const keeping = await openNotes(folder);
  const there = shown(valueOf(await keeping.journal.read(0)));
  await closeNotes(keeping);
  return there;
};

/** What the snapshots made before a migration hold. */
const snapshotsBeforeMigration = async (folder: string): Promise<readonly ReturnType<typeof shown>[]> => {
  const keeping = await openNotes(folder);
  const { snapshots } = valueOf(await keeping.snapshots.list());
  const held = [];
  for (const { name, reason } of snapshots)
    if (reason === 'migration') held.push(shown(valueOf(await keeping.snapshots.read(name))));
  await closeNotes(keeping);
  return held;
};

/** A journal with one more line in it, written as the program writes it, and the lines after it chained to it. */
const strangeAt = (lines: readonly string[], place: number, payload: JsonValue): Buffer => {
  const drafts = lines.map((line) => asDraft(valueOfLine(line)));
  drafts.splice(place, 0, draft(payload, { noteId: 'strange' }));
  const written: JournalLine[] = [];
  for (const each of drafts) {
    const last = written.at(-1)?.entry;
    written.push(encodeLine(each, (last?.seq ?? 0) + 1, last?.sha256 ?? ''));
  }
  return toBytes(written);
};

const valueOfLine = (line: string): JournalEntry => {
  const decoded = decodeLine(Buffer.from(line));
  if (!decoded) throw new Error('The old data cannot be read.');
  return decoded.entry;
};

describe('data of another version (R10)', () => {
  it('of 0.1 open as they were, after a snapshot of them', async () => {
    const folder = await oldFolder();
    const before = await readFile(journalPath(folder));
    const keeping = await openNotes(folder);
    expect(shown(valueOf(await keeping.journal.read(0)))).toEqual(EXPECTED);
    const { snapshots } = valueOf(await keeping.snapshots.list());
    expect(snapshots.map(({ reason, entries, notes }) => [reason, entries, notes])).toEqual([
      ['migration', 6, 2],
    ]);
    expect(shown(valueOf(await keeping.snapshots.read(snapshots[0]?.name ?? '')))).toEqual(EXPECTED);
    await closeNotes(keeping);
    expect(await readFile(journalPath(folder))).toEqual(before);
    const again = await openNotes(folder);
    expect(valueOf(await again.snapshots.list()).snapshots).toHaveLength(1);
    await closeNotes(again);
    await removeFolder(folder);
  });

  it('is brought over wholly or not at all, wherever the host dies', async () => {
    const tries = times(40, 100);
    const moments = fc.sample(fc.integer({ min: 1, max: 45 }), { seed: 10, numRuns: tries });
    const lost: unknown[] = [];
    let marked = 0;
    for (const moment of moments) {
      const folder = await oldFolder();
      const { fs } = dyingFs(moment);
      const opened = await openKeeping(folder, '', { fs, limits: SMALL });
      if (opened.ok) await closeNotes(opened.value).catch(() => undefined);
      const format = await readFile(join(folder, 'format.json'), 'utf8').catch(() => null);
      const keeping = await openNotes(folder);
      const { snapshots, damaged } = valueOf(await keeping.snapshots.list());
      // A folder that is marked as brought over has the snapshot of what it was.
      if (format !== null) marked += 1;
      expect(snapshots.some(({ reason }) => reason === 'migration')).toBe(true);
      expect(damaged).toEqual([]);
      const there = shown(valueOf(await keeping.journal.read(0)));
      if (JSON.stringify(there) !== JSON.stringify(EXPECTED)) lost.push(there);
      await closeNotes(keeping);
      await removeFolder(folder);
    }
    tell('R10', 'host dies while data are brought over', tries, lost, `${marked} had come to the end`);
    expect(marked).toBeGreaterThan(0);
    expect(marked).toBeLessThan(tries);
  });

  it('is brought over wholly or not at all, whatever step the disk refuses', async () => {
    const lost: unknown[] = [];
    let [tried, refused] = [0, 0];
    for (let hit = true; hit;) {
      tried += 1;
      const folder = await oldFolder();
      let steps = 0;
      const fs = faultyFs(() =>
        (steps += 1) === tried ? Promise.reject(systemError('EIO')) : Promise.resolve(),
      );
      const opened = await openKeeping(folder, '', { fs, limits: SMALL });
      if (opened.ok) await closeNotes(opened.value);
      else {
        refused += 1;
        expect(faultSentence(opened.fault)).toMatch(/^(?:批注|书架).+：.+。.+/);
      }
      hit = steps >= tried;
      const marked = await readFile(join(folder, 'format.json'), 'utf8').catch(() => null);
      if (marked !== null) expect(await snapshotsBeforeMigration(folder)).toEqual([EXPECTED]);
      const there = await openAll(folder);
      if (JSON.stringify(there) !== JSON.stringify(EXPECTED)) lost.push(there);
      // Once the disk takes it, the data are brought over, with a snapshot that opens.
      expect(await snapshotsBeforeMigration(folder)).toContainEqual(EXPECTED);
      await removeFolder(folder);
    }
    tell(
      'R10',
      'each step of bringing data over fails in turn',
      tried - 1,
      lost,
      `${refused} refused to start`,
    );
    expect(tried).toBeGreaterThan(20);
  });

  it('of 0.1 with a record at any place that nobody can read are brought over with all others', async () => {
    const lost: unknown[] = [];
    const payloads: readonly JsonValue[] = [
      null,
      7,
      'text',
      [],
      { v: 1 },
      { v: 99, annotation: {} },
      { v: 1, annotation: null },
    ];
    const lines = (await readFile(journalPath(OLD), 'utf8')).split('\n').filter(Boolean);
    for (const [place, payload] of payloads.entries()) {
      const folder = await oldFolder();
      await writeFile(journalPath(folder), strangeAt(lines, place % lines.length, payload));
      const there = await openAll(folder);
      if (JSON.stringify(there) !== JSON.stringify(EXPECTED)) lost.push(there);
      expect(await snapshotsBeforeMigration(folder)).toEqual([EXPECTED]);
      await removeFolder(folder);
    }
    tell('R10', 'a strange record in old data', payloads.length, lost);
  });

  it('of a newer program is refused with words, and not one byte of it changes', async () => {
    const marks = [`{"format":${DATA_FORMAT + 1}}`, '{"format":99,"more":[1]}', 'not json', '{"format":"x"}'];
    for (const mark of marks) {
      const folder = await oldFolder();
      await mkdir(join(folder, 'snapshots'));
      await writeFile(join(folder, 'format.json'), mark);
      const before = await bytesBelow(folder);
      const refused = await openKeeping(folder, '', { limits: SMALL });
      expect(refused.ok ? '' : refused.fault.code).toBe('data-newer');
      expect(refused.ok ? '' : faultSentence(refused.fault)).toMatch(/更新.*请用新版对读打开/);
      expect(await bytesBelow(folder)).toEqual(before);
      await removeFolder(folder);
    }
    tell('R10', 'older program on newer data', marks.length, 0);
  });

  it('is kept before a migration for good, however many snapshots follow', async () => {
    const folder = await oldFolder();
    const keeping = await openNotes(folder);
    for (let i = 0; i < 40; i += 1) {
      valueOf(await keeping.journal.append([draft({ text: String(i) })]));
      valueOf(await keeping.snapshots.make('manual'));
    }
    const { snapshots } = valueOf(await keeping.snapshots.list());
    expect(snapshots.at(-1)?.reason).toBe('migration');
    // One more where the day or the month ends meanwhile.
    expect(snapshots.length).toBeGreaterThanOrEqual(25);
    expect(snapshots.length).toBeLessThan(28);
    await closeNotes(keeping);
    await removeFolder(folder);
  });
});
