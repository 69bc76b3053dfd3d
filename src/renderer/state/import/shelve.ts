import { succeed, type Result } from '../../../shared/fault';
import type { JournalDraft, LibraryPort } from '../../../shared/host';
import type { OwnReport } from '../../../shared/library';
import type { Filing, Reading } from './item';

/** What a change of the library needs beside its report. */
export interface Stamp {
  readonly newId: () => string;
  readonly now: () => Date;
  /** Which window writes. */
  readonly writer: string;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

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
  library: LibraryPort,
  { original }: Reading,
): Promise<Result<OwnReport['original']>> => {
  if (!original) return succeed(null);
  const kept = await library.put(original.bytes);
  if (!kept.ok) return kept;
  const name = original.name.split('/').at(-1) ?? original.name;
  return succeed({ sha256: kept.value, name: name.slice(0, 300), bytes: original.bytes.length });
};

/** How the text came out of its file, for 修补记录; null where there is nothing to tell. */
const keepReading = async (
  library: LibraryPort,
  { imported: { origin, repairs, warnings, guesses } }: Reading,
): Promise<Result<string | null>> =>
  repairs.length + warnings.length === 0
    ? succeed(null)
    : library.put(encode(JSON.stringify({ origin, repairs, warnings, guesses })));

/**
 * Puts a report on the shelf: its text, the file it came from and how it was read are on disk before the change that
 * names them is written. Answers the report; fails with a reason, and then nothing of it is on the shelf.
 */
export const shelveReport = async (
  library: LibraryPort,
  reading: Reading,
  filing: Filing,
  stamp: Stamp,
): Promise<Result<OwnReport>> => {
  const text = await library.put(encode(reading.imported.raw));
  if (!text.ok) return text;
  const original = await keepOriginal(library, reading);
  if (!original.ok) return original;
  const kept = await keepReading(library, reading);
  if (!kept.ok) return kept;
  const report: OwnReport = {
    ...filing,
    id: `own-${stamp.newId().toLowerCase()}`,
    placeCode: null,
    text: text.value,
    characters: reading.imported.raw.length,
    original: original.value,
    reading: kept.value,
  };
  const appended = await library.append(libraryChange('create', report, stamp));
  return appended.ok ? succeed(report) : appended;
};
