// `npm test`: everything, from a fresh clone, ending with one plain line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, buildIfStale } from './build.mjs';
import { findBrowser } from '../src/browser/find-browser.mjs';

const RESULTS = join(ROOT, '.cache', 'test-results.json');

const run = (program, args, env = {}) =>
  spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const mayInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Path of the browser the tests drive; on Debian as root it is installed where there is none. */
const browser = () => {
  const found = findBrowser();
  if (found || process.env.DUIDU_BROWSER || !mayInstall()) return found;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], quiet);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
  return findBrowser();
};

const INSTALL = {
  linux: 'sudo apt-get install -y chromium',
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
};

/** Counts as they are: a file that did not load and an error outside any test are failures too. */
const count = (status) => {
  if (!existsSync(RESULTS)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(RESULTS, 'utf8'),
  );
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: status === 0 ? failed : Math.max(1, failed),
    skipped: numPendingTests + numTodoTests,
  };
};

const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const main = () => {
  const path = browser();
  if (!path) {
    const named = process.env.DUIDU_BROWSER;
    const lack = named ? `DUIDU_BROWSER 指的浏览器不存在：${named}` : '没有找到 Chromium、Chrome 或 Edge';
    process.stderr.write(`${lack}。请运行：${INSTALL[process.platform] ?? INSTALL.linux}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (!buildIfStale()) return { passed: 0, failed: 1, skipped: 0 };
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const status = run(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    DUIDU_BROWSER: path,
  });
  return count(status);
};

const counts = main();
process.stdout.write(`${summary(counts)}\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
