import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journalPath, openJournal } from '../../../src/main/services/journal';
import { encodeLine } from '../../../src/main/services/journal-line';
import { recover } from '../../../src/main/services/journal-recovery';
import { drafts } from '../../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../../helpers/places';

/** Eight good lines, each without its line end. */
const lines = (() => {
  const made: Buffer[] = [];
  let prev = '';
  drafts(8).forEach((draft, place) => {
    const line = encodeLine(draft, place + 1, prev);
    prev = line.entry.sha256;
    made.push(line.bytes);
  });
  return made as readonly Buffer[];
})();

const join = (parts: readonly Buffer[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));

const seqs = (bytes: Buffer): readonly number[] => recover(bytes).lines.map(({ entry }) => entry.seq);

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, other) => other !== place);

const place = fc.nat({ max: lines.length - 1 });

describe('a damaged journal', () => {
  it('loses exactly the line in which a bit is flipped, wherever it is', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.integer({ min: 1, max: 255 }), (at, offset, mask) => {
        const changed = lines.map((line) => Buffer.from(line));
        const line = changed[at] ?? Buffer.alloc(0);
        const byte = offset % line.length;
        line[byte] = (line[byte] ?? 0) ^ mask;
        const recovered = recover(join(changed));
        // A flip that makes a line end splits the line into two damaged ones; no other line is touched either way.
        expect(recovered.lines.map(({ entry }) => entry.seq)).toEqual(without([1, 2, 3, 4, 5, 6, 7, 8], at));
        expect(recovered.damaged.length).toBeGreaterThan(0);
        expect(recovered.torn.length).toBe(0);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('is whole again when its lines are in another order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: 8 }), (shuffled) => {
        expect(seqs(join(shuffled))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('counts lines that were cut out', () => {
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 2 }), (at) => {
        const recovered = recover(join(without(lines, at)));
        expect(recovered.lines).toHaveLength(7);
        expect(recovered.missing).toBe(1);
      }),
      { seed: 4, numRuns: 50 },
    );
  });

  it('takes a repeated line once and keeps the other aside', () => {
    const recovered = recover(join([...lines, ...lines.slice(2, 4)]));
    expect(recovered.lines).toHaveLength(8);
    expect(recovered.damaged).toEqual(lines.slice(2, 4));
  });

  it('prefers the line that continues the chain over a stranger with its number, in either order', () => {
    const [stranger] = drafts(1);
    if (!stranger) return;
    const foreign = encodeLine(stranger, 4, 'f'.repeat(64)).bytes;
    for (const mixed of [
      [...lines, foreign],
      [foreign, ...lines],
    ]) {
      const recovered = recover(join(mixed));
      expect(recovered.lines.map(({ bytes }) => bytes)).toEqual(lines);
      expect(recovered.damaged).toEqual([foreign]);
    }
  });

  it('takes an id once, whatever number it comes back under', () => {
    const [again] = drafts(1);
    const first = lines[0] ?? Buffer.alloc(0);
    const { id } = JSON.parse(first.toString('utf8')) as { readonly id: string };
    if (!again) return;
    const copy = encodeLine({ ...again, id }, 9, 'f'.repeat(64)).bytes;
    const recovered = recover(join([...lines, copy]));
    expect(recovered.lines.map(({ bytes }) => bytes)).toEqual(lines);
    expect(recovered.damaged).toEqual([copy]);
  });

  it('reads every whole line of a file cut off anywhere', () => {
    const whole = join(lines);
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), (length) => {
        const part = whole.subarray(0, length);
        const ends = lines.map((_, at) => join(lines.slice(0, at + 1)).length);
        // A last line that lacks nothing but its line end counts: its checksum is there.
        const count = ends.filter((end) => end - 1 <= length).length;
        expect(seqs(part)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].slice(0, count));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('reads anything at all without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(recover(Buffer.from(bytes)).lines).toEqual([]);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('opening a damaged journal', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
  });

  afterEach(() => removeFolder(folder));

  const openAndAppend = async (): Promise<number> => {
    const opened = await openJournal(folder);
    if (!opened.ok) throw new Error(opened.fault.reason);
    const head = await opened.value.head();
    const appended = await opened.value.append(drafts(1));
    await opened.value.close();
    expect(appended.ok).toBe(true);
    return head.ok ? head.value.damaged : -1;
  };

  const TAIL = Buffer.from('{"id":"half a li');

  it.each([
    { what: 'a torn tail', bytes: Buffer.concat([join(lines), TAIL]), aside: [TAIL], left: 8 },
    {
      what: 'a tail of NULs',
      bytes: Buffer.concat([join(lines), Buffer.alloc(500)]),
      aside: [Buffer.alloc(500)],
      left: 8,
    },
    {
      what: 'a foreign file',
      bytes: Buffer.from('hello\nworld\n'),
      aside: [Buffer.from('hello'), Buffer.from('world')],
      left: 0,
    },
    { what: 'a lost line end', bytes: join(lines).subarray(0, -1), aside: [], left: 8 },
  ])('$what is counted, kept aside once, and writing goes on', async ({ bytes, aside, left }) => {
    await writeFile(journalPath(folder), bytes);
    expect(await openAndAppend()).toBe(aside.length);
    await openAndAppend();
    const kept = await readFile(`${journalPath(folder)}.damaged`).catch(() => Buffer.alloc(0));
    expect(kept).toEqual(join(aside));
    const recovered = recover(await readFile(journalPath(folder)));
    expect(recovered.lines).toHaveLength(left + 2);
    expect(recovered.missing).toBe(0);
  });

  it('never removes a damaged line from the journal itself', async () => {
    const broken = Buffer.from(lines[3] ?? Buffer.alloc(0));
    broken[10] = 0x21;
    const bytes = join(lines.map((line, at) => (at === 3 ? broken : line)));
    await writeFile(journalPath(folder), bytes);
    expect(await openAndAppend()).toBe(1);
    expect((await readFile(journalPath(folder))).subarray(0, bytes.length)).toEqual(bytes);
    expect(await readFile(`${journalPath(folder)}.damaged`)).toEqual(join([broken]));
  });
});

