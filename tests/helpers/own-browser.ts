import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { QUIET_FLAGS, sandboxFlags } from '../../src/browser/find-browser.mjs';
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

const killOne = (id: number): void => {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
};

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
    const showing = (page: Page): OwnBrowser => ({
      page,
      kill: async () => {
        await killAll();
        await browser.close().catch(() => undefined);
      },
      crashPage: async (next) => {
        const session = await browser.newBrowserCDPSession();
        const renderers = async (): Promise<readonly number[]> => {
          const { processInfo } = await session.send('SystemInfo.getProcessInfo');
          return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
        };
        const crashed = page.waitForEvent('crash');
        const killed = new Set(await renderers());
        for (const id of killed) killOne(id);
        await crashed;
        // A new page must not be given a process of which the browser has not noticed yet that it is dead.
        while ((await renderers()).some((id) => killed.has(id)))
          await new Promise((resolve) => setTimeout(resolve, 20));
        const fresh = await context.newPage();
        await fresh.goto(next);
        return showing(fresh);
      },
      freeze: () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGSTOP')),
      close: async () => {
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.close').catch(() => undefined);
        await exited(child);
        await browser.close().catch(() => undefined);
      },
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    return showing(page);
  } catch (error) {
    await killAll();
    throw error;
  }
};
