import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLibrary } from './generate';

/**
 * `duidu panel` of 300 and of 3,000 generated reports: characters a second of processor time, and the largest memory of
 * the process, which must not grow with the library. `npx tsx bench/library/panel.ts [reports…]`
 */
const SEED = 20_251;
const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'duidu-library-'));

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

try {
  for (const size of sizes.length > 0 ? sizes : [300, 3000]) {
    const texts = join(folder, String(size));
    const characters = writeLibrary(texts, size, SEED);
    const out = join(folder, `${String(size)}.csv`);
    const runner = join(import.meta.dirname, 'run-panel.ts');
    const said = execFileSync(process.execPath, ['--import', 'tsx', runner, '--out', out, texts]);
    const { seconds, megabytes } = JSON.parse(said.toString()) as Measured;
    console.log(
      `${String(size)} reports, ${(characters / 1e6).toFixed(1)} M characters: ` +
        `${(characters / 1e6 / seconds).toFixed(2)} M characters/s, ${megabytes.toFixed(0)} MB at most, ` +
        `${(statSync(out).size / 1e6).toFixed(0)} MB written`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
