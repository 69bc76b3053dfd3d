import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Result } from '../../src/shared/fault';
import { ROOT } from './places';

interface Started {
  readonly already: boolean;
  readonly folder: string;
  readonly address: string;
}

/** A loopback host in a process of its own. */
export interface LoopbackProcess {
  readonly started: Result<Started>;
  readonly child: ChildProcess;
  /** Asks it to end, as Ctrl+C does. */
  stop(): Promise<number | null>;
  /** Ends it as a crash or a power cut would. */
  kill(): Promise<void>;
}

const exited = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The host ended with ${code} before it said anything.`)));
  });

/** What a test changes about the host's process. */
export interface LoopbackWish {
  readonly env?: Readonly<Record<string, string>>;
  /** A module of the helpers that runs before the host's own code. */
  readonly before?: string;
}

/** Starts the built loopback host on a folder and port. */
export const runLoopbackProcess = async (
  folder: string,
  port: number,
  pages: string,
  { env = {}, before }: LoopbackWish = {},
): Promise<LoopbackProcess> => {
  const helper = (name: string): string => join(ROOT, 'tests', 'helpers', name);
  const child = spawn(
    process.execPath,
    [...(before ? ['--import', helper(before)] : []), helper('serve.mjs'), pages],
    {
      env: { ...process.env, ...env, DUIDU_DATA: folder, DUIDU_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const started = JSON.parse(await firstLine(child)) as Result<Started>;
  return {
    started,
    child,
    stop: () => {
      child.kill('SIGTERM');
      return exited(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited(child);
    },
  };
};
