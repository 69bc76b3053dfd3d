import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { ROOT } from './build.mjs';

const PROBE_TIME = 3_000;
const FETCH_TIME = 180_000;

/** Left behind by a download that did not end, so that not every start waits for it again. */
const MARK = join(ROOT, '.cache', 'electron-not-fetched');

const downloadHost = (env) => {
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror;
  return mirror && URL.canParse(mirror) ? new URL(mirror).hostname : 'github.com';
};

const reachable = (host) =>
  new Promise((resolve) => {
    const socket = connect({ host, port: 443 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PROBE_TIME, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

const install = () =>
  new Promise((resolve) => {
    const script = join(ROOT, 'node_modules', 'electron', 'install.js');
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: FETCH_TIME });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** Fetches Electron's program where this network lets it, within three minutes; false when it does not come. */
export const fetchElectron = async (say, env = process.env) => {
  if (existsSync(MARK) || !(await reachable(downloadHost(env)))) return false;
  say('第一次启动：正在下载 Electron（约 110 MB，最多等 3 分钟）……');
  if (await install()) return true;
  mkdirSync(dirname(MARK), { recursive: true });
  writeFileSync(MARK, '删除这个文件，下次启动会再试一次下载 Electron。\n');
  return false;
};
