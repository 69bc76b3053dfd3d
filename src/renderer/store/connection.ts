import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import { BUCKETS, databasesBeside } from './buckets';
import { Database, DATABASE_NAME } from './database';
import { within, WRITE_DEADLINE } from './deadline';
import { copyBlocked, copyDamaged, copyFailed, copyOutdated } from './faults';

/** One database connection that tells when it is lost and can be opened again; it never deletes anything. */
export interface Connection {
  open(): Promise<Result<null>>;
  /** Resolves when the first opening has ended, well or not. */
  readonly ready: Promise<void>;
  /** The open database, or null. */
  current(): Database | null;
  /** Stops using the database: it failed, hung or was closed by the browser. Listeners hear it once. */
  lose(fault: Fault): void;
  onLost(listener: (fault: Fault) => void): void;
  close(): void;
}

export interface ConnectionOptions {
  readonly name?: string;
  readonly milliseconds?: number;
}

export function connect({
  name = DATABASE_NAME,
  milliseconds = WRITE_DEADLINE,
}: ConnectionOptions = {}): Connection {
  const listeners: ((fault: Fault) => void)[] = [];
  let database: Database | null = null;
  let tellReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (tellReady = resolve));

  const release = (): void => {
    const last = database;
    database = null;
    last?.close();
  };

  const lose = (fault: Fault): void => {
    if (!database) return;
    release();
    for (const listener of listeners) listener(fault);
  };

  return {
    ready,
    current: () => database,
    lose,
    onLost: (listener) => void listeners.push(listener),
    close: release,
    open: async () => {
      release();
      const { database: next, outcome } = await openAnywhere(name, milliseconds);
      if (outcome.ok) database = next;
      tellReady();
      if (!outcome.ok) {
        next.close();
        return outcome;
      }
      next.on('close', () => database === next && lose(copyFailed('the browser closed the database')));
      next.on('versionchange', ({ newVersion }) => {
        if (database === next)
          lose(newVersion ? copyOutdated(`version ${newVersion}`) : copyFailed('deleted'));
        return false;
      });
      return outcome;
    },
  };
}

/**
 * Opens the copy where it was, or, where the browser cannot open that store any more, beside it: there it is empty and
 * is filled from the journal. The damaged store stays as it is, and is tried first at each start.
 */
async function openAnywhere(
  name: string,
  milliseconds: number,
): Promise<{ readonly database: Database; readonly outcome: Result<null> }> {
  let database = new Database(name);
  let outcome = await opened(database, milliseconds);
  for (let serial = 1; serial <= BUCKETS && isDamaged(outcome); serial += 1) {
    const beside = await within(databasesBeside(serial), copyFailed, milliseconds);
    if (!beside.ok || !beside.value) break;
    database.close();
    database = new Database(name, beside.value);
    outcome = await opened(database, milliseconds);
  }
  return { database, outcome };
}

const isDamaged = (outcome: Result<null>): boolean => !outcome.ok && outcome.fault.code === 'copy-damaged';

/** Gives what a browser says of a store whose files it cannot read. */
const whyNotOpened = (detail: string): Fault =>
  detail.startsWith('UnknownError') ? copyDamaged(detail) : copyFailed(detail);

/** Waits for the database, for another window that blocks it, or for the deadline, whichever comes first. */
function opened(database: Database, milliseconds: number): Promise<Result<null>> {
  return new Promise((resolve) => {
    database.on('blocked', ({ oldVersion }) => resolve(fail(copyBlocked(`version ${oldVersion}`))));
    void within(Promise.resolve(database.open()), whyNotOpened, milliseconds).then((outcome) =>
      resolve(outcome.ok ? succeed(null) : outcome),
    );
  });
}
