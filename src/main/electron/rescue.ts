import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import type { Log } from './log';

/** A second death within this time is not loaded over once more. Milliseconds. */
const SOON = 60_000;

const CHOICES = ['再试一次', '关闭硬件加速后重开', '改用浏览器打开', '退出'] as const;

type Choice = (typeof CHOICES)[number];

/** What can be done for a window that shows nothing. */
export interface RescueMeans {
  readonly log: Log;
  load(): void;
  withoutAcceleration(): void;
  inBrowser(): void;
  quit(): void;
}

/** What is known to keep a renderer from starting at all. */
const LAUNCH_CAUSES =
  '常见的原因：程序放在网络盘或映射盘上；以管理员身份运行；安全软件拦住了它。请换到本机硬盘、以普通身份再开。';

const WAITING = '您的批注都在，没有改动。';

const ask = async (window: BrowserWindow, message: string, detail: string): Promise<Choice> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '对读',
    message,
    detail,
    buttons: [...CHOICES],
    defaultId: 0,
    cancelId: CHOICES.length - 1,
    noLink: true,
  });
  return CHOICES[response] ?? '退出';
};

const act = (choice: Choice, means: RescueMeans): void => {
  const actions: Readonly<Record<Choice, () => void>> = {
    再试一次: () => means.load(),
    关闭硬件加速后重开: () => means.withoutAcceleration(),
    改用浏览器打开: () => means.inBrowser(),
    退出: () => means.quit(),
  };
  actions[choice]();
};

/** Asks the person what to do with a window that stayed empty, and does it. `reason` is Electron's own word. */
export const offerRescue = async (
  window: BrowserWindow,
  reason: string,
  means: RescueMeans,
): Promise<void> => {
  if (window.isDestroyed()) return;
  window.show();
  const detail = `${WAITING}\n${reason === 'launch-failed' ? `${LAUNCH_CAUSES}\n` : ''}（${reason}）`;
  act(await ask(window, '对读的窗口没有显示出来', detail), means);
};

const WAIT = 0;

const askToWait = async (window: BrowserWindow): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '对读',
    message: '对读没有回应',
    detail: '可能在忙，也可能停住了。重新载入会丢下还没有存上的字。',
    buttons: ['继续等待', '重新载入'],
    defaultId: WAIT,
    cancelId: WAIT,
    noLink: true,
  });
  return response === WAIT;
};

/** Brings back a window whose process has died: once by itself, then by the person's choice. */
export const rescueWindow = (window: BrowserWindow, means: RescueMeans): void => {
  let last = -Infinity;
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    means.log(`render process gone: ${reason}, exit code ${exitCode}`);
    if (reason === 'clean-exit') return;
    const again = performance.now() - last < SOON;
    last = performance.now();
    if (again || reason === 'launch-failed') void offerRescue(window, reason, means);
    else means.load();
  });
  window.on('unresponsive', () => {
    means.log('the page does not respond');
    void askToWait(window).then((waits) => {
      if (!waits && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
    });
  });
};

/** Writes down the deaths of Chromium's other processes; it starts those again by itself. */
export const logChildDeaths = (log: Log): void => {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log(`${type} process gone: ${reason}, exit code ${exitCode}`),
  );
};
