import { openPassages } from '../../shared/search';
import type { Giving } from './giving-store';
import type { Given } from './segment-part';

/** Reports whose passages are at hand from one question to the next. */
const MOST_READ = 96;

/** A report with the version that is wanted of it. */
export type Wanted = readonly [report: string, version: string];

/** The passages of reports: versions of those a store has, and the rows read last. */
export class PassageRows {
  readonly #store: Giving;
  #versions: Map<string, string> | null = null;
  readonly #read = new Map<string, Given>();

  constructor(store: Giving) {
    this.#store = store;
  }

  /** Asks the store, once, which versions it has; so many reports are wanted. */
  async begin(reports: number): Promise<void> {
    this.#versions ??= new Map(await this.#store.versions(reports));
  }

  has([report, version]: Wanted): boolean {
    return this.#versions?.get(report) === version;
  }

  note(report: string, one: Given): void {
    this.#versions?.set(report, one.version);
    this.#remember(report, one);
  }

  forget(report: string): void {
    this.#versions?.delete(report);
  }

  /** Gives the passages of reports, those read lately from memory; damaged rows are missing. */
  async recall(reports: readonly Wanted[]): Promise<ReadonlyMap<string, Given>> {
    const asked = reports.filter(([report, version]) => this.#read.get(report)?.version !== version);
    const rows = await this.kept(asked);
    const found = new Map<string, Given>();
    for (const [report] of reports) {
      const one = rows.get(report) ?? this.#read.get(report);
      if (one) found.set(report, one);
    }
    for (const [report, one] of rows) this.#remember(report, one);
    return found;
  }

  /** Gives the kept passages that hold; a row that does not is forgotten. */
  async kept(asked: readonly Wanted[]): Promise<ReadonlyMap<string, Given>> {
    const rows = asked.length === 0 ? [] : await this.#store.passages(asked);
    const found = new Map<string, Given>();
    asked.forEach(([report, version], at) => {
      const passages = openPassages(rows[at], version);
      if (passages) found.set(report, { version, passages });
      else this.forget(report);
    });
    return found;
  }

  #remember(report: string, one: Given): void {
    this.#read.delete(report);
    this.#read.set(report, one);
    for (const [oldest] of this.#read) {
      if (this.#read.size <= MOST_READ) return;
      this.#read.delete(oldest);
    }
  }
}
