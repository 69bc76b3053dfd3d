import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { bundledReports } from '../helpers/bundled-reports';
import { controlsOutOfReach, journal, openReport, poll, rail, saved } from '../helpers/page-model';
import { freePort, removeFolder, temporaryFolder } from '../helpers/places';
import { openReader, type OpenReader, pageHost } from '../helpers/reader';

let reader: OpenReader;
let page: Page;
let place: { readonly folder: string; readonly port: number };

/** What is kept between starts: the facts of each report, and the relations of each place. */
const KEPT = bundledReports().length + new Set(bundledReports().map(({ meta }) => meta.place)).size;

const open = async (): Promise<void> => {
  reader = await openReader(pageHost(), place);
  page = reader.page;
  // A layer half faded in has half its contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
};

beforeAll(async () => {
  place = { folder: await temporaryFolder(), port: await freePort() };
  await open();
});

afterAll(async () => {
  await reader.close();
  await removeFolder(place.folder);
});

const REASON = '只看了全文，摘编里没有这句。';

const rows = () => page.locator('.commitment-body .commitment-row');

const openCommitments = async (): Promise<void> => {
  await rail(page, '目标').click();
  await rows().first().waitFor();
};

const openIndicators = async (): Promise<void> => {
  await rail(page, '指标').click();
  await page.getByRole('button', { name: '全部指标' }).click();
  await page.locator('.indicator-row').first().waitFor();
};

const WORDS = ['完成', '未完成', '未提及', '口径不同', '无数值', '报告缺失', '待确认'];

/** The count of a standing, which shows its rows alone; 完成 stands in other words too. */
const standing = (word: string) => page.getByRole('button', { name: new RegExp(`^\\d+\\s*项\\s*${word}$`) });

const countOf = (word: string): Promise<number> =>
  standing(word).locator('.commitment-number').textContent().then(Number);

/** The first row with a result, by the id of its commitment. */
const firstWithResult = async () => {
  const row = rows()
    .filter({ has: page.locator('[data-cell="result"]') })
    .first();
  await row.waitFor();
  const id = await row.getAttribute('data-commitment');
  return { id: id ?? '', row: page.locator(`[data-commitment="${id}"]`) };
};

/** Counts the kept indexes in the browser's database, or takes them all away. */
const indexRows = (act: 'count' | 'clear'): Promise<unknown> =>
  page.evaluate(`new Promise((done, fail) => {
    const asked = indexedDB.open('duidu');
    asked.onerror = fail;
    asked.onsuccess = () => {
      const work = asked.result.transaction('index', 'readwrite');
      const answer = work.objectStore('index').${act}();
      work.oncomplete = () => { asked.result.close(); done(answer.result); };
    };
  })`);

const inView = (figure: string) => () =>
  page.locator('.text .number', { hasText: figure }).evaluateAll((numbers) =>
    numbers.some((number) => {
      const { top, bottom } = number.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }),
  );

