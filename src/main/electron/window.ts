import { BrowserWindow } from 'electron';

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

/** A window that has nothing to show by then shows all the same. Milliseconds. */
const LATEST_SHOW = 2_000;

/**
 * Calls `onShow` at the first sign that there is something to see, at the latest after two seconds: on Wayland
 * `ready-to-show` may come only after the window has been shown (electron#48859).
 */
const showSoon = (window: BrowserWindow, onShow: () => void): void => {
  let shown = false;
  const show = (): void => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    window.show();
    onShow();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', show);
  window.webContents.once('did-fail-load', show);
  setTimeout(show, LATEST_SHOW).unref();
};

/** Makes the reader's window, still empty and hidden; Electron keeps its place and size under its name. */
export const makeWindow = (preload: string, onShow: () => void): BrowserWindow => {
  const window = new BrowserWindow({
    name: 'reader',
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 683,
    minHeight: 384,
    show: false,
    title: '对读',
    backgroundColor: '#FBFAF6',
    webPreferences: { ...GUARDS, preload },
  });
  showSoon(window, onShow);
  return window;
};
