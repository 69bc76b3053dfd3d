import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { bundledReports } from '../helpers/bundled-reports';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

const reports = bundledReports();

let reader: OpenReader;
let page: Page;
let keyboard: CDPSession;

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
  keyboard = await page.context().newCDPSession(page);
});

afterAll(() => reader.close());

const box = (): Locator => page.locator('.search').getByRole('textbox', { name: '搜索全部报告' });
const shelfBox = (): Locator => page.locator('.shelf').getByRole('textbox', { name: '搜索全部报告' });
const count = (): Locator => page.locator('.search-summary h2');
const rows = (): Locator => page.locator('.hit-row[role="option"]');
const row = (at: number): Locator => rows().nth(at);

/** Waits longer than the default second: the machine may be parsing reports meanwhile. */
const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });
const selected = (): Locator => page.locator('[role="option"][aria-selected="true"]');
const preview = (): Locator => page.getByRole('region', { name: '预览' });
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');

const places = (phrase: string): number =>
  reports.reduce((sum, { clean }) => sum + clean.split(phrase).length - 1, 0);

const openBox = async (): Promise<void> => {
  await page.keyboard.press('Control+Shift+F');
  await box().waitFor();
};

const search = async (query: string): Promise<void> => {
  await openBox();
  await box().fill(query);
  await count().waitFor();
  await poll(() => page.getByText('正在打开').count()).toBe(0);
};

const fresh = async (): Promise<void> => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  await page.getByRole('heading', { name: '书架' }).waitFor();
  await page.locator('.cover').nth(4).waitFor();
};

/** Puts the reader on a paper by its settings. */
const wear = async (theme: 'day' | 'night' | 'sepia'): Promise<void> => {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
};

beforeEach(fresh);

