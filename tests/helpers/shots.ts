import type { Page } from 'playwright-core';

/** Pictures to look at, in every light and width, where a folder is named for them. */
export const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['DUIDU_SHOTS'];
  if (!folder) return;
  const size = page.viewportSize();
  for (const theme of ['day', 'night', 'sepia']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    for (const [width, height] of [
      [1440, 900],
      [1366, 768],
      [683, 384],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png` });
    }
  }
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'day'));
  if (size) await page.setViewportSize(size);
};
