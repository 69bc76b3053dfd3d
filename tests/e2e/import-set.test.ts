import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../src/import';
import { ROOT } from '../helpers/places';
import { poll } from '../helpers/page-model';
import { openReader, type OpenReader } from '../helpers/reader';

const SET = join(ROOT, '..', 'shared', 'import-set');
const MAPS = join(ROOT, 'node_modules', 'pdfjs-dist', 'cmaps', '/');
const present = existsSync(SET);
if (!present) console.log('import-set.test：../shared/import-set 不在，跳过真实文件的检查。');

const names = present ? readdirSync(SET).filter((name) => !name.endsWith('.md')) : [];

/** SHA-256 of the source text this machine's command line reads from a file; null where it refuses it. */
const readHere = async (name: string): Promise<string | null> => {
  const [outcome] = await importFile({ name, bytes: readFileSync(join(SET, name)) }, { characterMaps: MAPS });
  return outcome?.result.ok === true
    ? createHash('sha256').update(outcome.result.value.raw).digest('hex')
    : null;
};

describe.skipIf(!present)('files of every kind, in the window (needs ../shared/import-set)', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader('loopback');
  });
  afterAll(() => reader.close());

  it(
    'give the very texts the command line reads, old Word documents too, and the same refusals',
    { timeout: 240_000 },
    async () => {
      const { page } = reader;
      const here = new Map<string, string | null>();
      for (const name of names) here.set(name, await readHere(name));
      const refused = names.filter((name) => here.get(name) === null);
      // Old Word documents first: of one text in two files the first is kept.
      const order = names.toSorted((a, b) => Number(b.endsWith('.doc')) - Number(a.endsWith('.doc')));
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '打开报告…' }).click();
      await (await chooser).setFiles(order.map((name) => join(SET, name)));
      const layer = page.locator('[data-view="import"]');
      const counted = async (): Promise<number> =>
        ((await layer.locator('.import-counts').textContent()) ?? '')
          .split(/\D+/)
          .reduce((sum, count) => sum + Number(count), 0);
      await expect.poll(counted, { timeout: 120_000 }).toBe(names.length);
      const both = layer.getByRole('button', { name: '都留' });
      for (let left = await both.count(); left > 0; left -= 1) await both.first().click();
      const notRead = await layer.locator('[data-result="failed"]').allTextContents();
      const same = await layer.locator('[data-result="known"]').allTextContents();
      expect(same.filter((row) => !row.includes('一字不差'))).toEqual([]);
      expect(notRead).toHaveLength(refused.length);
      expect(refused.filter((name) => !notRead.some((row) => row.includes(name)))).toEqual([]);
      await layer.getByRole('button', { name: /^入架/ }).click();
      await poll(() => layer.locator('.import-counts').textContent()).toContain('新增');
      await poll(() => layer.locator('[data-result="added"]').count()).toBe(
        names.length - notRead.length - same.length,
      );
      const catalog = readFileSync(join(reader.folder, 'library', 'catalog.jsonl'), 'utf8');
      const kept = [...catalog.matchAll(/"text":"([0-9a-f]{64})"/g)].map(([, sha256]) => sha256);
      const texts = [...here.values()];
      expect(kept.filter((sha256) => !texts.includes(sha256 ?? ''))).toEqual([]);
      const old = names.filter((name) => name.endsWith('.doc')).map((name) => here.get(name) ?? '');
      expect(old.filter((sha256) => !kept.includes(sha256))).toEqual([]);
      expect(reader.errors).toEqual([]);
      expect(reader.foreign).toEqual([]);
    },
  );
});
