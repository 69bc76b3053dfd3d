import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as nodeFs from 'node:fs/promises';
import { openLibrary } from '../../src/main/services/library';
import { DIVISIONS } from '../../src/shared/places/data';
import { axeViolations } from '../helpers/axe';
import { valueOf } from '../helpers/faults';
import { madeReport, shelve } from '../helpers/own-reports';
import { poll } from '../helpers/page-model';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

const PLACES = 60;

/** Real counties, each name of one place only. */
const COUNTIES = DIVISIONS.split('|')
  .filter((row) => !row.endsWith('区') && !row.slice(0, 6).endsWith('00') && row.startsWith('13'))
  .map((row) => row.slice(6))
  .slice(0, PLACES);

describe('书架 with hundreds of reports', () => {
  let folder: string;
  let reader: OpenReader;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const library = valueOf(await openLibrary(folder, nodeFs, null));
    for (let at = 0; at < PLACES * 5; at += 1) {
      const place = COUNTIES[Math.floor(at / 5)] ?? '';
      // Every third place lacks a year.
      const year = 2015 + (at % 5) + (at % 5 === 4 && Math.floor(at / 5) % 3 === 0 ? 1 : 0);
      valueOf(await shelve(library, madeReport(at, { place, year })));
    }
    await library.close();
    reader = await openReader(pageHost(), { folder, port: await freePort() });
  });
  afterAll(async () => {
    await reader.close();
    await removeFolder(folder);
  });

  const status = () => reader.page.locator('.shelf-bar [role=status]').textContent();

  it('is a table of places and years, and only the lines in sight are on the page', async () => {
    const { page } = reader;
    await page.locator('.shelf-place').first().waitFor();
    expect(await status()).toBe(`${String(PLACES + 2)} 个地方，${String(PLACES * 5 + 5)} 篇`);
    expect(await page.locator('.shelf-scroller li[data-place]').count()).toBeLessThan(PLACES);
    expect(await page.locator('.cover').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('leads to a city by the outline, and marks the one in sight', async () => {
    const { page } = reader;
    const outline = page.getByRole('navigation', { name: '按地方' });
    await outline.getByRole('button', { name: /周口市/ }).click();
    await page.locator('.shelf-scroller li[data-place="周口市"]').waitFor();
    await poll(() => outline.locator('[aria-current]').count()).toBe(1);
  });

  it('is filtered by place, year, pinyin and gaps as one types', async () => {
    const { page } = reader;
    const field = page.getByRole('searchbox', { name: '筛报告' });
    await field.fill('周口 2025');
    await poll(status).toBe('1 个地方，1 篇');
    await field.fill('zks');
    await poll(status).toBe('2 个地方，5 篇');
    await field.fill('没有这里');
    await page.getByText('没有这样的报告').waitFor();
    await page.getByRole('button', { name: '看全部报告' }).click();
    await page.getByRole('checkbox', { name: /只看有缺的/ }).check();
    await poll(status).toBe(`${String(PLACES / 3 + 1)} 个地方，${String((PLACES / 3) * 5 + 4)} 篇`);
  });

  it('lets a report be picked for 对读 by typing, the likely ones first, and goes there by keys alone', async () => {
    const { page } = reader;
    await page.locator('.rail-item', { hasText: '对读' }).click();
    const left = page.getByRole('combobox', { name: '左篇' });
    await left.waitFor();
    await left.press('ArrowDown');
    const options = page.getByRole('option');
    await poll(() => options.count()).toBe(50);
    await page.keyboard.press('Escape');
    await poll(() => options.count()).toBe(0);
    await page.keyboard.type('zks 202');
    await poll(() => options.count()).toBe(5);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.type('4');
    await poll(() => options.count()).toBe(1);
    await page.keyboard.press('Enter');
    await poll(() => left.inputValue()).toContain('川汇区 2024');
    const right = page.getByRole('combobox', { name: '右篇' });
    await right.click();
    // Answered by the county below too, whose city it is.
    await page.keyboard.type('周口市 202');
    await poll(() => options.count()).toBe(5);
    await page.keyboard.type('5');
    await poll(() => options.allTextContents()).toEqual(['周口市 2025 解读上级，下一年']);
    await page.keyboard.press('Enter');
    await poll(() => right.inputValue()).toContain('周口市 2025');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.compare-row').first().waitFor();
    await page.keyboard.press('Control+Shift+O');
    await page.locator('.shelf-place').first().waitFor();
  });

  /** Reports and places whose facts are kept: what has been looked into. */
  const lookedInto = (): Promise<unknown> =>
    reader.page.evaluate(`new Promise((done, fail) => {
      const asked = indexedDB.open('duidu');
      asked.onerror = fail;
      asked.onsuccess = () => {
        const answer = asked.result.transaction('index').objectStore('index').getAllKeys();
        answer.onsuccess = () => { asked.result.close(); done(answer.result.map(String).sort()); };
      };
    })`);

  it('opens 指标 and 目标 on one place, looks into no other, and goes to another picked by its initials', async () => {
    const { page } = reader;
    await page.locator('.rail-item', { hasText: '指标' }).click();
    const scope = page.getByRole('button', { name: /^看哪里：/ });
    await scope.waitFor();
    const before = await scope.getAttribute('aria-label');
    expect(before).not.toContain('、');
    await page.locator('.rail-item', { hasText: '目标' }).click();
    await scope.waitFor();
    const looked = (await lookedInto()) as readonly string[];
    expect(looked.length).toBeLessThan(20);
    await scope.click();
    await page.keyboard.type('zks');
    const options = page.getByRole('option');
    await poll(() => options.count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await poll(() => scope.getAttribute('aria-label')).toBe('看哪里：周口市');
    await page.locator('.commitment-body .commitment-row').first().waitFor();
    await page.locator('.rail-item', { hasText: '指标' }).click();
    await poll(() => scope.getAttribute('aria-label')).toBe('看哪里：周口市');
    await page.getByRole('grid', { name: '指标对照表' }).getByRole('gridcell').first().waitFor();
    expect(((await lookedInto()) as readonly string[]).length).toBeLessThan(30);
    await page.keyboard.press('Control+Shift+O');
    await page.locator('.shelf-place').first().waitFor();
  });

  it('reads the whole shelf only when asked, says how far it has come, and stops', async () => {
    const { page } = reader;
    await page.locator('.rail-item', { hasText: '目标' }).click();
    const scope = page.getByRole('button', { name: /^看哪里：/ });
    await scope.click();
    await page.getByRole('option', { name: /整个书架/ }).click();
    await page.getByText(/已读 \d+ 地，共 62 地/).waitFor();
    await page.getByRole('button', { name: '停下，先看读好的' }).click();
    await page.getByText(/没有读完：已读 \d+ 地，共 62 地/).waitFor();
    await page.getByRole('button', { name: '接着读' }).click();
    await page.locator('.commitment-body .commitment-row').first().waitFor();
    await poll(() => page.getByText('没有读完').count()).toBe(0);
    await page.keyboard.press('Control+Shift+O');
    await page.locator('.shelf-place').first().waitFor();
  });

  it('keeps a group and a pin, shows the group as scope in other views, and gives both back on 撤销', async () => {
    const { page } = reader;
    const field = page.getByRole('searchbox', { name: '筛报告' });
    await page.getByRole('checkbox', { name: /只看有缺的/ }).uncheck();
    await field.fill('周口');
    await poll(status).toBe('2 个地方，5 篇');
    await page.getByRole('button', { name: '存成分组…' }).click();
    const maker = page.getByRole('dialog', { name: '存成分组' });
    await maker.getByLabel('名称').fill('豫东两地');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const groups = page.getByRole('list', { name: '分组' });
    await groups.getByText('豫东两地').waitFor();
    await field.fill('豫东两地');
    await poll(status).toBe('2 个地方，5 篇');
    await page.locator('.shelf-place', { hasText: '川汇区' }).click();
    await page.getByRole('button', { name: '置顶', exact: true }).click();
    await page.getByRole('list', { name: '置顶的地方' }).getByText('川汇区').waitFor();
    await page.getByRole('button', { name: '移出“豫东两地”' }).click();
    await poll(status).toBe('1 个地方，4 篇');
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await poll(status).toBe('2 个地方，5 篇');
    await page.reload();
    await page.locator('.shelf-place').first().waitFor();
    await page.locator('.rail-item', { hasText: '目标' }).click();
    const scope = page.getByRole('button', { name: /^看哪里：/ });
    await scope.click();
    await page.getByRole('option', { name: /豫东两地/ }).click();
    await poll(() => scope.getAttribute('aria-label')).toBe('看哪里：豫东两地');
    await page.locator('.commitment-body .commitment-row').first().waitFor();
    const places = page.getByLabel('地区').locator('option');
    await poll(() => places.count()).toBeGreaterThan(1);
    await page.keyboard.press('Control+Shift+O');
    await groups.getByText('豫东两地').waitFor();
    await groups.getByRole('button', { name: '解散分组“豫东两地”' }).click();
    await poll(() => groups.count()).toBe(0);
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await groups.getByText('豫东两地').waitFor();
  });

  it('is walked and opened by keys alone, and comes back as it was left', async () => {
    const { page } = reader;
    const field = page.getByRole('searchbox', { name: '筛报告' });
    await page.getByRole('checkbox', { name: /只看有缺的/ }).uncheck();
    await field.fill('周口');
    await poll(status).toBe('2 个地方，5 篇');
    await page.locator('.shelf-place').first().focus();
    await page.keyboard.press('End');
    await poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-report'))).toBe(
      'zhoukou-2025',
    );
    await page.keyboard.press('Enter');
    await page.locator('.text .paragraph').first().waitFor();
    await page.keyboard.press('Control+Shift+O');
    await poll(() => field.inputValue()).toBe('周口');
    await page.locator('.shelf-place').first().click();
    await page.getByRole('list', { name: '周口市的报告' }).getByRole('button').first().waitFor();
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
