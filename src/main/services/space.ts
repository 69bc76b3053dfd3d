import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { SpaceReport, SpaceState } from '../../shared/host';
import type { JournalFs } from './journal-file';

/** Bytes. The reserve is given back to the disk to finish the last writes. */
export interface SpaceLimits {
  readonly reserve: number;
  readonly low: number;
  readonly least: number;
}

const MB = 1024 * 1024;

export const SPACE_LIMITS: SpaceLimits = { reserve: 16 * MB, low: 500 * MB, least: 50 * MB };

/** Watches the room on the disk of a data folder and keeps some of it back. */
export interface SpaceGuard {
  /** Never fails: where the system does not tell, `free` is null and the state is `ok`. */
  look(): Promise<SpaceReport>;
  /** Keeps the reserve back again once there is room for it and for new notes. */
  mend(): Promise<void>;
  /** Gives the reserve back to the disk; false where there was none. */
  spend(): Promise<boolean>;
  /** Resolves when the reserve is not being written. */
  settled(): Promise<void>;
}

const stateOf = (free: number | null, { low, least }: SpaceLimits): SpaceState => {
  if (free === null || free >= low) return 'ok';
  return free < least ? 'full' : 'low';
};

/** Some network file systems give 0 for everything: that says nothing about the room. */
const freeBytes = (fs: JournalFs, folder: string): Promise<number | null> =>
  fs.statfs(folder).then(
    ({ bavail, bsize, blocks }) => (blocks === 0 ? null : bavail * bsize),
    () => null,
  );

/** Random bytes, so that no file system stores them as a hole or compresses them away. */
const fill = async (fs: JournalFs, path: string, size: number): Promise<void> => {
  const handle = await fs.open(path, 'w', 0o600);
  try {
    await handle.writeFile(randomBytes(size));
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Begins to watch; the reserve is written while the caller goes on. */
export const openSpace = (fs: JournalFs, folder: string, limits: SpaceLimits = SPACE_LIMITS): SpaceGuard => {
  const reserve = join(folder, 'reserve.bin');
  const sizeOf = (): Promise<number> =>
    fs.stat(reserve).then(
      ({ size }) => size,
      () => 0,
    );
  const give = (): Promise<boolean> =>
    fs.rm(reserve).then(
      () => true,
      () => false,
    );
  const mend = async (): Promise<void> => {
    const free = await freeBytes(fs, folder);
    if (free === null || free < limits.least + limits.reserve || (await sizeOf()) === limits.reserve) return;
    await fill(fs, reserve, limits.reserve).catch(give);
  };
  let turn = mend();
  return {
    mend: () => (turn = turn.then(mend)),
    settled: () => turn,
    look: async () => {
      const free = await freeBytes(fs, folder);
      return { path: folder, free, needed: limits.least, state: stateOf(free, limits) };
    },
    spend: () => turn.then(give),
  };
};

const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

/** Gives what a reader is told who writes a note while there is hardly any room. */
export const spaceFault = (subject: string, path: string, { free, needed }: SpaceReport): Fault => ({
  code: 'space-low',
  subject: `${subject}（${path}）`,
  reason: `磁盘快满了（剩余 ${free === null ? '不明' : megabytes(free)}，需要 ${megabytes(needed)}）`,
  remedy: '请腾出空间，之后会自动存上',
});
