import type { BrowserWindow } from 'electron';
import { dialog } from 'electron';
import { LEAVING_CHANNEL } from '../../shared/host';

/** Longest time the page has for its last words; it answers in a few milliseconds unless it hangs. Milliseconds. */
const LAST_WORDS = 3_000;

const LEAVE = 1;

const WORDS = {
  unsaved: ['还有内容没有存上', '现在关闭会失去没有存上的内容。'],
  silent: ['对读没有回应', '可能还有内容没有存上。现在关闭会失去它们。'],
} as const;

/** Asks before unsaved text is left; staying is the safe answer. */
const asksToLeave = (window: BrowserWindow, why: keyof typeof WORDS): boolean =>
  dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: '对读',
    message: WORDS[why][0],
    detail: WORDS[why][1],
    buttons: ['留下', '仍然关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }) === LEAVE;

/** What the page answers when it is asked to leave. */
export interface Leaving {
  /** The page has given up what was being written; `saved` is false where the journal has not taken all of it. */
  answer(saved: boolean): void;
}

/**
 * Lets the window close only after its last words: the page gives up what is being written and says whether all is
 * saved. Where it is not, or the page does not answer, the person decides.
 */
export const closeAfterLastWords = (window: BrowserWindow): Leaving => {
  let waiting: NodeJS.Timeout | null = null;
  const decide = (why: keyof typeof WORDS | null): void => {
    if (waiting === null || window.isDestroyed()) return;
    clearTimeout(waiting);
    waiting = null;
    if (why === null || asksToLeave(window, why)) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (waiting !== null) return;
    // A page that has crashed, or is not there yet, has no last words.
    if (window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) {
      window.destroy();
      return;
    }
    waiting = setTimeout(() => decide('silent'), LAST_WORDS);
    window.webContents.send(LEAVING_CHANNEL);
  });
  // Loading the page anew leaves it too.
  window.webContents.on('will-prevent-unload', (event) => {
    if (asksToLeave(window, 'unsaved')) event.preventDefault();
  });
  return { answer: (saved) => decide(saved ? null : 'unsaved') };
};
