// `npm run test:faults`: every fault of the notes in its full form, and a table of what was tried and what was lost.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, buildIfStale } from './build.mjs';

const TABLE = join(ROOT, '.cache', 'faults.txt');

/** R2 before R10, each fault's lines as they came. */
const inOrder = (table: string): string => {
  const numberOf = (line: string): number => Number(/^R(\d+)/.exec(line)?.[1] ?? 0);
  const lines = table.split('\n').filter(Boolean);
  return lines.sort((a, b) => numberOf(a) - numberOf(b)).join('\n');
};

if (!buildIfStale()) process.exit(1);
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(TABLE, { force: true });
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'faults', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, DUIDU_FAULTS: 'full', DUIDU_FAULTS_TABLE: TABLE },
  },
);
if (existsSync(TABLE)) process.stdout.write(`\n${inOrder(readFileSync(TABLE, 'utf8'))}\n`);
process.exitCode = status ?? 1;
