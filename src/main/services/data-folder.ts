import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

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
