import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const absolute = (path: string | undefined): string | null => (path && isAbsolute(path) ? path : null);

/**
 * Folder of notes: the one place of both hosts, so that either finds the notes of the other.
 * `DUIDU_DATA` points it elsewhere, for tests and for people who keep their notes on another disk.
 */
export const dataFolder = (
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
  home: string = homedir(),
): string => {
  if (env.DUIDU_DATA) return resolve(env.DUIDU_DATA);
  if (platform === 'win32') return join(absolute(env.APPDATA) ?? join(home, 'AppData', 'Roaming'), 'Duidu');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Duidu');
  return join(absolute(env.XDG_DATA_HOME) ?? join(home, '.local', 'share'), 'duidu');
};

/** Name of the folder that makes a program portable: where it stands beside the program, the notes are in it. */
const PORTABLE_FOLDER = '批注';

/** Where the program lies, as a person sees it: beside the AppImage, beside the .app, beside the .exe. */
const placeOf = (program: string, env: Environment): string => {
  if (env.PORTABLE_EXECUTABLE_DIR) return env.PORTABLE_EXECUTABLE_DIR;
  if (env.APPIMAGE) return dirname(env.APPIMAGE);
  const [bundle] = /^.*?\.app(?=\/Contents\/MacOS\/)/.exec(program) ?? [program];
  return dirname(bundle);
};

/** Folder of notes beside a packaged program, or null where there is none. */
export const portableFolder = (program: string, env: Environment = process.env): string | null => {
  const folder = join(placeOf(program, env), PORTABLE_FOLDER);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : null;
};

/**
 * Folder for what Chromium keeps of its own, beside the notes but on Windows: there the notes are in the profile that
 * moves between the computers of an office, in which caches have no place.
 */
export const sessionFolder = (
  folder: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): string => {
  const local = platform === 'win32' ? absolute(env.LOCALAPPDATA) : null;
  const roams = env.APPDATA !== undefined && folder === join(env.APPDATA, 'Duidu');
  return local !== null && roams ? join(local, 'Duidu', 'electron') : join(folder, 'electron');
};
