import { succeed, type Result } from '../fault';
import type { JournalDraft, JournalEntry, LibraryPort } from '../host';
import type { Filing, ReadReport } from './filing';
import type { OwnReport } from './record';
import { inBin, type KeptReport, type KeptReports } from './replay';

/** What a change of the library needs beside its report. */
export interface Stamp {
  readonly newId: () => string;
  readonly now: () => Date;
  /** Which window or program writes. */
  readonly writer: string;
}

/** The part of the library that putting a report on the shelf needs. */
export interface Shelf extends Pick<LibraryPort, 'append' | 'put'> {
  /** Keeps a text as UTF-8. */
  putText(text: string): Promise<Result<string>>;
}

/** A change of the catalog about one report. */
export const libraryChange = (
  kind: JournalDraft['kind'],
  report: OwnReport,
  { newId, now, writer }: Stamp,
  baseRev: string | null = null,
): JournalDraft => ({
  id: newId(),
  noteId: report.id,
  kind,
  baseRev,
  writer,
  time: now().toISOString(),
  payload: kind === 'create' || kind === 'edit' ? { report } : null,
});

const keepOriginal = async (
  library: Shelf,
  { original }: ReadReport,
): Promise<Result<OwnReport['original']>> => {
  if (!original) return succeed(null);
  const kept = await library.put(original.bytes);
  if (!kept.ok) return kept;
  const name = original.name.split('/').at(-1) ?? original.name;
  return succeed({ sha256: kept.value, name: name.slice(0, 300), bytes: original.bytes.length });
};

/** Tells how the text came out of its file, for 修补记录; null where there is nothing to tell. */
const keepReading = async (
  library: Shelf,
  { imported: { origin, repairs, warnings, guesses } }: ReadReport,
): Promise<Result<string | null>> =>
  repairs.length + warnings.length === 0
    ? succeed(null)
    : library.putText(JSON.stringify({ origin, repairs, warnings, guesses }));

/** Gives what is on disk of a reading before the change that names it is written. */
const keepContent = async (
  library: Shelf,
  reading: ReadReport,
): Promise<Result<Pick<OwnReport, 'text' | 'characters' | 'original' | 'reading'>>> => {
  const text = await library.putText(reading.imported.raw);
  if (!text.ok) return text;
  const original = await keepOriginal(library, reading);
  if (!original.ok) return original;
  const kept = await keepReading(library, reading);
  if (!kept.ok) return kept;
  const characters = reading.imported.raw.length;
  return succeed({ text: text.value, characters, original: original.value, reading: kept.value });
};

/** The facts with the official division the place is. The table is large, and loaded for this only. */
export const placed = async (
  filing: Filing,
  text: string,
): Promise<Filing & Pick<OwnReport, 'placeCode'>> => {
  const { findDivision } = await import('../places');
  const division = findDivision(filing.place, text);
  return { ...filing, place: division?.name ?? filing.place, placeCode: division?.code ?? null };
};

const written = (appended: Result<JournalEntry>, report: OwnReport): Result<OwnReport> =>
  appended.ok ? succeed(report) : appended;

/** Where a report is to be put: what is there already, and who writes. */
export interface ShelfState {
  readonly kept: KeptReports;
  readonly stamp: Stamp;
}

/**
 * Puts a report on the shelf: its text, the file it came from and how it was read are on disk before the change that
 * names them is written. One whose text lies in the bin comes back from there, with its notes. Answers the report;
 * fails with a reason, and then nothing of it is on the shelf.
 */
export const shelveReport = async (
  library: Shelf,
  reading: ReadReport,
  filing: Filing,
  { kept, stamp }: ShelfState,
): Promise<Result<OwnReport>> => {
  const content = await keepContent(library, reading);
  if (!content.ok) return content;
  const facts = await placed(filing, reading.imported.raw);
  const binned = inBin(kept, content.value.text);
  const id = binned?.report.id ?? `own-${stamp.newId().toLowerCase()}`;
  const report: OwnReport = { ...content.value, ...facts, id };
  if (!binned) return written(await library.append(libraryChange('create', report, stamp)), report);
  const restored = await library.append(libraryChange('restore', report, stamp, binned.rev));
  if (!restored.ok) return restored;
  return written(await library.append(libraryChange('edit', report, stamp, restored.value.id)), report);
};

/** Takes a reading as the new text of a report on the shelf; its notes find their places in it anew. */
export const replaceText = async (
  library: Shelf,
  reading: ReadReport,
  filing: Filing,
  { before: { report: old, rev }, stamp }: { readonly before: KeptReport; readonly stamp: Stamp },
): Promise<Result<OwnReport>> => {
  const content = await keepContent(library, reading);
  if (!content.ok) return content;
  const facts = await placed(filing, reading.imported.raw);
  const report: OwnReport = { ...content.value, ...facts, id: old.id };
  return written(await library.append(libraryChange('edit', report, stamp, rev)), report);
};
