import { spawn } from 'node:child_process';
import { win32 } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import { outsideBundle } from './outside-bundle';

type Environment = Readonly<Record<string, string | undefined>>;

/** Tells whether windows can be opened on this machine. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): boolean => platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);

/** The program that opens folders. By its full path on Windows, where the working folder is searched first. */
export const fileManager = (
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): string => {
  if (platform === 'win32') return win32.join(env.SystemRoot ?? 'C:\\Windows', 'explorer.exe');
  return platform === 'darwin' ? 'open' : 'xdg-open';
};

const failed = (path: string, reason: string): Result<never> =>
  fail({
    code: 'reveal-failed',
    subject: `文件夹（${path}）`,
    reason,
    remedy: '请在文件管理器里自行打开这个位置',
  });

/** Opens a folder in the file manager; answers once the file manager has been started. */
export const revealFolder = (path: string, display: boolean = hasDisplay()): Promise<Result<null>> => {
  if (!display) return Promise.resolve(failed(path, '这台机器没有图形界面'));
  return new Promise((resolve) => {
    const opener = spawn(fileManager(), [path], { stdio: 'ignore', detached: true, env: outsideBundle() });
    opener.once('error', () => resolve(failed(path, '没有找到文件管理器')));
    opener.once('spawn', () => {
      opener.unref();
      resolve(succeed(null));
    });
  });
};
