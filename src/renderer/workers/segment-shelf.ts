import type { Passage, Segment, Segments } from '../../shared/search';
import { arrange, packPassages } from '../../shared/search';
import type { SegmentStore } from '../store/segment-store';
import { createGiving, type Giving } from './giving-store';
import { PassageRows, type Wanted } from './passage-rows';
import { tidyParts } from './segment-merge';
import {
  buildParts,
  FULL,
  lengthOf,
  onlyReports,
  openPart,
  packPart,
  type Given,
  type Part,
} from './segment-part';

/** Reports whose passages are read at a time while segments are made of them. */
const AT_A_TIME = 64;

/** What is searched now, and which wanted reports cannot be for want of their passages. */
export interface View {
  readonly segments: Segments;
  readonly lost: readonly string[];
}

type Texts = ReadonlyMap<string, readonly Passage[]>;

/** The segments of a library: begun with what a store kept, and made anew as far as that does not hold. */
export interface SegmentShelf {
  /** What is wanted from now on; answers the reports whose passages have to be given. */
  readonly shelve: (
    wanted: ReadonlyMap<string, string>,
    gone: readonly string[],
  ) => Promise<readonly string[]>;
  readonly put: (report: string, version: string, passages: readonly Passage[]) => Promise<void>;
  readonly view: () => Promise<View>;
  /** The passages of reports in the view; those of damaged rows are missing, and have to be given again. */
  readonly texts: (reports: readonly string[]) => Promise<Texts>;
  /** Keeps what is not kept yet, and makes few segments of many small ones. */
  readonly rest: () => Promise<void>;
  /** Does without what is read from disk by need, which has failed: it is made anew of the passages. */
  readonly distrust: () => void;
}

class Shelf implements SegmentShelf {
  readonly #store: Giving;
  readonly #rows: PassageRows;
  #wanted: ReadonlyMap<string, string> = new Map();
  readonly #gone = new Set<string>();
  /** Given, and in no segment yet. */
  readonly #given = new Map<string, Given>();
  #parts: readonly Part[] | null = null;
  /** Kept segments that did not open: they go with the next rest. */
  #damaged: string[] = [];
  #view: View | null = null;

  constructor(store: SegmentStore) {
    this.#store = createGiving(store);
    this.#rows = new PassageRows(this.#store);
  }

