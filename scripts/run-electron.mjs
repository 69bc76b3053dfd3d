import { spawn } from 'node:child_process';

/** A program that has shown no window by then shows none. Milliseconds. */
const LATEST_WINDOW = 30_000;

/** What the shell prints when it was asked to: its window shows, or another start of it has the window. */
const ANNOUNCED = /^duidu: (window|second)$/m;

const hasX11 = ({ DISPLAY }) => process.platform === 'linux' && Boolean(DISPLAY);

/**
 * Input methods reach Electron through X11 only, on some systems; a terminal inside an editor made with Electron would
 * have this one run as Node.
 */
const startOf = (root, env) => {
  const rest = { ...env };
  delete rest.ELECTRON_RUN_AS_NODE;
  return {
    args: [...(hasX11(env) ? ['--ozone-platform=x11'] : []), root],
    env: { ...rest, DUIDU_ANNOUNCE: '1' },
  };
};

const reasonOf = ({ code, signal, error, errors, late }) => {
  if (error) return `Electron 没有启动（${error.message}）`;
  if (/sandbox/i.test(errors)) return 'Electron 的沙箱在这台机器上用不了';
  if (late) return 'Electron 半分钟没有显示窗口';
  return signal ? `Electron 没有显示窗口就结束了（${signal}）` : `Electron 没有显示窗口就结束了（${code}）`;
};

/**
 * Runs Electron until it ends. The answer is its exit code and, where it has shown no window, why in words: whatever the
 * reason was, the person still wants to read.
 */
export const runElectron = (electron, root, { env = process.env, latest = LATEST_WINDOW } = {}) =>
  new Promise((resolve) => {
    const { args, env: childEnv } = startOf(root, env);
    const child = spawn(electron, args, { stdio: ['inherit', 'pipe', 'pipe'], env: childEnv });
    let said = '';
    let errors = '';
    let late = false;
    const shown = () => ANNOUNCED.test(said);
    const timer = setTimeout(() => {
      late = !shown();
      if (late) child.kill('SIGKILL');
    }, latest);
    child.stdout.on('data', (part) => {
      if (!shown()) said += part;
    });
    child.stderr.on('data', (part) => {
      errors = (errors + part).slice(-20_000);
      process.stderr.write(part);
    });
    const end = (code, signal, error = null) => {
      clearTimeout(timer);
      // Ended by a signal is a failure; Node gives no code for it.
      const failed = code ?? 1;
      resolve({ code: failed, why: shown() ? null : reasonOf({ code, signal, error, errors, late }) });
    };
    child.once('error', (error) => end(1, null, error));
    child.once('close', (code, signal) => end(code, signal));
  });
