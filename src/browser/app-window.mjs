import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUIET_FLAGS, sandboxFlags } from './find-browser.mjs';

/** Size of the very first window; the browser remembers every later one. */
const FIRST_SIZE = '1440,900';

/** What a fresh profile is told, so that the browser behaves as this program's window and not as a browser. */
const FIRST_PREFERENCES = {
  translate: { enabled: false },
  intl: { accept_languages: 'zh-CN,zh', selected_languages: 'zh-CN,zh' },
  browser: { has_seen_welcome_page: true },
};

/** Makes the profile where there is none yet; true when this is its first window. */
const prepareProfile = (profile) => {
  const path = join(profile, 'Default', 'Preferences');
  if (existsSync(path)) return false;
  mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify(FIRST_PREFERENCES), { mode: 0o600 });
  return true;
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

/**
 * Arguments and environment that open the reader's address as a window of its own in an installed browser: no bars,
 * no offer to translate, Chinese, on a profile in the data folder.
 */
export const appWindow = (folder, address, env = process.env) => {
  const profile = join(folder, 'browser');
  const first = prepareProfile(profile);
  const args = [
    `--user-data-dir=${profile}`,
    `--app=${address}`,
    ...(first ? [`--window-size=${FIRST_SIZE}`] : []),
    '--lang=zh-CN',
    ...quietFlags(address),
    ...sandboxFlags(),
  ];
  // On Linux the language is the environment's.
  return { args, env: { ...env, LANGUAGE: 'zh_CN:zh' } };
};
