import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { harmlessMarkdown, toJsonLd } from '../../src/shared/exchange';
import type { ExchangeFormat } from '../../src/shared/exchange';
import type { Annotation } from '../../src/shared/report';
import { tell, times } from '../helpers/faults';
import { manyNotes } from '../helpers/many-notes';
import { fileOf, openDesk, openLibrary, type Desk } from '../unit/state/exchange-desk';

const NOTES = times(1_000, 10_000);
const ROUNDS = times(1, 5);

const inOrder = (desk: Desk): readonly Annotation[] =>
  desk.notes
    .getState()
    .notes.map(({ annotation }) => annotation)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** A file of all notes as the reader saves it. */
const saved = async (desk: Desk, format: ExchangeFormat): Promise<string> => {
  const said = await desk.exchange.getState().save(format, inOrder(desk));
  expect(said).toContain(`已导出 ${NOTES} 条`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(desk.files.at(-1)?.bytes);
};

/** Notes of the given list that a CSV does not hold with the same words. */
const missingInCsv = (file: string, notes: readonly Annotation[]): readonly string[] => {
  const { data } = Papa.parse<Record<string, string>>(file.replace(/^\\uFEFF/, ''), { header: true });
  const texts = new Map(data.map((row) => [row['编号'] ?? '', (row['批注'] ?? '').replace(/^'/, '')]));
  return notes.filter(({ id, body }) => texts.get(id) !== body.text).map(({ id }) => id);
};

/** The words and figures alone: a file for people is set with the marks of print. */
const folded = (text: string): string => text.replace(/[\p{P}\p{S}\s]/gu, '');

/** Notes whose words, or first quote where they have none, a Markdown file lacks. */
const missingInMarkdown = (file: string, notes: readonly Annotation[]): readonly string[] => {
  const lines = file.split('\n');
  const words = new Set(lines);
  const quotes = new Set(
    lines.flatMap((line) => /^> .*?(?<!\\)\*\*(.+?)(?<!\\)\*\*/.exec(line)?.[1] ?? []).map(folded),
  );
  const quoteOf = ({ targets }: Annotation): string => folded(targets[0]?.quote.exact ?? '');
  return notes
    .filter((note) => {
      const text = harmlessMarkdown(note.body.text);
      return text ? !words.has(text) : !quotes.has(quoteOf(note));
    })
    .map(({ id }) => id);
};

describe('notes go out, everything is wiped, and they come back (R17)', () => {
  it(
    `${NOTES} notes, JSON-LD byte-equal, CSV and Markdown with every note`,
    { timeout: 900_000 },
    async () => {
      const library = openLibrary();
      const notes = manyNotes(NOTES);
      const lost: Record<'jsonld' | 'csv' | 'markdown', string[]> = { jsonld: [], csv: [], markdown: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        const here = await openDesk(library);
        here.notes.getState().add(notes);
        await here.settled();
        const file = await saved(here, 'jsonld');
        lost.csv.push(...missingInCsv(await saved(here, 'csv'), notes));
        lost.markdown.push(...missingInMarkdown(await saved(here, 'markdown'), notes));
        here.repository.close();
        const there = await openDesk(library);
        there.chosen = fileOf('批注.jsonld', file);
        await there.exchange.getState().choose();
        expect(there.exchange.getState().accept(false)).toBe(NOTES);
        await there.settled();
        const back = inOrder(there);
        lost.jsonld.push(
          ...notes.filter((note, i) => JSON.stringify(back[i]) !== JSON.stringify(note)).map(({ id }) => id),
        );
        expect(toJsonLd(back)).toBe(file);
        there.repository.close();
      }
      tell('R17', `JSON-LD out and in, ${NOTES} notes`, ROUNDS, lost.jsonld);
      tell('R17', `CSV, ${NOTES} notes`, ROUNDS, lost.csv);
      tell('R17', `Markdown, ${NOTES} notes`, ROUNDS, lost.markdown);
    },
  );
});