  async shelve(wanted: ReadonlyMap<string, string>, gone: readonly string[]): Promise<readonly string[]> {
    this.#wanted = wanted;
    this.#view = null;
    await this.#rows.begin(wanted.size);
    for (const report of gone) {
      this.#gone.add(report);
      this.#given.delete(report);
      this.#rows.forget(report);
    }
    await this.#store.dropPassages(gone);
    return [...wanted].flatMap((one) => (this.#rows.has(one) || this.#isGiven(one) ? [] : [one[0]]));
  }

  async put(report: string, version: string, passages: readonly Passage[]): Promise<void> {
    this.#view = null;
    this.#gone.delete(report);
    this.#given.set(report, { version, passages });
    this.#rows.note(report, { version, passages });
    await this.#store.putPassages(packPassages(report, version, passages));
    const length = [...this.#given.values()].reduce((sum, one) => sum + lengthOf(one), 0);
    if (length >= FULL) await this.#build();
  }

  async view(): Promise<View> {
    if (this.#view) return this.#view;
    const parts = await this.#load();
    const owned = new Set<string>();
    const known = parts.flatMap((part) => this.#own(part, owned));
    const { made, lost } = await this.#fill([...this.#wanted].filter(([id]) => !owned.has(id)));
    this.#parts = [...parts, ...made];
    const segments = arrange([...known, ...made.flatMap((part) => this.#own(part, owned))]);
    return (this.#view = { segments, lost });
  }

  async texts(reports: readonly string[]): Promise<Texts> {
    const found = await this.#rows.recall(reports.map((report) => [report, this.#wanted.get(report) ?? '']));
    return new Map([...found].map(([report, { passages }]) => [report, passages]));
  }

  async rest(): Promise<void> {
    if (this.#given.size > 0) await this.#build();
    if (!this.#parts) return;
    const { stay, gone, made } = tidyParts(
      this.#parts,
      (id, version) => this.#gone.has(id) || (this.#wanted.get(id) ?? version) !== version,
    );
    const ids = [...gone.flatMap(({ id }) => id ?? []), ...this.#damaged];
    if (gone.length + ids.length === 0) return;
    const written = await this.#keep(made, ids);
    this.#parts = [...stay, ...(await this.#reopened(written))];
    this.#view = null;
  }

  distrust(): void {
    const far = (this.#parts ?? []).filter(({ segment }) => segment.postings.far !== null);
    this.#damaged.push(...far.flatMap(({ id }) => id ?? []));
    this.#parts = this.#parts?.filter((part) => !far.includes(part)) ?? null;
    this.#view = null;
  }

  #isGiven([report, version]: Wanted): boolean {
    return this.#given.get(report)?.version === version;
  }

  /** What of a part is wanted and no earlier part has; the ids are noted in `owned`. */
  #own({ segment, versions }: Part, owned: Set<string>): readonly Segment[] {
    const mine = new Set(
      [...versions].flatMap(([id, version]) =>
        this.#wanted.get(id) === version && !owned.has(id) ? [id] : [],
      ),
    );
    for (const id of mine) owned.add(id);
    const own = onlyReports(segment, mine);
    return own === null ? [] : [own];
  }

  async #load(): Promise<readonly Part[]> {
    if (this.#parts) return this.#parts;
    const parts: Part[] = [];
    for (const id of await this.#store.segmentIds()) {
      const part = openPart(await this.#store.segment(id));
      if (part) parts.push(part);
      else this.#damaged.push(id);
    }
    return (this.#parts = parts);
  }

  async #keep(parts: readonly Part[], gone: readonly string[]): Promise<readonly Part[]> {
    const rows = parts.map(packPart);
    const done = await this.#store.replace(gone, rows);
    if (done) this.#damaged = this.#damaged.filter((id) => !gone.includes(id));
    return parts.map((part, at) => ({ ...part, id: done ? (rows[at]?.id ?? null) : null }));
  }

  /** Gives kept parts as they come back: what of them may stay on disk does. */
  async #reopened(parts: readonly Part[]): Promise<readonly Part[]> {
    const reopened: Part[] = [];
    for (const part of parts)
      reopened.push((part.id === null ? null : openPart(await this.#store.segment(part.id))) ?? part);
    return reopened;
  }

  /** Makes kept parts of what was given; they stay in memory only where the others are there. */
  async #build(): Promise<void> {
    const parts = buildParts(this.#given);
    this.#given.clear();
    const written = await this.#keep(parts, []);
    const unkept = written.some(({ id }) => id === null);
    if (this.#parts || unkept) this.#parts = [...(await this.#load()), ...(await this.#reopened(written))];
  }

  /** Makes parts of wanted reports that are in none, from what was given and from the kept passages. */
  async #fill(wanted: readonly Wanted[]) {
    const given = new Map<string, Given>();
    for (const [report, version] of wanted) {
      const one = this.#given.get(report);
      if (one?.version === version) given.set(report, one);
    }
    const asked = wanted.filter((one) => !given.has(one[0]) && this.#rows.has(one));
    for (let at = 0; at < asked.length; at += AT_A_TIME)
      for (const [report, one] of await this.#rows.kept(asked.slice(at, at + AT_A_TIME)))
        given.set(report, one);
    this.#given.clear();
    return {
      made: buildParts(given),
      lost: asked.flatMap(([report]) => (given.has(report) ? [] : [report])),
    };
  }
}

/** Makes the shelf of segments over a store. */
export const createSegmentShelf = (store: SegmentStore): SegmentShelf => new Shelf(store);