describe('目标—完成', () => {
  it('counts every target once, and says that what cannot be judged counts for neither', async () => {
    await openCommitments();
    const total = Number(await page.locator('.commitment-total strong').textContent());
    const counts = await Promise.all([...WORDS, '部分完成'].map(countOf));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(total);
    await page.getByText('不算完成，也不算未完成').waitFor();
  });

  it('opens the target’s sentence and the result’s, and stands where it was left on coming back', async () => {
    const { id, row } = await firstWithResult();
    for (const cell of ['target', 'result']) {
      const passage = row.locator(`[data-cell="${cell}"]`);
      const figure =
        /[\d.]+/.exec((await passage.locator('.commitment-figure').textContent()) ?? '')?.[0] ?? '';
      const name = ((await passage.locator('.caption').textContent()) ?? '').split(' · ')[0] ?? '';
      await passage.click();
      await poll(() => page.locator('.report-tab.current').textContent()).toContain(name);
      await poll(inView(figure)).toBe(true);
      await rail(page, '目标').click();
      await page.locator(`[data-commitment="${id}"]`).waitFor();
    }
  });

  it('takes a corrected verdict with its reason by keyboard, and keeps it as a note', async () => {
    const { row } = await firstWithResult();
    const before = await countOf('部分完成');
    await row.locator('[data-cell="target"]').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: '部分完成' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(REASON);
    await page.keyboard.press('Control+Enter');
    await poll(() => countOf('部分完成')).toBe(before + 1);
    await row.getByText('已更正').waitFor();
    await row.getByText(REASON).waitFor();
    await saved(page);
    expect(await journal(place.folder)).toContain('"assessment"');
    await rail(page, '笔记').click();
    const note = page.locator('.note-row', { hasText: REASON });
    await note.waitFor();
    expect(await note.textContent()).toContain('更正结论：部分完成');
  });

  it('is the same after a restart with the index lost, and the journal has not changed', async () => {
    const lines = await journal(place.folder);
    await poll(() => indexRows('count')).toBe(KEPT);
    // As a browser that has thrown the indexes away leaves it; the notes beside them stay.
    await indexRows('clear');
    await reader.close();
    await open();
    await openCommitments();
    const row = rows().filter({ hasText: REASON });
    await row.getByText('部分完成').first().waitFor();
    await poll(() => indexRows('count')).toBe(KEPT);
    expect(await journal(place.folder)).toBe(lines);
  });

  it('gives the program’s verdict back when the correction is withdrawn, and the correction on 撤销', async () => {
    const corrected = await countOf('部分完成');
    const row = rows().filter({ hasText: REASON });
    await row.locator('[data-cell="correct"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '撤回更正' }).click();
    await poll(() => countOf('部分完成')).toBe(corrected - 1);
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await poll(() => countOf('部分完成')).toBe(corrected);
  });

  it('asks the reader about what is only likely, and counts the answer', async () => {
    const [open, silent] = [await countOf('待确认'), await countOf('未提及')];
    await standing('待确认').click();
    await rows()
      .first()
      .getByRole('button', { name: /^(不是|确实没提)$/ })
      .click();
    await poll(() => countOf('待确认')).toBe(open - 1);
    expect(await countOf('未提及')).toBe(silent + 1);
    await standing('待确认').click();
  });

  it('can be reached whole in a window at 200 %', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    for (const part of ['.commitment-filters', '.commitment-counts'])
      expect(await controlsOutOfReach(page.locator(part))).toEqual([]);
    const { row } = await firstWithResult();
    await row.locator('[data-cell="correct"]').click();
    expect(await controlsOutOfReach(page.getByRole('dialog'))).toEqual([]);
    await page.keyboard.press('Escape');
    await poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('全部指标', () => {
  it('finds an indicator by pinyin, and a value opens its sentence by the keys alone', async () => {
    await openIndicators();
    await page.getByRole('searchbox', { name: '找指标' }).fill('gdp');
    const own = page.locator('[data-indicator="生产总值"]');
    await poll(() => page.locator('.indicator-row').count()).toBe(1);
    await own.locator('[data-observation][tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const figure = await page.evaluate(
      () => document.activeElement?.querySelector('.indicator-figure')?.textContent ?? '',
    );
    await page.keyboard.press('Enter');
    await page.locator('.report-tab.current').waitFor();
    await poll(inView(/[\d.]+/.exec(figure.replaceAll(',', ''))?.[0] ?? '?')).toBe(true);
    await rail(page, '指标').click();
    expect(await page.getByRole('searchbox', { name: '找指标' }).inputValue()).toBe('gdp');
  });

  it('says what it holds where nothing is like the query', async () => {
    await page.getByRole('searchbox', { name: '找指标' }).fill('量子计算机台数三千');
    await page.getByRole('heading', { name: '共 0 项' }).waitFor();
    await page.getByRole('button', { name: '看全部指标' }).click();
    await page.locator('.indicator-row').first().waitFor();
  });
});

describe('the card of a number', () => {
  it('tells the rule and the evidence of a doubt, and leads to the evidence and to 指标', async () => {
    await openReport(page, 'zhoukou-2022');
    await page.locator('.number.doubt', { hasText: '349.2' }).click();
    const card = page.locator('.number-card');
    await card.getByText('与相近年份不在一个量级').waitFor();
    expect(await card.textContent()).not.toContain('zhoukou');
    await card.getByRole('list', { name: '对照的数' }).getByRole('button').first().click();
    await poll(() => page.locator('.report-tab.current').textContent()).toContain('周口市 2023');
    await poll(inView('3500')).toBe(true);
  });

  it('tells what became of a target', async () => {
    await openReport(page, 'zhoukou-2022');
    await page.locator('.number.target', { hasText: '5.7' }).click();
    const card = page.locator('.number-card');
    await card.getByRole('button', { name: '目标—完成' }).waitFor();
    expect(await card.textContent()).toContain('9.5万人');
    await card.getByRole('button', { name: '图表与数据表' }).click();
    await poll(() =>
      page.getByRole('button', { name: '图表', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
  });
});

describe('both views', () => {
  it.each(['day', 'night', 'sepia'])('meet axe in %s', async (theme) => {
    await page.evaluate(
      (value) => localStorage.setItem('duidu.settings', JSON.stringify({ theme: value })),
      theme,
    );
    await page.reload();
    await openCommitments();
    await rows().first().locator('[data-cell="target"]').focus();
    expect(await axeViolations(page)).toEqual([]);
    await rows().first().locator('[data-cell="correct"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await openIndicators();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('have met no error and asked nobody else', () => {
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
  });
});
