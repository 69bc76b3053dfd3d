import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../helpers/places';

/** Small invented reports beside the checkout with what a right reading gives; never part of the project. */
const FOLDER = join(ROOT, '..', 'shared', 'cases');
const checker = join(FOLDER, 'check.mjs');
const table = join(FOLDER, 'numbers.jsonl');
const present = existsSync(checker) && existsSync(table);

if (!present) console.log('figures/cases.test：../shared/cases 不在，跳过小例子的检查。');

/** The rate that was reached, less one case in a hundred. */
const LEAST = 0.95;

test.skipIf(!present)('the small cases of figures are read right', { timeout: 240_000 }, () => {
  const { stdout } = spawnSync(
    process.execPath,
    [checker, '--quiet', '--duidu', 'node bin/duidu.mjs', table],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const [, right = '0', all = '0'] = /(\d+) right of (\d+)/.exec(stdout) ?? [];
  expect(Number(all)).toBeGreaterThan(0);
  expect(Number(right) / Number(all)).toBeGreaterThanOrEqual(LEAST);
});
