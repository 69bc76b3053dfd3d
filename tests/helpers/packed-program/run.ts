// Runs a packed program over the stand-in, opens a report in it and says on one line what it saw.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bridge } from '../../../src/shared/host';
import { watchErrors, watchForeign } from '../browser';
import type * as standInModule from '../electron-stand-in';

const [program = ''] = process.argv.slice(2);
// A packed program is handed what stands behind its own name: this script is no report to import.
process.argv.splice(1);
// By a name the compiler does not follow: the program's own `electron` and this one must be the same module.
const ELECTRON: string = 'electron';
const { app, openWindows, person } = (await import(ELECTRON)) as typeof standInModule;

app.root = program;
app.isPackaged = true;
app.paths.set('exe', join(program, '..', 'duidu'));
await import(pathToFileURL(join(program, 'out', 'main', 'index.js')).href);

const page = await (async () => {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = openWindows()[0]?.webContents.page;
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No window opened: ${JSON.stringify(person.asked)}`);
})();
const [errors, foreign] = [watchErrors(page), watchForeign(page.context(), 'https://duidu.app.test')];
await page.locator('.cover[data-report="zhoukou-2023"]').waitFor();
const shelf = performance.now();
await page.locator('.cover[data-report="zhoukou-2023"]').click();
await page.locator('.text .paragraph').first().waitFor();
const info = await page.evaluate(() => (window as unknown as { duidu: Bridge }).duidu.info());
const seen = {
  shelf,
  title: await page.title(),
  paragraphs: await page.locator('.text .paragraph').count(),
  info: info.ok ? info.value : info.fault,
  errors,
  foreign,
};
await openWindows()[0]?.close();
await app.ended();
process.stdout.write(`\n${JSON.stringify(seen)}\n`);
process.exit(0);
