import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryFolder, openLibrary, type LibraryKeeper } from '../../../src/main/services/library';
import { openOriginal } from '../../../src/main/services/open-original';
import { readInput } from '../../../src/main/services/validate';
import { faultSentence, succeed } from '../../../src/shared/fault';
import { CONTENT_PIECE } from '../../../src/shared/host';
import { replayLibrary } from '../../../src/shared/library';
import { faultyFs, switchable } from '../../helpers/failing-fs';
import { openKeeping } from '../../../src/main/services/open-services';
import { closeNotes, valueOf } from '../../helpers/faults';
import { draft } from '../../helpers/journal-drafts';
import { libraryDraft, madeReport, putBytes, shelve } from '../../helpers/own-reports';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;
let library: LibraryKeeper;

const open = async (fs = nodeFs): Promise<LibraryKeeper> => valueOf(await openLibrary(folder, fs, null));

const shelf = async (keeper: LibraryKeeper = library) => replayLibrary(valueOf(await keeper.read(0)));

const contentPath = (sha256: string): string => join(libraryFolder(folder), 'content', sha256);

const bytesOf = async (sha256: string): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for (let at = 0, size = 1; at < size;) {
    const piece = valueOf(await library.getPiece(sha256, at));
    const part = Buffer.from(piece.data, 'base64');
    parts.push(part);
    size = piece.size;
    at += Math.max(1, part.length);
  }
  return Buffer.concat(parts);
};

beforeEach(async () => {
  folder = await temporaryFolder();
  library = await open();
});

afterEach(async () => {
  await library.close();
  await removeFolder(folder);
});

describe('the library of own reports', () => {
  it('keeps a report and its file byte for byte over a restart', async () => {
    const made = madeReport(1);
    valueOf(await shelve(library, made));
    await library.close();
    library = await open();
    const kept = (await shelf()).get(made.report.id);
    expect(kept?.report).toEqual(made.report);
    expect(kept?.binned).toBeNull();
    expect(await bytesOf(made.report.text)).toEqual(made.bytes[0]);
    expect(await bytesOf(made.report.original?.sha256 ?? '')).toEqual(made.bytes[1]);
  });

  it('keeps two reports whose files have one name, each its own', async () => {
    for (const number of [1, 2]) {
      const made = madeReport(number);
      const original = made.report.original && { ...made.report.original, name: '政府工作报告.docx' };
      valueOf(await shelve(library, { ...made, report: { ...made.report, original } }));
    }
    const kept = [...(await shelf()).values()].map(({ report }) => report);
    expect(kept.map(({ original }) => original?.name)).toEqual(['政府工作报告.docx', '政府工作报告.docx']);
    for (const [at, { text, original }] of kept.entries()) {
      expect(await bytesOf(text)).toEqual(madeReport(at + 1).bytes[0]);
      expect(await bytesOf(original?.sha256 ?? '')).toEqual(madeReport(at + 1).bytes[1]);
    }
  });

  it('takes no report whose content is not on disk yet', async () => {
    const { report } = madeReport(1);
    const answer = await library.append(libraryDraft('create', report));
    expect(answer.ok ? '' : faultSentence(answer.fault)).toMatch(/正文还没有存到磁盘上/);
    expect((await shelf()).size).toBe(0);
  });

  it('refuses the same text a second time, by whoever asks first', async () => {
    const made = madeReport(1);
    const again = { ...made, report: { ...made.report, id: madeReport(2).report.id } };
    const answers = await Promise.all([shelve(library, made), shelve(library, again)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.fault.code]))).toEqual(['already-on-shelf']);
    expect((await shelf()).size).toBe(1);
  });

  it('answers a change sent twice with the change that is there', async () => {
    const made = madeReport(1);
    for (const bytes of made.bytes) await putBytes(library, bytes);
    const draft = libraryDraft('create', made.report);
    const first = valueOf(await library.append(draft));
    expect(valueOf(await library.append(draft))).toEqual(first);
    expect(valueOf(await library.read(0))).toHaveLength(1);
  });

  it('puts into the bin, takes back, and corrects what was recognised', async () => {
    const made = madeReport(1);
    valueOf(await shelve(library, made));
    valueOf(await library.append(libraryDraft('delete', made.report)));
    expect((await shelf()).get(made.report.id)?.binned).toBe('2026-11-20T10:00:00.000Z');
    valueOf(await library.append(libraryDraft('restore', made.report)));
    valueOf(await library.append(libraryDraft('edit', { ...made.report, year: 2027 })));
    const kept = (await shelf()).get(made.report.id);
    expect([kept?.binned, kept?.report.year]).toEqual([null, 2027]);
  });

  it('refuses a change of a report that is not there', async () => {
    const answer = await library.append(libraryDraft('delete', madeReport(1).report));
    expect(answer.ok ? '' : answer.fault.code).toBe('library-misfit');
  });

  it('names a damaged text and leaves the others readable', async () => {
    const [one, two] = [madeReport(1), madeReport(2)];
    for (const made of [one, two]) valueOf(await shelve(library, made));
    await nodeFs.appendFile(contentPath(one.report.text), 'x');
    const answer = await library.getPiece(one.report.text, 0);
    expect(answer.ok ? '' : faultSentence(answer.fault)).toContain(contentPath(one.report.text));
    expect(await bytesOf(two.report.text)).toEqual(two.bytes[0]);
    // The same file imported again mends it.
    expect(await putBytes(library, one.bytes[0] ?? Buffer.alloc(0))).toBe(true);
    expect(await bytesOf(one.report.text)).toEqual(one.bytes[0]);
  });

  it('hashes a large content once for all its pieces, and again where the file was changed', async () => {
    let reads = 0;
    await library.close();
    const readFile: typeof nodeFs.readFile = ((...args: Parameters<typeof nodeFs.readFile>) => {
      reads += 1;
      return nodeFs.readFile(...args);
    }) as typeof nodeFs.readFile;
    library = await open({ ...nodeFs, readFile });
    const bytes = Buffer.alloc(CONTENT_PIECE * 3 + 5, '川汇区');
    await putBytes(library, bytes, CONTENT_PIECE);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    reads = 0;
    expect((await bytesOf(sha256)).equals(bytes)).toBe(true);
    expect(reads).toBe(1);
    await nodeFs.appendFile(contentPath(sha256), 'x');
    const answer = await library.getPiece(sha256, CONTENT_PIECE);
    expect(answer.ok ? '' : answer.fault.code).toBe('content-damaged');
  });

  it('brings no second copy of a text back from the bin', async () => {
    const made = madeReport(1);
    valueOf(await shelve(library, made));
    valueOf(await library.append(libraryDraft('delete', made.report)));
    const again = { ...made, report: { ...made.report, id: madeReport(2).report.id } };
    valueOf(await shelve(library, again));
    const answer = await library.append(libraryDraft('restore', made.report));
    expect(answer.ok ? '' : answer.fault.code).toBe('already-on-shelf');
  });

  it('does not keep the notes closed where it does not open itself', async () => {
    await library.close();
    const place = await temporaryFolder();
    await nodeFs.writeFile(libraryFolder(place), 'a file where the folder should be');
    const keeping = valueOf(await openKeeping(place, ''));
    expect((await keeping.journal.append([draft('一条')])).ok).toBe(true);
    const read = await keeping.library.read(0);
    expect(read.ok ? '' : faultSentence(read.fault)).toContain('书架目录');
    await closeNotes(keeping);
    await removeFolder(place);
    library = await open();
  });

  it('throws content away whose hash is not its name', async () => {
    const bytes = Buffer.from('生产总值');
    const name = createHash('sha256').update('别的').digest('hex');
    const answer = await library.putPiece({
      sha256: name,
      size: bytes.length,
      at: 0,
      data: bytes.toString('base64'),
    });
    expect(answer.ok ? '' : answer.fault.code).toBe('content-misplaced');
    expect(await nodeFs.readdir(join(libraryFolder(folder), 'content'))).toEqual([]);
  });

  it('keeps what two windows send at the same time, piece by piece', async () => {
    const bytes = Buffer.alloc(50_000, '川汇区');
    const kept = await Promise.all([putBytes(library, bytes, 700), putBytes(library, bytes, 1_100)]);
    expect(kept).toEqual([true, true]);
    expect(await bytesOf(createHash('sha256').update(bytes).digest('hex'))).toEqual(bytes);
  });

  it('says that the disk is full, and takes the report once there is room', async () => {
    const { state, fault } = switchable('write', 'ENOSPC');
    await library.close();
    library = await open({ ...nodeFs, ...faultyFs(fault) });
    const made = madeReport(1);
    state.on = true;
    const answer = await shelve(library, made);
    expect(answer.ok).toBe(false);
    expect((await shelf()).size).toBe(0);
    state.on = false;
    valueOf(await shelve(library, made));
    expect((await shelf()).size).toBe(1);
  });
});

