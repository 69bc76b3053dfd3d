import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { inventedReport } from '../helpers/invented-report';
import { cover, openReport, poll, rail } from '../helpers/page-model';
import { openReader, type OpenReader, pageHost } from '../helpers/reader';

/** What a new user met in the first hours; the numbers are those of the walk. */
describe('the first hours', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
    await page.setViewportSize({ width: 1440, height: 900 });
    await cover(page, 'zhoukou-2025').waitFor();
  });
  afterAll(async () => {
    expect(reader.errors).toEqual([]);
    await reader.close();
  });

  const settings = async (values: object): Promise<void> => {
    await page.evaluate((text) => localStorage.setItem('duidu.settings', text), JSON.stringify(values));
    await page.reload();
    await cover(page, 'zhoukou-2025').waitFor();
  };
  const tab = (name: string) =>
    page.getByRole('group', { name: '看法' }).getByRole('button', { name, exact: true });
  const search = async (words: string): Promise<void> => {
    await rail(page, '搜索').click();
    await page.locator('.search-box input').fill(words);
  };
  const fontSize = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

  it('8: in 特大 the headings are still larger than the text', async () => {
    await settings({ size: 22 });
    await openReport(page, 'zhoukou-2025');
    expect(await fontSize('.text h2.heading')).toBeGreaterThan((await fontSize('.text p.paragraph')) * 1.15);
    await settings({});
  });

  it('9: the outline marks the section that fills the page, not the one whose last line is at its top', async () => {
    await openReport(page, 'zhoukou-2025');
    const entry = page.locator('.outline-entry').nth(4);
    await entry.click();
    await poll(() => page.locator('.outline-entry[aria-current]').textContent()).toBe(
      await entry.textContent(),
    );
    await page.locator('.pane').evaluate((element) => element.scrollBy(0, -40));
    await page.waitForFunction(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
    expect(await page.locator('.outline-entry[aria-current]').textContent()).toBe(await entry.textContent());
  });

  it('10: a title in the middle of a text has room above it', async () => {
    await openReport(page, 'zhoukou-2025');
    const gap = await page
      .locator('.pane .text .title')
      .first()
      .evaluate((title) => {
        const before = title.previousElementSibling?.getBoundingClientRect().bottom ?? NaN;
        return title.getBoundingClientRect().top - before;
      });
    expect(gap).toBeGreaterThanOrEqual(32);
  });

  it('15: the shelf and 全部指标 count the same numbers', async () => {
    await rail(page, '书架').click();
    const total = page.locator('.shelf-total');
    await poll(() => total.textContent()).toMatch(/^5 篇，[\d,]+ 字/);
    const shelved = Number(/([\d,]+) 个数/.exec((await total.textContent()) ?? '')?.[1]?.replace(',', ''));
    await rail(page, '指标').click();
    await tab('全部指标').click();
    const words = page.locator('.indicators-bar [role="status"]');
    await poll(() => words.textContent()).toMatch(/已全部列出/);
    const [, listed = '', rest = '0'] =
      /，([\d,]+) 个数，已全部列出(?:；另有 (\d+) 个数)?/.exec((await words.textContent()) ?? '') ?? [];
    expect(Number(listed.replace(',', '')) + Number(rest)).toBe(shelved);
  });

  it('26: the counts of the years stand over the foot of the bars, and no column is cut with room beside it', async () => {
    await search('发展');
    await page.locator('.hit-row[aria-selected="true"]').waitFor();
    const cut = await page
      .locator('.result-role')
      .evaluateAll((all) =>
        all
          .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
    expect(await page.locator('.search-summary h2').textContent()).toMatch(/^共 [\d,]+ 处，已全部列出$/);
  });

  it('27: 指标 in 搜索 has filters of its own, and says what they leave out', async () => {
    await search('发展');
    await page.locator('.hit-row[aria-selected="true"]').waitFor();
    await page.getByRole('tab', { name: /^指标/ }).click();
    const count = async () =>
      Number(/共 ([\d,]+) 个数/.exec((await page.locator('.search-summary h2').textContent()) ?? '')?.[1]);
    const all = await count();
    const facet = page.locator('.facet-value', { hasText: '目标' });
    const targets = Number(/\d+/.exec((await facet.locator('.facet-count').textContent()) ?? '')?.[0]);
    await facet.getByRole('checkbox').uncheck();
    await poll(count).toBe(all - targets);
    await page.getByText(`范围之外还有 ${targets} 个数`).waitFor();
    await page.getByRole('button', { name: '看全部范围' }).click();
    await poll(count).toBe(all);
  });

  it('28: a quote alone is told to hold nothing to look for', async () => {
    await search('"');
    await page.getByText('只有标点和符号，没有要找的字').waitFor();
    expect(await page.locator('.nothing-found').count()).toBe(0);
    for (const name of ['正文', '指标', '笔记'])
      expect(await page.getByRole('tab', { name: new RegExp(`^${name}`) }).textContent()).toMatch(/ 0$/);
  });

  it('35: 批注 of a row stands on no other row and on no sign', async () => {
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
    const row = page.locator('.compare-row.text').nth(1);
    await row.hover();
    const note = await row.locator('.row-note').first().boundingBox();
    const own = await row.boundingBox();
    expect(note && own && note.y >= own.y - 1 && note.y + note.height <= own.y + own.height + 1).toBe(true);
  });

  it('43: the chart that stands there first has sure results enough', async () => {
    await rail(page, '指标').click();
    await tab('图表').click();
    const rows = page.locator('.plot-figure tbody tr');
    await rows.first().waitFor();
    const told = await rows.allTextContents();
    expect(told.filter((words) => words.includes('结果') && !words.includes('存疑')).length).toBeGreaterThan(
      2,
    );
  });

  it('44: boxes in 列与排序 are the drawn ones and stand on the line of their words', async () => {
    await rail(page, '指标').click();
    await tab('对照表').click();
    await page.getByRole('button', { name: '列与排序' }).click();
    const panel = page.getByRole('dialog', { name: '列与排序' });
    const off = await panel.locator('label:has(input[type="checkbox"])').evaluateAll((labels) =>
      labels.flatMap((label) => {
        const box = label.querySelector('input')!;
        const [own, words] = [box.getBoundingClientRect(), document.createRange()];
        words.selectNodeContents(label);
        const line = [...words.getClientRects()].at(-1)!;
        const drawn = getComputedStyle(box).appearance === 'none';
        const shift = Math.abs(own.top + own.height / 2 - (line.top + line.height / 2));
        return drawn && shift <= 3 ? [] : [`${label.textContent} ${shift}`];
      }),
    );
    expect(off).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('45: the bar of a cell keeps its words off its edges', async () => {
    await rail(page, '指标').click();
    await tab('对照表').click();
    await page.locator('[role="gridcell"]').nth(1).click();
    const bar = page.locator('.matrix-bar');
    await bar.waitFor();
    const tight = await bar.evaluate((element) => {
      const own = element.getBoundingClientRect();
      const parts = [...element.querySelectorAll('*')].map((part) => part.getBoundingClientRect());
      return parts.some(({ top, height }) => height > 0 && top < own.top + 3);
    });
    expect(tight).toBe(false);
  });

  it('46: 是同一项 is a confirmation, told as one', async () => {
    await rail(page, '目标').click();
    await page.getByRole('button', { name: '数字目标', exact: true }).click();
    const yes = page.getByRole('button', { name: '是同一项', exact: true }).first();
    await yes.waitFor({ state: 'attached' });
    const row = page
      .locator('[data-commitment]', { has: page.getByText('是同一项', { exact: true }) })
      .first();
    const id = await row.getAttribute('data-commitment');
    await row.hover();
    await yes.click();
    await page.locator('.toast', { hasText: '已确认：是同一项，记在笔记本里' }).waitFor();
    const own = page.locator(`[data-commitment="${id}"]`);
    await own.getByText('已确认', { exact: true }).waitFor();
    expect(await own.getByText('已更正', { exact: true }).count()).toBe(0);
    await page.locator('.toast').getByRole('button', { name: '撤销' }).click();
    await poll(() => own.getByText('已确认', { exact: true }).count()).toBe(0);
  });

  it('55: a toast covers no control and no words', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    await rail(page, '指标').click();
    await page.locator('[role="gridcell"]').nth(1).click();
    await page.keyboard.press('Control+z');
    const toast = page.locator('.toast', { hasText: '已撤销' });
    await toast.waitFor();
    const [over, bar] = [await toast.boundingBox(), await page.locator('.matrix-bar').boundingBox()];
    expect(over && bar && (over.y + over.height <= bar.y || over.x >= bar.x + bar.width)).toBe(true);
  });

  it('61: on paper a figure and its mark stand on one line, and no title of a chart runs into the next', async () => {
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '打印 周口市 2023 — 2025 对照表' }).click();
    await page.locator('.sheet-figure').first().waitFor();
    await page.getByLabel('图表', { exact: true }).check();
    await page.locator('.sheet-chart').first().waitFor();
    const broken = await page.locator('.sheet-figure').evaluateAll((all) =>
      all.flatMap((one) => {
        const marks = [...one.childNodes].map((node) => {
          const range = document.createRange();
          range.selectNode(node);
          return range.getBoundingClientRect();
        });
        const [first, ...rest] = marks.filter(({ height }) => height > 0);
        return rest.some(({ top }) => top >= (first?.bottom ?? 0)) ? [one.textContent] : [];
      }),
    );
    expect(broken).toEqual([]);
    const wide = await page.locator('.sheet-chart').evaluateAll(
      (all) =>
        all.filter((one) => {
          const { right } = one.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(one.querySelector('figcaption')!);
          return [...range.getClientRects()].some((rect) => rect.right > right + 1);
        }).length,
    );
    expect(wide).toBe(0);
  });

  it('64: topics to print have room between them', async () => {
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '打印 周口市 2023 — 2025 对照表' }).click();
    await page.locator('.sheet-page').first().waitFor();
    const apart = await page.evaluate(() => {
      const of = (words: string) =>
        [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === words)!;
      const line = document.createRange();
      line.selectNodeContents(of('改革与营商环境'));
      const next = of('农业农村').getBoundingClientRect();
      const own = [...line.getClientRects()].at(-1)!;
      return own.bottom <= next.top || next.bottom <= own.top ? Infinity : next.left - own.right;
    });
    expect(apart).toBeGreaterThanOrEqual(6);
  });

  it.each([
    [1024, 640],
    [683, 384],
  ])('65: at %i × %i the search box and the reports stand before 接着读 and 对照', async (width, height) => {
    await openReport(page, 'zhoukou-2023');
    await page.locator('.pane').press('PageDown');
    await page.setViewportSize({ width, height });
    await rail(page, '书架').click();
    await page.getByRole('heading', { name: '对照' }).waitFor({ state: 'attached' });
    const tops = await page.evaluate(() =>
      ['.shelf-search', '.cover[data-report]', '.side-block'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN,
      ),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(tops[0]).toBeLessThan(height);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('own reports beside the bundled ones', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
    await page.setViewportSize({ width: 1366, height: 768 });
    await cover(page, 'zhoukou-2025').waitFor();
    const files = [2020, 2021, 2022].map((year) => ({
      name: `沙棠县${year}.txt`,
      content: inventedReport('沙棠县', year),
    }));
    await reader.dialogs.choose(files, () => page.getByRole('button', { name: '打开报告…' }).click());
    await page.getByRole('button', { name: '入架 3 篇' }).click();
    await page.getByRole('button', { name: '去书架' }).click();
    await page.locator('.cover-name', { hasText: '沙棠县 2020' }).waitFor({ state: 'attached' });
  });
  afterAll(() => reader.close());

  it('a report that has just come is in sight on the shelf', async () => {
    const own = page.locator('.cover', { hasText: '沙棠县 2020' });
    const main = (await page.locator('.shelf-main').boundingBox())!;
    await poll(async () => {
      const box = (await own.boundingBox())!;
      return box.y >= main.y && box.y + box.height <= main.y + main.height + 1;
    }).toBe(true);
  });

  it('14: under the covers nothing is broken inside, and no line begins with a dot', async () => {
    const wrong = await page.locator('.cover-line').evaluateAll((lines: readonly HTMLElement[]) =>
      lines.flatMap((line) => {
        const { left } = line.getBoundingClientRect();
        const things = [...line.querySelectorAll<HTMLElement>('.cover-thing')];
        const broken = things.filter((one) => one.offsetHeight > 20 && one.textContent.length < 12);
        const dots = [...line.querySelectorAll('.cover-dot')].filter((dot) => {
          const box = dot.getBoundingClientRect();
          return box.left >= left && box.left < left + 4;
        });
        return [...broken, ...dots].map(({ textContent }) => textContent);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('搜索: of six years none is cut, and the newest is among them', async () => {
    await rail(page, '搜索').click();
    await page.locator('.search-box input').fill('发展');
    await page.locator('.strip-year').first().waitFor();
    const strip = page.locator('.strip');
    await poll(() =>
      strip.evaluate((one) => {
        const years = [...one.querySelectorAll('.strip-year')];
        const { left, right } = one.getBoundingClientRect();
        const isWhole = years.every((year) => {
          const box = year.getBoundingClientRect();
          return box.left >= left - 1 && box.right <= right + 1;
        });
        return isWhole && /2025|25/.test(years.at(-1)?.textContent ?? '');
      }),
    ).toBe(true);
  });

  it('20: where nothing but another word is found, its places stand open', async () => {
    await page.locator('.search-box input').fill('GDP');
    await page.locator('.nothing-found').waitFor();
    await poll(() => page.locator('.search-aside[open] li').count()).toBeGreaterThan(0);
  });

  it('the arrows lead into the table of a view just chosen, and page keys scroll what has none', async () => {
    await page.getByRole('button', { name: '书架', exact: true }).click();
    await page.getByRole('button', { name: '对读 沙棠县 2021 — 2022' }).click();
    await page.locator('.compare-row.text').first().waitFor();
    const role = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
    await page.keyboard.press('ArrowDown');
    expect(await role()).toBe('gridcell');
    await rail(page, '指标').click();
    await page.locator('[role="grid"] [role="gridcell"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await role()).toBe('gridcell');
    await rail(page, '设置').click();
    await page.getByText('保存在哪里').waitFor();
    await page.keyboard.press('End');
    await poll(() =>
      page
        .locator('[data-view="settings"] main')
        .evaluate((view) =>
          Math.max(...[view, ...view.querySelectorAll('*')].map(({ scrollTop }) => scrollTop)),
        ),
    ).toBeGreaterThan(100);
    // A field keeps its keys.
    await rail(page, '搜索').click();
    await page.locator('.search-box input').focus();
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it('指标 opens on the place that was read last', async () => {
    await rail(page, '书架').click();
    await page.locator('.cover', { hasText: '沙棠县 2021' }).click();
    await page.locator('.text .paragraph').first().waitFor();
    await page.keyboard.press('PageDown');
    await rail(page, '指标').click();
    await poll(() => page.locator('.indicators-scope').textContent()).toContain('沙棠县');
  });

  it('the newest year of the shelf is in sight where older years have come in', async () => {
    await rail(page, '书架').click();
    await page.getByRole('columnheader', { name: '2020' }).waitFor();
    const right = await page
      .locator('.shelf-grid td:last-child')
      .first()
      .locator('.cover')
      .evaluate((one) => one.getBoundingClientRect().right);
    const main = await page.locator('.shelf-main').boundingBox();
    expect(right).toBeLessThanOrEqual((main?.x ?? 0) + (main?.width ?? 0));
  });

  it('要点一页: the number of a source stands clear of the verdict after it', async () => {
    await rail(page, '书架').click();
    await page.getByRole('button', { name: '打印 沙棠县 2021 — 2022 对照表' }).click();
    await page.getByRole('button', { name: '要点一页' }).click();
    await page.locator('.sheet-page sup + .sheet-mark').first().waitFor();
    const covered = await page.locator('.sheet-page sup:has(+ .sheet-mark)').evaluateAll(
      (all) =>
        all.filter((one) => {
          const words = document.createRange();
          words.selectNodeContents(one);
          const mark = one.nextElementSibling!.getBoundingClientRect();
          return words.getBoundingClientRect().right > mark.left;
        }).length,
    );
    expect(covered).toBe(0);
  });
});

describe('high contrast and every paper', () => {
  let reader: OpenReader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    page = reader.page;
  });
  afterAll(() => reader.close());

  const tab = (name: string) => page.getByRole('button', { name, exact: true }).click();
  /** Every view, each brought to what it shows when it is in use. */
  const VIEWS: Readonly<Record<string, () => Promise<void>>> = {
    书架: () => rail(page, '书架').click(),
    阅读: () => openReport(page, 'zhoukou-2025'),
    搜索: async () => {
      await rail(page, '搜索').click();
      await page.locator('.search-box input').fill('高新技术企业');
      await page.locator('.hit-row[aria-selected="true"]').waitFor();
    },
    '搜索 · 指标': () => page.getByRole('tab', { name: /^指标/ }).click(),
    对读: async () => {
      await rail(page, '书架').click();
      await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
      await page.locator('.compare-row').first().waitFor();
    },
    对照表: async () => {
      await rail(page, '指标').click();
      await tab('对照表');
      await page.getByRole('gridcell').first().waitFor();
    },
    图表: async () => {
      await tab('图表');
      await page.locator('.plot-figure canvas').first().waitFor();
    },
    全部指标: () => tab('全部指标'),
    目标: async () => {
      await rail(page, '目标').click();
      await page.locator('main [role="row"]').first().waitFor();
    },
    提法: async () => {
      await rail(page, '提法').click();
      await page.locator('.wording-item').first().waitFor();
    },
    笔记: () => rail(page, '笔记').click(),
    打印: async () => {
      await rail(page, '书架').click();
      await page.getByRole('button', { name: '打印 周口市 2023 — 2025 对照表' }).click();
      await page.locator('.sheet-page').first().waitFor();
    },
    按键: async () => {
      await rail(page, '书架').click();
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: '按键' }).waitFor();
    },
    设置: async () => {
      await page.keyboard.press('Escape');
      await rail(page, '设置').click();
    },
  };

  it.each([
    ['day', 'active', 1440, 900],
    ['sepia', 'none', 683, 384],
    ['night', 'none', 1024, 640],
  ] as const)(
    '%s, forced colours %s, %i × %i: nothing for axe to find in any view',
    { timeout: 180_000 },
    async (theme, forcedColors, width, height) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
      await page.evaluate(
        (name) => localStorage.setItem('duidu.settings', JSON.stringify({ theme: name })),
        theme,
      );
      await page.reload();
      await cover(page, 'zhoukou-2025').waitFor();
      const found: string[] = [];
      for (const [name, open] of Object.entries(VIEWS)) {
        await open();
        found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
      }
      expect(found).toEqual([]);
    },
  );

  it('66: in high contrast what is chosen, and only that, has a frame', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await VIEWS['对读']?.();
    const framed = await page
      .locator('.topic-list [aria-current]')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).outlineStyle !== 'none').length);
    expect(framed).toBe(1);
    await page.emulateMedia({ forcedColors: 'none' });
  });
});
