import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './build.mjs';

const PROBE_TIME = 3_000;

/** A download of which nothing has come for this long is given up. Milliseconds. */
const STALL_TIME = 30_000;

/** A download that has failed is tried again after a day, or at once from another place. Milliseconds. */
const PAUSE = 24 * 60 * 60 * 1000;

const MARK = join(ROOT, '.cache', 'electron-not-fetched');

/** Where Electron comes from: a mirror the person names, else its maker's own. */
const sourceOf = (env) => {
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror;
  return new URL(mirror && URL.canParse(mirror) ? mirror : 'https://github.com/');
};

const proxyOf = (env) => env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy ?? null;

/** Host and port that must answer for a download to begin. */
export const doorOf = (env) => {
  const proxy = proxyOf(env);
  const { hostname, port, protocol } = proxy && URL.canParse(proxy) ? new URL(proxy) : sourceOf(env);
  return { host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) };
};

const reachable = ({ host, port }) =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PROBE_TIME, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

/** Says how far a download is, every tenth of it. */
export const tellProgress = (say) => {
  let told = 0;
  return ({ transferred, total }) => {
    if (!total) return;
    const tenth = Math.floor((transferred / total) * 10);
    if (tenth <= told) return;
    told = tenth;
    say(
      `  已下载 ${tenth * 10}%（${Math.round(transferred / 2 ** 20)} / ${Math.round(total / 2 ** 20)} MB）`,
    );
  };
};

/** Brings the archive into Electron's own cache, checked against the sums that came with the package. */
const download = async (say, env) => {
  const require = createRequire(join(ROOT, 'node_modules', 'electron', 'package.json'));
  const { downloadArtifact, initializeProxy } = await import(pathToFileURL(require.resolve('@electron/get')));
  if (proxyOf(env)) initializeProxy();
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL_TIME);
  const progress = tellProgress(say);
  try {
    await downloadArtifact({
      version: require('./package.json').version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: stalled.signal,
        getProgressCallback: (at) => {
          clearTimeout(timer);
          timer = setTimeout(() => stalled.abort(), STALL_TIME);
          progress(at);
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
};

/** Unpacks what lies in the cache. */
const install = () =>
  new Promise((resolve) => {
    const script = join(ROOT, 'node_modules', 'electron', 'install.js');
    const child = spawn(process.execPath, [script], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** Where the last download failed less than a day ago, or null. */
const failedFrom = (mark) => {
  const age = Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity);
  return age < PAUSE ? readFileSync(mark, 'utf8').trim() : null;
};

const remember = (mark, source) => {
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, `${source}\n`);
};

/** Fetches Electron's program where this network lets it; the answer is null, or why it did not come. */
export const fetchElectron = async (say, env = process.env, mark = MARK) => {
  const source = sourceOf(env).href;
  if (failedFrom(mark) === source)
    return `没有 Electron，今天从 ${source} 没有下载成（可以用 ELECTRON_MIRROR 指一个镜像）`;
  const door = doorOf(env);
  if (!(await reachable(door)))
    return `没有 Electron，连不上 ${door.host}:${door.port}（可以用 ELECTRON_MIRROR 指一个镜像，用 HTTPS_PROXY 指代理）`;
  say(`第一次启动：正在从 ${source} 下载 Electron（约 110 MB）……`);
  try {
    await download(say, env);
    if (await install()) return null;
    remember(mark, source);
    return '没有 Electron，下载了但没有解开';
  } catch (error) {
    remember(mark, source);
    return `没有 Electron，下载没有完成（${error instanceof Error ? error.message : String(error)}）`;
  }
};
