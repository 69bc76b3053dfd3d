import { setImmediate as breathe } from 'node:timers/promises';
import { noteOf, recordsOf, type NoteRecords } from '../../shared/anchor';
import { jsonLdPieces, markdownPieces, type DescribeReport } from '../../shared/exchange';
import type { JournalEntry } from '../../shared/host';
import type { Annotation } from '../../shared/report';
import type { Readable } from './snapshots';

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

/** Names and headings of the reports with these ids. */
export type DescribeSome = (ids: ReadonlySet<string>) => Promise<DescribeReport>;

/** The living notes of a journal in the two files of a snapshot that people and other programs read. */
export const readableNotes = async (
  entries: readonly JournalEntry[],
  describe: DescribeSome,
): Promise<Readable> => {
  const records = await recordsWithRests(entries);
  const notes = [...records.values()].flatMap((record): readonly Annotation[] => {
    const note = noteOf(record);
    return note && note.deleted === null ? [note.annotation] : [];
  });
  const ids = new Set(notes.flatMap(({ targets }) => targets.map(({ report }) => report)));
  const jsonLd = await joined(jsonLdPieces(notes));
  const markdown = await joined(markdownPieces(notes, await describe(ids)));
  return { notes: notes.length, files: { 'annotations.jsonld': jsonLd, 'notes.md': markdown } };
};
