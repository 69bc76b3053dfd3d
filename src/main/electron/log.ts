import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One log is at most this long; the one before it is kept beside it. Bytes. */
const LONGEST = 1_000_000;

/** Writes one line of what the shell does; never of what a person has written. */
export type Log = (line: string) => void;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Opens the log of a data folder, `electron/log.txt`. Written at once and not later, so that the last line before a
 * crash is there. A disk that takes no line leaves the program as it is: there is nowhere left to tell it.
 */
export const openLog = (folder: string): Log => {
  const path = join(folder, 'log.txt');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(path) > LONGEST) renameSync(path, join(folder, 'log.1.txt'));
      appendFileSync(path, `${new Date().toISOString()} ${line.replaceAll('\n', ' ⏎ ')}\n`, { mode: 0o600 });
    } catch {
      process.stderr.write(`${line}\n`);
    }
  };
};

/** Tells `npm start` what became of the window, so that it need not guess by the clock. */
export const announce = (what: 'window' | 'second'): void => {
  if (process.env['DUIDU_ANNOUNCE']) process.stdout.write(`duidu: ${what}\n`);
};
