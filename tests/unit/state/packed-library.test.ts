import * as nodeFs from 'node:fs/promises';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary, type LibraryKeeper } from '../../../src/main/services/library';
import {
  addReports,
  missingHere,
  packLibrary,
  unpackLibrary,
} from '../../../src/renderer/state/files/packed-library';
import type { LibraryPort } from '../../../src/shared/host';
import { bookmarkPort, createBookmarks } from '../../../src/renderer/state/library/bookmarks';
import { replayLibrary } from '../../../src/shared/library';
import { valueOf } from '../../helpers/faults';
import { pageLibrary } from '../../helpers/library-port';
import { libraryDraft, madeReport, shelve } from '../../helpers/own-reports';
import { removeFolder, temporaryFolder } from '../../helpers/places';

const NOTES = { notes: 'notes\n', bookmarks: '' };

interface Computer {
  readonly folder: string;
  readonly keeper: LibraryKeeper;
  readonly library: LibraryPort;
}

const computer = async (): Promise<Computer> => {
  const folder = await temporaryFolder();
  const keeper = valueOf(await openLibrary(folder, nodeFs, null));
  return { folder, keeper, library: pageLibrary(keeper) };
};

let here: Computer;
let there: Computer;
beforeEach(async () => {
  [here, there] = [await computer(), await computer()];
});
afterEach(async () => {
  for (const { keeper, folder } of [here, there]) {
    await keeper.close();
    await removeFolder(folder);
  }
});

const memoryStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

const stamp = { newId: ulid, now: () => new Date('2026-11-20T10:00:00Z'), writer: 'test' };
const shelf = async ({ library }: Computer) => replayLibrary(valueOf(await library.read(0)));

/** Two reports here, one of them in the bin, in one file. */
const packed = async (): Promise<Uint8Array> => {
  const [one, two] = [madeReport(1), madeReport(2)];
  for (const made of [one, two]) valueOf(await shelve(here.keeper, made));
  valueOf(await here.keeper.append(libraryDraft('delete', two.report)));
  const { bytes } = valueOf(await packLibrary(here.library, NOTES));
  if (!bytes) throw new Error('nothing was packed');
  return bytes;
};

const arrive = async (bytes: Uint8Array): Promise<number> => {
  const { reports } = valueOf(unpackLibrary('备份.zip', bytes));
  return valueOf(await addReports(there.library, valueOf(await missingHere(there.library, reports)), stamp));
};

describe('own reports in the one file that moves to another computer', () => {
  it('arrive under their own ids, byte for byte, the bin too, and once', async () => {
    const bytes = await packed();
    expect(valueOf(unpackLibrary('备份.zip', bytes)).notes).toBe('notes\n');
    expect(await arrive(bytes)).toBe(2);
    const [before, after] = [await shelf(here), await shelf(there)];
    for (const [id, { report, binned }] of before) {
      expect(after.get(id)?.report).toEqual(report);
      expect(after.get(id)?.binned === null).toBe(binned === null);
      const files = await Promise.all([here, there].map(({ keeper }) => keeper.original(id)));
      expect(files[0]).toEqual(files[1]);
    }
    expect(await arrive(bytes)).toBe(0);
    expect((await shelf(there)).size).toBe(2);
  });

  it('a file without reports is the file of notes', async () => {
    expect(valueOf(await packLibrary(here.library, NOTES)).bytes).toBeNull();
    expect(valueOf(unpackLibrary('a.jsonl', new TextEncoder().encode('notes\n')))).toEqual({
      notes: 'notes\n',
      bookmarks: '',
      reports: [],
    });
  });

  it('bookmarks go along, with reports or without, and come in once beside those that are there', async () => {
    const [mine, theirs] = [createBookmarks(memoryStorage()), createBookmarks(memoryStorage())];
    const [one, two] = [
      { report: 'zhoukou-2023', start: 12, words: '总体要求' },
      { report: 'zhoukou-2025', start: 40, words: '过去一年' },
    ];
    mine.getState().toggle(one);
    theirs.getState().toggle(two);
    const { bytes } = valueOf(
      await packLibrary(here.library, { notes: 'notes\n', bookmarks: bookmarkPort(mine).pack() }),
    );
    const { notes, bookmarks, reports } = valueOf(unpackLibrary('备份.zip', bytes ?? new Uint8Array()));
    expect([notes, reports]).toEqual(['notes\n', []]);
    const port = bookmarkPort(theirs);
    expect(port.missing(bookmarks)).toBe(1);
    for (let times = 0; times < 2; times += 1) port.add(bookmarks);
    expect(theirs.getState().list).toEqual([one, two]);
    expect([port.missing(bookmarks), port.missing('{"list":[{"start":-1}]}'), port.missing('')]).toEqual([
      0, 0, 0,
    ]);
  });

  it('nothing of a damaged one comes in', async () => {
    const bytes = await packed();
    for (const damaged of [bytes.slice(0, bytes.length / 2), bytes.slice(0, 100)])
      expect(unpackLibrary('备份.zip', damaged).ok).toBe(false);
    const flipped = bytes.slice();
    for (let at = 200; at < flipped.length; at += 97) flipped[at] = (flipped[at] ?? 0) ^ 1;
    const opened = unpackLibrary('备份.zip', flipped);
    if (opened.ok) expect((await addReports(there.library, opened.value.reports, stamp)).ok).toBe(false);
    expect((await shelf(there)).size).toBe(0);
  });

  it('a report that cannot be read stays behind by its path, the notes and the others go', async () => {
    await packed();
    const [first] = [...(await shelf(here)).values()];
    await nodeFs.rm(`${here.folder}/library/content/${first?.report.text ?? ''}`);
    const { bytes, left } = valueOf(await packLibrary(here.library, NOTES));
    expect(left.map(({ code, subject }) => [code, subject.includes(first?.report.text ?? '?')])).toEqual([
      ['content-missing', true],
    ]);
    const opened = valueOf(unpackLibrary('备份.zip', bytes ?? new Uint8Array()));
    expect([opened.notes, opened.reports.length]).toEqual(['notes\n', 1]);
  });
});
