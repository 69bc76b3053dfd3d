import type { Event } from 'electron';
import { app } from 'electron';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail } from '../../shared/fault';
import type { HandedFile, OpenedFile } from '../../shared/host';
import { openFile } from '../services/files';

/** Most files of one handing over; more are a folder that somebody has selected all of. */
const MOST_FILES = 2_000;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The files among a program's arguments. The program itself, its switches and what is no file are passed over. */
export const filesAmong = (argv: readonly string[], folder: string, packaged: boolean): readonly string[] =>
  argv
    .slice(packaged ? 1 : 2)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(folder, argument))
    .filter(isFile)
    .slice(0, MOST_FILES);

/** Files the person has handed over; the page may read these paths and no others. */
export interface HandedFiles {
  hand(paths: readonly string[]): void;
  /** Calls back when something is there to be taken. */
  watch(tell: () => void): void;
  /** Gives those not taken yet. */
  take(): readonly HandedFile[];
  read(path: string): Promise<Result<OpenedFile>>;
}

const notHanded = (path: string): Result<never> =>
  fail({
    code: 'file-not-handed',
    subject: `文件（${path}）`,
    reason: '不是刚刚交给对读打开的',
    remedy: '请把它拖进窗口，或用“打开”选它',
  });

/** Keeps what is handed over until the page takes it. */
export const keepHandedFiles = (): HandedFiles => {
  const known = new Set<string>();
  let waiting: readonly string[] = [];
  let tell = (): void => undefined;
  return {
    hand: (paths) => {
      if (paths.length === 0) return;
      paths.forEach((path) => known.add(path));
      waiting = [...new Set([...waiting, ...paths])];
      tell();
    },
    watch: (listener) => {
      tell = listener;
    },
    take: () => {
      const taken = waiting.map((path) => ({ path, name: basename(path) }));
      waiting = [];
      return taken;
    },
    read: (path) => (known.has(path) ? openFile(path) : Promise.resolve(notHanded(path))),
  };
};

/** Listens for files opened from the Finder; macOS tells of the first one before the program is ready. */
export const listenForFiles = (files: HandedFiles): void => {
  app.on('open-file', (event: Event, path: string) => {
    event.preventDefault();
    files.hand([path]);
  });
};
