import { bisect, typeset } from '../text';
import { rangeContains } from './range';
import type { Paragraph, Report, Section, Sentence } from './report';

type Divided = Pick<Report, 'paragraphs' | 'sections'>;

/**
 * Finds the paragraph an offset of the clean text stands in; the one it ends where the offset is a line break.
 * Undefined for a text without paragraphs.
 */
export const paragraphAt = ({ paragraphs }: Pick<Report, 'paragraphs'>, at: number): Paragraph | undefined =>
  paragraphs[Math.max(0, bisect(paragraphs.length, (index) => paragraphs[index]!.range.start <= at) - 1)];

/** Finds the sentence an offset of the clean text stands in; undefined between two sentences. */
export function sentenceAt({ sentences }: Pick<Report, 'sentences'>, at: number): Sentence | undefined {
  const found = sentences[bisect(sentences.length, (index) => sentences[index]!.range.start <= at) - 1];
  return found && rangeContains(found.range, { start: at, end: at + 1 }) ? found : undefined;
}

/** Finds the innermost section an offset of the clean text stands in. */
const sectionAt = (report: Divided, at: number): Section | undefined =>
  report.sections[paragraphAt(report, at)?.section ?? -1];

/** Lists the sections an offset of the clean text stands in, the outermost first. */
export function sectionsOver(
  { sections }: Pick<Report, 'sections'>,
  innermost: Section | undefined,
): readonly Section[] {
  const path: Section[] = [];
  for (let section = innermost; section; section = sections[section.parent ?? -1]) path.unshift(section);
  return path;
}

/** Lists the headings over an offset of the clean text, the outermost first; empty where none stands over it. */
export const headingsOver = (report: Divided, at: number): readonly string[] =>
  sectionsOver(report, sectionAt(report, at))
    .filter(({ heading }) => heading !== '')
    .map(({ heading }) => typeset(heading));

/** Joins the headings over an offset of the clean text. */
export const sectionPath = (report: Divided, at: number): string => headingsOver(report, at).join(' › ');
