import { isSurvey, type Genre, type Paragraph, type Report, type Sentence, type Source } from '../report';
import { assemble } from './assemble';
import { findCaveats } from './caveats';
import { readLines } from './lines';
import type { FoundFacts, KnownFacts } from './facts';
import { findFacts, readPeriods, settleFacts } from './facts';
import { readOutline, type RoleRule } from './outline';
import type { ParagraphPiece } from './pieces';
import { readPieces } from './pieces';
import { readSections } from './sections';
import { splitSentences } from './sentences';
import { placeStrays } from './strays';
import { unwrap } from './unwrap';
import { readWrapping } from './wrapping';

export type { Found, FoundFacts, KnownFacts } from './facts';
export { findChrome } from './chrome';
export { isClosed, isFinished } from './marks';
export { readNumbering } from './numbering';
export { findPageMatter } from './page-matter';
export { rangeToClean, rangeToRaw, toClean, toRaw } from './offset-map';
export { typeset, typesetCount } from '../text';

/**
 * Reads a raw text into a report; total: any string gives a report, and no character is lost or invented.
 * `known` facts, as a catalog has them, go before those inferred from the text.
 */
export function parseReport(source: Source, known: KnownFacts = {}): Report {
  const { lines, removals } = readLines(source.raw);
  const pieces = readPieces(unwrap(lines, readWrapping(lines)));
  const { clean, map, ranges, joins } = assemble(pieces);
  const { facts, years } = settleFacts(source, findFacts(source, pieces), known);
  const { outline, strays } = placeStrays(pieces, readOutline(pieces, rolesOf(facts.genre)));
  const sections = readSections(outline, pieces, ranges, years);
  const { paragraphs, sentences } = readParagraphs(pieces, ranges, outline.sectionOf);
  const meta = { ...facts, ...readPeriods(sections) };
  const caveats = findCaveats({
    pieces,
    ranges,
    outline,
    sections,
    strays,
    clean,
  });
  return {
    id: source.id,
    meta,
    raw: source.raw,
    clean,
    map,
    sections,
    paragraphs,
    sentences,
    removals,
    joins,
    caveats,
  };
}

/** Finds what a text tells of its report before it is parsed as a whole, each fact with its evidence. */
export function findSourceFacts(source: Source): FoundFacts {
  const { lines } = readLines(source.raw);
  return findFacts(source, readPieces(unwrap(lines, readWrapping(lines))));
}

/** A survey looks back where its headings tell nothing; a statistical bulletin looks back in all its parts. */
const rolesOf = (genre: Genre): RoleRule => ({
  fallback: isSurvey({ genre }) || genre === '统计公报' ? 'review' : null,
  only: genre === '统计公报' ? 'review' : null,
});

function readParagraphs(
  pieces: readonly ParagraphPiece[],
  ranges: readonly { start: number; end: number }[],
  sectionOf: readonly number[],
) {
  const sentences: Sentence[] = [];
  const paragraphs = pieces.map(({ kind, depth, glyphs }, index): Paragraph => {
    const range = ranges[index] as { start: number; end: number };
    const first = sentences.length;
    for (const sentence of splitSentences(glyphs.text, range.start))
      sentences.push({
        index: sentences.length,
        paragraph: index,
        range: sentence,
      });
    return {
      index,
      section: sectionOf[index] as number,
      kind,
      depth,
      range,
      sentences: { start: first, end: sentences.length },
    };
  });
  return { paragraphs, sentences };
}
