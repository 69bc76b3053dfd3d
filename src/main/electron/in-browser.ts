import { dialog } from 'electron';
import { spawn } from 'node:child_process';
import { findBrowser } from '../../browser/find-browser.mjs';
import { appWindow } from '../../browser/app-window.mjs';
import { faultSentence } from '../../shared/fault';
import { startLoopback } from '../loopback';
import { outsideBundle } from '../services/outside-bundle';

const tell = (words: string): void => dialog.showErrorBox('对读没有打开', words);

/**
 * Opens the reader in an installed browser, where Electron shows no window. The data folder must be free. Resolves
 * when the browser's window has been closed, or the person has been told why there is none.
 */
export const openInBrowser = async (pages: string, folder: string): Promise<void> => {
  const browser = findBrowser();
  if (browser === null) return tell('这台机器上没有 Chromium、Chrome 或 Edge。请装一个后再试。');
  const host = await startLoopback({ pages, folder });
  if (!host.ok) return tell(faultSentence(host.fault));
  const { args, env } = appWindow(host.value.folder, host.value.address, outsideBundle());
  const child = spawn(browser, [...args], { stdio: 'ignore', env });
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  await host.value.close();
};
