import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import type { Page } from 'playwright-core';
import { toApp } from './address';
import { invokeAs } from './ipc';

type Exposed =
  { readonly [key: string]: Exposed } | ((...args: unknown[]) => unknown) | string | boolean | number;
type Listener = (event: object, ...args: unknown[]) => void;

/** What `contextBridge` got, as the page can be told of it: plain values, and where functions stand. */
type Shape =
  { readonly fn: string } | { readonly value: unknown } | { readonly parts: Readonly<Record<string, Shape>> };

const shapeOf = (
  exposed: Exposed,
  path: string,
  functions: Map<string, (...args: unknown[]) => unknown>,
): Shape => {
  if (typeof exposed === 'function') {
    functions.set(path, exposed);
    return { fn: path };
  }
  if (typeof exposed !== 'object') return { value: exposed };
  const parts = Object.entries(exposed).map(([key, part]) => [
    key,
    shapeOf(part, `${path}.${key}`, functions),
  ]);
  return { parts: Object.fromEntries(parts) as Record<string, Shape> };
};

/**
 * Runs in the page before any of its scripts: builds the exposed object out of its shape. A function of the page that
 * is handed over becomes a named event, as a real bridge makes a proxy of it.
 */
const buildInPage = ({ name, shape, binding }: { name: string; shape: Shape; binding: string }): void => {
  if (window !== window.top) return;
  const scope = window as unknown as Record<string, unknown>;
  const call = scope[binding] as (path: string, args: unknown[]) => Promise<unknown>;
  Reflect.deleteProperty(scope, binding);
  let count = 0;
  const handOver = (value: unknown): unknown => {
    if (typeof value !== 'function') return value;
    const event = `${binding}:${count++}`;
    window.addEventListener(event, ({ detail }: CustomEventInit<unknown[]>) => {
      Reflect.apply(value, undefined, detail ?? []);
    });
    return { event };
  };
  const build = (part: Shape): unknown => {
    if ('fn' in part) return (...args: unknown[]) => call(part.fn, args.map(handOver));
    if ('value' in part) return part.value;
    return Object.freeze(
      Object.fromEntries(Object.entries(part.parts).map(([key, one]) => [key, build(one)])),
    );
  };
  Object.defineProperty(window, name, {
    value: build(shape),
    enumerable: true,
    configurable: false,
    writable: false,
  });
};

const takeOver =
  (page: Page) =>
  (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || !('event' in value)) return value;
    const { event } = value;
    return (...detail: unknown[]) =>
      page
        .evaluate(
          ([name, args]) => window.dispatchEvent(new CustomEvent(String(name), { detail: args })),
          [event, detail],
        )
        // As `webContents.send` to a window that is being closed: nobody hears it.
        .catch((error: unknown) => {
          if (!page.isClosed()) throw error;
        });
  };

/** Channel to the preload's `ipcRenderer.on` listeners. */
export type Send = (channel: string, ...args: readonly unknown[]) => void;

/** Runs the built preload for a page, with what a sandboxed preload may require: `electron` and nothing else. */
export const runPreload = async (page: Page, path: string): Promise<Send> => {
  const listeners = new Map<string, Listener[]>();
  const exposed = new Map<string, Exposed>();
  const frame = () => ({ url: toApp(page.mainFrame().url()), parent: null });
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Exposed) => void exposed.set(name, api) },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => invokeAs(frame(), channel, ...args),
      on: (channel: string, listener: Listener) =>
        void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    },
  };
  const requireInSandbox = (id: string): unknown => {
    if (id !== 'electron') throw new Error(`A sandboxed preload cannot require ${id}.`);
    return electron;
  };
  runInNewContext(readFileSync(path, 'utf8'), {
    require: requireInSandbox,
    exports: {},
    module: { exports: {} },
  });
  for (const [name, api] of exposed) await expose(page, name, api);
  return (channel, ...args) => listeners.get(channel)?.forEach((listener) => listener({}, ...args));
};

const expose = async (page: Page, name: string, api: Exposed): Promise<void> => {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const shape = shapeOf(api, name, functions);
  const binding = `standIn_${name}`;
  await page.exposeBinding(binding, (_source, path: string, args: unknown[]) =>
    functions.get(path)?.(...args.map(takeOver(page))),
  );
  // As text: some compilers call a helper of their own for every named function, which the page does not have.
  const given = JSON.stringify({ name, shape, binding });
  await page.addInitScript({
    content: `{ const __name = (f) => f; (${buildInPage.toString()})(${given}); }`,
  });
};
