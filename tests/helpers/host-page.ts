import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './places';

/** Builds a page of the fixtures next to the real preload; gives the folder to open it from. */
export const buildHostPage = async (fixture: 'host-page' | 'notes-page' = 'host-page'): Promise<string> => {
  const root = join(ROOT, '.cache', `${fixture}-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'tests', 'fixtures', fixture),
    base: './',
    publicDir: join(ROOT, 'resources'),
    worker: { format: 'es' },
    build: {
      outDir: join(root, 'out', 'renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      assetsInlineLimit: 0,
    },
  });
  await cp(join(ROOT, 'out', 'preload'), join(root, 'out', 'preload'), { recursive: true });
  return root;
};

export const removeHostPage = (root: string): Promise<void> => rm(root, { recursive: true, force: true });
