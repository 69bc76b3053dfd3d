import type { BrowserWindow } from 'electron';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { WindowCalls } from '../../shared/host';
import type { Handlers } from '../services/calls';
import type { Leaving } from './closing';
import { open, save } from './file-dialogs';
import type { HandedFiles } from './handed-files';
import type { Preferences } from './preferences';
import { print, printToPdf } from './printing';

/** What the calls of a window work on. */
export interface WindowMeans {
  /** The window of the moment. */
  readonly current: () => BrowserWindow | null;
  readonly leaving: Leaving;
  readonly handed: HandedFiles;
  readonly preferences: Preferences;
}

const noWindow = fail({
  code: 'no-window',
  subject: '对读的窗口',
  reason: '已经关闭',
  remedy: '请重新打开对读',
});

/** The calls that need a window or a dialog. */
export const windowHandlers = ({
  current,
  leaving,
  handed,
  preferences,
}: WindowMeans): Handlers<keyof WindowCalls> => {
  const within = <T>(work: (window: BrowserWindow) => Promise<Result<T>>): Promise<Result<T>> => {
    const window = current();
    return window ? work(window) : Promise.resolve(noWindow);
  };
  return {
    'file/save': (file) => within((window) => save(window, file, preferences)),
    'file/open': (request) => within((window) => open(window, request, preferences)),
    'file/handed': () => Promise.resolve(succeed(handed.take())),
    'file/read': ({ path }) => handed.read(path),
    'page/print': (paper) => within((window) => print(window, paper)),
    'page/pdf': (paper) => within((window) => printToPdf(window, paper)),
    'page/leave': ({ saved }) => {
      leaving.answer(saved);
      return Promise.resolve(succeed(null));
    },
  };
};
