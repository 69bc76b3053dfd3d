import { join } from 'node:path';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { chromium } from 'playwright-core';
import { QUIET_FLAGS, findBrowser, sandboxFlags } from '../../src/browser/find-browser.mjs';

/** Path of the installed browser; the test command has made sure that there is one. */
export const browserPath = (): string => {
  const path = findBrowser();
  if (path === null)
    throw new Error('No Chromium, Chrome or Edge found: run `npm test`, it says what to install.');
  return path;
};

/** A real browser with a profile of its own below the folder, as quiet as the one `npm start` opens. */
export const launchProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: browserPath(),
    headless: true,
    args: ['--headless=new', '--disable-gpu', ...QUIET_FLAGS, ...sandboxFlags()],
    ignoreDefaultArgs: ['--disable-features'],
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });

/** Lists every request that leaves the origin; data: and blob: stay inside the page. */
export const watchForeign = (context: BrowserContext, origin: string): readonly string[] => {
  const foreign: string[] = [];
  context.on('request', (request: Request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  return foreign;
};

/** Messages of the page that a person never sees but that mean a fault: errors, and loads the policy has blocked. */
export const watchErrors = (page: Page): readonly string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
};
