/**
 * How long an export of ten thousand notes takes beside JSON.stringify and a write of the same bytes. Run with
 * `npm run bench:export`; every time is the least of several in this process, in milliseconds.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf } from '../src/renderer/workers/exchange-service';
import { describeReports, type ExchangeFormat } from '../src/shared/exchange';
import { bundledReports } from '../tests/helpers/bundled-reports';
import { manyNotes } from '../tests/helpers/many-notes';

const NOTES = 10_000;

/** What the issue allows, for the formats that are one piece of text a note. */
const MOST = 3;

const taken = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The least time of each, taken in turns, so that whatever else the machine does weighs on both alike. */
async function best(
  times: number,
  one: () => Promise<void>,
  other: () => Promise<void>,
): Promise<[number, number]> {
  const least: [number, number] = [Infinity, Infinity];
  for (let i = 0; i < times; i += 1) {
    least[0] = Math.min(least[0], await taken(one));
    least[1] = Math.min(least[1], await taken(other));
  }
  return least;
}

const reports = bundledReports();
const notes = manyNotes(NOTES);
const texts = new Map(reports.map(({ id, clean }) => [id, clean]));
const atHand = { describe: describeReports(reports), textOf: (id: string) => texts.get(id) ?? null };
const folder = await mkdtemp(join(tmpdir(), 'duidu-bench-'));
const file = join(folder, 'notes');

async function bench(format: ExchangeFormat, times: number): Promise<number> {
  const bytes = await bytesOf(format, notes, atHand);
  // Of JSON-LD the very value that is written; elsewhere the notes that went in.
  const value: unknown = format === 'jsonld' ? JSON.parse(new TextDecoder().decode(bytes)) : notes;
  const [plain, ours] = await best(
    times,
    async () => {
      JSON.stringify(value);
      await writeFile(file, bytes);
    },
    async () => {
      await writeFile(file, await bytesOf(format, notes, atHand));
    },
  );
  console.log({
    format,
    notes: NOTES,
    megabytes: (bytes.length / 2 ** 20).toFixed(1),
    export: ours.toFixed(0),
    'stringify and write': plain.toFixed(0),
    times: (ours / plain).toFixed(2),
  });
  return ours / plain;
}

/** Turns, of which the quickest counts: enough that some find a busy machine at rest. */
const TURNS = 25;

const text = [await bench('jsonld', TURNS), await bench('csv', TURNS), await bench('markdown', TURNS)];
// A Word file is 11 MB of markup that has to be packed: it is measured, and how far it is can be seen.
await bench('docx', 5);
await rm(folder, { recursive: true });
if (Math.max(...text) >= MOST) process.exitCode = 1;
