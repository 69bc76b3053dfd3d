import * as nodeFs from 'node:fs/promises';
import type { JournalFs } from '../../src/main/services/journal-file';

const DEADLY = ['open', 'mkdir', 'readFile', 'readdir', 'rename', 'rm', 'stat', 'statfs'] as const;
const DEADLY_OF_HANDLE: ReadonlySet<string> = new Set([
  'write',
  'writeFile',
  'datasync',
  'sync',
  'truncate',
  'stat',
]);

/** A file system whose process dies at a step, counted from 1: that step and all after it never happen. */
export interface DyingFs {
  readonly fs: JournalFs;
  /** Steps taken so far. */
  readonly steps: () => number;
  readonly died: () => boolean;
}

/**
 * Dies in front of the given step, or in the middle of it where it writes: then half its bytes are down. Nothing that
 * the program does after that reaches the disk, as after `kill -9`; what it acknowledges before counts.
 */
export const dyingFs = (deathAt: number): DyingFs => {
  let steps = 0;
  const dead = (): boolean => steps >= deathAt;
  const step = async (half?: () => Promise<unknown>): Promise<void> => {
    if (dead()) throw new Error('dead');
    steps += 1;
    if (!dead()) return;
    await half?.();
    throw new Error('died here');
  };
  type Handle = Awaited<ReturnType<JournalFs['open']>>;
  const halfOf = (
    target: Handle,
    key: string,
    args: readonly unknown[],
  ): (() => Promise<unknown>) | undefined => {
    if (key === 'write') {
      const [bytes, offset, length, position] = args as [Buffer, number, number, number];
      return () => target.write(bytes, offset, Math.floor(length / 2), position);
    }
    if (key !== 'writeFile') return undefined;
    const [bytes] = args as [Buffer];
    return () => target.writeFile(bytes.subarray(0, Math.floor(bytes.length / 2)));
  };
  const watch = (handle: Handle): Handle =>
    new Proxy(handle, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]): Promise<unknown> => {
          if (DEADLY_OF_HANDLE.has(String(key))) await step(halfOf(target, String(key), args));
          return Reflect.apply(method, target, args) as unknown;
        };
      },
    });
  const calls = Object.fromEntries(
    DEADLY.map((name) => [
      name,
      async (...args: never[]): Promise<unknown> => {
        await step();
        const answer: unknown = await (nodeFs[name] as (...all: never[]) => Promise<unknown>)(...args);
        return name === 'open' ? watch(answer as Handle) : answer;
      },
    ]),
  );
  return { fs: { ...nodeFs, ...calls }, steps: () => steps, died: dead };
};
