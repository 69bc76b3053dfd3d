import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';
import { BUNDLED, findLosses, parseBundled, rawText } from './reports';

const SEED = 20240220;

describe.each(BUNDLED)('%s', (id) => {
  test('clean text and removals are the raw text, each character once', () => {
    expect(findLosses(parseBundled(id))).toEqual([]);
  });

  test('paragraphs, sentences and sections fit into one another', () => {
    expect(findMisfits(parseBundled(id))).toEqual([]);
  });
});

test('a text with line breaks, spaces, marks and page marks put in anywhere loses nothing', () => {
  fc.assert(
    fc.property(mangled(), (raw) => {
      const report = parseReport({ id: 'mangled', raw });
      expect(findLosses(report)).toEqual([]);
      expect(findMisfits(report)).toEqual([]);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('any string gives a report', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '一、',
      '（二）',
      '1.',
      '●',
      '# ',
      '**',
      '\u3000\u3000',
      '\\r\\n',
      '????',
      '— 3 —',
      '。',
      '\ud800',
      '\ufffd',
      '&nbsp;',
    ),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (parts) => {
      const report = parseReport({ id: 'any', raw: parts.join('') });
      expect(findLosses(report)).toEqual([]);
      expect(findMisfits(report)).toEqual([]);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

/** A piece of a bundled report, cut, and with foreign matter put in at any place. */
function mangled(): fc.Arbitrary<string> {
  const insertion = fc.constantFrom(
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\u3000\u3000',
    '\u00a0',
    '\u200b',
    '\n— 12 —\n',
    '\n第 3 页\n',
    '\n● ',
    '\n- ',
    '\n## ',
    '**',
    '\t',
    '??',
    '\ufeff',
    '\n二、',
    '\n3. ',
  );
  return fc
    .record({
      id: fc.constantFrom(...BUNDLED),
      from: fc.double({ min: 0, max: 0.9, noNaN: true }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      insertions: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), insertion), {
        maxLength: 60,
      }),
    })
    .map(({ id, from, cut, insertions }) => {
      const whole = rawText(id);
      const start = Math.floor(from * whole.length);
      const part = whole.slice(start, start + 3000);
      const gap = Math.floor(cut * part.length);
      const text = part.slice(0, gap) + part.slice(gap + 40);
      return insertions.reduce((current, [place, matter]) => {
        const at = Math.floor(place * current.length);
        return current.slice(0, at) + matter + current.slice(at);
      }, text);
    });
}

/** Ranges that do not lie where they must; the clean text is covered by paragraphs and these by sentences. */
function findMisfits({ clean, paragraphs, sentences, sections, caveats, joins }: Report): string[] {
  const problems: string[] = [];
  let offset = 0;
  paragraphs.forEach(({ index, range, section, sentences: own }) => {
    if (range.start !== offset) problems.push(`paragraph ${index} starts at ${range.start}, not ${offset}`);
    offset = range.end + 1;
    const covered = sentences.slice(own.start, own.end);
    if (
      covered.map((sentence) => clean.slice(sentence.range.start, sentence.range.end)).join('') !==
      clean.slice(range.start, range.end)
    )
      problems.push(`paragraph ${index} is not its sentences`);
    const { range: outer } = sections[section] ?? { range: { start: 0, end: -1 } };
    if (outer.start > range.start || outer.end < range.end)
      problems.push(`paragraph ${index} outside section ${section}`);
  });
  if (paragraphs.length > 0 && offset !== clean.length + 1)
    problems.push('paragraphs do not end with the text');
  sections.forEach(({ index, parent, level, heading, headingRange }) => {
    const above = parent === null ? undefined : sections[parent];
    if (above && (above.level !== level - 1 || above.index >= index))
      problems.push(`section ${index} under ${parent}`);
    if (headingRange && clean.slice(headingRange.start, headingRange.end) !== heading)
      problems.push(`heading ${index}`);
  });
  for (const { range } of caveats)
    if (range.start >= range.end || range.end > clean.length) problems.push('caveat outside the text');
  for (const { at } of joins)
    if (clean[at - 1] === '\n' || at <= 0 || at >= clean.length) problems.push(`join at ${at}`);
  return problems;
}
