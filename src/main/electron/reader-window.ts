import type { BrowserWindow } from 'electron';
import { COMMAND_CHANNEL, type Command } from '../../shared/host';
import type { Leaving } from './closing';
import { closeAfterLastWords } from './closing';
import { giveContextMenu } from './context-menu';
import type { Endings } from './endings';
import type { Ground } from './ground';
import { announce } from './log';
import { START_PAGE } from './origin';
import { offerRescue, rescueWindow, type RescueMeans } from './rescue';
import { makeWindow } from './window';

/** The one window of the reader. */
export interface ReaderWindow {
  /** Null once it has been closed. */
  readonly current: () => BrowserWindow | null;
  readonly leaving: Leaving;
  readonly send: (command: Command) => void;
  /** Brings it to the front, shown if it was not yet. */
  readonly present: () => void;
  /** Loads the page; a load that fails is told to the person, with what can be done. */
  readonly load: () => Promise<void>;
}

const meansFor = (
  window: BrowserWindow,
  { log, preferences }: Ground,
  endings: Endings,
  load: () => Promise<void>,
): RescueMeans => ({
  log,
  load: () => void load(),
  withoutAcceleration: () => {
    preferences.set({ acceleration: false });
    endings.restart();
  },
  inBrowser: () => endings.inBrowser(window),
  quit: () => {
    window.destroy();
    endings.quit();
  },
});

/** Makes the window with all that belongs to it, without loading the page yet. */
export const openReaderWindow = (ground: Ground, endings: Endings): ReaderWindow => {
  const { log, preload, preferences } = ground;
  const window = makeWindow(preload, () => {
    preferences.set({ starting: false });
    log('the window shows');
    announce('window');
  });
  const current = (): BrowserWindow | null => (window.isDestroyed() ? null : window);
  const send = (command: Command): void => current()?.webContents.send(COMMAND_CHANNEL, command);
  const load = async (): Promise<void> => {
    try {
      await window.loadURL(START_PAGE);
    } catch (error) {
      log(`the page did not load: ${String(error)}`);
      await offerRescue(window, error instanceof Error ? error.message : String(error), means);
    }
  };
  const means = meansFor(window, ground, endings, load);
  rescueWindow(window, means);
  giveContextMenu(window, send);
  return {
    current,
    leaving: closeAfterLastWords(window),
    send,
    present: () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    load,
  };
};
