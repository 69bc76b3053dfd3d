import * as nodeFs from 'node:fs/promises';
import type { Handle, JournalFs } from '../../src/main/services/journal-file';

/** Steps of a write at which a fault can be set. */
export type Step = 'open' | 'write' | 'writeFile' | 'datasync' | 'sync' | 'truncate' | 'stat' | 'rename';

/** Runs before a step; throws to make it fail, waits to make it stall. `bytes` is what a write would put down. */
export type Fault = (step: Step, path: string) => Promise<void>;

/** A system error as Node gives it. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

const watchHandle = (handle: Handle, path: string, fault: Fault): Handle =>
  new Proxy(handle, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        if (['write', 'writeFile', 'datasync', 'sync', 'truncate', 'stat'].includes(String(key))) {
          await fault(key as Step, path);
        }
        return Reflect.apply(method, target, args) as unknown;
      };
    },
  });

/** The file system with a fault in front of each step. */
export const faultyFs = (fault: Fault): JournalFs => ({
  ...nodeFs,
  open: async (path, flags, mode) => {
    await fault('open', String(path));
    return watchHandle(await nodeFs.open(path, flags, mode), String(path), fault);
  },
  rename: async (from, to) => {
    await fault('rename', String(to));
    await nodeFs.rename(from, to);
  },
});

/** A fault that strikes while it is switched on. */
export const switchable = (step: Step, code: string) => {
  const state = { on: false };
  const fault: Fault = (at) =>
    state.on && at === step ? Promise.reject(systemError(code)) : Promise.resolve();
  return { state, fault };
};
