import { useEffect, useMemo, useState } from 'react';
import {
  questionOf,
  resolveTarget,
  type Note,
  type Resolution,
  type UnsureReason,
} from '../../../shared/anchor';
import type { Report, Topic } from '../../../shared/report';
import { shadowOf } from '../../../shared/search';
import { useLibrary } from '../app';
import { readyVolumes, type Shelved } from '../library/library';

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

/** What the index knows of the shelf. */
export interface ShelfFacts {
  readonly reports: ReadonlyMap<string, Report>;
  readonly years: ReadonlyMap<string, number>;
  /** Hex SHA-256 of each report's raw text of now. */
  readonly sources: ReadonlyMap<string, string>;
}

export const shelfFacts = (shelf: readonly Shelved[]): ShelfFacts => ({
  reports: new Map(readyVolumes(shelf).map(({ report }) => [report.id, report])),
  years: new Map(shelf.map(({ entry }) => [entry.id, entry.year])),
  sources: new Map(shelf.map(({ entry }) => [entry.id, entry.sha256])),
});

const topicAt = ({ paragraphs, sections }: Report, at: number): Topic | null => {
  const paragraph = paragraphs.find(({ range }) => at < range.end);
  return sections[paragraph?.section ?? -1]?.topic ?? null;
};

/** Puts a note against the shelf. */
export function indexNote(note: Note, { reports, years, sources }: ShelfFacts): IndexedNote {
  const { body, targets } = note.annotation;
  const resolutions = targets.map((target) => {
    const report = reports.get(target.report);
    return report ? resolveTarget(report, target) : null;
  });
  const questions = targets.map((target, index) =>
    questionOf(target, resolutions[index] ?? null, sources.get(target.report)),
  );
  const topics = targets.flatMap(({ report }, index) => {
    const place = resolutions[index];
    const text = reports.get(report);
    const topic = place && place.state !== 'unsure' && text ? topicAt(text, place.range.start) : null;
    return topic ?? [];
  });
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
    topics: [...new Set(topics)],
  };
}

/** So few are put in at once; more are put in bit by bit, so that the page never stands still. */
const AT_ONCE = 20;

/** Milliseconds of indexing between two pauses. */
const SLICE = 8;

/** Rows by shelf and note; a note that has not changed is not looked at again. */
const known = new WeakMap<ShelfFacts, WeakMap<Note, IndexedNote>>();

const rowsFor = (facts: ShelfFacts): WeakMap<Note, IndexedNote> => {
  const rows = known.get(facts) ?? new WeakMap<Note, IndexedNote>();
  known.set(facts, rows);
  return rows;
};

const factsByShelf = new WeakMap<readonly Shelved[], ShelfFacts>();

const factsOf = (shelf: readonly Shelved[]): ShelfFacts => {
  const facts = factsByShelf.get(shelf) ?? shelfFacts(shelf);
  factsByShelf.set(shelf, facts);
  return facts;
};

export interface NotesIndex {
  readonly facts: ShelfFacts;
  /** Those of `notes` that are indexed, in their order. */
  readonly rows: readonly IndexedNote[];
  /** Notes still to be indexed. */
  readonly left: number;
}

/** Indexes what is missing until its time is over; answers whether anything is left. */
function indexSome(notes: readonly Note[], facts: ShelfFacts, until: number): boolean {
  const rows = rowsFor(facts);
  for (const note of notes) {
    if (rows.has(note)) continue;
    if (performance.now() > until) return true;
    rows.set(note, indexNote(note, facts));
  }
  return false;
}

/** The notes indexed against the shelf; with many new ones the answer grows until `left` is 0. */
export function useNotesIndex(notes: readonly Note[]): NotesIndex {
  const shelf = useLibrary((state) => state.shelf);
  const facts = factsOf(shelf);
  const [turn, setTurn] = useState(0);
  const index = useMemo(() => {
    const rows = rowsFor(facts);
    const missing = notes.filter((note) => !rows.has(note));
    if (missing.length <= AT_ONCE) for (const note of missing) rows.set(note, indexNote(note, facts));
    const there = notes.flatMap((note) => rows.get(note) ?? []);
    return { facts, rows: there, left: notes.length - there.length };
    // `turn` tells that the rows have grown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [notes, facts, turn]);
  useEffect(() => {
    if (index.left === 0) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const more = indexSome(notes, facts, performance.now() + SLICE);
      if (more) timer = setTimeout(work);
      else setTurn((count) => count + 1);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [notes, facts, index.left]);
  return index;
}
