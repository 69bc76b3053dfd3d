import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';
import { journalPath } from '../../src/main/services/journal';
import {
  closeKeeping,
  openKeeping,
  type Keeping,
  type KeepingOptions,
} from '../../src/main/services/open-services';
import { faultSentence, type Result } from '../../src/shared/fault';

/** The full form is asked for by `npm run test:faults`; the short one is part of `npm test`. */
export const FULL = process.env['DUIDU_FAULTS'] === 'full';

/** How often a fault is tried. */
export const times = (short: number, full: number): number => (FULL ? full : short);

const write = (line: string): void => {
  console.log(line);
  const table = process.env['DUIDU_FAULTS_TABLE'];
  if (table) appendFileSync(table, `${line}\n`);
};

/** One line of the table of faults; nothing acknowledged may be lost. */
export const tell = (
  number: string,
  what: string,
  tried: number,
  lost: number | readonly unknown[],
  more = '',
): void => {
  const count = typeof lost === 'number' ? lost : lost.length;
  write(`${number} ${what}: ${tried} tried, ${count} lost${more ? `; ${more}` : ''}`);
  expect(tried).toBeGreaterThan(0);
  expect(lost).toEqual(typeof lost === 'number' ? 0 : []);
};

/** Says in the table why a fault was not tried. */
export const skipped = (number: string, why: string): void => write(`${number} skipped: ${why}`);

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(faultSentence(result.fault));
  return result.value;
};

/** A reserve that is written in no time. */
export const SMALL = { reserve: 4_096, low: 500, least: 100 };

/** The notes of a folder, opened as the host opens them, and what stands in its journal. */
export const openNotes = async (folder: string, options: KeepingOptions = {}): Promise<Keeping> =>
  valueOf(await openKeeping(folder, '', { limits: SMALL, ...options }));

/** Ids on disk, as a fresh start finds them. */
export const idsOnDisk = async (folder: string): Promise<ReadonlySet<string>> => {
  const keeping = await openNotes(folder);
  const ids = new Set(keeping.journal.lines().map(({ entry }) => entry.id));
  await closeNotes(keeping);
  return ids;
};

export const closeNotes = closeKeeping;

export { journalPath };
