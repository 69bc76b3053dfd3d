import { createTarget } from '../../src/shared/anchor';
import { COLOURS, type Annotation, type Range, type Report } from '../../src/shared/report';
import { bundledCatalog, bundledReports } from './bundled-reports';

const TAGS = ['港航', '财政', '口径', '营商环境', '民生', '科技', '乡村振兴', '待核'];

/** Crockford's digits, as in a ULID. */
const idOf = (index: number): string => `01J${index.toString().padStart(23, '0')}`;

/** Sentences long enough to quote from. */
const quotable = ({ clean, sentences }: Report): readonly Range[] =>
  sentences.map(({ range }) => range).filter(({ start, end }) => clean.slice(start, end).trim().length > 8);

/**
 * So many notes on passages of the bundled reports, the same every time: words, tags, colours and dates differ, one in
 * five has passages of two reports.
 */
export function manyNotes(count: number): readonly Annotation[] {
  const reports = bundledReports();
  const sources = new Map(bundledCatalog().map(({ id, sha256 }) => [id, sha256]));
  const sentences = new Map(reports.map((report) => [report, quotable(report)]));
  const target = (index: number) => {
    const report = reports[index % reports.length]!;
    const ranges = sentences.get(report)!;
    const range = ranges[(index * 7919) % ranges.length]!;
    const end = Math.min(range.end, range.start + 8 + (index % 40));
    return createTarget(report, { start: range.start, end }, sources.get(report.id) ?? '');
  };
  return Array.from({ length: count }, (_, index): Annotation => {
    const time = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString();
    return {
      id: idOf(index),
      body: {
        text: index % 3 ? `第 ${index} 条：这里的数和去年**对不上**，要核。` : '',
        tags: index % 2 ? [TAGS[index % TAGS.length]!] : [],
        colour: COLOURS[index % COLOURS.length]!,
        underline: index % 11 === 0,
      },
      targets: index % 5 ? [target(index)] : [target(index), target(index + 1)],
      created: time,
      modified: time,
    };
  });
}
