/**
 * Notes on their way out of the program and into it. All is pure: text in, text out.
 *
 * - `toJsonLd(annotations)`: W3C Web Annotations, lossless; `toMarkdown(annotations, describe?)` and
 *   `toCsv(annotations, describe?)`: for people. The `…Pieces` give the same text bit by bit.
 * - `describeReports(reports)` tells an export the names and sections of the reports at hand.
 */
export { csvCell, csvPieces, toCsv } from './csv';
export { describeReports, headingsOver, UNDESCRIBED } from './describe';
export type { DescribeReport, ReportFacts } from './describe';
export { annotationToJsonLd, jsonLdPieces, toJsonLd } from './json-ld';
export { listNotes } from './listing';
export type { ListedNote, ListedPassage, NoteGroup } from './listing';
export { escapeMarkdown, harmlessMarkdown, toMarkdown } from './markdown';
