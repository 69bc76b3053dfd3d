import { app, dialog, session } from 'electron';
import { z } from 'zod';
import type { Fault } from '../../shared/fault';
import { faultSentence } from '../../shared/fault';
import { FILES_CHANNEL } from '../../shared/host';
import { serviceHandlers } from '../services/calls';
import type { OpenServices } from '../services/open-services';
import { openServices } from '../services/open-services';
import { makeEndings, type Endings } from './endings';
import { layGround, type Ground } from './ground';
import { filesAmong, keepHandedFiles, listenForFiles, type HandedFiles } from './handed-files';
import { openInBrowser } from './in-browser';
import { registerCalls } from './ipc';
import { announce } from './log';
import { installMenu } from './menu';
import { guardSession, silenceChromium } from './network-guard';
import { startOnX11, wantsX11 } from './ozone';
import { openReaderWindow, type ReaderWindow } from './reader-window';
import { logChildDeaths } from './rescue';
import { declareScheme, serveScheme } from './scheme';
import { guardWindows } from './window-guard';
import { windowHandlers } from './window-handlers';

/** Identity on the desktop: of the window, its shortcut and its package alike. It must never change. */
const APP_ID = 'cn.duidu.reader';

/** What a second start hands to the first. */
const handover = z.object({ files: z.array(z.string()) });

/** Everything that must stand before Electron is ready. */
const harden = ({ preferences }: Ground): void => {
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  app.commandLine.appendSwitch('lang', 'zh-CN');
  // The last start never showed its window: the graphics driver is the usual reason.
  if (preferences.get().starting) preferences.set({ acceleration: false });
  if (preferences.get().acceleration === false) app.disableHardwareAcceleration();
  preferences.set({ starting: true });
  silenceChromium();
  declareScheme();
  guardWindows();
};

const refuseStart = ({ log, preferences }: Ground, fault: Fault): void => {
  preferences.set({ starting: false });
  log(faultSentence(fault));
  dialog.showErrorBox('对读没有打开', faultSentence(fault));
  app.quit();
};

/** A package that was told to do without Chromium's sandbox opens in a browser instead, which keeps its own (S-1). */
const openWithoutSandbox = async ({ pages, folder, log, preferences }: Ground): Promise<void> => {
  log('no sandbox here: opens in a browser');
  preferences.set({ starting: false });
  await openInBrowser(pages, folder);
  app.quit();
};

const furnish = (
  { shellFolder, preferences }: Ground,
  { services }: OpenServices,
  window: ReaderWindow,
  endings: Endings,
): void =>
  installMenu({
    info: services.info,
    send: window.send,
    reveal: services.reveal,
    requests: guardSession(session.defaultSession),
    logFolder: shellFolder,
    accelerated: preferences.get().acceleration !== false,
    accelerate: (on) => {
      preferences.set({ acceleration: on });
      endings.restart();
    },
  });

const openReader = async (ground: Ground, opened: OpenServices, handed: HandedFiles): Promise<void> => {
  const endings = makeEndings(ground, opened);
  const window = openReaderWindow(ground, endings);
  const { current, leaving } = window;
  handed.watch(() => current()?.webContents.send(FILES_CHANNEL));
  serveScheme(session.defaultSession.protocol, ground.pages);
  registerCalls({
    ...serviceHandlers(opened.services),
    ...windowHandlers({ current, leaving, handed, preferences: ground.preferences }),
  });
  furnish(ground, opened, window, endings);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const given = handover.safeParse(data);
    if (given.success) handed.hand(given.data.files);
    ground.log(`started again, handed over: ${given.data?.files.length ?? 0} file(s)`);
    window.present();
  });
  await window.load();
};

/** Starts the reader in Electron; a second start shows the window of the first and hands it its files. */
export const startElectron = async (): Promise<void> => {
  if (wantsX11(process.argv)) return startOnX11(process.argv);
  const ground = layGround();
  const files = filesAmong(process.argv, process.cwd(), app.isPackaged);
  if (!app.requestSingleInstanceLock({ files })) {
    announce('second');
    return app.quit();
  }
  harden(ground);
  logChildDeaths(ground.log);
  const handed = keepHandedFiles();
  handed.hand(files);
  listenForFiles(handed);
  await app.whenReady();
  if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox')) return openWithoutSandbox(ground);
  const opened = await openServices(ground.folder, ground.pages);
  if (!opened.ok) return refuseStart(ground, opened.fault);
  await openReader(ground, opened.value, handed);
};
