import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, portableFolder, sessionFolder } from '../services/data-folder';
import type { Log } from './log';
import { openLog } from './log';
import type { Preferences } from './preferences';
import { openPreferences } from './preferences';

/** What every part of the shell stands on. */
export interface Ground {
  /** Folder of notes. */
  readonly folder: string;
  /** Folder of the shell's own log and preferences. */
  readonly shellFolder: string;
  /** Folder of the built page. */
  readonly pages: string;
  readonly preload: string;
  readonly log: Log;
  readonly preferences: Preferences;
}

/** Folder of notes: beside a portable program, else where both hosts have it. */
const notesFolder = (): string => {
  const portable = app.isPackaged && !process.env['DUIDU_DATA'] ? portableFolder(app.getPath('exe')) : null;
  return portable ?? dataFolder();
};

/** Finds the folders and tells Electron of them; must run before the lock is asked for, which lies in one of them. */
export const layGround = (): Ground => {
  const folder = notesFolder();
  const shellFolder = join(folder, 'electron');
  const out = join(app.getAppPath(), 'out');
  mkdirSync(shellFolder, { recursive: true, mode: 0o700 });
  app.setName('Duidu');
  app.setPath('userData', shellFolder);
  app.setPath('sessionData', sessionFolder(folder));
  return {
    folder,
    shellFolder,
    pages: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    log: openLog(shellFolder),
    preferences: openPreferences(shellFolder),
  };
};
