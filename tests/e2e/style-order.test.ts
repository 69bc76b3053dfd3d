import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rail } from '../helpers/page-model';
import { openReader, pageHost, type OpenReader } from '../helpers/reader';

/** Looks in a row, half a second apart, that must be the same: on a busy machine one pause is no end. */
const STILL = 4;
const VIEWS = ['搜索', '对读', '指标', '目标', '提法', '笔记', '打印', '设置'];

describe('style sheets', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader(pageHost());
    await reader.page.locator('.cover[data-report]').first().waitFor();
  });
  afterAll(() => reader.close());

  const open = async (view: string): Promise<void> => {
    const { page } = reader;
    await rail(page, view).click();
    await page.locator('.stage main, .stage .state').first().waitFor();
    // 正在打开 stands still too, for as long as a busy machine takes: it is no look of the view.
    await page.locator('.stage .state[role="status"]').waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready);
  };

  const look = async (): Promise<string> => {
    const { page } = reader;
    return (await page.screenshot({ mask: [page.locator('.saved')] })).toString('base64');
  };

  /** Loads the page anew and opens the views in this order, each for the first time. */
  const visit = async (views: readonly string[], each: (view: string) => Promise<void>): Promise<void> => {
    const { page } = reader;
    await page.reload();
    await page.locator('.cover[data-report]').first().waitFor();
    for (const view of views) {
      await open(view);
      await each(view);
    }
  };

  it('give every view the same pixels whichever was opened before it', async () => {
    const looks = new Map<string, string>();
    const still = new Map<string, number>();
    await visit(VIEWS, async (view) => {
      // Rows, charts and what they wait for come in their own time: still for a good while is settled.
      await expect
        .poll(
          async () => {
            const before = looks.get(view);
            looks.set(view, await look());
            still.set(view, looks.get(view) === before ? (still.get(view) ?? 0) + 1 : 0);
            return (still.get(view) ?? 0) >= STILL;
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe(true);
    });
    await visit(VIEWS.toReversed(), async (view) => {
      await expect
        .poll(async () => (await look()) === looks.get(view), { timeout: 15_000, message: view })
        .toBe(true);
    });
  }, 180_000);
});
