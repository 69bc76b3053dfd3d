import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import { Database, DATABASE_NAME } from './database';
import { within, WRITE_DEADLINE } from './deadline';
import { copyBlocked, copyFailed, copyOutdated } from './faults';

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
      const next = new Database(name);
      const outcome = await opened(next, milliseconds);
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

/** Waits for the database, for another window that blocks it, or for the deadline, whichever comes first. */
function opened(database: Database, milliseconds: number): Promise<Result<null>> {
  return new Promise((resolve) => {
    database.on('blocked', ({ oldVersion }) => resolve(fail(copyBlocked(`version ${oldVersion}`))));
    void within(Promise.resolve(database.open()), copyFailed, milliseconds).then((outcome) =>
      resolve(outcome.ok ? succeed(null) : outcome),
    );
  });
}
