import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const windowsPlaces = ({ PROGRAMFILES, LOCALAPPDATA, ...env }) =>
  [PROGRAMFILES, env['PROGRAMFILES(X86)'], LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => WINDOWS.map((parts) => join(folder, ...parts)));

const onPath = ({ PATH = '' }) =>
  PATH.split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));

const places = (platform, env) => {
  if (platform === 'win32') return windowsPlaces(env);
  return platform === 'darwin' ? [...MAC, ...onPath(env)] : onPath(env);
};

/**
 * Path of an installed Chromium, Chrome or Edge, or null. `DUIDU_BROWSER` names one and is then the only candidate,
 * so that a wrong path is noticed instead of being passed over.
 */
export const findBrowser = (env = process.env, platform = process.platform) => {
  if (env.DUIDU_BROWSER) return existsSync(env.DUIDU_BROWSER) ? env.DUIDU_BROWSER : null;
  return places(platform, env).find(runs) ?? null;
};

/** Flags that keep the browser from talking to anybody and from asking questions; the same in use and in tests. */
export const QUIET_FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
  '--no-pings',
  '--dns-prefetch-disable',
  // A browser still asks its maker for the time, an account and an update on its own. Here no name resolves and no
  // proxy is asked, so those requests end before a packet leaves; the reader itself needs no name but 127.0.0.1.
  '--host-resolver-rules=MAP * ^NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication',
];

/** Chromium refuses its sandbox to root; as root there is nobody to be protected from by it. */
export const sandboxFlags = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
