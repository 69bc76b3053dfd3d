import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Snapshot } from '../../shared/host';
import { SNAPSHOT_REASONS } from '../../shared/host';
import type { JournalFs } from './journal-file';
import { syncFolder } from './journal-file';
import type { JournalLine } from './journal-line';
import { recover } from './journal-recovery';

/** Names of snapshot folders: the serial number, then the day and time for people. */
export const SNAPSHOT_NAME = /^\d{6}-\d{8}-\d{6}$/;

/** Name while a snapshot is being written; nothing with this name is a snapshot. */
const MAKING = '.making';

const JOURNAL = 'notes.jsonl';
const MANIFEST = 'snapshot.txt';

const manifest = z.strictObject({
  format: z.literal(1),
  serial: z.int().min(1),
  time: z.iso.datetime({ offset: true }),
  reason: z.enum(SNAPSHOT_REASONS),
  entries: z.int().min(0),
  notes: z.int().min(0),
  hash: z.string(),
  files: z.record(
    z.string().regex(/^[a-z]+\.[a-z]+$/),
    z.strictObject({ bytes: z.int().min(0), sha256: z.string().length(64) }),
  ),
});

type Manifest = z.infer<typeof manifest>;

/** What goes into a snapshot: what it says of itself, and its files by name. */
export interface SnapshotContent {
  readonly serial: number;
  readonly time: Date;
  readonly reason: Snapshot['reason'];
  readonly notes: number;
  readonly lines: readonly JournalLine[];
  readonly journal: Buffer;
  /** Files for people and other programs, by name. */
  readonly readable: Readonly<Record<string, Buffer>>;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const two = (value: number): string => String(value).padStart(2, '0');

const nameOf = (serial: number, time: Date): string => {
  const day = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
  const clock = `${two(time.getHours())}${two(time.getMinutes())}${two(time.getSeconds())}`;
  return `${String(serial).padStart(6, '0')}-${day}-${clock}`;
};

const writeFile = async (fs: JournalFs, path: string, bytes: Buffer): Promise<void> => {
  const handle = await fs.open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** With its own checksum at the end: it is what all other files are held against. */
const encode = (about: Manifest): Buffer =>
  Buffer.from(`${JSON.stringify(about, null, 2)}\n${sha256(Buffer.from(JSON.stringify(about)))}\n`);

const decode = (bytes: Buffer): Manifest | null => {
  const text = bytes.toString('utf8');
  const parsed = manifest.safeParse(JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)));
  return parsed.success && encode(parsed.data).equals(bytes) ? parsed.data : null;
};

const manifestOf = (content: SnapshotContent, files: Readonly<Record<string, Buffer>>): Manifest => ({
  format: 1,
  serial: content.serial,
  time: content.time.toISOString(),
  reason: content.reason,
  entries: content.lines.length,
  notes: content.notes,
  hash: content.lines.at(-1)?.entry.sha256 ?? '',
  files: Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
  ),
});

/**
 * Writes a snapshot below the folder: a name of its own while it is made, every file flushed, then the lasting name.
 * A crash leaves a whole snapshot or none. Answers the name; throws the system's error.
 */
export const writeSnapshot = async (
  fs: JournalFs,
  folder: string,
  content: SnapshotContent,
): Promise<string> => {
  const making = join(folder, MAKING);
  const name = nameOf(content.serial, content.time);
  const files = { [JOURNAL]: content.journal, ...content.readable };
  const about = encode(manifestOf(content, files));
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  await fs.rm(making, { recursive: true, force: true });
  await fs.mkdir(making, { mode: 0o700 });
  for (const [file, bytes] of Object.entries({ ...files, [MANIFEST]: about }))
    await writeFile(fs, join(making, file), bytes);
  await syncFolder(fs, making);
  await fs.rename(making, join(folder, name));
  await syncFolder(fs, folder);
  return name;
};

/** A snapshot as it was found whole, with its lines. */
export interface ReadSnapshot {
  readonly snapshot: Snapshot;
  readonly lines: readonly JournalLine[];
}

/** Reads what a snapshot says of itself and compares every file with it, byte for byte; null where one differs. */
const readManifest = async (
  fs: JournalFs,
  path: string,
): Promise<{ readonly about: Manifest; readonly journal: Buffer } | null> => {
  const about = decode(await fs.readFile(join(path, MANIFEST)));
  if (!about || !(JOURNAL in about.files)) return null;
  let journal = Buffer.alloc(0);
  for (const [file, expected] of Object.entries(about.files)) {
    const bytes = await fs.readFile(join(path, file));
    if (bytes.length !== expected.bytes || sha256(bytes) !== expected.sha256) return null;
    if (file === JOURNAL) journal = bytes;
  }
  return { about, journal };
};

const snapshotOf = (name: string, about: Manifest): Snapshot => {
  const { serial, time, reason, entries, notes, hash, files } = about;
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  return { name, serial, time, reason, entries, notes, hash, bytes };
};

/** Gives what a snapshot is, or null where anything of it is not what was written. */
export const checkSnapshot = async (
  fs: JournalFs,
  folder: string,
  name: string,
): Promise<Snapshot | null> => {
  const read = await readManifest(fs, join(folder, name)).catch(() => null);
  return read && snapshotOf(name, read.about);
};

/** The same with its lines, each proved by its own checksum. */
export const readSnapshot = async (
  fs: JournalFs,
  folder: string,
  name: string,
): Promise<ReadSnapshot | null> => {
  const read = await readManifest(fs, join(folder, name)).catch(() => null);
  if (!read) return null;
  const { lines } = recover(read.journal);
  const whole = lines.length === read.about.entries && (lines.at(-1)?.entry.sha256 ?? '') === read.about.hash;
  return whole ? { snapshot: snapshotOf(name, read.about), lines } : null;
};

/** Takes a snapshot away under another name first, so that a crash leaves no half of one under its own. */
export const removeSnapshot = async (fs: JournalFs, folder: string, name: string): Promise<void> => {
  const going = join(folder, '.going');
  await fs.rm(going, { recursive: true, force: true });
  await fs.rename(join(folder, name), going);
  await fs.rm(going, { recursive: true, force: true });
};

/** Names of all snapshot folders, the newest first. */
export const snapshotNames = async (fs: JournalFs, folder: string): Promise<readonly string[]> => {
  const names = await fs.readdir(folder).catch(() => []);
  return names
    .filter((name) => SNAPSHOT_NAME.test(name))
    .sort()
    .reverse();
};

export const serialOf = (name: string): number => Number(name.slice(0, 6));
