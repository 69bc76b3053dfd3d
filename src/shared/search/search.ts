import type { FoundPassages } from './evaluate';
import { aliasesOf } from './aliases';
import { NOTHING, findAliases, findExact, findNear, findParts, pickFound } from './evaluate';
import { hintsFor } from './hints';
import type { Facets, Filters, Tally } from './facets';
import { facetsOf, newTally, sieveOf, tallyFound } from './facets';
import type { Hit, NearHit, Opened } from './hit';
import { openHit, toHit, toNearHit } from './hit';
import type { SearchIndex } from './library';
import type { Query } from './query';
import { parseQuery } from './query';
import type { Sort } from './rank';
import { fillSortKeys } from './rank';
import type { Segment } from './segment';
import { smallest } from './top';

export interface SearchOptions {
  readonly filters?: Filters;
  /** Whether near places are looked for too; false unless told. */
  readonly near?: boolean;
  /** The page of the near hits; 0 and 20 unless told. */
  readonly nearOffset?: number;
  readonly nearLimit?: number;
  /** `relevance` unless told; `year` is newest first, then reading order. */
  readonly sort?: Sort;
  /** The first hit wanted and how many; 0 and 50 unless told. */
  readonly offset?: number;
  readonly limit?: number;
  /** Length in characters at which a long sentence is cut in a result row. */
  readonly excerptLength?: number;
}

/** Of everything found under the filters, listed or not. */
export interface Total {
  /** Places in the text (处). */
  readonly matches: number;
  readonly passages: number;
  readonly reports: number;
}

export interface Results {
  readonly query: Query;
  readonly total: Total;
  /** The wanted page of the exact hits. */
  readonly hits: readonly Hit[];
  /** Places that no exact hit covers and that are nearly what was asked; null where they were not looked for. */
  readonly near: NearResults | null;
  /** Places where a number that was asked for is a part of a longer one (8% in 4.8%); never among the hits. */
  readonly part: Aside;
  /** Places that name what was asked for by another word (生产总值 for GDP); looked for with the near ones, and where there is no hit. */
  readonly alias: Aside;
  readonly facets: Facets;
}

/** A group of its own beside the hits: all counted, the first `nearLimit` listed. */
export interface Aside {
  readonly total: Total;
  readonly hits: readonly Hit[];
}

export interface NearResults {
  readonly total: Total;
  readonly hits: readonly NearHit[];
}

const PAGE = 50;
const NEAR_PAGE = 20;

/** What of one segment answers the query and passes the filters. */
interface Part {
  readonly segment: Segment;
  readonly ranks: Uint32Array;
  /** All that answers the query, and what of it passes the filters. */
  readonly answers: FoundPassages;
  readonly found: FoundPassages;
  readonly matches: number;
  readonly reports: number;
  readonly tally: Tally;
}

/** Everything that answers the query, counted; the wanted page of it, ranked. */
export function search(index: SearchIndex, source: string | Query, options: SearchOptions = {}): Results {
  const query = typeof source === 'string' ? parseQuery(source) : source;
  const { offset = 0, limit = PAGE, nearOffset = 0, nearLimit = NEAR_PAGE, excerptLength } = options;
  const exact = partsOf(index, options, (segment) => findExact(segment, query));
  const near = options.near === true ? nearParts(index, query, exact, options) : null;
  const total = totalOf(exact);
  const aside = (wanted: boolean, find: typeof findParts): Aside => {
    if (!wanted) return NO_ASIDE;
    const parts = partsOf(index, options, (segment, at) =>
      find(segment, query, exact[at]?.answers ?? NOTHING),
    );
    const opened = pageOf(parts, { ...options, offset: 0, limit: nearLimit });
    return { total: totalOf(parts), hits: opened.map((hit) => toHit(hit, excerptLength)) };
  };
  const part = aside(hasDigit(query), findParts);
  const alias = aside(hasAlias(query) && (near !== null || total.matches === 0), findAliases);
  return {
    query: { ...query, notices: [...query.notices, ...hintsFor(query, total.matches)] },
    total,
    hits: pageOf(exact, { ...options, offset, limit }).map((opened) => toHit(opened, excerptLength)),
    near: near && {
      total: totalOf(near),
      hits: pageOf(near, { ...options, offset: nearOffset, limit: nearLimit }).map((opened) =>
        toNearHit(opened, query, excerptLength),
      ),
    },
    part,
    alias,
    facets: facetsOf(
      exact.map(({ segment, tally }, at) => ({
        segment,
        exact: tally,
        near: near?.[at]?.tally ?? null,
      })),
    ),
  };
}

