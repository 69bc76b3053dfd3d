import type { ImportedFile } from '../import';
import type { Genre } from '../report';

/** What a report is filed under; null where the file tells nothing. */
export interface FilingFacts {
  readonly title: string | null;
  readonly place: string | null;
  readonly year: number | null;
  readonly genre: Genre;
}

/** The facts once nothing is missing. */
export interface Filing {
  readonly title: string;
  readonly place: string;
  readonly year: number;
  readonly genre: Genre;
}

/** The file a report was read from, until it is kept. */
export interface OriginalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A report as it came out of its file. */
export interface ReadReport {
  readonly imported: ImportedFile;
  /** Null for pasted words. */
  readonly original: OriginalFile | null;
}

const LONGEST = 300;

/** Takes from a reading what it is sure of; the rest stands as a guess to be confirmed. */
export const factsOf = ({ guesses, origin }: ImportedFile): FilingFacts => ({
  title: guesses.title?.value ?? stemOf(origin.name),
  place: guesses.place?.value ?? null,
  year: guesses.year?.value ?? null,
  genre: guesses.genre?.value ?? '全文',
});

const stemOf = (name: string): string =>
  (name.split(/[/›]/).at(-1) ?? name).trim().replace(/\.[A-Za-z0-9]{1,5}$/, '');

/** Tells whether place and year are beyond doubt: only what is unsure is asked. */
export const isSure = ({ guesses: { place, year } }: ImportedFile): boolean =>
  place !== null && place.sure && year !== null && year.sure;

/** The facts as a report is filed, or null where something is missing or cannot be. */
export const filingOf = ({ title, place, year, genre }: FilingFacts): Filing | null => {
  if (!title?.trim() || !place?.trim() || year === null) return null;
  if (!Number.isInteger(year) || year < 1949 || year > 2100) return null;
  return { title: title.trim().slice(0, LONGEST), place: place.trim().slice(0, LONGEST), year, genre };
};
