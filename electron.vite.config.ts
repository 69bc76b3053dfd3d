import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

const ZOD_DEFAULT = '(_a.__zod_globalConfig = {})';

/**
 * zod tries `new Function` while schemas are made, which the page's policy forbids and reports (S-14). Its own switch
 * against that must be on before the first schema, which no order of imports promises across chunks and workers.
 */
const zodWithoutEval = (): Plugin => ({
  name: 'zod-without-eval',
  transform: (code, id) => {
    if (!id.replaceAll('\\', '/').endsWith('/zod/v4/core/core.js')) return null;
    if (!code.includes(ZOD_DEFAULT))
      throw new Error('zod sets its defaults elsewhere now: adapt zodWithoutEval.');
    return code.replace(ZOD_DEFAULT, '(_a.__zod_globalConfig = { jitless: true })');
  },
});

/** `, url(….woff) format('woff')` behind the same face in its newer form. */
const OLDER_FORMAT = /,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g;

/** The character maps of pdfjs-dist lie beside the page: a PDF's Chinese is read without asking any other place. */
const characterMaps = (): Plugin => ({
  name: 'character-maps',
  generateBundle() {
    const folder = resolve(root, 'node_modules/pdfjs-dist/cmaps');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.bcmap')))
      this.emitFile({
        type: 'asset',
        fileName: `cmaps/${name}`,
        source: readFileSync(resolve(folder, name)),
      });
  },
});

/**
 * word-extractor is written for Node: it takes `Buffer` from the global scope and reads by streams. In a page it gets
 * the package `buffer` and a stream of a few lines; nothing global is set, by which other libraries know Node.
 */
const oldWordInPage = (): Plugin => ({
  name: 'old-word-in-page',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'stream' && importer?.replaceAll('\\', '/').includes('/word-extractor/lib/')
      ? resolve(root, 'src/import/page/stream.ts')
      : null,
  transform: (code, id) =>
    /[/\\]word-extractor[/\\]lib[/\\]/.test(id) ? `const { Buffer } = require('buffer/');\n${code}` : null,
});

/** The rooms that make passages of a text: what is kept of them between starts holds as long as they stay as they are. */
const READING_ROOMS = ['text', 'report', 'parse', 'search'];

const readingRules = (): string => {
  const hash = createHash('sha256');
  for (const room of READING_ROOMS)
    for (const name of readdirSync(resolve(root, 'src/shared', room), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted())
      if (name.endsWith('.ts')) hash.update(readFileSync(resolve(root, 'src/shared', room, name)));
  return hash.digest('hex').slice(0, 16);
};

export default defineConfig({
  main: {
    build: {
      // A package holds no node_modules: what the main process uses is in its own files.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/electron/index.ts'),
          loopback: resolve(root, 'src/main/loopback/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: resolve(root, 'src/preload/index.ts'),
        // A sandboxed preload is CommonJS, whatever the package says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    publicDir: resolve(root, 'resources'),
    define: { READING_RULES: JSON.stringify(readingRules()) },
    plugins: [react(), zodWithoutEval(), characterMaps()],
    css: {
      postcss: {
        plugins: [
          {
            // Every browser this page is built for takes the newer format; the older is half of the whole program.
            postcssPlugin: 'newer-fonts-only',
            Once: (root) => {
              root.walkDecls('src', (declaration) => {
                declaration.value = declaration.value.replaceAll(OLDER_FORMAT, '');
              });
            },
          },
        ],
      },
    },
    build: {
      rollupOptions: { input: resolve(root, 'src/renderer/index.html') },
      // Every font stays a file: the page's policy lets fonts come from its own origin only, not from data: (S-14).
      assetsInlineLimit: 0,
      minify: true,
      // The loopback host opens the page in whatever Chromium-based browser is installed, not only in Electron's.
      target: 'chrome120',
      chunkSizeWarningLimit: 2_000,
    },
    worker: { format: 'es', plugins: () => [zodWithoutEval(), oldWordInPage()] },
  },
});
