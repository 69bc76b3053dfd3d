import Fuse from 'fuse.js';
import type { Range } from '../report';
import { normalise, shadowOf, sourceRange } from './normalise';
import type { Shadow } from './normalise';
import { parseQuery } from './query';
import { findSpelling, isSpelling } from './spelling';

/** How a short text answers: as written, spelled in pinyin or initials, or nearly. Listed in this order. */
export type FieldWay = 'exact' | 'pinyin' | 'initials' | 'near';

/** A short text that answers a query: a title, a place, a heading, an indicator, a tag. */
export interface FieldHit<T> {
  readonly item: T;
  readonly way: FieldWay;
  /** Of the text, to be marked; empty for a near one. */
  readonly marks: readonly Range[];
}

const WAYS: readonly FieldWay[] = ['exact', 'pinyin', 'initials', 'near'];

/** Stricter than the library's own 0.6, with which almost everything resembles two characters. */
const NEAREST = { ignoreLocation: true, threshold: 0.3, includeScore: true, minMatchCharLength: 2 } as const;
const SHORTEST_NEAR = 3;

/** A short text made ready to be looked through again and again. */
export interface Field<T> {
  readonly item: T;
  readonly shadow: Shadow;
}

export const fieldOf = <T>(item: T, text: string): Field<T> => ({ item, shadow: normalise(text) });

/**
 * Looks through short texts. All words must be there; a word of Latin letters may be pinyin or initials (gaoxin,
 * zks); where nothing answers, near ones are given, unless the query has a digit. Better ways first, then texts
 * that begin with the match, then shorter ones.
 */
export function searchFields<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  source: string,
): readonly FieldHit<T>[] {
  const fields = items.map((item) => fieldOf(item, textOf(item)));
  const hits = answerFields(fields, source);
  return hits.length > 0 || isEmpty(source) ? hits : nearest(fields, shadowOf(source));
}

const isEmpty = (source: string): boolean => parseQuery(source).all.length === 0;

/** The same without near ones. */
export function answerFields<T>(fields: readonly Field<T>[], source: string): readonly FieldHit<T>[] {
  const words = parseQuery(source).all.map((group) => group.map(({ text }) => text));
  if (words.length === 0) return [];
  return fields
    .flatMap(({ item, shadow }) => {
      const answer = answerOf(shadow, words);
      return answer === null ? [] : [{ hit: { item, ...answer }, length: shadow.text.length }];
    })
    .sort(
      (a, b) =>
        WAYS.indexOf(a.hit.way) - WAYS.indexOf(b.hit.way) ||
        firstMark(a.hit) - firstMark(b.hit) ||
        a.length - b.length,
    )
    .map(({ hit }) => hit);
}

const firstMark = ({ marks }: Pick<FieldHit<unknown>, 'marks'>): number => marks[0]?.start ?? 0;

function answerOf(
  shadow: Shadow,
  words: readonly (readonly string[])[],
): Omit<FieldHit<unknown>, 'item'> | null {
  const marks: Range[] = [];
  let worst = 0;
  for (const group of words) {
    const found = group.map((word) => wordIn(shadow.text, word)).find((place) => place !== null);
    if (!found) return null;
    marks.push(sourceRange(shadow, found.range.start, found.range.end));
    worst = Math.max(worst, WAYS.indexOf(found.way));
  }
  return { way: WAYS[worst] ?? 'exact', marks: marks.sort((a, b) => a.start - b.start) };
}

function wordIn(text: string, word: string): { range: Range; way: FieldWay } | null {
  const at = text.indexOf(word);
  if (at !== -1) return { range: { start: at, end: at + word.length }, way: 'exact' };
  const spelled = isSpelling(word) ? findSpelling(text, word) : null;
  return spelled && { range: spelled.range, way: spelled.by };
}

function nearest<T>(entries: readonly Field<T>[], query: string): readonly FieldHit<T>[] {
  if (query.length < SHORTEST_NEAR || /\d/.test(query)) return [];
  const fuse = new Fuse(entries, { ...NEAREST, keys: ['shadow.text'] });
  return fuse.search(query).map(({ item: { item } }) => ({ item, way: 'near', marks: [] }));
}
