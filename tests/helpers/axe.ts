import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong with the page as it is: rule, and the first element it is about. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  // A layer half faded in has half its contrast: what is judged is the page at rest.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  );
  // Evaluated by the debugger, so that the page's own policy stays as it is.
  await page.evaluate(await readFile(SOURCE, 'utf8'));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};
