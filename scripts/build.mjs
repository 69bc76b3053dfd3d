import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** What the build reads. */
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json', 'package.json'];

/** What the build makes; the last one written tells its age. */
const BUILT = [
  'out/main/loopback.js',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

const newest = (path) => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Whether the built reader is missing or older than what it is made of. */
export const isStale = (root = ROOT) => {
  const built = BUILT.map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => existsSync(join(root, path)) && newest(join(root, path)) > oldest);
};

/** Builds the reader where it is stale; false when the build failed, whose own words have then been shown. */
export const buildIfStale = (root = ROOT) => {
  if (!isStale(root)) return true;
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
};
