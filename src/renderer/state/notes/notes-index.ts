import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import {
  questionOf,
  resolveTarget,
  type Note,
  type Resolution,
  type UnsureReason,
} from '../../../shared/anchor';
import type { AnnotationTarget, CatalogEntry, Report, Topic } from '../../../shared/report';
import { shadowOf } from '../../../shared/search';
import { makeTurns } from '../../yield/yield';
import { useLibrary, useShell } from '../app';
import { openVolumes, type Library, type LibraryStore } from '../library/library';

/** A note with all that lists are filtered, searched and sorted by. */
export interface IndexedNote {
  readonly note: Note;
  /** Words, tags and quotes as search compares them: no matter how they are typed. */
  readonly shadow: string;
  /** Where each target stands; null where its report is not open. */
  readonly resolutions: readonly (Resolution | null)[];
  /** Why the reader is asked where a target is; null where there is nothing to ask. */
  readonly questions: readonly (UnsureReason | null)[];
  /** A passage's place is for the reader to decide. */
  readonly unsure: boolean;
  readonly reports: readonly string[];
  /** Years the reports were given in. */
  readonly years: readonly number[];
  readonly topics: readonly Topic[];
}

/** What the index knows of the shelf: the reports that can be read, their years and texts. */
export interface ShelfFacts {
  readonly years: ReadonlyMap<string, number>;
  /** Hex SHA-256 of each report's raw text of now. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Where a passage stands in a report, and the topic of its section. */
export interface PlacedTarget {
  readonly resolution: Resolution;
  readonly topic: Topic | null;
}

const topicAt = ({ paragraphs, sections }: Report, at: number): Topic | null => {
  const paragraph = paragraphs.find(({ range }) => at < range.end);
  return sections[paragraph?.section ?? -1]?.topic ?? null;
};

/** Finds a passage in its report. */
export const placeTarget = (report: Report, target: AnnotationTarget): PlacedTarget => {
  const resolution = resolveTarget(report, target);
  return {
    resolution,
    topic: resolution.state === 'unsure' ? null : topicAt(report, resolution.range.start),
  };
};

type PlaceOf = (target: AnnotationTarget) => PlacedTarget | undefined;

/** Puts a note against the shelf; `placeOf` gives undefined where the report cannot be read. */
export function indexNote(note: Note, { years, sources }: ShelfFacts, placeOf: PlaceOf): IndexedNote {
  const { body, targets } = note.annotation;
  const places = targets.map(placeOf);
  const resolutions = places.map((place) => place?.resolution ?? null);
  const questions = targets.map((target, index) =>
    questionOf(target, resolutions[index] ?? null, sources.get(target.report)),
  );
  const named = [...new Set(targets.map(({ report }) => report))];
  const words = note.draft?.text ?? body.text;
  return {
    note,
    shadow: shadowOf([words, ...body.tags, ...targets.map(({ quote }) => quote.exact)].join('\n')),
    resolutions,
    questions,
    unsure: note.deleted === null && questions.some((question) => question !== null),
    reports: named,
    years: [...new Set(named.flatMap((report) => years.get(report) ?? []))],
    topics: [...new Set(places.flatMap((place) => place?.topic ?? []))],
  };
}

/** So few are put in at once where their reports are open; the rest bit by bit, so that the page never stands still. */
const AT_ONCE = 20;

/** What has been found out against one state of the shelf; a note that has not changed is not looked at again. */
interface Findings {
  readonly rows: WeakMap<Note, IndexedNote>;
  readonly placed: WeakMap<AnnotationTarget, PlacedTarget>;
}

const findingsBy = new WeakMap<ShelfFacts, Findings>();

const findingsFor = (facts: ShelfFacts): Findings => {
  const found = findingsBy.get(facts) ?? { rows: new WeakMap(), placed: new WeakMap() };
  findingsBy.set(facts, found);
  return found;
};

const factsBy = new WeakMap<readonly CatalogEntry[], ShelfFacts>();

/** Gives what the index needs of entries, the same for the same ones. */
const factsOf = (entries: readonly CatalogEntry[]): ShelfFacts => {
  const facts = factsBy.get(entries) ?? {
    years: new Map(entries.map(({ id, year }) => [id, year])),
    sources: new Map(entries.map(({ id, sha256 }) => [id, sha256])),
  };
  factsBy.set(entries, facts);
  return facts;
};

export interface NotesIndex {
  /** Those of the notes that are indexed, in their order. */
  readonly rows: readonly IndexedNote[];
  /** Notes still to be indexed. */
  readonly left: number;
}

const unplacedReports = (notes: readonly Note[], facts: ShelfFacts): readonly string[] => {
  const { placed } = findingsFor(facts);
  const targets = notes.flatMap(({ annotation }) => annotation.targets);
  const missing = targets.filter((target) => facts.sources.has(target.report) && !placed.has(target));
  return [...new Set(missing.map(({ report }) => report))];
};

/** Finds the passages of the notes report by report, each open only for that, then indexes the notes. */
const indexAll = async (
  notes: readonly Note[],
  facts: ShelfFacts,
  library: LibraryStore,
  wanted: () => boolean,
): Promise<void> => {
  const { rows, placed } = findingsFor(facts);
  const turns = makeTurns();
  for (const id of unplacedReports(notes, facts)) {
    const read = await library.getState().read(id);
    for (const target of notes.flatMap(({ annotation }) => annotation.targets)) {
      if (!wanted()) return;
      if (!read.ok || target.report !== id || placed.has(target)) continue;
      placed.set(target, placeTarget(read.value.report, target));
      await turns();
    }
  }
  for (const note of notes) {
    if (!wanted()) return;
    if (!rows.has(note))
      rows.set(
        note,
        indexNote(note, facts, (target) => placed.get(target)),
      );
    await turns();
  }
};

/** Indexes a few notes at once, as far as their reports are open. */
const indexFew = (notes: readonly Note[], facts: ShelfFacts, { shelf }: Library): void => {
  const { rows, placed } = findingsFor(facts);
  for (const { report } of openVolumes(shelf))
    for (const target of notes.flatMap(({ annotation }) => annotation.targets))
      if (target.report === report.id && !placed.has(target)) placed.set(target, placeTarget(report, target));
  for (const note of notes)
    if (unplacedReports([note], facts).length === 0)
      rows.set(
        note,
        indexNote(note, facts, (target) => placed.get(target)),
      );
};

/** The notes indexed against the shelf; with many new ones the answer grows until `left` is 0. */
export function useNotesIndex(notes: readonly Note[]): NotesIndex {
  const { library } = useShell();
  const entries = useLibrary(
    useShallow(({ shelf }: Library) =>
      shelf.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry])),
    ),
  );
  const facts = factsOf(entries);
  const [turn, setTurn] = useState(0);
  const index = useMemo(() => {
    const { rows } = findingsFor(facts);
    const missing = notes.filter((note) => !rows.has(note));
    if (missing.length <= AT_ONCE) indexFew(missing, facts, library.getState());
    const there = notes.flatMap((note) => rows.get(note) ?? []);
    return { rows: there, left: notes.length - there.length };
    // `turn` tells that the rows have grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [notes, facts, turn]);
  useEffect(() => {
    if (index.left === 0) return undefined;
    let wanted = true;
    void indexAll(notes, facts, library, () => wanted).then(() => {
      if (wanted) setTurn((count) => count + 1);
    });
    return () => {
      wanted = false;
    };
  }, [notes, facts, library, index.left]);
  return index;
}
