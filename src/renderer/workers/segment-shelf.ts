import type { Passage, Segment, Segments } from '../../shared/search';
import {
  arrange,
  buildSegment,
  joinSegments,
  openPassages,
  openSegment,
  packPassages,
  packSegment,
} from '../../shared/search';
import type { KeptSegment, SegmentStore } from '../store/segment-store';
import { createGiving, type Giving } from './giving-store';

/** Units of a full segment: some two hundred reports. Small enough to be made anew in a moment, few enough to be searched one by one. */
const FULL = 4_000_000;

/** So many segments that are not half full are searched beside the full ones before they are made one. */
const MOST_SMALL = 4;

/** Reports whose passages are read at a time while segments are made of them. */
const AT_A_TIME = 64;

/** Reports whose passages are at hand from one question to the next. */
const MOST_READ = 96;

/** A segment with the version of each of its reports; `id` is null until it is kept. */
interface Part {
  readonly id: string | null;
  readonly segment: Segment;
  readonly versions: ReadonlyMap<string, string>;
}

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
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The part a store kept; null where it is damaged or of another version of the program. */
const opened = (stored: unknown): Part | null => {
  if (!isRecord(stored) || typeof stored['id'] !== 'string' || !Array.isArray(stored['versions']))
    return null;
  const versions: readonly unknown[] = stored['versions'];
  const segment = openSegment(stored['segment']);
  if (segment === null || versions.length !== segment.reports.length) return null;
  const known = segment.reports.map(({ report }, at) => [report, String(versions[at])] as const);
  return { id: stored['id'], segment, versions: new Map(known) };
};

const kept = ({ segment, versions }: Part): KeptSegment => ({
  id: crypto.randomUUID(),
  versions: segment.reports.map(({ report }) => versions.get(report) ?? ''),
  segment: packSegment(segment),
});

const sizeOf = ({ segment }: Part): number => segment.units.length;

/** Puts what has a size into groups of at most a full segment each, in order. */
const grouped = <Item>(
  items: readonly Item[],
  size: (item: Item) => number,
): readonly (readonly Item[])[] => {
  const groups: Item[][] = [];
  let filled = Infinity;
  for (const item of items) {
    if (filled + size(item) > FULL) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(item);
    filled += size(item);
  }
  return groups;
};

interface Given {
  readonly version: string;
  readonly passages: readonly Passage[];
}

const lengthOf = ({ passages }: Given): number =>
  passages.reduce((sum, { text }) => sum + text.length + 1, 0);

/** Makes parts of reports whose passages are at hand. */
const built = (given: ReadonlyMap<string, Given>): readonly Part[] =>
  grouped([...given], ([, one]) => lengthOf(one)).map((group) => ({
    id: null,
    segment: buildSegment(group.flatMap(([, { passages }]) => passages)),
    versions: new Map(group.map(([report, { version }]) => [report, version])),
  }));

class Shelf implements SegmentShelf {
  readonly #store: Giving;
  #wanted: ReadonlyMap<string, string> = new Map();
  readonly #gone = new Set<string>();
  /** Versions of the passages the store has. */
  #rows: Map<string, string> | null = null;
  /** Given, and in no segment yet. */
  readonly #given = new Map<string, Given>();
  #parts: readonly Part[] | null = null;
  #view: View | null = null;
  readonly #read = new Map<string, Given>();

  constructor(store: SegmentStore) {
    this.#store = createGiving(store);
  }

