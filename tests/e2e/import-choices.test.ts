import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { inventedReport } from '../helpers/invented-report';
import { gbkOf } from '../helpers/gbk';
import { lockedPdf } from '../helpers/locked-pdf';
import { openReport, painted, poll, rail, saved } from '../helpers/page-model';
import { removeFolder, ROOT, temporaryFolder } from '../helpers/places';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';
import { shot } from '../helpers/shots';
import type { OwnFile } from '../helpers/system-dialogs';
import { wordDocument, wordFile, wordParagraph } from '../helpers/word-file';

const file = (name: string, content: string | Uint8Array): OwnFile => ({ name, content });
const view = (page: Page) => page.locator('[data-view="import"]');
const counts = (page: Page) => poll(() => view(page).locator('.import-counts').textContent());
const names = (page: Page) => page.locator('.cover-name').allTextContents();

const give = ({ dialogs, page }: OpenReader, files: readonly OwnFile[]): Promise<void> =>
  dialogs.choose(files, () => page.getByRole('button', { name: '打开报告…' }).click());

/** The same report as a saved page, in which one number differs. */
const asPage = (text: string): string =>
  `<html><body>${text
    .replace('6.4%', '6.8%')
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;

describe('导入报告: what may be chosen', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(pageHost());
  });
  afterAll(() => reader.close());

  it('shows where files may be let go while they are held over the window', async () => {
    const { page } = reader;
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'a.txt'));
      document.body.dispatchEvent(
        new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('松开，放上书架').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, 'import-drop');
    await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
    await page.getByText('松开，放上书架').waitFor({ state: 'detached' });
  });

  it('takes a folder that is let go, with all that lies below it', async () => {
    const { page } = reader;
    const folder = await temporaryFolder();
    await mkdir(join(folder, '各县', '2024'), { recursive: true });
    await writeFile(join(folder, '各县', '2024', '霞川县.txt'), inventedReport('霞川县', 2024));
    await writeFile(join(folder, '各县', '云溪县2026.txt'), inventedReport('云溪县', 2026));
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [join(folder, '各县')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    await counts(page).toBe('已认出 2');
    await poll(() => view(page).textContent()).toContain('各县/2024/霞川县.txt');
    for (const name of ['霞川县', '云溪县'])
      await view(page)
        .getByRole('button', { name: new RegExp(`^不要 .*${name}`) })
        .click();
    await removeFolder(folder);
  });

  it('takes the better of two files with one report, unless the reader says otherwise', async () => {
    const { page } = reader;
    const text = inventedReport('云岚县', 2026);
    await give(reader, [file('云岚县2026.html', asPage(text)), file('云岚县2026.txt', text)]);
    await counts(page).toBe('已认出 1 · 需要您定 1');
    const twin = view(page).getByRole('group', { name: '同一篇来了两份' });
    // A saved page is the better of the two: it stands chosen, and nothing is asked of who lets it be.
    expect(await twin.getByRole('button', { name: '留网页版' }).getAttribute('aria-pressed')).toBe('true');
    await twin.getByRole('button', { name: '看这 1 处' }).click();
    const differences = page.getByRole('dialog', { name: '差在哪里' });
    await poll(() => differences.locator('del, ins').allTextContents()).toEqual(['8', '4']);
    await differences.getByRole('button', { name: '关上' }).click();
    await shot(page, 'import-twins');
    await view(page).getByRole('button', { name: '入架 1 篇' }).click();
    await counts(page).toBe('新增 1 · 已在书架 1');
    expect(await view(page).locator('[data-result="left"]').textContent()).toMatch(
      /云岚县2026\.txt.+与“云岚县2026\.html”是同一篇，差 1 个字，按您定的没有放/,
    );
    expect(await axeViolations(page)).toEqual([]);
    await view(page).getByRole('button', { name: '去书架' }).click();
    expect((await names(page)).filter((name) => name === '云岚县 2026')).toHaveLength(1);
  });

  it('opens a locked PDF by its password, which is asked for again when it is wrong', async () => {
    const { page } = reader;
    await give(reader, [
      file('沙棠县2026.pdf', lockedPdf(inventedReport('沙棠县', 2026).split('\n'), 'kaimen')),
      file('空的.docx', ''),
      file('坏的.pdf', '%PDF-1.7 nothing more'),
    ]);
    await counts(page).toBe('读不了 3');
    const locked = view(page).locator('.import-result').filter({ hasText: '沙棠县2026.pdf' });
    expect(await locked.textContent()).toContain('写上密码，只用这一次，不保存。');
    expect(await axeViolations(page)).toEqual([]);
    await shot(page, 'import-locked');
    // The rows by arrow, the first act of a row by Enter.
    await page.getByRole('main', { name: '导入报告' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await poll(() => locked.textContent()).toContain('打开密码不对');
    await locked.getByLabel('打开密码').fill('kaimen');
    await page.keyboard.press('Enter');
    await poll(() => locked.count()).toBe(0);
    await counts(page).toBe('已认出 1 · 读不了 2');
    await page.keyboard.press('Control+Enter');
    await counts(page).toBe('新增 1 · 读不了 2');
  });

  it('reads another file in place of one that could not be read, and forgets one on being told', async () => {
    const { page, dialogs } = reader;
    const bad = view(page).locator('.import-result').filter({ hasText: '坏的.pdf' });
    await dialogs.choose([file('柳浦县2026.txt', inventedReport('柳浦县', 2026))], () =>
      bad.getByRole('button', { name: '换一个文件…' }).click(),
    );
    await counts(page).toBe('新增 1 · 已认出 1 · 读不了 1');
    await view(page).getByRole('button', { name: '入架 1 篇' }).click();
    await counts(page).toBe('新增 2 · 读不了 1');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导入：1 个读不了' }).click();
    await view(page).getByRole('button', { name: '不管它：空的.docx' }).click();
    await counts(page).toBe('新增 2');
    await page.keyboard.press('Escape');
    await poll(() => page.getByRole('button', { name: /个读不了/ }).count()).toBe(0);
  });

  it('says what a Word file holds besides its text, and where a byte could not be read', async () => {
    const { page } = reader;
    await rail(page, '书架').click();
    const changed = wordDocument(
      `${inventedReport('磐石县', 2026).split('\n').map(wordParagraph).join('')}<w:ins><w:r><w:t>二</w:t></w:r></w:ins><w:txbxContent>${wordParagraph('框')}</w:txbxContent>`,
    );
    const broken = gbkOf(inventedReport('梅河县', 2026));
    // The second byte of a character in the middle of a sentence.
    broken[broken.length - 41] = 0xff;
    await give(reader, [file('磐石县2026.docx', wordFile(changed)), file('梅河县2026.txt', broken)]);
    await counts(page).toBe('已认出 2');
    await poll(() => view(page).textContent()).toContain('1 处未接受的修订');
    expect(await view(page).textContent()).toMatch(/文本框.*1 处读不出的字节，已标为存疑/);
    // A sentence each, and nothing told twice.
    expect(await view(page).textContent()).not.toMatch(/。；|读不出的字节 1 处/);
    await shot(page, 'import-warnings');
    await view(page).getByRole('button', { name: '入架 2 篇' }).click();
    await counts(page).toBe('新增 2');
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '来历与更正：磐石县 2026' }).click();
    const dialog = page.getByRole('dialog', { name: '来历与更正' });
    await poll(() => dialog.textContent()).toContain('1 处未接受的修订');
    await page.keyboard.press('Escape');
    expect(reader.errors).toEqual([]);
  });

  it('takes a new text beside a bundled report, whose notes follow and ask where they are unsure', async () => {
    const { page } = reader;
    const bundled = await readFile(join(ROOT, 'resources', 'reports', 'zhoukou-2025.txt'), 'utf8');
    await openReport(page, 'zhoukou-2025');
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('s');
    await page.keyboard.press('1');
    await poll(async () => (await painted(page, 'note-1')).length).toBe(1);
    const noted = await painted(page, 'note-1');
    await saved(page);
    await rail(page, '书架').click();
    await give(reader, [file('周口市2025年修订稿.txt', `${bundled}\n新添的一段，别处没有的话。`)]);
    await counts(page).toBe('需要您定 1');
    const twin = view(page).getByRole('group', { name: '同一篇来了两份' });
    await poll(() => twin.textContent()).toContain('自带的那篇仍在书架上；它的 1 条批注会跟过来');
    await twin.getByRole('button', { name: '换成新的' }).click();
    await view(page).getByRole('button', { name: '入架 1 篇' }).click();
    await counts(page).toBe('新增 1');
    await poll(() => view(page).textContent()).toContain('原来那篇的 1 条批注跟过来了');
    await shot(page, 'import-moved');
    await view(page)
      .getByRole('button', { name: /^打开 周口市2025年修订稿/ })
      .click();
    await poll(() => painted(page, 'note-1')).toEqual(noted);
    await openReport(page, 'zhoukou-2025');
    expect(await painted(page, 'note-1')).toEqual([]);
    // Taken back, the notes are where they were.
    await rail(page, '书架').click();
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Alt+ArrowLeft');
    await poll(() => view(page).count()).toBe(1);
    await poll(() => view(page).textContent()).toContain('跟过来的 1 条批注会回到原来那篇');
    await view(page).getByRole('button', { name: '撤销这次导入' }).click();
    await openReport(page, 'zhoukou-2025');
    await poll(() => painted(page, 'note-1')).toEqual(noted);
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
