import type { Fault } from '../../../shared/fault';
import type { ImportedFile } from '../../../shared/import';
import type { Genre } from '../../../shared/report';

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

/** What has become of one file, or of one report in it. */
export type ImportItem = Readonly<{ key: string; name: string }> &
  (
    | { readonly step: 'waiting' | 'reading' }
    /** Recognised wholly, or answered by the reader. */
    | { readonly step: 'ready' | 'asks' | 'shelving'; readonly reading: Reading; readonly facts: FilingFacts }
    | { readonly step: 'added'; readonly id: string; readonly facts: FilingFacts }
    /** The same text stands on the shelf already, under this id. */
    | { readonly step: 'known'; readonly id: string }
    | { readonly step: 'failed'; readonly fault: Fault }
  );

/** A report as it came out of its file. */
export interface Reading {
  readonly imported: ImportedFile;
  /** Null for pasted words. */
  readonly original: OriginalFile | null;
}

/** Takes from a reading what it is sure of; the rest stands as a guess to be confirmed. */
export const factsOf = ({ guesses, origin }: ImportedFile): FilingFacts => ({
  title: guesses.title?.value ?? stemOf(origin.name),
  place: guesses.place?.value ?? null,
  year: guesses.year?.value ?? null,
  genre: guesses.genre?.value ?? '全文',
});

const stemOf = (name: string): string =>
  (name.split(/[/›]/).at(-1) ?? name).trim().replace(/\.[A-Za-z0-9]{1,5}$/, '');

/** Whether place and year are beyond doubt: only what is unsure is asked. */
export const isSure = ({ guesses: { place, year } }: ImportedFile): boolean =>
  place !== null && place.sure && year !== null && year.sure;

/** The facts as a report is filed, or null where something is missing or cannot be. */
export const filingOf = ({ title, place, year, genre }: FilingFacts): Filing | null => {
  if (!title?.trim() || !place?.trim() || year === null) return null;
  if (!Number.isInteger(year) || year < 1949 || year > 2100) return null;
  return { title: title.trim().slice(0, 300), place: place.trim().slice(0, 300), year, genre };
};
