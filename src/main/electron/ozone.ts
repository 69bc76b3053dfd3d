import { app } from 'electron';

type Environment = Readonly<Record<string, string | undefined>>;

const X11 = '--ozone-platform=x11';

/**
 * Tells whether this start must be done again on X11. On Wayland input methods of several Chinese systems do not reach
 * Electron (electron#49084) and a hidden window may never be painted (electron#48859). Chromium chooses the platform
 * before the first line of this program runs, so only the command line can say it; `--ozone-platform=wayland` stays.
 */
export const wantsX11 = (
  argv: readonly string[],
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean =>
  platform === 'linux' &&
  (env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY'])) &&
  Boolean(env['DISPLAY']) &&
  !argv.some((argument) => argument.startsWith('--ozone-platform'));

/** Starts the program anew on X11 and ends this one; an AppImage is started by its own file, not from its mount. */
export const startOnX11 = (argv: readonly string[], env: Environment = process.env): void => {
  app.relaunch({ execPath: env['APPIMAGE'] ?? process.execPath, args: [...argv.slice(1), X11] });
  app.exit(0);
};
