import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { _electron } from 'playwright-core';
import { describe, vi } from 'vitest';
import { findElectron } from '../../scripts/find-electron.mjs';
import { launchProfile, watchErrors, watchForeign } from './browser';
import { runLoopbackProcess } from './loopback-process';
import { ROOT, freePort, removeFolder, temporaryFolder } from './places';
import { browserDialogs, electronDialogs, standInDialogs, type SystemDialogs } from './system-dialogs';

export type HostKind = 'loopback' | 'stand-in' | 'electron';

export interface ReaderPlace {
  /** Folder with notes and browser profile; a fresh one where none is given. Kept by `close` when given. */
  readonly folder?: string;
  /** Port of the loopback host; the same one again after a restart, since the page's own data belong to it. */
  readonly port?: number;
  /** Folder that holds out/renderer and out/preload; the project itself unless a test builds its own page. */
  readonly root?: string;
}

/** The reader, open on one host, in a real Chromium. */
export interface OpenReader {
  readonly kind: HostKind;
  readonly page: Page;
  readonly folder: string;
  /** Origin of the page. */
  readonly origin: string;
  /** Requests that left the page's own origin: must stay empty. */
  readonly foreign: readonly string[];
  /** Errors of the page and loads blocked by its policy. */
  readonly errors: readonly string[];
  readonly dialogs: SystemDialogs;
  close(): Promise<void>;
}

const place = async ({ folder }: ReaderPlace) => {
  const own = folder ?? (await temporaryFolder());
  return { folder: own, clear: () => (folder === undefined ? removeFolder(own) : Promise.resolve()) };
};

const openLoopback = async (wanted: ReaderPlace): Promise<OpenReader> => {
  const { folder, clear } = await place(wanted);
  const port = wanted.port ?? (await freePort());
  const host = await runLoopbackProcess(folder, port, join(wanted.root ?? ROOT, 'out', 'renderer'));
  if (!host.started.ok) throw new Error(JSON.stringify(host.started.fault));
  const context = await launchProfile(folder);
  const origin = `http://127.0.0.1:${port}`;
  const foreign = watchForeign(context, origin);
  const page = context.pages()[0] ?? (await context.newPage());
  const errors = watchErrors(page);
  await page.goto(host.started.value.address);
  // Let in, it may be loaded anew at once; before that, its only ticket would be lost with the answer.
  await page.waitForFunction(() => localStorage.getItem('duidu.token') !== null);
  const close = async (): Promise<void> => {
    await context.close();
    await host.stop();
    await clear();
  };
  return {
    kind: 'loopback',
    page,
    folder,
    origin,
    foreign,
    errors,
    dialogs: browserDialogs(page, folder),
    close,
  };
};

/** A fresh `electron` stand-in and a fresh run of the main code over it, as a new process would be. */
export const startStandIn = async (folder: string, root: string = ROOT) => {
  vi.resetModules();
  vi.stubEnv('DUIDU_DATA', folder);
  const standIn = await import('./electron-stand-in');
  standIn.app.root = root;
  const { startElectron } = await import('../../src/main/electron/start');
  await startElectron();
  return standIn;
};

const openStandIn = async (wanted: ReaderPlace): Promise<OpenReader> => {
  const { folder, clear } = await place(wanted);
  const standIn = await startStandIn(folder, wanted.root);
  const page = standIn.openWindows()[0]?.webContents.page;
  if (!page) throw new Error(`No window opened: ${JSON.stringify(standIn.person.asked)}`);
  const errors = watchErrors(page);
  const close = async (): Promise<void> => {
    await standIn.openWindows()[0]?.close();
    await standIn.app.ended();
    await clear();
  };
  const origin = 'https://duidu.app.test';
  return {
    kind: 'stand-in',
    page,
    folder,
    origin,
    foreign: watchForeign(page.context(), origin),
    errors,
    dialogs: standInDialogs(standIn, folder),
    close,
  };
};

const openElectron = async (wanted: ReaderPlace): Promise<OpenReader> => {
  const { folder, clear } = await place(wanted);
  const program = await _electron.launch({
    executablePath: findElectron() ?? '',
    // Under a virtual display there is no Wayland to be asked for.
    args: [...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []), wanted.root ?? ROOT],
    env: { ...process.env, DUIDU_DATA: folder },
  });
  const page = await program.firstWindow();
  const origin = 'app://duidu';
  const close = async (): Promise<void> => {
    await program.close();
    await clear();
  };
  const foreign = watchForeign(program.context(), origin);
  return {
    kind: 'electron',
    page,
    folder,
    origin,
    foreign,
    errors: watchErrors(page),
    dialogs: electronDialogs(program, folder),
    close,
  };
};

const OPENERS = { loopback: openLoopback, 'stand-in': openStandIn, electron: openElectron };

/** Opens the reader on a host of this kind; the page has been asked for, a spec waits for what it needs. */
export const openReader = (kind: HostKind, wanted: ReaderPlace = {}): Promise<OpenReader> =>
  OPENERS[kind](wanted);

const isKind = (word: string): word is HostKind => word in OPENERS;

/** Host of the suites that are about the page alone: the loopback one, unless `DUIDU_E2E_HOST` names another. */
export const pageHost = (): HostKind => {
  const word = process.env['DUIDU_E2E_HOST'] ?? 'loopback';
  if (!isKind(word)) throw new Error(`DUIDU_E2E_HOST is none of ${Object.keys(OPENERS).join(', ')}.`);
  return word;
};

/** Runs the same specs on every host; on the real Electron where its program is installed, skipped by name otherwise. */
export const describeOnHosts = (name: string, specs: (kind: HostKind) => void): void => {
  describe(`${name} · loopback`, () => specs('loopback'));
  describe(`${name} · electron stand-in`, () => specs('stand-in'));
  describe.skipIf(findElectron() === null)(`${name} · electron (needs its program)`, () => specs('electron'));
};
