import { readFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { createRequire } from 'node:module';
import { chromium, type Page, type Route } from 'playwright-core';
import { findBrowser, QUIET_FLAGS, sandboxFlags } from '../browser/find-browser.mjs';
import { readHeights } from '../paper/pages/bench';
import { benchHtml, pagesHtml, type Styles } from '../paper/pages/static';
import { fail, succeed, type Result } from '../shared/fault';
import type { Sheet } from '../shared/sheet';

/** Where the page seems to come from. No request to it leaves this program. */
const ORIGIN = 'https://sheet.duidu.invalid';

const FACES = ['noto-serif-sc', 'noto-sans-sc'] as const;
const WEIGHTS = ['400', '700'] as const;

const folderOf = (face: string): string =>
  dirname(createRequire(import.meta.url).resolve(`@fontsource/${face}/package.json`));

/** The reader's own faces, by addresses that the page's requests are answered from. */
const fontStyles = (): Promise<readonly string[]> =>
  Promise.all(
    FACES.flatMap((face) =>
      WEIGHTS.map(async (weight) => {
        const css = await readFile(join(folderOf(face), `${weight}.css`), 'utf8');
        return css.replaceAll('url(./files/', `url(${ORIGIN}/${face}/files/`);
      }),
    ),
  );

const noBrowser = fail({
  code: 'browser-missing',
  subject: 'PDF',
  reason: '这台机器上没有找到 Chromium、Chrome 或 Edge，没有它们排不了版',
  remedy: '请装一个，或用 DUIDU_BROWSER 写明它在哪里；也可以改存 .docx、.xlsx 或 .html。',
});

/** Answers everything the page asks for from this machine, and nothing else. */
async function answer(route: Route, html: string): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== ORIGIN) return route.abort();
  if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  const [, face = '', ...rest] = pathname.split('/');
  const known = FACES.find((name) => name === face);
  const path = known ? normalize(join(folderOf(known), ...rest)) : '';
  if (!known || !path.startsWith(folderOf(known) + sep)) return route.abort();
  return route.fulfill({ path });
}

/** Opens a page of this HTML with every face it needs loaded. */
async function open(page: Page, html: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) => answer(route, html));
  await page.goto(`${ORIGIN}/`);
  // Faces are fetched for text that is laid out; `visibility: hidden` counts, so the bench fetches its own.
  await page.evaluate('document.fonts.ready.then(() => null)');
}

/** The pages of the sheet, made by the browser on this machine: the same elements and styles as the preview. */
export async function makePdf(sheet: Sheet, own: Styles): Promise<Result<Uint8Array>> {
  const executablePath = findBrowser();
  if (executablePath === null) return noBrowser;
  const styles = [...(await fontStyles()), ...own];
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', ...QUIET_FLAGS, ...sandboxFlags()],
  });
  try {
    const page = await browser.newPage();
    await open(page, benchHtml(sheet, styles));
    const heights = await page.$eval('.sheet-bench', readHeights);
    await open(page, pagesHtml(sheet, heights, styles));
    return succeed(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  } finally {
    await browser.close();
  }
}
