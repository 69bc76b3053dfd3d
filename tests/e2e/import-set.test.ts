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

  it('give the very texts the command line reads, old Word documents too, and the same refusals', async () => {
    const { page } = reader;
    const here = new Map<string, string | null>();
    for (const name of names) here.set(name, await readHere(name));
    const texts = new Set([...here.values()].filter((sha256) => sha256 !== null));
    const refused = [...here.values()].filter((sha256) => sha256 === null).length;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '打开报告…' }).click();
    await (await chooser).setFiles(names.map((name) => join(SET, name)));
    const layer = page.getByRole('dialog', { name: '导入报告' });
    const twice = names.length - texts.size - refused;
    await expect
      .poll(() => layer.locator('.import-counts').textContent(), { timeout: 120_000 })
      .toBe(`已认出 ${texts.size} · 读不了 ${refused + twice}`);
    await layer.getByRole('button', { name: `入架 ${texts.size} 篇` }).click();
    await poll(() => layer.locator('.import-counts').textContent()).toContain(`新增 ${texts.size}`);
    const kept = new Set(readdirSync(join(reader.folder, 'library', 'content')));
    expect([...texts].filter((sha256) => !kept.has(sha256))).toEqual([]);
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
