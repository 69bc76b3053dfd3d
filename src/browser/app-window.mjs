import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUIET_FLAGS, sandboxFlags } from './find-browser.mjs';

/** Size of the very first window. */
const FIRST_SIZE = '1440,900';

/** What a fresh profile is told, so that the browser behaves as this program's window and not as a browser. */
const FIRST_PREFERENCES = {
  translate: { enabled: false },
  intl: { accept_languages: 'zh-CN,zh', selected_languages: 'zh-CN,zh' },
  browser: { has_seen_welcome_page: true },
};

const preferencesOf = (profile) => join(profile, 'Default', 'Preferences');

const prepareProfile = (profile) => {
  const path = preferencesOf(profile);
  if (existsSync(path)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify(FIRST_PREFERENCES), { mode: 0o600 });
};

const readPreferences = (profile) => {
  try {
    return JSON.parse(readFileSync(preferencesOf(profile), 'utf8'));
  } catch {
    // Damaged: the browser makes its own anew.
    return {};
  }
};

/**
 * Where the window last stood. The browser writes it down under the address with its dots as steps of a path, looks for
 * it under the address as it is, and so never finds it.
 */
const lastPlace = (profile, address) => {
  const steps = `${new URL(address).hostname}_/`.split('.');
  const places = readPreferences(profile).browser?.app_window_placement;
  const { left, top, right, bottom, maximized } = steps.reduce((at, step) => at?.[step], places) ?? {};
  const size = [right - left, bottom - top];
  return size.every((length) => length >= 300)
    ? { at: [left, top], size, maximized: maximized === true }
    : null;
};

const placeFlags = (profile, address) => {
  const place = lastPlace(profile, address);
  if (place === null) return [`--window-size=${FIRST_SIZE}`];
  return [
    `--window-size=${place.size.join(',')}`,
    `--window-position=${place.at.join(',')}`,
    ...(place.maximized ? ['--start-maximized'] : []),
  ];
};

/** The rules for names and proxies under which tests run: over a window that people see they put a bar of warning. */
const BARRED = /^--(host-resolver-rules|no-proxy-server)/;

/**
 * Flags that keep the browser's own calls home inside this machine without a bar: its proxy is the reader's own host,
 * which refuses whatever is not for itself, so that no name is looked up and no packet leaves.
 */
const quietFlags = (address) => [
  ...QUIET_FLAGS.filter((flag) => !BARRED.test(flag)),
  `--proxy-server=http://${new URL(address).host}`,
];

/** Root has no sandbox in Chromium, which says so in a bar over the window; `npm start` says it in words. */
const rootFlags = () => {
  const flags = sandboxFlags();
  return flags.length > 0 ? [...flags, '--test-type'] : flags;
};

/**
 * Arguments and environment that open the reader's address as a window of its own in an installed browser: no bars,
 * no offer to translate, Chinese, on a profile in the data folder.
 */
export const appWindow = (folder, address, env = process.env) => {
  const profile = join(folder, 'browser');
  prepareProfile(profile);
  const args = [
    `--user-data-dir=${profile}`,
    `--app=${address}`,
    ...placeFlags(profile, address),
    '--lang=zh-CN',
    ...quietFlags(address),
    ...rootFlags(),
  ];
  // On Linux the language is the environment's.
  return { args, env: { ...env, LANGUAGE: 'zh_CN:zh' } };
};
