/**
 * Notes on their way out of the program and into it. All is pure: text in, text out.
 *
 * - `toJsonLd(annotations)`: W3C Web Annotations, lossless; `toMarkdown(annotations, describe?)` and
 *   `toCsv(annotations, describe?)`: for people. The `…Pieces` give the same text bit by bit.
 * - `readJsonLd(text, options)`: back again, and from other programs, with a reason for each record not taken.
 * - `describeReports(reports)` tells an export the names and sections of the reports at hand.
 */
export { CITATION_LABELS, citePassages } from './citation';
export type { CitationStyle } from './citation';
export { csvCell, csvPieces, csvText, toCsv } from './csv';
export { localDay } from './local-day';
export { holdNotes, standingNote } from './held-notes';
export type { HeldNotes } from './held-notes';
export { describedReport, describeReports } from './describe';
export type { DescribedReport, DescribeReport } from './describe';
export { annotationToJsonLd, jsonLdPieces, toJsonLd, type TextOf } from './json-ld';
export { listNotes, noteFacts } from './listing';
export type { ListedNote, ListedPassage, NoteGroup } from './listing';
export { harmlessMarkdown, markdownPieces, toMarkdown } from './markdown';
export { FORMATS } from './format';
export type { ExchangeFormat } from './format';
export { noteBlocks } from './note-blocks';
export type { NoteBlock, NoteRun } from './note-blocks';
export type { ShelvedText } from './read/anchor';
export { MAX_FILE_BYTES } from './read/limits';
export { finish, readJsonLd } from './read/read-json-ld';
export type { NotesRead } from './read/read-json-ld';
export { unreadable } from './read/records';
export { tableHtml, tableText } from './table-text';
export type { PlainTable } from './table-text';
