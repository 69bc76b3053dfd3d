import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostInfo } from '../../../src/shared/host';
import { ROOT } from '../places';

export { hasArchiver, packProgram, type Packed } from './pack';

/** What a packed program showed. */
export interface Seen {
  /** From the start of the process to the shelf. Milliseconds. */
  readonly shelf: number;
  readonly title: string;
  readonly paragraphs: number;
  readonly info: HostInfo;
  readonly errors: readonly string[];
  readonly foreign: readonly string[];
}

const helper = (name: string): string => join(ROOT, 'tests', 'helpers', 'packed-program', name);
const tsx = createRequire(import.meta.url).resolve('tsx');

/** Runs a packed program in a process of its own, outside the project: what it asks for must be in it. */
export const runPacked = (program: string, data: string): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const loaders = [tsx, helper('stand-in-electron.mjs')].flatMap((path) => [
      '--import',
      pathToFileURL(path).href,
    ]);
    const child = spawn(process.execPath, [...loaders, helper('run.ts'), program], {
      cwd: join(program, '..'),
      env: { ...process.env, DUIDU_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, errors] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(said.trim().split('\n').at(-1) ?? '') as Seen)
        : reject(new Error(`The packed program ended with ${code}.\n${said}${errors}`)),
    );
  });
