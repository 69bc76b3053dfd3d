/**
 * Search over reports. One index, three questions:
 *
 * - `search(index, query, options)`: the paragraphs that answer a query in the reader's language (`parseQuery`),
 *   all counted, a page of them listed; with `near: true` also the places that nearly do. Every range is in the
 *   report's clean text, in excerpts in the excerpt. `notices` of the query are to be shown to the reader. A number is
 *   found as a whole; where it is a part of a longer one, and where another word names the same, are groups of their own.
 * - `findObservations(listNumbers(observations), query)`: numbers by indicator, measure, value, year and rank.
 * - `searchFields(items, textOf, query)`: short texts, also by pinyin and initials.
 *
 * `createIndex(reports.flatMap(passagesOf))` makes an index; `withReport` renews one report in it. A library too large
 * for that keeps its segments (`packSegment`, `openSegment`), puts them in order (`arrange`), finds in them (`findAll`)
 * and reads the passages of the page alone (`reportsNeeded`, `dress`). All is pure and synchronous; in the page it runs behind renderer/workers/search-client.
 */
export { differenceLabel } from './difference';
export { excerptOf } from './excerpt';
export type { Excerpt } from './excerpt';
export type { FacetCount, Facets, Filters } from './facets';
export { answerFields, fieldOf, searchFields } from './fields';
export type { Field, FieldHit } from './fields';
export type { Hit, NearHit, NearMatch } from './hit';
export { joinSegments } from './join';
export type { KeptBytes } from './lists';
export { arrange, createIndex, withReport } from './library';
export type { SearchIndex, Segments } from './library';
export { normalise, shadowOf, sourceRange } from './normalise';
export { findObservations, listNumbers, parseNumberQuery } from './number-query';
export type { ListedNumber } from './number-query';
export { openPassages, openSegment, packPassages, packSegment } from './pack';
export type { PackedPassages, PackedSegment } from './pack';
export { passagesOf } from './passage';
export type { Passage } from './passage';
export { joinLines, parseQuery } from './query';
export type { Query } from './query';
export type { Sort } from './rank';
export { dress, findAll, reportsNeeded, search } from './search';
export type { Aside, NearResults, Results, SearchOptions } from './search';
export { buildSegment } from './segment';
export type { Segment } from './segment';
export { KIND_LABELS } from './weight';
