import { BrowserWindow, app, dialog } from 'electron';
import type { Log } from './log';

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);

/**
 * Gives what nobody has caught a place in the log and a Chinese sentence, once. A program without a window ends then:
 * it would hold the lock of the next start unseen.
 */
export const makeFailureHandler = (log: Log): ((error: unknown) => void) => {
  let told = false;
  return (error) => {
    log(wordsOf(error));
    const shows = BrowserWindow.getAllWindows().some((window) => window.isVisible());
    if (!told && !shows)
      dialog.showErrorBox(
        '对读没有打开',
        '程序内部出了错，记在批注文件夹的 electron/log.txt 里。请重新打开。',
      );
    told = true;
    if (!shows) app.exit(1);
  };
};
