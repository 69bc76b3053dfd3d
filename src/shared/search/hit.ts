import type { Range } from '../report';
import type { Difference } from './difference';
import { differencesOf } from './difference';
import type { Excerpt } from './excerpt';
import { excerptOf } from './excerpt';
import type { FoundPassages } from './evaluate';
import { reportIn } from './facts';
import type { Texts } from './library';
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
  readonly shadow: Uint16Array;
  readonly matches: readonly OpenMatch[];
}

interface OpenMatch {
  readonly group: number;
  /** In the passage. */
  readonly range: Range;
  /** In the passage's shadow. */
  readonly units: Range;
}

/** A found passage that is wanted on the page, before its text is read. */
export interface Wanted {
  readonly segment: Segment;
  readonly found: FoundPassages;
  /** Its number among the found. */
  readonly at: number;
}

/** The number among its segment's reports of the report that a wanted passage is of. */
const reportAt = ({ segment, found, at }: Wanted): number =>
  reportIn(segment.facts[found.passages[at] ?? 0] ?? 0);

/** Id of the report that a wanted passage is of. */
export const reportOfWanted = (wanted: Wanted): string =>
  wanted.segment.reports[reportAt(wanted)]?.report ?? '';

/** The wanted passage with its matches; null where its report is not at hand. */
export function openHit(wanted: Wanted, texts: Texts): Opened | null {
  const { segment, found, at } = wanted;
  const number = found.passages[at] ?? -1;
  const passage = texts(reportOfWanted(wanted))?.[number - (segment.firsts[reportAt(wanted)] ?? 0)];
  if (passage === undefined) return null;
  const base = segment.starts[number] ?? 0;
  const plain = segment.plain[number] === 1;
  const offsets = plain ? null : openOffsets(passage.text);
  const matches: OpenMatch[] = [];
  for (let group = 0; group < found.groups.length; group++) {
    const { starts, ends, first } = found.groups[group] ?? NO_ROWS;
    const row = found.rowOf[group]?.[at] ?? 0;
    for (let spot = first[row] ?? 0; spot < (first[row + 1] ?? 0); spot++) {
      const units = { start: (starts[spot] ?? 0) - base, end: (ends[spot] ?? 0) - base };
      const range = offsets === null ? units : offsets(units.start, units.end);
      matches.push({ group, range, units });
    }
  }
  if (matches.length > 1) matches.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return { passage, plain, shadow: segment.units.subarray(base, segment.starts[number + 1]), matches };
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
  const { passage, plain, shadow } = opened;
  const offsets = plain ? null : normalise(passage.text);
  const place = (range: Range, by: number): Range =>
    shifted(placeOf(offsets, shifted(range, by)), passage.start);
  return {
    ...toHit(opened, excerptLength),
    matches: opened.matches.map(({ range, group, units }) => {
      const found = textOf(shadow.subarray(units.start, units.end));
      const { term, differences } = explain(query.all[group] ?? [], found);
      return {
        range: shifted(range, passage.start),
        group,
        term,
        differences: differences.map(({ kind, wanted, found: stands, range: at }) => ({
          kind,
          wanted,
          found: stands,
          range: place(at, units.start),
        })),
      };
    }),
  };
}

interface Explained {
  readonly term: string;
  readonly differences: readonly Difference[];
}

const UNEXPLAINED: Explained = { term: '', differences: [] };

/** Of the group's terms the one that what was found is, or differs from least. */
function explain(group: Alternatives, found: string): Explained {
  let best: Explained | null = null;
  for (const { source, text, spellings } of group) {
    const same = text === found || spellings.includes(found);
    const differences = same ? [] : differencesOf(text, found);
    if (differences === null || (best !== null && best.differences.length <= differences.length)) continue;
    best = { term: source, differences };
  }
  return best ?? UNEXPLAINED;
}

/** An empty range of the shadow lies where the unit before it ends, or before the first. */
const placeOf = (shadow: Shadow | null, { start, end }: Range): Range => {
  if (shadow === null) return { start, end };
  if (end > start) return sourceRange(shadow, start, end);
  const place = start > 0 ? (shadow.to[start - 1] ?? 0) : (shadow.from[0] ?? 0);
  return { start: place, end: place };
};

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
