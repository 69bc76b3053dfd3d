import type { Genre, ReportMeta, Section, Source } from '../../report';
import type { ParagraphPiece } from '../pieces';
import { findDate } from './date';
import { findGenre } from './genre';
import { findPlace } from './place';
import { plainDates, type Found } from './plain';
import { findReporters, findSpeaker } from './speaker';
import { findTitle } from './title';
import { findYear, reviewedYear } from './year';

export type { Found } from './plain';

/** Facts a catalog or a reader knows better than the text. */
export type KnownFacts = Partial<Pick<ReportMeta, 'title' | 'place' | 'year' | 'genre'>>;

/** What a text and its file's name tell of the report, each with its evidence. */
export interface FoundFacts {
  readonly title: Found<string> | null;
  readonly place: Found<string> | null;
  readonly year: Found<number> | null;
  readonly date: Found<string> | null;
  readonly genre: Found<Genre>;
  readonly speaker: Found<NonNullable<ReportMeta['speaker']>> | null;
  readonly reporters: readonly string[];
  /** The year the title says it looks back on, or null. */
  readonly reviewed: number | null;
}

const textsOf = (pieces: readonly ParagraphPiece[], ...kinds: readonly ParagraphPiece['kind'][]): string[] =>
  pieces.filter(({ kind }) => kinds.includes(kind)).map(({ glyphs }) => plainDates(glyphs.text));

const OPENING_PIECES = 12;
const OPENING_LENGTH = 60;

/** Finds what a text says of itself, before its sections are known. */
export function findFacts({ id, file = id }: Source, pieces: readonly ParagraphPiece[]): FoundFacts {
  const titles = textsOf(pieces, 'title');
  const bylines = textsOf(pieces, 'byline');
  const opening = pieces
    .slice(0, OPENING_PIECES)
    .map(({ glyphs }) => plainDates(glyphs.text).slice(0, OPENING_LENGTH));
  const head = [...titles, ...bylines, ...opening];
  const body = pieces.map(({ glyphs }) => glyphs.text).join('\n');
  const date = findDate(head);
  return {
    title: findTitle([...titles, ...bylines], titles),
    place: findPlace(head, body, file),
    year: findYear({ headings: textsOf(pieces, 'heading'), head, file, date }),
    date,
    genre: findGenre(titles, pieces, body.length),
    speaker: findSpeaker(head),
    reporters: findReporters(bylines),
    reviewed: reviewedYear(titles),
  };
}

/** Facts and years of a report; `known` goes before anything found. */
export function settleFacts({ id }: Source, found: FoundFacts, known: KnownFacts) {
  const year = known.year ?? found.year?.value ?? null;
  const facts = {
    id,
    title: known.title ?? found.title?.value ?? id,
    place: known.place ?? found.place?.value ?? null,
    year,
    date: found.date?.value ?? null,
    genre: known.genre ?? found.genre.value,
    speaker: found.speaker?.value ?? null,
    reporters: found.reporters,
  };
  return {
    facts,
    years: {
      year,
      reviewed: found.reviewed ?? (year === null ? null : year - 1),
    },
  };
}

/** Periods of the outermost sections by role: reviews newest first, plans in order. */
export function readPeriods(sections: readonly Section[]): Pick<ReportMeta, 'reviews' | 'plans'> {
  const of = (roles: readonly string[]): string[] => [
    ...new Set(
      sections.flatMap(({ role, period }) => (period !== null && roles.includes(role) ? [period] : [])),
    ),
  ];
  const end = (period: string): string => period.slice(-4);
  const reviews = of(['review', 'five-year']);
  return {
    reviews: reviews.sort((a, b) => end(b).localeCompare(end(a)) || a.length - b.length),
    plans: of(['plan', 'targets', 'requirements', 'livelihood']).sort(),
  };
}
