import type { Range } from '../report';
import type { Difference } from './difference';
import { differencesOf } from './difference';
import type { Excerpt } from './excerpt';
import { excerptOf } from './excerpt';
import type { Found } from './evaluate';
import type { Shadow } from './normalise';
import { normalise, openOffsets, sourceRange, textOf } from './normalise';
import type { Passage } from './passage';
import type { Alternatives, Query } from './query';
import type { Segment } from './segment';
import { NO_ROWS } from './spots';

/** One place of a hit that answers a term of the query. */
export interface Match {
  /** In the report's clean text. */
  readonly range: Range;
  /** Which group of the query it answers. */
  readonly group: number;
}

/** A paragraph that answers the query. */
export interface Hit {
  readonly passage: Passage;
  /** All of them, ascending. */
  readonly matches: readonly Match[];
  readonly excerpt: Excerpt;
}

/** A place of a near hit. A place that stands exactly as asked has no differences. */
export interface NearMatch extends Match {
  /** The term it nearly is, as the reader typed it. */
  readonly term: string;
  /** With ranges in the clean text, for boxing the characters concerned. */
  readonly differences: readonly Difference[];
}

/** A paragraph that nearly answers the query. */
export interface NearHit extends Hit {
  readonly matches: readonly NearMatch[];
}

/** The passage of a hit with its matches, opened but not yet dressed for the reader. */
export interface Opened {
  readonly passage: Passage;
  /** Whether its shadow has the offsets of its text. */
  readonly plain: boolean;
  readonly matches: readonly OpenMatch[];
}

interface OpenMatch {
  readonly group: number;
  /** In the passage. */
  readonly range: Range;
  /** In the passage's shadow, and what stands there. */
  readonly units: Range;
  readonly text: () => string;
}

/** The passage of hit number `at`, with its matches. */
export function openHit(segment: Segment, found: Found, at: number): Opened | null {
  const number = found.passages[at] ?? -1;
  const passage = segment.passages[number];
  if (passage === undefined) return null;
  const base = segment.starts[number] ?? 0;
  const plain = segment.plain[number] === 1;
  const offsets = plain ? null : openOffsets(passage.text);
  const matches: OpenMatch[] = [];
  for (let group = 0; group < found.groups.length; group++) {
    const { starts, ends, first } = found.groups[group] ?? NO_ROWS;
    const row = found.rowOf[group]?.[at] ?? 0;
    for (let spot = first[row] ?? 0; spot < (first[row + 1] ?? 0); spot++) {
      const [start, end] = [starts[spot] ?? 0, ends[spot] ?? 0];
      const units = { start: start - base, end: end - base };
      const range = offsets === null ? units : offsets(units.start, units.end);
      matches.push({ group, range, units, text: () => textOf(segment.units.subarray(start, end)) });
    }
  }
  if (matches.length > 1) matches.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return { passage, plain, matches };
}

export function toHit({ passage, matches }: Opened, excerptLength?: number): Hit {
  return {
    passage,
    matches: matches.map(({ range, group }) => ({ range: shifted(range, passage.start), group })),
    excerpt: excerptOf(
      passage.text,
      matches.map(({ range }) => range),
      excerptLength,
    ),
  };
}

export function toNearHit(opened: Opened, query: Query, excerptLength?: number): NearHit {
  const { passage, plain } = opened;
  const shadow = plain ? null : normalise(passage.text);
  return {
    ...toHit(opened, excerptLength),
    matches: opened.matches.map(({ range, group, units, text }) => {
      const { term, differences } = explain(query.all[group] ?? [], text());
      return {
        range: shifted(range, passage.start),
        group,
        term,
        differences: differences.map((difference) => ({
          ...difference,
          range: shifted(placeOf(shadow, shifted(difference.range, units.start)), passage.start),
        })),
      };
    }),
  };
}

/** Of the group's terms the one that what was found is, or differs from least. */
function explain(group: Alternatives, found: string): { term: string; differences: readonly Difference[] } {
  const ways = group.flatMap(({ source, text }) => {
    const differences = text === found ? [] : differencesOf(text, found);
    return differences === null ? [] : [{ term: source, differences }];
  });
  return ways.sort((a, b) => a.differences.length - b.differences.length)[0] ?? { term: '', differences: [] };
}

/** An empty range of the shadow lies where the unit before it ends, or before the first. */
const placeOf = (shadow: Shadow | null, { start, end }: Range): Range => {
  if (shadow === null) return { start, end };
  if (end > start) return sourceRange(shadow, start, end);
  const place = start > 0 ? (shadow.to[start - 1] ?? 0) : (shadow.from[0] ?? 0);
  return { start: place, end: place };
};

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
