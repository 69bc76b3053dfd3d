import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryFolder, type LibraryKeeper } from '../../../src/main/services/library';
import { closeKeeping, openKeeping, type Keeping } from '../../../src/main/services/open-services';
import { faultSentence } from '../../../src/shared/fault';
import { replayLibrary, type OwnReport } from '../../../src/shared/library';
import { valueOf } from '../../helpers/faults';
import { draft } from '../../helpers/journal-drafts';
import { libraryDraft, madeReport, putBytes, shelve, type Made } from '../../helpers/own-reports';
import { removeFolder, temporaryFolder } from '../../helpers/places';

/** When all drafts of the helper are made, and days after it. */
const BEGIN = Date.parse('2026-11-20T10:00:00.000Z');
const DAY = 86_400_000;
const day = (count: number): Date => new Date(BEGIN + count * DAY);

let folder: string;
let keeping: Keeping;

const open = async (count: number): Promise<void> => {
  keeping = valueOf(await openKeeping(folder, '', { now: () => day(count) }));
};
const reopen = async (count: number): Promise<void> => {
  await closeKeeping(keeping);
  await open(count);
};
const files = (): Promise<readonly string[]> => readdir(join(libraryFolder(folder), 'content'));
const library = (): LibraryKeeper => keeping.library;
const revOf = async (id: string): Promise<string | null> =>
  replayLibrary(valueOf(await library().read(0))).get(id)?.rev ?? null;
const change = async (kind: 'delete' | 'restore', report: OwnReport) =>
  library().append(libraryDraft(kind, report, await revOf(report.id)));

/** A report on the shelf, with a note elsewhere in the journal. */
const shelved = async (number: number, part: Partial<OwnReport> = {}): Promise<Made> => {
  const made = madeReport(number, part);
  valueOf(await shelve(library(), made));
  return made;
};

beforeEach(async () => {
  folder = await temporaryFolder();
  await open(0);
});
afterEach(async () => {
  await closeKeeping(keeping);
  await removeFolder(folder);
});

describe('what a removed report leaves', () => {
  it('stays for thirty days to the millisecond, and is deleted at the first start after them', async () => {
    const { report } = await shelved(1);
    const other = await shelved(2);
    valueOf(await change('delete', report));
    await reopen(30 - 1 / DAY);
    expect(await files()).toHaveLength(4);
    await reopen(30);
    expect([...(await files())].sort()).toEqual(
      [other.report.text, other.report.original?.sha256 ?? ''].sort(),
    );
  });

  it('is whole again where it is taken back in time, and cannot be taken back afterwards', async () => {
    const { report } = await shelved(1);
    valueOf(await change('delete', report));
    valueOf(await change('restore', report));
    await reopen(90);
    expect(await files()).toHaveLength(2);
    valueOf(await change('delete', report));
    await reopen(90);
    expect(await files()).toHaveLength(0);
    const back = await change('restore', report);
    expect(back.ok ? '' : faultSentence(back.fault)).toMatch(/满 30 天，正文已经删去.+再导入一次/);
  });

  it('comes back with its id, and so with its notes, when the same file is imported again', async () => {
    const made = await shelved(1);
    valueOf(await change('delete', made.report));
    await reopen(31);
    for (const bytes of made.bytes) await putBytes(library(), bytes);
    valueOf(await change('restore', made.report));
    expect(replayLibrary(valueOf(await library().read(0))).get(made.report.id)?.binned).toBeNull();
  });

  it('stays where another report names it', async () => {
    const first = await shelved(1);
    const second = await shelved(2, { original: first.report.original });
    valueOf(await change('delete', first.report));
    await reopen(31);
    expect([...(await files())]).toEqual(
      expect.arrayContaining([first.report.original?.sha256 ?? '', second.report.text]),
    );
    expect(await files()).not.toContain(first.report.text);
  });

  it('stays as long as a snapshot has the report on the shelf', async () => {
    const { report } = await shelved(1);
    valueOf(await keeping.journal.append([draft(1)]));
    valueOf(await keeping.snapshots.make('manual'));
    valueOf(await change('delete', report));
    await reopen(400);
    expect(await files()).toHaveLength(2);
    for (const { name } of valueOf(await keeping.snapshots.list()).snapshots) {
      await closeKeeping(keeping);
      await removeFolder(join(folder, 'snapshots', name));
      await open(400);
    }
    expect(await files()).toHaveLength(0);
  });

  it('stays where a snapshot cannot be read, or the clock runs behind the catalog', async () => {
    const { report } = await shelved(1);
    valueOf(await change('delete', report));
    await reopen(-1);
    expect(await files()).toHaveLength(2);
    valueOf(await keeping.journal.append([draft(1)]));
    valueOf(await keeping.snapshots.make('manual'));
    const [snapshot] = valueOf(await keeping.snapshots.list()).snapshots;
    const catalog = join(folder, 'snapshots', snapshot?.name ?? '', 'library.jsonl');
    await writeFile(catalog, '{"half":');
    await reopen(31);
    expect(await files()).toHaveLength(2);
  });

  it('leaves every note as it is', async () => {
    const { report } = await shelved(1);
    valueOf(await keeping.journal.append([draft(1), draft(2)]));
    const before = valueOf(await keeping.journal.head());
    valueOf(await change('delete', report));
    await reopen(31);
    expect(await files()).toHaveLength(0);
    expect(valueOf(await keeping.journal.head())).toEqual(before);
  });
});
