// Loaded before a packed program: its `electron` is the stand-in, as Electron's own loader gives it the built-in one.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const STAND_IN = new URL('../electron-stand-in/index.ts', import.meta.url).href;

if (isMainThread) register(import.meta.url);

export const resolve = (specifier, context, next) =>
  next(specifier === 'electron' ? STAND_IN : specifier, context);