describe('the file a report was read from', () => {
  it('opens as a copy under its own name, a document only', async () => {
    const [report, program] = [madeReport(1), madeReport(2)];
    const strange = program.report.original && { ...program.report.original, name: '云岚.exe' };
    valueOf(await shelve(library, report));
    valueOf(await shelve(library, { ...program, report: { ...program.report, original: strange } }));
    const opened: string[] = [];
    const open = (path: string) => {
      opened.push(path);
      return Promise.resolve(succeed(null));
    };
    valueOf(await openOriginal(library, report.report.id, open));
    valueOf(await openOriginal(library, program.report.id, open));
    expect(opened[0]).toMatch(/云岚县1\.docx$/);
    expect(await nodeFs.readFile(opened[0] ?? '')).toEqual(report.bytes[1]);
    expect(opened[1]).not.toMatch(/exe$/);
  });
});

describe('what a page sends to the library', () => {
  const sha256 = 'a'.repeat(64);
  it.each([
    ['library/put', { sha256: '../../x', size: 1, at: 0, data: 'AA==' }],
    ['library/put', { sha256, size: 1, at: 0, data: 'no base64' }],
    ['library/put', { sha256, size: 1, at: 0, data: 'A'.repeat(CONTENT_PIECE * 2) }],
    ['library/put', { sha256, size: 2 ** 40, at: 0, data: 'AA==' }],
    ['library/get', { sha256, at: -1 }],
    ['library/open', { id: 'own-../../etc' }],
    ['library/append', { id: 'x' }],
  ] as const)('%s is refused where it is not as agreed (row %#)', (name, input) => {
    expect(readInput(name, input).ok).toBe(false);
  });
});