  async shelve(wanted: ReadonlyMap<string, string>, gone: readonly string[]): Promise<readonly string[]> {
    this.#wanted = wanted;
    this.#view = null;
    const rows = (this.#rows ??= new Map(await this.#store.versions()));
    for (const report of gone) {
      this.#gone.add(report);
      this.#given.delete(report);
      rows.delete(report);
    }
    await this.#store.dropPassages(gone);
    return [...wanted].flatMap(([report, version]) =>
      rows.get(report) === version || this.#given.get(report)?.version === version ? [] : [report],
    );
  }

  async put(report: string, version: string, passages: readonly Passage[]): Promise<void> {
    this.#view = null;
    this.#gone.delete(report);
    this.#given.set(report, { version, passages });
    this.#rows?.set(report, version);
    this.#remember(report, { version, passages });
    await this.#store.putPassages(packPassages(report, version, passages));
    const length = [...this.#given.values()].reduce((sum, one) => sum + lengthOf(one), 0);
    if (length >= FULL) await this.#build();
  }

  async view(): Promise<View> {
    if (this.#view) return this.#view;
    const parts = await this.#load();
    const owned = new Set<string>();
    const own = (list: readonly Part[]): readonly Segment[] =>
      list.flatMap(({ segment, versions }) => {
        const mine = new Set(
          [...versions].flatMap(([id, version]) =>
            this.#wanted.get(id) === version && !owned.has(id) ? [id] : [],
          ),
        );
        for (const id of mine) owned.add(id);
        if (mine.size === segment.reports.length) return [segment];
        return joinSegments([segment], (id) => mine.has(id)) ?? [];
      });
    const known = own(parts);
    const { made, lost } = await this.#fill([...this.#wanted].filter(([id]) => !owned.has(id)));
    this.#parts = [...parts, ...made];
    return (this.#view = { segments: arrange([...known, ...own(made)]), lost });
  }

  async texts(reports: readonly string[]): Promise<Texts> {
    const found = new Map<string, readonly Passage[]>();
    const asked: (readonly [string, string])[] = [];
    for (const report of reports) {
      const version = this.#wanted.get(report) ?? '';
      const read = this.#read.get(report);
      if (read?.version === version) found.set(report, read.passages);
      else asked.push([report, version]);
    }
    for (const [report, one] of await this.#rowsOf(asked)) {
      found.set(report, one.passages);
      this.#remember(report, one);
    }
    return found;
  }

  async rest(): Promise<void> {
    if (this.#given.size > 0) await this.#build();
    const parts = this.#parts;
    if (!parts) return;
    const isOld = (id: string, version: string): boolean =>
      this.#gone.has(id) || (this.#wanted.get(id) ?? version) !== version;
    const hasOld = ({ versions }: Part): boolean => [...versions].some(([id, version]) => isOld(id, version));
    const small = parts.filter((part) => sizeOf(part) < FULL / 2);
    const unkept = parts.filter(({ id }) => id === null);
    const loose = new Set([...(small.length > MOST_SMALL ? small : []), ...unkept, ...parts.filter(hasOld)]);
    if (loose.size === 0) return;
    const made = grouped([...loose], sizeOf).flatMap((group): readonly Part[] => {
      const taken = new Map<string, string>();
      const segments = group.flatMap(({ segment, versions }) => {
        const fresh = [...versions].filter(([id, version]) => !isOld(id, version) && !taken.has(id));
        for (const [id, version] of fresh) taken.set(id, version);
        const ids = new Set(fresh.map(([id]) => id));
        return joinSegments([segment], (id) => ids.has(id)) ?? [];
      });
      const segment = segments.length > 1 ? joinSegments(segments) : (segments[0] ?? null);
      return segment === null ? [] : [{ id: null, segment, versions: taken }];
    });
    const written = await this.#keep(
      made,
      [...loose].flatMap(({ id }) => id ?? []),
    );
    this.#parts = [...parts.filter((part) => !loose.has(part)), ...written];
    this.#view = null;
  }

  #remember(report: string, one: Given): void {
    this.#read.delete(report);
    this.#read.set(report, one);
    for (const [oldest] of this.#read) {
      if (this.#read.size <= MOST_READ) return;
      this.#read.delete(oldest);
    }
  }

  async #load(): Promise<readonly Part[]> {
    return (this.#parts ??= (await this.#store.segments()).map(opened).filter((part) => part !== null));
  }

  async #keep(parts: readonly Part[], gone: readonly string[]): Promise<readonly Part[]> {
    const rows = parts.map(kept);
    const done = await this.#store.replace(gone, rows);
    return parts.map((part, at) => ({ ...part, id: done ? (rows[at]?.id ?? null) : null }));
  }

  /** Makes kept parts of what was given; they stay in memory only where the others are there. */
  async #build(): Promise<void> {
    const parts = built(this.#given);
    this.#given.clear();
    const written = await this.#keep(parts, []);
    const unkept = written.some(({ id }) => id === null);
    if (this.#parts || unkept) this.#parts = [...(await this.#load()), ...written];
  }

  /** Makes parts of wanted reports that are in none, from what was given and from the kept passages. */
  async #fill(wanted: readonly (readonly [string, string])[]) {
    const given = new Map<string, Given>();
    const asked: (readonly [string, string])[] = [];
    for (const [report, version] of wanted) {
      const one = this.#given.get(report);
      if (one?.version === version) given.set(report, one);
      else if (this.#rows?.get(report) === version) asked.push([report, version]);
    }
    for (let at = 0; at < asked.length; at += AT_A_TIME)
      for (const [report, one] of await this.#rowsOf(asked.slice(at, at + AT_A_TIME))) given.set(report, one);
    this.#given.clear();
    return { made: built(given), lost: asked.flatMap(([report]) => (given.has(report) ? [] : [report])) };
  }

  /** The kept passages that hold; a row that does not is forgotten. */
  async #rowsOf(asked: readonly (readonly [string, string])[]): Promise<ReadonlyMap<string, Given>> {
    const rows = asked.length === 0 ? [] : await this.#store.passages(asked);
    const found = new Map<string, Given>();
    asked.forEach(([report, version], at) => {
      const passages = openPassages(rows[at], version);
      if (passages) found.set(report, { version, passages });
      else this.#rows?.delete(report);
    });
    return found;
  }
}

/** Makes the shelf of segments over a store. */
export const createSegmentShelf = (store: SegmentStore): SegmentShelf => new Shelf(store);
