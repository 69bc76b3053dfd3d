import { BrowserWindow, dialog } from 'electron';
import { START_PAGE } from './origin';

/** S-1: every guard on, spelled out although most are defaults, so that a change of default changes nothing here. */
const GUARDS = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
  navigateOnDragDrop: false,
} as const;

const LEAVE = 1;

/** The page holds unsaved text: leaving is the person's decision, and staying is the safe one. */
const leaves = (window: BrowserWindow): boolean =>
  dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: '对读',
    message: '还有内容没有存上',
    detail: '现在关闭会失去没有存上的内容。',
    buttons: ['留下', '仍然关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }) === LEAVE;

/** Opens the reader's window; it shows once there is something to see. */
export const openWindow = async (preload: string): Promise<BrowserWindow> => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 683,
    minHeight: 384,
    show: false,
    title: '对读',
    backgroundColor: '#FBFAF6',
    webPreferences: { ...GUARDS, preload },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-prevent-unload', (event) => {
    if (leaves(window)) event.preventDefault();
  });
  await window.loadURL(START_PAGE);
  return window;
};
