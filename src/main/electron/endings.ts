import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { OpenServices } from '../services/open-services';
import type { Ground } from './ground';
import { openInBrowser } from './in-browser';

/** The ways a program with open services ends. */
export interface Endings {
  readonly quit: () => void;
  /** Ends, and starts anew. */
  readonly restart: () => void;
  /** Gives the notes free and goes on in a browser; ends when that window does. */
  readonly inBrowser: (window: BrowserWindow) => void;
}

/** Makes every ending wait for the writes under way. */
export const makeEndings = ({ pages, folder, log }: Ground, { close }: OpenServices): Endings => {
  let closing: Promise<void> | null = null;
  let handedOver = false;
  const closeOnce = (): Promise<void> => (closing ??= close());
  let closed = false;
  const closeThenQuit = (): void =>
    void closeOnce()
      .catch((error: unknown) => log(`the notes did not close: ${String(error)}`))
      .finally(() => {
        closed = true;
        app.quit();
      });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closeThenQuit();
  });
  app.on('window-all-closed', () => {
    if (!handedOver) app.quit();
  });
  return {
    quit: () => app.quit(),
    restart: () => {
      app.relaunch();
      app.quit();
    },
    inBrowser: (window) => {
      handedOver = true;
      log('goes on in a browser');
      window.destroy();
      void closeOnce()
        .then(() => openInBrowser(pages, folder))
        .catch((error: unknown) => log(`no browser: ${String(error)}`))
        .finally(closeThenQuit);
    },
  };
};
