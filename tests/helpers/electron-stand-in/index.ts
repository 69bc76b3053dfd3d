/**
 * Stands in for the `electron` module where Electron's program is not installed: the real main and preload code runs in
 * Node against it and drives a real Chromium. It shows what this program does with Electron; that Electron itself keeps
 * its promises (process sandbox, fuses, native menus) only the real one can show.
 */
export * from './app';
export * from './dialogs';
export * from './ipc';
export * from './session';
export * from './window';
