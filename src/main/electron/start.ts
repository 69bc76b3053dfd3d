import type { BrowserWindow } from 'electron';
import { app, dialog, session } from 'electron';
import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import { faultSentence } from '../../shared/fault';
import { COMMAND_CHANNEL } from '../../shared/host';
import { serviceHandlers } from '../services/calls';
import { dataFolder } from '../services/data-folder';
import type { OpenServices } from '../services/open-services';
import { openServices } from '../services/open-services';
import { registerCalls } from './ipc';
import { installMenu } from './menu';
import { guardSession, silenceChromium } from './network-guard';
import { declareScheme, serveScheme } from './scheme';
import { guardWindows } from './window-guard';
import { windowHandlers } from './window-handlers';
import { openWindow } from './window';

/** Everything that must stand before Electron is ready. */
const harden = (folder: string): void => {
  app.setName('Duidu');
  app.setPath('userData', join(folder, 'electron'));
  app.enableSandbox();
  silenceChromium();
  declareScheme();
  guardWindows();
};

/** Ends the writes under way before the program goes. */
const closeFirst = ({ close }: Pick<OpenServices, 'close'>): void => {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
};

const refuseStart = (fault: Fault): void => {
  dialog.showErrorBox('对读没有打开', faultSentence(fault));
  app.quit();
};

const focus = (window: BrowserWindow | null): void => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
};

const openReader = async (pages: string, preload: string, opened: OpenServices): Promise<void> => {
  let window: BrowserWindow | null = null;
  const current = (): BrowserWindow | null => (window?.isDestroyed() ? null : window);
  const requests = guardSession(session.defaultSession);
  serveScheme(session.defaultSession.protocol, pages);
  registerCalls({ ...serviceHandlers(opened.services), ...windowHandlers(current) });
  installMenu({
    info: opened.services.info,
    send: (command) => current()?.webContents.send(COMMAND_CHANNEL, command),
    reveal: opened.services.reveal,
    requests,
  });
  app.on('second-instance', () => focus(current()));
  window = await openWindow(preload);
};

/** Starts the reader in Electron; a second start shows the window of the first. */
export const startElectron = async (): Promise<void> => {
  const folder = dataFolder();
  const out = join(app.getAppPath(), 'out');
  const pages = join(out, 'renderer');
  harden(folder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  const opened = await openServices(folder, pages);
  if (!opened.ok) {
    refuseStart(opened.fault);
    return;
  }
  closeFirst(opened.value);
  await openReader(pages, join(out, 'preload', 'index.cjs'), opened.value);
};
