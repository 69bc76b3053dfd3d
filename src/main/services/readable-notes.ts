import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { noteOf, recordsOf, type NoteRecords } from '../../shared/anchor';
import { jsonLdPieces, toMarkdown, UNDESCRIBED, type DescribeReport } from '../../shared/exchange';
import type { JournalEntry } from '../../shared/host';
import type { Annotation } from '../../shared/report';
import type { Readable } from './snapshots';

const catalog = z.array(
  z.object({ id: z.string(), title: z.string(), place: z.string().nullable(), year: z.int().nullable() }),
);

/** Names of the bundled reports; without the catalogue the notes are still there, under the reports' ids. */
export const describeFrom = async (reportsFolder: string): Promise<DescribeReport> => {
  try {
    const rows = catalog.parse(JSON.parse(await readFile(join(reportsFolder, 'catalog.json'), 'utf8')));
    const facts = new Map(
      rows.map(({ id, title, place, year }) => [
        id,
        { name: place && year ? `${place} ${year}` : title, title, place, year, sectionPath: () => '' },
      ]),
    );
    return (id) => facts.get(id) ?? null;
  } catch {
    return UNDESCRIBED;
  }
};

/** Pieces put together between two looks at what else there is to do: the window must not wait for a snapshot. */
const PIECES = 250;

const recordsWithRests = async (entries: readonly JournalEntry[]): Promise<NoteRecords> => {
  const steps = recordsOf(entries);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await breathe();
  }
};

const joined = async (pieces: Iterable<string>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let text = '';
  let count = 0;
  for (const piece of pieces) {
    text += piece;
    count += 1;
    if (count % PIECES > 0) continue;
    parts.push(Buffer.from(text));
    text = '';
    await breathe();
  }
  return Buffer.concat([...parts, Buffer.from(text)]);
};

/** The living notes of a journal in the two files of a snapshot that people and other programs read. */
export const readableNotes = async (
  entries: readonly JournalEntry[],
  describe: DescribeReport,
): Promise<Readable> => {
  const records = await recordsWithRests(entries);
  const notes = [...records.values()].flatMap((record): readonly Annotation[] => {
    const note = noteOf(record);
    return note && note.deleted === null ? [note.annotation] : [];
  });
  const jsonLd = await joined(jsonLdPieces(notes));
  return {
    notes: notes.length,
    files: { 'annotations.jsonld': jsonLd, 'notes.md': Buffer.from(toMarkdown(notes, describe)) },
  };
};
