import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rail } from '../helpers/page-model';
import { openReader, type OpenReader } from '../helpers/reader';

const VIEWS = ['搜索', '对读', '指标', '目标', '提法', '笔记', '打印', '设置'];

describe('style sheets', () => {
  let reader: OpenReader;
  beforeAll(async () => {
    reader = await openReader('loopback');
  });
  afterAll(() => reader.close());

  /** What each view looks like when the views are opened in this order, each for the first time. */
  const looks = async (views: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { page } = reader;
    await page.reload();
    await page.locator('.cover[data-report]').first().waitFor();
    const seen = new Map<string, string>();
    for (const view of views) {
      await rail(page, view).click();
      await page.locator('.stage main, .stage .state').first().waitFor();
      // Virtual rows and charts come with the frames after the first.
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      let before = '';
      await expect
        .poll(
          async () => {
            const now = (await page.screenshot({ mask: [page.locator('.saved')] })).toString('base64');
            const still = now === before;
            before = now;
            return still;
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      seen.set(view, before);
    }
    return seen;
  };

  it('give every view the same pixels whichever was opened before it', async () => {
    const [one, other] = [await looks(VIEWS), await looks(VIEWS.toReversed())];
    const different = VIEWS.filter((view) => one.get(view) !== other.get(view));
    expect(different).toEqual([]);
  }, 180_000);
});
