import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import {
  controlsOutOfReach,
  dragOver,
  openReport,
  poll,
  rail,
  saved,
  stopsOfTab,
} from '../helpers/page-model';
import { openReader, type OpenReader, pageHost } from '../helpers/reader';

let reader: OpenReader;
let page: Page;

const PASSAGE = '深入实施“引企入周”工程';

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
  // A layer half faded in has half its contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReport(page, 'zhoukou-2025');
  await dragOver(page, PASSAGE);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: '批注', exact: true }).fill('与 2023 年对照。');
  await page.keyboard.press('Control+Enter');
  await saved(page);
});

afterAll(() => reader.close());

/** The views as a reader meets them, each brought to what it shows when it is in use. */
const SCENES: Readonly<Record<string, () => Promise<void>>> = {
  书架: () => rail(page, '书架').click(),
  阅读: () => openReport(page, 'zhoukou-2025'),
  '阅读, a card open': async () => {
    await openReport(page, 'zhoukou-2025');
    await page.locator('.number').nth(3).click();
    await page.locator('.number-card').waitFor();
  },
  '阅读, words selected': async () => {
    await openReport(page, 'zhoukou-2025');
    await dragOver(page, '经济运行稳中向好');
  },
  '阅读, a note being written': async () => {
    await openReport(page, 'zhoukou-2025');
    await page.getByRole('button', { name: /^改批注：与 2023/ }).click();
    await page.locator('.note-field').waitFor();
  },
  '阅读, 存疑': async () => {
    await openReport(page, 'zhoukou-2025');
    await page.getByRole('tab', { name: /^存疑/ }).click();
  },
  '阅读, 原文': async () => {
    await openReport(page, 'chuanhui-2024');
    await page.getByRole('button', { name: '原文', exact: true }).click();
  },
  笔记本: async () => {
    await rail(page, '笔记').click();
    await page.locator('.note-row').last().click();
    await page.locator('.note-detail blockquote').waitFor();
  },
  设置: async () => {
    await rail(page, '设置').click();
    await page.getByText(reader.folder, { exact: true }).waitFor();
  },
};

const fresh = async (width: number, height: number, theme = 'day'): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    (name) => localStorage.setItem('duidu.settings', JSON.stringify({ theme: name })),
    theme,
  );
  await page.reload();
  await page.locator('.cover').nth(4).waitFor();
};

describe('axe', () => {
  it.each(['day', 'night'])('objects to nothing by %s', async (theme) => {
    await fresh(1440, 900, theme);
    const found: string[] = [];
    for (const [name, open] of Object.entries(SCENES)) {
      await open();
      found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
});

describe.each([
  [1366, 768],
  [683, 384],
])('a window of %i × %i', (width, height) => {
  /** The narrow window keeps outline and margin in drawers, which these tests open where they are. */
  const narrow = width < 700;

  it('has every control in reach, none under another', { timeout: 90_000 }, async () => {
    await fresh(width, height);
    const found: string[] = [];
    const look = async (name: string, part = 'body'): Promise<void> => {
      const controls = await controlsOutOfReach(page.locator(part));
      found.push(...controls.map((control) => `${name}: ${control}`));
    };
    for (const name of ['书架', '阅读', '笔记本', '设置']) {
      await SCENES[name]?.();
      await look(name);
    }
    await SCENES['阅读, a card open']?.();
    await look('card', '.number-card');
    if (narrow) {
      await SCENES['阅读']?.();
      for (const [drawer, part] of [
        ['目录', '.outline'],
        ['批注', '.margin'],
      ] as const) {
        const button = page.locator('.drawer-button', { hasText: drawer });
        await button.click();
        await page.locator(part).waitFor();
        await look(`阅读, ${drawer}`, part);
        await button.click();
      }
    }
    expect(found).toEqual([]);
  });

  it('opens the card of a number beside it, not over it', async () => {
    await fresh(width, height);
    await openReport(page, 'zhoukou-2025');
    for (const at of [3, 40]) {
      const number = page.locator('.number').nth(at);
      await number.click();
      await page.locator('.number-card').waitFor();
      const inSight = () =>
        number.evaluate((element) => {
          const box = element.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return element.contains(top);
        });
      await poll(inSight).toBe(true);
      await page.keyboard.press('Escape');
    }
  });

  it('opens the field of a note wherever the margin was', async () => {
    await fresh(width, height);
    await openReport(page, 'zhoukou-2025');
    if (!narrow) await page.getByRole('tab', { name: /^指标/ }).click();
    await dragOver(page, PASSAGE);
    await page.keyboard.press('n');
    await page.keyboard.insertText('写得下');
    const field = page.getByRole('textbox', { name: '批注', exact: true });
    // The passage may have its note already, which is then written on.
    await poll(() => field.inputValue()).toContain('写得下');
    expect(await controlsOutOfReach(page.locator('.note-card', { has: field }))).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await saved(page);
  });

  it('has every control on the way of the Tab key', { timeout: 90_000 }, async () => {
    await fresh(width, height);
    for (const name of ['书架', '阅读', '笔记本']) {
      await SCENES[name]?.();
      const { missed, unmarked } = await stopsOfTab(page);
      expect({ name, missed, unmarked }).toEqual({ name, missed: [], unmarked: [] });
    }
  });
});
