import type { BrowserContext, Page } from 'playwright-core';

/**
 * Page code that marks the root element with the page's own clock in the first frame after `selector` is there.
 * It is text, not a function: a compiled function may call helpers that the page does not have.
 */
const markWhenShown = (selector: string, attribute: string, since: string): string => `{
  const begin = ${since};
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() =>
        document.documentElement.setAttribute('${attribute}', String(performance.now() - begin)))
    : requestAnimationFrame(look);
  look();
}`;

const readMark = async (page: Page, attribute: string): Promise<number> => {
  await page.waitForSelector(`[${attribute}]`, { state: 'attached' });
  return Number(await page.getAttribute('html', attribute));
};

/** Milliseconds from the start of the navigation to the first frame with the element; the page's own clock. */
export const timeToShow = async (page: Page, address: string, selector: string): Promise<number> => {
  await page.addInitScript({ content: markWhenShown(selector, 'data-shown', '0') });
  await page.goto(address);
  return readMark(page, 'data-shown');
};

/** Milliseconds from a click to the first frame with the element. */
export const timeAfterClick = async (page: Page, button: string, selector: string): Promise<number> => {
  const click = `document.querySelector(${JSON.stringify(button)}).click()`;
  await page.evaluate(`${markWhenShown(selector, 'data-opened', 'performance.now()')}; ${click}`);
  return readMark(page, 'data-opened');
};

/** Opens an address in a new page of the profile, measures, and closes the page. */
export const inNewPage = async <T>(context: BrowserContext, work: (page: Page) => Promise<T>): Promise<T> => {
  const page = await context.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
};
