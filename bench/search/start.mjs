// Bundles the bench as the reader is bundled, so that both run the same code, and runs it: `npm run bench:search [sizes]`.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = resolve(ROOT, 'out/bench');

await build({
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: { ssr: 'bench/search/run.ts', outDir: OUT, emptyOutDir: true, target: 'node20' },
});
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--max-old-space-size=8192', resolve(OUT, 'run.js'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
