/**
 * A hundred mixed files into the window: the page's longest task (processor time), and all of it beside reading,
 * decoding and parsing the same files one after another in this process, in the same run.
 * `npm run build && npx tsx bench/import/window.ts`
 */
import { strToU8, zipSync } from 'fflate';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile } from '../../src/import';
import { parseReport } from '../../src/shared/parse';
import { bundledReports } from '../../tests/helpers/bundled-reports';
import { removeFolder, ROOT, temporaryFolder } from '../../tests/helpers/places';
import { openReader } from '../../tests/helpers/reader';
import { longestTask } from '../trace';

const FILES = 100;
const MOST_STILL = 50;
const MOST_TIMES = 4;
const SET = join(ROOT, '..', 'shared', 'import-set');
const MAPS = join(ROOT, 'node_modules', 'pdfjs-dist', 'cmaps', '/');

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/package/2006';
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const docx = (text: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${TYPES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${TYPES}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${WORD}"><w:body>${text
        .split('\n')
        .map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    ),
  });

const html = (text: string): Uint8Array =>
  strToU8(
    `<!doctype html><meta charset="utf-8"><title>报告</title><body>${text
      .split('\n')
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')}`,
  );

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

const KINDS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['docx', docx],
  ['html', html],
  ['txt', utf16],
  ['txt', strToU8],
];

/** The PDFs of the import set where they are, and the bundled texts under other places and years. */
const writeFiles = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  const paths = existsSync(SET)
    ? readdirSync(SET)
        .filter((name) => /-(?:web|word)\.pdf$/.test(name))
        .map((name) => join(SET, name))
    : [];
  const texts = bundledReports().map(({ clean }) => clean);
  for (let number = paths.length; number < FILES; number += 1) {
    const [ending, make] = KINDS[number % KINDS.length] ?? KINDS[0]!;
    const place = `溪${String.fromCharCode(0x4e00 + number * 7)}县`;
    const year = 2000 + (number % 25);
    // A title of its own: one of the texts does not name its place, and the same text twice is read once.
    const own = (texts[number % texts.length] ?? '').replace(/周口市|川汇区/g, place);
    const text = `${place}${year}年政府工作报告\n${own}`;
    const path = join(folder, `${place}${year}年政府工作报告.${ending}`);
    await writeFile(path, make(text));
    paths.push(path);
  }
  return paths;
};

const here = async (paths: readonly string[]): Promise<number> => {
  const begin = performance.now();
  for (const path of paths) {
    const bytes = await readFile(path);
    for (const { name, result } of await importFile({ name: path, bytes }, { characterMaps: MAPS }))
      if (result.ok) parseReport({ id: name, raw: result.value.raw, file: name });
  }
  return performance.now() - begin;
};

const folder = await temporaryFolder();
const paths = await writeFiles(join(folder, 'files'));
const reader = await openReader('loopback');
const { page } = reader;
const layer = page.locator('[data-view="import"]');
await page.locator('.cover-facts', { hasText: '个数' }).nth(4).waitFor();
await page.waitForLoadState('networkidle');
const byCommand = await here(paths);
const chooser = page.waitForEvent('filechooser');
await page.getByRole('button', { name: '打开报告…' }).click();
let inWindow = 0;
const longest = await longestTask(page, async () => {
  const begin = performance.now();
  await (await chooser).setFiles([...paths]);
  await layer.locator('.import-progress').waitFor();
  await layer.locator('.import-progress').waitFor({ state: 'detached', timeout: 300_000 });
  inWindow = performance.now() - begin;
});
console.log(await layer.locator('.import-counts').textContent());
const times = inWindow / byCommand;
console.log(
  `${FILES} 个文件：窗口 ${(inWindow / 1000).toFixed(1)} 秒，命令行 ${(byCommand / 1000).toFixed(1)} 秒，${times.toFixed(2)} 倍（至多 ${MOST_TIMES}）`,
);
console.log(`窗口最长的一段（处理器）：${longest.toFixed(0)} 毫秒（至多 ${MOST_STILL}）`);
await reader.close();
await removeFolder(folder);
process.exitCode = times <= MOST_TIMES && longest <= MOST_STILL ? 0 : 1;
