/** `low` warns; `full` takes no new notes, so that what is being typed can still be kept. */
export type SpaceState = 'ok' | 'low' | 'full';

/** Room on the disk that holds the notes. */
export interface SpaceReport {
  /** Folder of notes, absolute. */
  readonly path: string;
  /** Bytes free for this user, or null where the system does not tell. */
  readonly free: number | null;
  /** Bytes below which no new notes are taken. */
  readonly needed: number;
  readonly state: SpaceState;
}
