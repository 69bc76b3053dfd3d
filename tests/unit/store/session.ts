import { monotonicFactory } from 'ulid';
import { expect } from 'vitest';
import { createNotes, type NotesOptions, type NotesStore } from '../../../src/renderer/state/notes/notes';
import {
  connect,
  notesCopy,
  notesRepository,
  type Channel,
  type Connection,
  type NotesRepository,
} from '../../../src/renderer/store';
import type { JournalPort } from '../../../src/shared/host';

/** A window of the reader: notes over a journal and a named database. */
export interface Session {
  readonly notes: NotesStore;
  readonly repository: NotesRepository;
  readonly connection: Connection;
  /** Runs what was put off (drafts, retries). */
  readonly runTimers: () => void;
  /** All that is under way has reached the journal, or failed. */
  readonly settled: () => Promise<void>;
}

/** The time limit of tests that wait for it. */
export const SHORT = 60;

export interface SessionOptions {
  readonly journal: JournalPort;
  readonly database: string;
  readonly writer?: string;
  readonly channel?: Channel;
  readonly now?: () => Date;
  readonly milliseconds?: number;
  readonly before?: NotesOptions['before'];
}

export function newSession({
  journal,
  database,
  writer,
  channel,
  now,
  milliseconds = 5_000,
  before,
}: SessionOptions): Session {
  const connection = connect({ name: database, milliseconds });
  const copy = notesCopy(connection, milliseconds);
  const repository = notesRepository({ journal, copy, milliseconds, ...(channel ? { channel } : {}) });
  const timers = new Set<() => void>();
  const notes = createNotes({
    repository,
    newId: monotonicFactory(),
    ...(writer ? { writer } : {}),
    ...(now ? { now } : {}),
    ...(before ? { before } : {}),
    schedule: (work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  return {
    notes,
    repository,
    connection,
    runTimers: () => {
      const due = [...timers];
      timers.clear();
      for (const work of due) work();
    },
    settled: async () => {
      await notes.getState().retry();
      await repository.settled();
    },
  };
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const session = newSession(options);
  await session.notes.getState().open();
  return session;
}

/** Waits until all is saved: a busy machine may take longer once or twice than the short limit of a test. */
export const allSaved = (session: Session, timeout: number): Promise<void> =>
  expect
    .poll(
      async () => {
        await session.settled();
        return session.notes.getState().saving.state;
      },
      { timeout },
    )
    .toBe('saved');

/** Texts of the notes a window shows, sorted. */
export const textsOf = ({ notes }: Pick<Session, 'notes'>): readonly string[] =>
  notes
    .getState()
    .notes.map(({ annotation }) => annotation.body.text)
    .sort();
