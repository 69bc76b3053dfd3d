import type { FoundPassages } from './evaluate';
import { aliasesOf } from './aliases';
import { NOTHING, findAliases, findExact, findNear, findParts, pickFound } from './evaluate';
import { hintsFor } from './hints';
import type { Facets, Filters, Tally } from './facets';
import { facetsOf, newTally, sieveOf, tallyFound } from './facets';
import type { Hit, NearHit, Opened, Wanted } from './hit';
import { openHit, reportOfWanted, toHit, toNearHit } from './hit';
import type { SearchIndex, Segments, Texts } from './library';
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

/** A group of what was found: all counted, the passages of its page not yet read. */
interface Ranked {
  readonly total: Total;
  readonly page: readonly Wanted[];
}

/** Everything that answers a query, counted and ranked, before the passages of the page are read. */
export interface Findings extends Pick<Results, 'query' | 'total' | 'facets'> {
  readonly exact: Ranked;
  readonly near: Ranked | null;
  readonly part: Ranked;
  readonly alias: Ranked;
}

const NO_GROUP: Ranked = { total: { matches: 0, passages: 0, reports: 0 }, page: [] };

/** Finds everything that answers the query, and which passages its page needs. */
export function findAll(index: Segments, source: string | Query, options: SearchOptions = {}): Findings {
  const query = typeof source === 'string' ? parseQuery(source) : source;
  const { offset = 0, limit = PAGE, nearOffset = 0, nearLimit = NEAR_PAGE } = options;
  const exact = partsOf(index, options, (segment) => findExact(segment, query));
  const near = options.near === true ? nearParts(index, query, exact, options) : null;
  const total = totalOf(exact);
  const ranked = (parts: readonly Part[], from: number, size: number): Ranked => ({
    total: totalOf(parts),
    page: pageOf(parts, { ...options, offset: from, limit: size }),
  });
  const aside = (wanted: boolean, find: typeof findParts): Ranked =>
    wanted
      ? ranked(
          partsOf(index, options, (segment, at) => find(segment, query, exact[at]?.answers ?? NOTHING)),
          0,
          nearLimit,
        )
      : NO_GROUP;
  return {
    query: { ...query, notices: [...query.notices, ...hintsFor(query, total.matches)] },
    total,
    exact: ranked(exact, offset, limit),
    near: near && ranked(near, nearOffset, nearLimit),
    part: aside(hasDigit(query), findParts),
    alias: aside(hasAlias(query) && (near !== null || total.matches === 0), findAliases),
    facets: facetsOf(
      exact.map(({ segment, tally }, at) => ({ segment, exact: tally, near: near?.[at]?.tally ?? null })),
    ),
  };
}

/** The reports whose passages the page of the findings needs, each once. */
export const reportsNeeded = ({ exact, near, part, alias }: Findings): readonly string[] => [
  ...new Set([exact, near ?? NO_GROUP, part, alias].flatMap(({ page }) => page.map(reportOfWanted))),
];

/** The results as they are listed, with the passages of their page. */
export function dress(findings: Findings, texts: Texts, excerptLength?: number): Results {
  const { query, total, exact, near, part, alias, facets } = findings;
  const opened = ({ page }: Ranked): readonly Opened[] =>
    page.flatMap((wanted) => openHit(wanted, texts) ?? []);
  const aside = (group: Ranked): Aside => ({
    total: group.total,
    hits: opened(group).map((hit) => toHit(hit, excerptLength)),
  });
  return {
    query,
    total,
    hits: opened(exact).map((hit) => toHit(hit, excerptLength)),
    near: near && {
      total: near.total,
      hits: opened(near).map((hit) => toNearHit(hit, query, excerptLength)),
    },
    part: aside(part),
    alias: aside(alias),
    facets,
  };
}

/** Everything that answers the query, counted; the wanted page of it, ranked. */
export const search = (index: SearchIndex, source: string | Query, options: SearchOptions = {}): Results =>
  dress(findAll(index, source, options), (report) => index.passages.get(report), options.excerptLength);

const hasDigit = ({ all }: Query): boolean =>
  all.some((group) => group.some(({ text, spellings }) => /\d/.test(text) || spellings.length > 0));

const hasAlias = ({ all }: Query): boolean =>
  all.some((group) => group.some(({ text, quoted }) => !quoted && aliasesOf(text).length > 0));

const partsOf = (
  index: Segments,
  { filters = {} }: SearchOptions,
  find: (segment: Segment, at: number) => FoundPassages,
): readonly Part[] =>
  index.segments.map((segment, at) =>
    sift(segment, index.ranks[at] ?? new Uint32Array(0), find(segment, at), filters),
  );

/** A first or last of three characters may be any other only where nothing else answers. */
function nearParts(
  index: Segments,
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
): readonly Wanted[] {
  const keys = new Float64Array(parts.reduce((sum, { found }) => sum + found.passages.length, 0));
  let length = 0;
  const ends = parts.map((part) => {
    fillSortKeys(keys.subarray(length), part, sort);
    return (length += part.found.passages.length);
  });
  return Array.from(smallest(keys, offset + limit).subarray(offset), (at) => {
    const number = ends.findIndex((end) => at < end);
    const part = parts[number];
    return part ? [{ segment: part.segment, found: part.found, at: at - (ends[number - 1] ?? 0) }] : [];
  }).flat();
}
