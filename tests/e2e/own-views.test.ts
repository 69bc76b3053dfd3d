import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { openReport, poll, rail } from '../helpers/page-model';
import { ROOT } from '../helpers/places';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';
import { shot } from '../helpers/shots';

/** A bundled report under another place's name, as a reader would bring it. */
const asOwn = async (): Promise<string> => {
  const text = await readFile(join(ROOT, 'resources', 'reports', 'chuanhui-2024.txt'), 'utf8');
  return `云岚县政府工作报告\n——2024年2月1日在云岚县第五届人民代表大会第三次会议上\n各位代表：\n${text.replaceAll('川汇区', '云岚县')}`;
};

const VIEWS = ['阅读', '搜索', '对读', '指标', '目标', '提法', '笔记', '打印'] as const;

describe('an own report in every view', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(pageHost());
  });
  afterAll(() => reader.close());

  it('is shown as a bundled one is, without a complaint of axe or an error', async () => {
    const { page, dialogs } = reader;
    await dialogs.choose([{ name: '云岚县2024年政府工作报告.txt', content: await asOwn() }], () =>
      page.getByRole('button', { name: '打开报告…' }).click(),
    );
    await page.getByRole('button', { name: /^入架 1 篇/ }).click();
    await page.getByRole('button', { name: '去书架' }).click();
    await poll(() => page.locator('.cover-name').allTextContents()).toContain('云岚县 2024');
    const own = (await page.locator('.cover[data-report^="own-"]').getAttribute('data-report')) ?? '';
    await openReport(page, own);
    const complaints: string[] = [];
    for (const view of VIEWS) {
      await rail(page, view).click();
      if (view === '搜索') await page.getByRole('textbox', { name: '搜索全部报告' }).fill('云岚县');
      await page.locator('.stage .view').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const complaint of await axeViolations(page)) complaints.push(`${view}: ${complaint}`);
      await shot(page, `own-${view}`);
    }
    expect(complaints).toEqual([]);
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });

  it('gives the numbers, the outline and the doubts of the bundled text it repeats', async () => {
    const { page } = reader;
    await rail(page, '书架').click();
    const facts = async (id: string): Promise<string> =>
      (await page.locator(`.cover[data-report="${id}"]`).locator('..').textContent()) ?? '';
    const own = (await page.locator('.cover[data-report^="own-"]').getAttribute('data-report')) ?? '';
    const numbers = (text: string): readonly string[] => text.match(/\d+ 个数|存疑 \d+/g) ?? [];
    await poll(async () => numbers(await facts(own)).length).toBe(2);
    expect(numbers(await facts(own))).toEqual(numbers(await facts('chuanhui-2024')));
  });
});
