import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { QUIET_FLAGS, findBrowser, sandboxFlags } from './src/browser/find-browser.mjs';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // A test that starts the command or walks a thousand cases must not fail for a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        // Named here, or Vite finds them in the middle of a first run and loads the tests anew.
        optimizeDeps: { include: ['dexie', 'fast-check', 'ulid', 'zod', 'zustand/vanilla'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            // The quiet flags resolve no names, not even localhost.
            api: { host: '127.0.0.1' },
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser() ?? undefined,
                args: ['--disable-gpu', ...QUIET_FLAGS, ...sandboxFlags()],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          // R1 to R20: what may happen to notes, to the library and to the machine. The short form; `npm run test:faults` is the full one.
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          // The main process's code runs against a stand-in, since Electron's program need not be installed.
          alias: { electron: resolve(import.meta.dirname, 'tests/helpers/electron-stand-in/index.ts') },
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser starved on a shared machine is not a fault of the reader; a fault fails each time.
          retry: process.env['CI'] ? 2 : 0,
          fileParallelism: false,
        },
      },
    ],
  },
});
