/**
 * How long the packed program takes from its process to a usable shelf, over the stand-in, beside `npm start`'s own host
 * with the same browser. `npx tsx bench/startup/package.ts`, after `npm run build`; rounds are interleaved, fresh data each; medians are printed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { launchProfile } from '../../tests/helpers/browser';
import { packProgram, runPacked } from '../../tests/helpers/packed-program';
import { ROOT, freePort, removeFolder, temporaryFolder } from '../../tests/helpers/places';
import { median } from './measure';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#ticket=[\w-]+/;

/** From `npm start`'s process to the shelf. Milliseconds. */
const timeStart = async (folder: string): Promise<number> => {
  const since = performance.now();
  const env = { ...process.env, DUIDU_DATA: folder, DUIDU_PORT: String(await freePort()) };
  const host = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), '--serve'], { env });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    host.once('exit', () => reject(new Error(`npm start ended: ${said}`)));
    host.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const [found] = ADDRESS.exec(said) ?? [];
      if (found) resolve(found);
    });
  });
  const context = await launchProfile(folder);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    await page.locator('.cover[data-report="zhoukou-2023"]').waitFor();
    return performance.now() - since;
  } finally {
    await context.close();
    host.removeAllListeners('exit').kill('SIGINT');
  }
};

/** One measurement over fresh data. */
const withFolder = async (measure: (folder: string) => Promise<number>): Promise<number> => {
  const folder = await temporaryFolder();
  try {
    return await measure(folder);
  } finally {
    await removeFolder(folder);
  }
};

/** Measures both and prints one line. */
const comparePackage = (): Promise<number> =>
  withFolder(async (folder) => {
    const { program } = await packProgram(folder);
    const [starts, packages]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      starts.push(await withFolder(timeStart));
      packages.push(await withFolder(async (data) => (await runPacked(program, data)).shelf));
    }
    const [start, packed] = [median(starts), median(packages)];
    console.log(
      `${ROUNDS} 轮中位数：npm start 到书架 ${start.toFixed(0)} ms，安装包在替身上到书架 ${packed.toFixed(0)} ms，${(packed / start).toFixed(2)} 倍`,
    );
    return packed / start;
  });

await comparePackage();
