import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../../../src/shared/parse';
import type { Catalog, Report, Section } from '../../../src/shared/report';
import { readCatalog } from '../../../src/shared/report/catalog';

const FOLDER = new URL('../../../resources/reports/', import.meta.url);

const readText = (name: string): string => readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8');

export function bundledCatalog(): Catalog {
  const catalog = readCatalog(JSON.parse(readText('catalog.json')));
  if (!catalog.ok) throw new Error(catalog.fault.detail);
  return catalog.value;
}

export const rawText = (id: string): string => readText(`${id}.txt`);

/** A bundled report as its text alone tells it, without the catalog's facts. */
export const parseBundled = (id: string): Report => parseReport({ id, raw: rawText(id) });

export const BUNDLED = bundledCatalog().map(({ id }) => id);

/** `level number heading`, run-in headings marked by a tilde, as a person would write an outline down. */
export const outlineOf = ({ sections }: Report): string[] =>
  sections.map(({ level, number, heading, runIn }) =>
    [level, `${runIn ? '~' : ''}${number ?? ''}`, heading].filter((part) => part !== '').join(' '),
  );

export const sectionOf = (report: Report, heading: string): Section => {
  const section = report.sections.find((candidate) => candidate.heading.includes(heading));
  if (section === undefined) throw new Error(`no section “${heading}”`);
  return section;
};

export const paragraphTexts = ({ clean, paragraphs }: Report): string[] =>
  paragraphs.map(({ range }) => clean.slice(range.start, range.end));

/** White space by the parser's word: anything `\s` and the zero-width space. */
export const withoutWhite = (text: string): string => text.replace(/[\s\u200b]/g, '');

/**
 * What keeps a report from being its source: clean characters and removals together must be the raw text's
 * characters, each once and in order, white space aside. Empty where all is well.
 */
export function findLosses({ raw, clean, map, removals }: Report): string[] {
  const taken = new Uint8Array(raw.length);
  const problems: string[] = [];
  for (const { cleanStart, rawStart, length } of map) {
    if (clean.slice(cleanStart, cleanStart + length) !== raw.slice(rawStart, rawStart + length))
      problems.push(`run at ${rawStart} differs`);
    for (let offset = rawStart; offset < rawStart + length; offset += 1)
      taken[offset] = (taken[offset] ?? 0) + 1;
  }
  for (const { range, text } of removals) {
    if (raw.slice(range.start, range.end) !== text) problems.push(`removal at ${range.start} differs`);
    for (let offset = range.start; offset < range.end; offset += 1) taken[offset] = (taken[offset] ?? 0) + 1;
  }
  for (let offset = 0; offset < raw.length; offset += 1) {
    const count = taken[offset] ?? 0;
    if (count > 1) problems.push(`character ${offset} taken twice`);
    if (count === 0 && withoutWhite(raw[offset] ?? '') !== '')
      problems.push(`character ${offset} “${raw[offset]}” lost`);
  }
  map.forEach(({ cleanStart, rawStart, length }, index) => {
    const next = map[index + 1];
    if (next && (next.cleanStart < cleanStart + length || next.rawStart < rawStart + length))
      problems.push(`runs out of order at ${rawStart}`);
  });
  const mapped = map.reduce((sum, { length }) => sum + length, 0);
  const newlines = clean.split('\n').length - 1;
  if (clean !== '' && mapped + newlines !== clean.length)
    problems.push('the clean text has characters of its own');
  return problems;
}
