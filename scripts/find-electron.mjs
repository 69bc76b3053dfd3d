import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.mjs';

const readName = (folder) => {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    return null;
  }
};

/**
 * Path of Electron's program, or null. The `electron` package itself is not asked: it would start a download.
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder with a program installed by other means, as for that package.
 */
export const findElectron = (env = process.env, root = ROOT) => {
  const folder = join(root, 'node_modules', 'electron');
  const name = readName(folder);
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  const path = own ? join(own, name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron')) : null;
  const installed = name === null ? null : join(folder, 'dist', name);
  return [path, installed].find((one) => one !== null && existsSync(one)) ?? null;
};
