import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits longer than the default second: the machine may be parsing reports meanwhile. */
export const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

export const rail = (page: Page, view: string): Locator =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: view, exact: true });

export const cover = (page: Page, id: string): Locator => page.locator(`.cover[data-report="${id}"]`);

/** Goes to the shelf and opens a report from its cover; its text is on the page afterwards. */
export const openReport = async (page: Page, id: string): Promise<void> => {
  await rail(page, '书架').click();
  await cover(page, id).click();
  await page.locator('.text .paragraph').first().waitFor();
};

/** The passage that begins a paragraph or stands inside one, by its words as they are shown. */
export const paragraph = (page: Page, words: string): Locator =>
  page.locator('.text [data-start]', { hasText: words }).first();

/** Drags the mouse over words of one line of the text, as a reader does to select them; they stand at `block` of the window. */
export const dragOver = async (
  page: Page,
  words: string,
  block: ScrollLogicalPosition = 'center',
): Promise<void> => {
  await paragraph(page, words).evaluate((element, to) => element.scrollIntoView({ block: to }), block);
  const { left, right, y } = await paragraph(page, words).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)];
      if (!first || !last || first.top !== last.top) throw new Error(`${wanted} stands on two lines.`);
      return { left: first.left, right: last.right, y: first.top + first.height / 2 };
    }
    throw new Error(`${wanted} is cut by a mark.`);
  }, words);
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, y);
  await page.mouse.move(right - 1, y);
  await page.mouse.up();
  await page.getByRole('menu', { name: '选中的文字' }).waitFor();
};

/** The passages painted under a name, as they stand on the page. */
export const painted = (page: Page, name: string): Promise<readonly string[]> =>
  page.evaluate((wanted) => [...(CSS.highlights.get(wanted) ?? [])].map(String), name);

/** What the journal of a folder holds now. */
export const journal = (folder: string): Promise<string> => readFile(join(folder, 'notes.jsonl'), 'utf8');

/** The last words of the saved state: 已保存 14:32, 正在保存 or 未保存. */
export const savedState = (page: Page): Locator => page.locator('.saved');

/** Waits until the reader says that a change made before has been saved. */
export const saved = (page: Page): Promise<void> =>
  savedState(page)
    .filter({ hasText: /已保存 \d/ })
    .waitFor();

/** What a reader can act on; the numbers of the text share one stop of the Tab key. */
const CONTROLS = 'button, a[href], input, select, textarea, [tabindex="0"]';

/**
 * Controls of a part of the page that stand outside the window after scrolling to them, or under something else, by their
 * words. Controls that are not shown (in a closed panel or drawer) are not asked for.
 */
export const controlsOutOfReach = (part: Locator): Promise<readonly string[]> =>
  part.evaluate((root, selector) => {
    const shown = [...root.querySelectorAll<HTMLElement>(selector)].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) && !control.matches('.visually-hidden'),
    );
    return shown.flatMap((control) => {
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      const box = control.getClientRects()[0];
      const name = control.getAttribute('aria-label') ?? control.textContent ?? control.className;
      if (!box) return [`${name}: no box`];
      const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 24) / 2];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return [`${name}: outside the window`];
      const top = document.elementFromPoint(x, y);
      const own = top !== null && (control.contains(top) || control.closest('label')?.contains(top) === true);
      return own ? [] : [`${name}: under ${top?.className ?? 'nothing'}`];
    });
  }, CONTROLS);

/** Walks the view with the Tab key: controls it never came to, and those that did not show the focus. */
export const stopsOfTab = async (
  page: Page,
): Promise<{ readonly missed: readonly string[]; readonly unmarked: readonly string[] }> => {
  const count = await page.evaluate((selector) => {
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        control.tabIndex >= 0 &&
        !control.matches(':disabled'),
    );
    shown.forEach((control, index) => (control.dataset['stop'] = String(index)));
    (document.activeElement as HTMLElement | null)?.blur();
    return shown.length;
  }, CONTROLS);
  const met = new Set<string>();
  const unmarked: string[] = [];
  for (let press = 0; press < count + 3; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const control = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(control);
      const field = control.closest('.field');
      const ink = getComputedStyle(document.body).color;
      // A field shows it by its border.
      const marked = field
        ? getComputedStyle(field).borderTopColor === ink
        : outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
      return { stop: control.dataset['stop'], name: control.textContent, marked };
    });
    if (at.stop === undefined) continue;
    met.add(at.stop);
    if (!at.marked) unmarked.push(at.name ?? '');
  }
  const missed = await page.evaluate(
    (stops) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')].flatMap((control) => {
        const { stop = '' } = control.dataset;
        delete control.dataset['stop'];
        return stops.includes(stop) ? [] : [control.getAttribute('aria-label') ?? control.textContent ?? ''];
      }),
    [...met],
  );
  return { missed, unmarked };
};
