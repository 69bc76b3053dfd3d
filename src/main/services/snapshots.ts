import { join } from 'node:path';
import type { Fault, Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { JournalEntry, Snapshot, SnapshotPort, SnapshotReason } from '../../shared/host';
import { ioFault } from './io-fault';
import type { Journal } from './journal';
import type { JournalFs } from './journal-file';
import type { JournalLine } from './journal-line';
import { toBytes } from './journal-state';
import {
  checkSnapshot,
  readSnapshot,
  removeSnapshot,
  serialOf,
  snapshotNames,
  writeSnapshot,
} from './snapshot-folder';
import { outlived } from './snapshot-retention';
import type { SpaceGuard } from './space';
import { spaceFault } from './space';

/** A change is in a snapshot after this time at the latest. Milliseconds. */
const LONGEST_WAIT = 15 * 60_000;

/** After so many changes a snapshot is made in the next pause: amid writing it would hold the next save up. */
const MANY_CHANGES = 200;
const PAUSE = 5_000;

const SUBJECT = '批注备份';

/** The notes of a journal for people and for other programs. */
export interface Readable {
  /** Notes that are not deleted. */
  readonly notes: number;
  /** Files by name. */
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Makes and keeps snapshots. */
export interface SnapshotKeeper extends SnapshotPort {
  /** The journal has taken so many changes: a snapshot follows in time. */
  changed(count: number): void;
  /** Makes a snapshot where the newest one does not hold all of the journal. */
  catchUp(): Promise<void>;
  /** Waits for the snapshot under way and starts no other. */
  close(): Promise<void>;
}

export interface SnapshotOptions {
  readonly fs: JournalFs;
  /** Folder of all snapshots. */
  readonly folder: string;
  readonly journal: Pick<Journal, 'lines'>;
  readonly space: SpaceGuard;
  readonly readable: (entries: readonly JournalEntry[]) => Promise<Readable>;
  readonly now?: () => Date;
}

const unreadable = (path: string): Fault => ({
  code: 'snapshot-damaged',
  subject: `${SUBJECT}（${path}）`,
  reason: '写下以后读回来的和写的不一样',
  remedy: '请检查磁盘；批注本身都在日志里，没有受影响',
});

const damaged = (path: string): Fault => ({
  code: 'snapshot-damaged',
  subject: `${SUBJECT}（${path}）`,
  reason: '文件缺失或被改动过，不能用来恢复',
  remedy: '请选另一份备份',
});

/** True where the journal still holds all that stood in a snapshot up to its last line. */
const coveredBy = (lines: readonly JournalLine[]): ((snapshot: Snapshot) => boolean) => {
  const places = new Map(lines.map(({ entry }, place) => [entry.sha256, place + 1]));
  return ({ entries, hash }) => entries === 0 || (places.get(hash) ?? 0) >= entries;
};

export const openSnapshots = (options: SnapshotOptions): SnapshotKeeper => new Keeper(options);

class Keeper implements SnapshotKeeper {
  readonly #options: SnapshotOptions;
  readonly #now: () => Date;
  /** Checked once: a snapshot does not change after it was made. */
  readonly #checked = new Map<string, Snapshot | null>();
  #turn: Promise<unknown> = Promise.resolve();
  /** The snapshot that comes whatever happens, and the one that waits for a pause. */
  #latest: NodeJS.Timeout | null = null;
  #next: NodeJS.Timeout | null = null;
  #changes = 0;
  #fault: Fault | null = null;
  #closed = false;

  constructor(options: SnapshotOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  list(): ReturnType<SnapshotPort['list']> {
    return this.#inTurn(async () => {
      const { fs, folder } = this.#options;
      this.#checked.clear();
      const names = await snapshotNames(fs, folder);
      const snapshots = await this.#sound(names);
      const whole = new Set(snapshots.map(({ name }) => name));
      return succeed({
        folder,
        snapshots,
        damaged: names.filter((name) => !whole.has(name)),
        fault: this.#fault,
      });
    });
  }

  make(reason: SnapshotReason): Promise<Result<Snapshot>> {
    return this.#inTurn(async () => {
      const newest = reason === 'manual' || reason === 'migration' ? null : await this.#upToDate();
      return newest ? succeed(newest) : this.#make(reason);
    });
  }

  read(name: string): ReturnType<SnapshotPort['read']> {
    return this.#inTurn(async () => {
      const { fs, folder } = this.#options;
      const read = await readSnapshot(fs, folder, name);
      return read ? succeed(read.lines.map(({ entry }) => entry)) : fail(damaged(join(folder, name)));
    });
  }

  changed(count: number): void {
    if (this.#closed) return;
    this.#changes += count;
    const follow = (wait: number): NodeJS.Timeout => setTimeout(() => void this.catchUp(), wait).unref();
    this.#latest ??= follow(LONGEST_WAIT);
    if (this.#changes < MANY_CHANGES) return;
    if (this.#next) clearTimeout(this.#next);
    this.#next = follow(PAUSE);
  }

  catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      this.#rest();
      if (this.#closed || this.#options.journal.lines().length === 0 || (await this.#upToDate())) return;
      const made = await this.#make('auto');
      this.#fault = made.ok ? null : made.fault;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#rest();
    await this.#turn;
  }

  #rest(): void {
    for (const timer of [this.#latest, this.#next]) if (timer) clearTimeout(timer);
    [this.#latest, this.#next] = [null, null];
    this.#changes = 0;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** The newest snapshot where it is whole and holds all there is. */
  async #upToDate(): Promise<Snapshot | null> {
    const { fs, folder, journal } = this.#options;
    const [newest] = (await snapshotNames(fs, folder)).slice(0, 1);
    const snapshot = newest === undefined ? null : await checkSnapshot(fs, folder, newest);
    return snapshot?.hash === journal.lines().at(-1)?.entry.sha256 ? snapshot : null;
  }

  async #sound(names: readonly string[]): Promise<readonly Snapshot[]> {
    const { fs, folder } = this.#options;
    const sound: Snapshot[] = [];
    for (const name of names) {
      const known = this.#checked.get(name);
      const snapshot = known === undefined ? await checkSnapshot(fs, folder, name) : known;
      this.#checked.set(name, snapshot);
      if (snapshot) sound.push(snapshot);
    }
    return sound;
  }

  async #make(reason: SnapshotReason): Promise<Result<Snapshot>> {
    const { fs, folder, journal, readable, space } = this.#options;
    const lines = journal.lines();
    try {
      const { notes, files } = await readable(lines.map(({ entry }) => entry));
      const bytes = toBytes(lines);
      const room = await space.look();
      const size = Object.values(files).reduce((sum, file) => sum + file.length, bytes.length);
      if (room.free !== null && room.free < size + room.needed)
        return fail(spaceFault(SUBJECT, folder, { ...room, needed: size + room.needed }));
      const names = await snapshotNames(fs, folder);
      const serial = serialOf(names[0] ?? '000000') + 1;
      const time = this.#now();
      const name = await writeSnapshot(fs, folder, {
        serial,
        time,
        reason,
        notes,
        lines,
        journal: bytes,
        readable: files,
      });
      const written = await readSnapshot(fs, folder, name);
      if (!written) return fail(unreadable(join(folder, name)));
      await this.#prune(names, written.snapshot, coveredBy(lines));
      return succeed(written.snapshot);
    } catch (error) {
      return fail(ioFault(SUBJECT, folder, error));
    }
  }

  async #prune(
    before: readonly string[],
    written: Snapshot,
    covered: (snapshot: Snapshot) => boolean,
  ): Promise<void> {
    const { fs, folder } = this.#options;
    this.#checked.set(written.name, written);
    for (const { name } of outlived([...(await this.#sound(before)), written], covered)) {
      await removeSnapshot(fs, folder, name).catch(() => undefined);
      this.#checked.delete(name);
    }
  }
}
