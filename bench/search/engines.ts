import { Index as FlexIndex } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Passage } from '../../src/shared/search';
import { createIndex, openSegment, packSegment, search } from '../../src/shared/search';
import { numberOfPassage } from './library';
import { PAGE, rankedPage, rowsOf } from './pages';
import { isOneEditAway } from './truth';

export interface Stored {
  readonly bytes: number;
  /** Of these, its own copy of the text, the shadow. */
  readonly shadowBytes: number;
  readonly load: () => void;
}

/** A way to search a library, made ready for timing. */
export interface Engine {
  readonly name: string;
  /** The first page for a reader: what the timing measures. */
  readonly page: (query: string) => unknown;
  /** Numbers of all passages it finds, for recall and precision. */
  readonly all: (query: string) => readonly number[];
  /** What a store would keep, in bytes, and the work of opening it again; absent where there is nothing to keep. */
  readonly stored?: () => Stored;
  /** Which of the two questions `all` answers; both unless told. */
  readonly finds?: 'exact' | 'near';
  /** Times slower than a scan by orders of magnitude, so that fewer queries are asked. */
  readonly slow?: boolean;
}

/** The passages and their shadows: every engine but ours searches the shadows, which is a gift to them. */
export interface Library {
  readonly passages: readonly Passage[];
  readonly shadows: readonly string[];
}

const EVERYTHING = 1e9;

const pairs = (text: string): string[] =>
  text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));

export function buildOurs({ passages }: Library): readonly Engine[] {
  const index = createIndex(passages);
  const numberOf = ({ passage }: { passage: Passage }): number => numberOfPassage(passage);
  const stored = (): Stored => {
    const packed = index.segments.map(packSegment);
    const arrays = packed.flatMap((segment) =>
      Object.values(segment).filter((part) => ArrayBuffer.isView(part)),
    );
    return {
      bytes: arrays.reduce((sum, { byteLength }) => sum + byteLength, 0),
      shadowBytes: packed.reduce((sum, { units }) => sum + units.byteLength, 0),
      load: () => {
        if (packed.some((segment) => openSegment(segment) === null))
          throw new Error('the packed index did not open');
      },
    };
  };
  return [
    {
      name: '对读 exact',
      finds: 'exact',
      page: (query) => search(index, query, { limit: PAGE }),
      all: (query) => search(index, query, { limit: EVERYTHING }).hits.map(numberOf),
      stored,
    },
    {
      name: '对读 exact + near',
      finds: 'near',
      page: (query) => search(index, query, { limit: PAGE, near: true, nearLimit: PAGE }),
      all: (query) =>
        (search(index, query, { limit: 0, near: true, nearLimit: EVERYTHING }).near?.hits ?? []).map(
          numberOf,
        ),
    },
  ];
}

/** The plain scan, which all latencies are held against. */
export const SCAN = 'String.includes';

export function buildScan(library: Library): readonly Engine[] {
  const { shadows } = library;
  const scan = (query: string): number[] => {
    const found: number[] = [];
    for (let at = 0; at < shadows.length; at++) if (shadows[at]?.includes(query) === true) found.push(at);
    return found;
  };
  return [
    { name: SCAN, page: (query) => rowsOf(shadows, scan(query), query), all: scan },
    {
      name: `${SCAN}, ranked`,
      finds: 'exact',
      page: (query) => rankedPage(library, scan(query), query),
      all: scan,
    },
  ];
}

export function buildFlex(library: Library): readonly Engine[] {
  const { shadows } = library;
  const index = new FlexIndex({ encode: pairs, tokenize: 'strict' });
  shadows.forEach((shadow, at) => index.add(at, shadow));
  const find = (query: string, limit: number, suggest: boolean): number[] =>
    (index.search(query, { limit, suggest }) as number[]).map(Number);
  const first = (suggest: boolean): Engine => ({
    name: suggest ? 'FlexSearch suggest' : 'FlexSearch',
    finds: suggest ? 'near' : 'exact',
    page: (query) => rowsOf(shadows, find(query, PAGE, suggest), query),
    all: (query) => find(query, EVERYTHING, suggest),
  });
  return [
    first(false),
    {
      ...first(false),
      name: 'FlexSearch, ranked',
      page: (query) => rankedPage(library, find(query, EVERYTHING, false), query),
    },
    first(true),
    {
      ...first(true),
      name: 'FlexSearch sug., checked',
      page: (query) => {
        const found = find(query, EVERYTHING, true);
        const near = found.filter((number) => isOneEditAway(query, shadows[number] ?? ''));
        return rowsOf(shadows, near, query);
      },
      all: (query) =>
        find(query, EVERYTHING, true).filter((number) => isOneEditAway(query, shadows[number] ?? '')),
      slow: true,
    },
  ];
}

export function buildMini({ shadows }: Library): readonly Engine[] {
  const index = new MiniSearch({ fields: ['text'], tokenize: pairs, searchOptions: { combineWith: 'AND' } });
  index.addAll(shadows.map((text, id) => ({ id, text })));
  const find = (query: string): number[] => index.search(query).map(({ id }) => Number(id));
  return [{ name: 'MiniSearch', page: (query) => rowsOf(shadows, find(query), query), all: find }];
}

export function buildFuse({ shadows }: Library): readonly Engine[] {
  const fuse = new Fuse(shadows, { ignoreLocation: true, threshold: 0.3, includeMatches: true });
  return [
    {
      name: 'Fuse.js',
      page: (query) =>
        rowsOf(
          shadows,
          fuse.search(query, { limit: PAGE }).map(({ refIndex }) => refIndex),
          query,
        ),
      all: (query) => fuse.search(query).map(({ refIndex }) => refIndex),
      slow: true,
    },
  ];
}
