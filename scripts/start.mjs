// `npm start`: opens the reader by the best means this machine has, and says in one line which and why.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, buildIfStale } from './build.mjs';
import { appWindow } from '../src/browser/app-window.mjs';
import { findBrowser } from '../src/browser/find-browser.mjs';
import { fetchElectron } from './fetch-electron.mjs';
import { findElectron } from './find-electron.mjs';
import { runElectron } from './run-electron.mjs';

/** A program that ends sooner than this did not open a window of its own. Milliseconds. */
const NO_WINDOW = 5_000;

const say = (line) => process.stdout.write(`${line}\n`);

const hasDisplay = ({ DISPLAY, WAYLAND_DISPLAY } = process.env) =>
  process.platform === 'win32' || process.platform === 'darwin' || Boolean(DISPLAY || WAYLAND_DISPLAY);

/** Which host opens the reader, and why in the words of the one line. */
const choose = async (args) => {
  if (args.has('--serve')) return { electron: null, why: '按要求只提供地址' };
  if (!hasDisplay()) return { electron: null, why: '这台机器没有图形界面' };
  if (args.has('--loopback')) return { electron: null, why: '按要求用浏览器打开' };
  if (process.getuid?.() === 0) return { electron: null, why: '以 root 运行时 Electron 不能启用沙箱' };
  const found = findElectron();
  if (found) return { electron: found, why: '找到了 Electron' };
  const lack = await fetchElectron(say);
  const fetched = findElectron();
  return fetched
    ? { electron: fetched, why: '下载好了 Electron' }
    : { electron: null, why: lack ?? '没有 Electron' };
};

const ended = (child) =>
  new Promise((resolve) => {
    const since = Date.now();
    child.once('error', () => resolve({ code: 1, early: true }));
    child.once('exit', (code) => resolve({ code: code ?? 1, early: Date.now() - since < NO_WINDOW }));
  });

const openBrowser = (browser, { folder, address, already }) => {
  const { args, env } = appWindow(folder, address);
  const child = spawn(browser, args, { stdio: 'ignore', detached: already, env });
  if (already) child.unref();
  return child;
};

const asked = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('asked'));
  });

/** Until the person ends it: by Ctrl+C, or by closing the window where this process opened one. */
const untilOver = async (browser, host) => {
  const asking = asked();
  if (!browser) return asking;
  const child = openBrowser(browser, host);
  const over = await Promise.race([asking, ended(child)]);
  if (over === 'asked') {
    child.kill();
    return;
  }
  // Handed over to a browser that was open before: its window is still there, so the host stays.
  if (over.early) {
    say('窗口在已经打开的浏览器里。按 Ctrl+C 结束。');
    await asking;
  }
};

const startLoopback = async () => {
  const built = await import(pathToFileURL(join(ROOT, 'out', 'main', 'loopback.js')));
  return built.startLoopback({ pages: join(ROOT, 'out', 'renderer') });
};

const runLoopback = async (why, wantsWindow) => {
  const started = await startLoopback();
  if (!started.ok) {
    const { subject, reason, remedy } = started.fault;
    process.stderr.write(`${subject}：${reason}。${remedy}\n`);
    return 1;
  }
  const host = started.value;
  const browser = wantsWindow ? findBrowser() : null;
  const means = browser ? `在 ${browser} 里打开` : '请在 Chromium、Chrome 或 Edge 里打开下面的地址';
  say(`${why}，${means}${host.already ? '（对读已经在运行，这里只开一个新窗口）' : ''}。`);
  if (!browser) say(host.address);
  if (browser && process.getuid?.() === 0) say('以 root 运行时，浏览器没有沙箱；平时请用普通用户打开。');
  if (host.already) {
    if (browser) openBrowser(browser, host);
    return 0;
  }
  if (!browser) say(`批注存放在 ${host.folder}。按 Ctrl+C 结束。`);
  await untilOver(browser, host);
  await host.close();
  return 0;
};

const main = async () => {
  const args = new Set(process.argv.slice(2));
  if (!buildIfStale()) return 1;
  const { electron, why } = await choose(args);
  if (!electron) return runLoopback(why, hasDisplay() && !args.has('--serve'));
  say(`${why}，在自己的窗口里打开。`);
  const { code, why: noWindow } = await runElectron(electron, ROOT);
  return noWindow === null ? code : runLoopback(noWindow, true);
};

process.exitCode = await main();