describe('a journal that another program has had in its hands', () => {
  const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
  const whole = lines.map((_, place) => place + 1);

  it.each([
    ['carriage returns', Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]))],
    ['a byte order mark', Buffer.concat([BOM, join(lines)])],
    ['both', Buffer.concat([BOM, ...lines.flatMap((line) => [line, Buffer.from('\r\n')])])],
    [
      'a mark amid it, where two files were joined',
      Buffer.concat([join(lines.slice(0, 3)), BOM, join(lines.slice(3))]),
    ],
  ])('loses nothing by %s', (_what, bytes) => {
    const recovered = recover(bytes);
    expect(recovered.lines.map(({ entry }) => entry.seq)).toEqual(whole);
    expect([recovered.damaged, recovered.torn.length, recovered.missing]).toEqual([[], 0, 0]);
  });

  it('with carriage returns goes on from where it ended, and again after that', async () => {
    const folder = await temporaryFolder();
    await writeFile(journalPath(folder), Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')])));
    for (let start = 1; start <= 2; start += 1) {
      const opened = await openJournal(folder);
      if (!opened.ok) throw new Error(opened.fault.reason);
      expect(await opened.value.append(drafts(1))).toMatchObject({
        ok: true,
        value: [{ seq: lines.length + start }],
      });
      expect(await opened.value.head()).toMatchObject({ ok: true, value: { damaged: 0 } });
      await opened.value.close();
    }
    await removeFolder(folder);
  });

  it.each([
    ['a depth nothing can be written back from', 1, '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a number nothing can be counted on from', Number.MAX_SAFE_INTEGER, '{}'],
  ])('sets aside a line with a right checksum and %s', async (_what, seq, payload) => {
    const folder = await temporaryFolder();
    const [draft] = drafts(1);
    const text = JSON.stringify({ ...draft, payload: 0, seq, prev: '' }).replace(
      '"payload":0',
      `"payload":${payload}`,
    );
    const hash = createHash('sha256').update(text).digest('hex');
    await writeFile(journalPath(folder), `${text.slice(0, -1)},"sha256":"${hash}"}\n`);
    const opened = await openJournal(folder);
    if (!opened.ok) throw new Error(opened.fault.reason);
    expect(await opened.value.head()).toMatchObject({ ok: true, value: { entries: 0, damaged: 1 } });
    expect(await opened.value.read(0)).toEqual({ ok: true, value: [] });
    expect((await readFile(`${journalPath(folder)}.damaged`)).length).toBeGreaterThan(text.length);
    await opened.value.close();
    await removeFolder(folder);
  });
});
