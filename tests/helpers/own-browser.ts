import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { QUIET_FLAGS, sandboxFlags } from '../../scripts/find-browser.mjs';
import { browserPath } from './browser';

/** A browser that this process has started itself, so that it can be killed with all its processes. */
export interface OwnBrowser {
  readonly page: Page;
  /** Ends every process of it at once, as a crash of the machine's session would. */
  kill(): Promise<void>;
  /** Ends the processes of its pages alone, as a crashed tab does; the answer is the browser with a new page. */
  crashPage(address: string): Promise<OwnBrowser>;
  /** Holds every process of it still where it is. */
  freeze(): void;
  /** Closes it as a person does. */
  close(): Promise<void>;
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

/** Chromium writes the port it has taken into its profile. */
const portOf = async (profile: string): Promise<string> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port] = text.split('\n');
    if (port) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The browser did not open its port.');
};

const connect = async (port: string): Promise<Browser> => chromium.connectOverCDP(`http://127.0.0.1:${port}`);

/** Starts the installed browser on a profile below the folder and opens an address in it. */
export const openOwnBrowser = async (folder: string, address: string): Promise<OwnBrowser> => {
  const profile = join(folder, 'browser');
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    browserPath(),
    [
      '--headless=new',
      '--disable-gpu',
      '--remote-debugging-port=0',
      '--no-first-run',
      `--user-data-dir=${profile}`,
      ...QUIET_FLAGS,
      ...sandboxFlags(),
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const killAll = async (): Promise<void> => {
    // The whole group: a renderer left behind would hold the profile.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await exited(child);
  };
  try {
    const browser = await connect(await portOf(profile));
    const context = browser.contexts()[0] ?? (await browser.newContext());
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    const own: OwnBrowser = {
      page,
      kill: async () => {
        await killAll();
        await browser.close().catch(() => undefined);
      },
      crashPage: async (next) => {
        const session = await browser.newBrowserCDPSession();
        const { processInfo } = await session.send('SystemInfo.getProcessInfo');
        const pages = processInfo.filter(({ type }) => type === 'renderer');
        for (const { id } of pages) process.kill(id, 'SIGKILL');
        const fresh = await context.newPage();
        await fresh.goto(next);
        return { ...own, page: fresh };
      },
      freeze: () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGSTOP')),
      close: async () => {
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.close').catch(() => undefined);
        await exited(child);
        await browser.close().catch(() => undefined);
      },
    };
    return own;
  } catch (error) {
    await killAll();
    throw error;
  }
};