describe('搜索', () => {
  it('lists every place from the box over the shelf, and offers the query again', async () => {
    await shelfBox().fill('高新技术企业');
    await page.keyboard.press('Enter');
    await poll(() => count().textContent()).toBe(`共 ${places('高新技术企业')} 处，已全部列出`);
    const marks = page.locator('.hit-row mark:not(.near)');
    expect(await marks.count()).toBe(places('高新技术企业'));
    expect(new Set(await marks.allTextContents())).toEqual(new Set(['高新技术企业']));
    await fresh();
    await page.getByRole('button', { name: '高新技术企业' }).click();
    await poll(() => count().textContent()).toContain(`共 ${places('高新技术企业')} 处`);
  });

  it('shows each hit whole inside its row', async () => {
    await search('企业');
    for (const width of [1440, 1366, 1120]) {
      await page.setViewportSize({ width, height: 768 });
      await row(3).waitFor();
      const hidden = await page.locator('.hit-row .result-body').evaluateAll((bodies) =>
        bodies.flatMap((body) => {
          const space = body.querySelector('.result-excerpt')?.getBoundingClientRect();
          return [...body.querySelectorAll('mark')]
            .map((mark) => mark.getBoundingClientRect())
            .filter(
              ({ right, bottom }) => right > (space?.right ?? 0) + 1 || bottom > (space?.bottom ?? 0) + 1,
            );
        }),
      );
      expect(hidden).toEqual([]);
    }
  });

  it('previews with Enter, opens at the place with the next, and walks on over reports with F3', async () => {
    await search('高新技术企业');
    await page.keyboard.press('Enter');
    await poll(focused).toContain('result-list');
    await page.keyboard.press('ArrowDown');
    await poll(() => selected().getAttribute('aria-posinset')).toBe('2');
    expect(await preview().locator('mark.current').textContent()).toBe('高新技术企业');
    expect(await preview().textContent()).toContain(`第 2 处，共 ${places('高新技术企业')} 处`);
    await page.keyboard.press('F3');
    await poll(() => selected().getAttribute('aria-posinset')).toBe('3');
    await page.keyboard.press('Shift+F3');
    await page.keyboard.press('Enter');
    const tab = page.locator('.report-tab.current');
    await poll(() => tab.textContent()).toContain('周口市 2025');
    await page.locator('.pane .text').waitFor();
    await poll(() => page.locator('.pane').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(500);
    await page.keyboard.press('F3');
    await poll(() => tab.textContent()).toContain('川汇区 2024');
    await page.keyboard.press('Shift+F3');
    await poll(() => tab.textContent()).toContain('周口市 2025');
  });

  it('goes on to the results with an Enter that comes before them', async () => {
    await openBox();
    await box().fill('营商环境');
    await page.keyboard.press('Enter');
    await poll(focused).toContain('result-list');
  });

  it('goes on to the results with an Enter that comes before the reports are open', async () => {
    const gate = { open: (): void => undefined };
    const opened = new Promise<void>((resolve) => (gate.open = resolve));
    await page.route('**/reports/*.txt', async (route) => {
      await opened;
      await route.fallback();
    });
    // The way stays as it is afterwards, open: requests may still be on it.
    try {
      await fresh();
      await openBox();
      await box().fill('营商环境');
      await page.keyboard.press('Enter');
      // No answer comes before all that is searched has been read: the wish waits for it.
      expect(await focused()).not.toContain('result-list');
      gate.open();
      await poll(focused).toContain('result-list');
    } finally {
      gate.open();
    }
  });

  it('opens with a double click, and Esc goes back to the text', async () => {
    await search('营商环境');
    await row(1).dblclick();
    await page.locator('.pane .text').waitFor();
    await openBox();
    expect(await box().inputValue()).toBe('营商环境');
    await page.keyboard.press('Escape');
    await page.locator('.pane .text').waitFor();
  });

  it('takes the focus and selects what is in the box, also when it is already there', async () => {
    await search('港口');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+F');
    await poll(() => page.evaluate(() => getSelection()?.toString())).toBe('港口');
    await page.keyboard.type('养老');
    await poll(() => count().textContent()).toBe(`共 ${places('养老')} 处，已全部列出`);
  });

  it('says that nothing is there, and what is near', async () => {
    await search('岗口货物吞吐量');
    await poll(() => count().textContent()).toBe('共 0 处');
    expect(await page.locator('.nothing-found').textContent()).toContain('5 篇里都没有“岗口货物吞吐量”');
    expect(await page.locator('.near-head').textContent()).toContain('同音字：岗 → 港。数字从不近似。');
    expect(new Set(await page.locator('.hit-row .boxed').allTextContents())).toEqual(new Set(['港']));
    await box().fill('52051');
    await poll(() => page.locator('.nothing-found').textContent()).toContain('52051');
    await poll(() => rows().count()).toBe(0);
  });

  it('narrows by a facet and by a year of the chart, and widens again', async () => {
    await search('高新技术企业');
    const all = await count().textContent();
    await page.getByRole('button', { name: /2024\s*年 3 处/ }).click();
    await poll(() => count().textContent()).toBe('共 3 处，已全部列出');
    expect(await page.locator('.result-year').allTextContents()).toEqual(['2024']);
    await page.getByRole('button', { name: '看全部范围' }).click();
    await poll(() => count().textContent()).toBe(all);
    await page.getByRole('group', { name: '地区' }).getByLabel('川汇区').uncheck();
    await poll(() => page.locator('.result-year').allTextContents()).not.toContain('2024');
    await page.getByRole('button', { name: '地区：全选' }).click();
    await poll(() => count().textContent()).toBe(all);
  });

  it('has the chart as a table too', async () => {
    await search('高新技术企业');
    await page.getByRole('button', { name: '数据表' }).click();
    const cells = await page
      .locator('.strip-table tbody tr')
      .evaluateAll((rows) => rows.map((line) => [...line.children].map(({ textContent }) => textContent)));
    expect(cells.map(([year]) => year)).toEqual(['2022', '2023', '2024', '2025']);
    const sum = cells.reduce((total, [, exact = '']) => total + Number.parseInt(exact ?? '', 10), 0);
    expect(sum).toBe(places('高新技术企业'));
  });

  it('finds numbers by what they measure and how large they are', async () => {
    await search('生产总值 增速 > 6');
    await page.getByRole('tab', { name: /指标/ }).click();
    await poll(() => count().textContent()).toMatch(/^共 [1-9]\d* 个数，已全部列出$/);
    await poll(() => row(0).locator('mark').textContent()).toMatch(/^\d/);
    await page.keyboard.press('ArrowRight');
    await poll(() => count().textContent()).toBe('共 0 条');
  });

  it.each([
    ['ten thousand characters', '港口货物吞吐量'.repeat(1429)],
    ['control characters', '\u0001\u0007港\u200b口'],
    ['signs of a pattern language', '.*+?^${}()|[]\\'],
    ['blanks and punctuation', '  。、「」-- || '],
  ])('answers %s calmly', async (_, query) => {
    await openBox();
    await box().fill(query);
    await poll(() => box().inputValue()).toBe(query);
    await box().fill('港口');
    await poll(() => count().textContent()).toBe(`共 ${places('港口')} 处，已全部列出`);
    expect(reader.errors).toEqual([]);
  });

  it('keeps only the rows near the window on the page, each with its place among all', async () => {
    await search('的|发展|建设');
    await page.keyboard.press('Enter');
    const list = page.getByRole('listbox');
    // Pages of the list still come in; the end is reached when no row is missing behind it.
    await poll(async () => {
      await page.keyboard.press('End');
      const [place, size] = await Promise.all([
        selected().getAttribute('aria-posinset'),
        selected().getAttribute('aria-setsize'),
      ]);
      return place === size;
    }).toBe(true);
    expect(Number(await selected().getAttribute('aria-setsize'))).toBeGreaterThan(300);
    expect(await list.getByRole('option').count()).toBeLessThan(80);
  });

  it.each(['day', 'night', 'sepia'] as const)(
    'passes axe on paper %s, with and without results',
    async (theme) => {
      await search('高新技术企业');
      await wear(theme);
      expect(await axeViolations(page)).toEqual([]);
      await box().fill('没有这样的话');
      await page.locator('.nothing-found').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await box().fill('');
      await page.locator('.before-search').waitFor();
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  it('keeps every control in reach at 200 %', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    await search('高新技术企业');
    expect(await preview().isVisible()).toBe(false);
    expect(await page.getByRole('group', { name: '地区' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('group', { name: '地区' }).getByLabel('川汇区').uncheck();
    await page.getByRole('button', { name: '筛选' }).click();
    await poll(() => count().textContent()).toContain('处，已全部列出');
    expect(await axeViolations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(683);
    await box().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.pane .text').waitFor();
  });
});

describe('an input method', () => {
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const press = async (key: string, windowsVirtualKeyCode: number): Promise<void> => {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await keyboard.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode });
  };

  it('starts nothing with half-typed pinyin or the Enter that commits it', async () => {
    await openBox();
    await compose('g');
    await compose("gang'k");
    await compose("gang'kou");
    expect(await box().inputValue()).toBe("gang'kou");
    await press('Enter', 229);
    expect(await count().count()).toBe(0);
    expect(await page.locator('.before-search').isVisible()).toBe(true);
    expect(await box().evaluate((field) => field === document.activeElement)).toBe(true);
    await keyboard.send('Input.insertText', { text: '港口' });
    await poll(() => count().textContent()).toBe(`共 ${places('港口')} 处，已全部列出`);
    await compose('huo');
    expect(await count().textContent()).toBe(`共 ${places('港口')} 处，已全部列出`);
    await keyboard.send('Input.insertText', { text: '货物吞吐量' });
    await poll(() => count().textContent()).toBe(`共 ${places('港口货物吞吐量')} 处，已全部列出`);
    expect(await page.locator('.query-row').count()).toBe(0);
  });

  it('starts nothing from the box over the shelf', async () => {
    const field = shelfBox();
    await field.focus();
    await compose('gang');
    await press('Enter', 229);
    await keyboard.send('Input.insertText', { text: '港口' });
    expect(await field.inputValue()).toBe('港口');
    expect(await page.getByRole('heading', { name: '书架' }).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await poll(() => count().textContent()).toContain(`共 ${places('港口')} 处`);
  });
});

describe('查找', () => {
  const report = reports.find(({ id }) => id === 'zhoukou-2025');
  const inReport = (phrase: string): number => (report?.clean.split(phrase).length ?? 1) - 1;
  const field = (): Locator => page.getByRole('textbox', { name: '查找' });
  const told = (): Locator => page.locator('.find-count');

  /** What is painted, as text: all hits but the current one, then the current one. */
  const painted = () =>
    page.evaluate(() =>
      ['hit', 'hit-current'].map((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
      ),
    );

  beforeEach(async () => {
    await page.locator('.cover').filter({ hasText: '二〇二五' }).click();
    await page.locator('.pane .text').waitFor();
    await page.keyboard.press('Control+F');
    await field().waitFor();
  });

  it('counts every place of the phrase in this report and paints them all', async () => {
    await page.locator('.pane').evaluate((pane) => {
      pane.scrollTo(0, 0);
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    await field().fill('增长');
    const total = inReport('增长');
    await poll(() => told().textContent()).toBe(`第 1 处，共 ${total} 处`);
    await poll(painted).toEqual([Array(total - 1).fill('增长'), ['增长']]);
    await page.keyboard.press('Enter');
    await poll(() => told().textContent()).toBe(`第 2 处，共 ${total} 处`);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+F3');
    await poll(() => told().textContent()).toBe(`第 ${total} 处，共 ${total} 处`);
    await page.keyboard.press('F3');
    await page.getByRole('button', { name: '下一处' }).click();
    await poll(() => told().textContent()).toBe(`第 2 处，共 ${total} 处`);
    await page.getByRole('button', { name: '上一处' }).click();
    await poll(() => told().textContent()).toBe(`第 1 处，共 ${total} 处`);
  });

  it('paints places that lie in and across the marks of numbers', async () => {
    await field().fill('吞吐量完成5205万吨，增长27.5%');
    await poll(() => told().textContent()).toBe('第 1 处，共 1 处');
    await poll(painted).toEqual([[], ['吞吐量完成5205万吨，增长27.5%']]);
    await field().fill('5205');
    await poll(painted).toEqual([[], ['5205']]);
  });

  it('brings the place into view, from 原文 too', async () => {
    await page.getByRole('button', { name: '原文' }).click();
    await page.locator('.source-text').waitFor();
    await field().fill('港口货物吞吐量');
    await poll(painted).toEqual([[], ['港口货物吞吐量']]);
    await poll(() =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('hit-current') ?? [];
        const pane = document.querySelector('.pane')?.getBoundingClientRect();
        const place = (range as Range | undefined)?.getBoundingClientRect();
        return place && pane && place.top >= pane.top && place.bottom <= pane.bottom;
      }),
    ).toBe(true);
    expect(await page.getByRole('button', { name: '整理' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('closes with Esc, clears its paint and gives the focus back to the text', async () => {
    await field().fill('增长');
    await poll(() => told().textContent()).toContain('共');
    await page.keyboard.press('Escape');
    await poll(() => page.locator('.find-bar').count()).toBe(0);
    await poll(painted).toEqual([[], []]);
    await poll(focused).toContain('pane');
  });

  it('takes over what is selected, and says when nothing is there', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const text = document.querySelector('.pane .heading')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 4);
    });
    const words = await page.evaluate(() => getSelection()?.toString());
    await page.keyboard.press('Control+F');
    await poll(() => field().inputValue()).toBe(words);
    await field().fill('没有这样的话');
    await poll(() => told().textContent()).toBe('共 0 处');
    await poll(painted).toEqual([[], []]);
  });
});

describe('the page', () => {
  it('has asked nobody else for anything, and met no error', () => {
    expect(reader.foreign).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});