const NO_ASIDE: Aside = { total: { matches: 0, passages: 0, reports: 0 }, hits: [] };

const hasDigit = ({ all }: Query): boolean =>
  all.some((group) => group.some(({ text, spellings }) => /\d/.test(text) || spellings.length > 0));

const hasAlias = ({ all }: Query): boolean =>
  all.some((group) => group.some(({ text, quoted }) => !quoted && aliasesOf(text).length > 0));

const partsOf = (
  index: SearchIndex,
  { filters = {} }: SearchOptions,
  find: (segment: Segment, at: number) => FoundPassages,
): readonly Part[] =>
  index.segments.map((segment, at) =>
    sift(segment, index.ranks[at] ?? new Uint32Array(0), find(segment, at), filters),
  );

/** A first or last of three characters may be any other only where nothing else answers. */
function nearParts(
  index: SearchIndex,
  query: Query,
  exact: readonly Part[],
  options: SearchOptions,
): readonly Part[] {
  const find = (looseEdges: boolean): readonly Part[] =>
    partsOf(index, options, (segment, at) =>
      findNear(segment, query, exact[at]?.answers ?? NOTHING, { looseEdges }),
    );
  const strict = find(false);
  const three = query.all.some((group) => group.some(({ text }) => text.length === 3));
  const nothing = three && [...exact, ...strict].every(({ answers }) => answers.passages.length === 0);
  return nothing ? find(true) : strict;
}

const totalOf = (parts: readonly Part[]): Total => ({
  matches: parts.reduce((sum, { matches }) => sum + matches, 0),
  passages: parts.reduce((sum, { found }) => sum + found.passages.length, 0),
  reports: parts.reduce((sum, { reports }) => sum + reports, 0),
});

/** Counts for the facets and keeps what passes all filters. */
function sift(segment: Segment, ranks: Uint32Array, answers: FoundPassages, filters: Filters): Part {
  const tally = newTally(segment);
  const kept = tallyFound(tally, segment, sieveOf(segment, filters), answers);
  const found = kept === null ? answers : pickFound(answers, kept);
  const reports = countPresent(tally.reports);
  return { segment, ranks, answers, found, tally, matches: sumOf(found.places), reports };
}

function sumOf(numbers: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at] ?? 0;
  return sum;
}

function countPresent(numbers: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < numbers.length; at++) if ((numbers[at] ?? 0) > 0) count++;
  return count;
}

function pageOf(
  parts: readonly Part[],
  { sort = 'relevance', offset, limit }: Required<Pick<SearchOptions, 'offset' | 'limit'>> & SearchOptions,
): readonly Opened[] {
  const keys = new Float64Array(parts.reduce((sum, { found }) => sum + found.passages.length, 0));
  let length = 0;
  const ends = parts.map((part) => {
    fillSortKeys(keys.subarray(length), part, sort);
    return (length += part.found.passages.length);
  });
  const opened: Opened[] = [];
  for (const at of smallest(keys, offset + limit).subarray(offset)) {
    const number = ends.findIndex((end) => at < end);
    const part = parts[number];
    const hit = part && openHit(part.segment, part.found, at - (ends[number - 1] ?? 0));
    if (hit) opened.push(hit);
  }
  return opened;
}
