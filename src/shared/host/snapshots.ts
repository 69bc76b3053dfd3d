import type { Fault, Result } from '../fault';
import type { JournalEntry } from './journal';

/** Why a snapshot was made, as a person is told it. */
export const SNAPSHOT_REASONS = ['auto', 'manual', 'import', 'restore', 'delete', 'migration'] as const;

export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

/** A copy of all notes in a folder of its own: the journal (notes.jsonl), notes.md and annotations.jsonld. */
export interface Snapshot {
  /** Name of its folder; what `read` takes. */
  readonly name: string;
  /** 1, 2, 3, …: the order of snapshots, whatever the clock says. */
  readonly serial: number;
  /** ISO 8601; for people only. */
  readonly time: string;
  readonly reason: SnapshotReason;
  /** Lines of the journal in it. */
  readonly entries: number;
  /** Notes that are not deleted. */
  readonly notes: number;
  /** `sha256` of its last entry, empty for an empty journal. */
  readonly hash: string;
  /** Size of its files. */
  readonly bytes: number;
}

export interface SnapshotList {
  /** Folder of all snapshots, absolute. */
  readonly folder: string;
  /** Those that are whole, the newest first. */
  readonly snapshots: readonly Snapshot[];
  /** Names of those that are not what was written, the newest first; they are left where they are. */
  readonly damaged: readonly string[];
  /** Why the last automatic snapshot was not made, or null. */
  readonly fault: Fault | null;
}

/** Snapshots of the notes; the host makes them by itself and the reader asks for one before a large change. */
export interface SnapshotPort {
  list(): Promise<Result<SnapshotList>>;
  /** Resolves when the snapshot is on disk and has been read back. */
  make(reason: SnapshotReason): Promise<Result<Snapshot>>;
  /** The entries of a whole snapshot, in order; fails for a damaged one. */
  read(name: string): Promise<Result<readonly JournalEntry[]>>;
}
