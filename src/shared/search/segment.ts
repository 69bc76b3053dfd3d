import { packFacts, reportIn } from './facts';
import type { ShadowBuffer } from './normalise';
import { appendShadow, shadowBuffer } from './normalise';
import type { Passage } from './passage';
import type { Postings } from './postings';
import { buildPostings } from './postings';

/** Facts of one report that facets count and filters ask for. */
export interface SegmentReport {
  readonly report: string;
  readonly title: string;
  readonly place: string | null;
  readonly year: number | null;
}

/** An immutable part of the index: some reports, their shadows end to end, and where each pair of characters stands. */
export interface Segment {
  readonly reports: readonly SegmentReport[];
  /** The first passage of each report; one more entry than reports. */
  readonly firsts: Uint32Array;
  /** The shadows of the passages, each followed by a 0, which no shadow contains. */
  readonly units: Uint16Array;
  /** Start of each passage's shadow in `units`; one more entry than passages. */
  readonly starts: Uint32Array;
  /** 1 for each passage whose shadow has the offsets of its text, as most have: no map is needed to show a match. */
  readonly plain: Uint8Array;
  /** The passage that holds the first of every 64 units. */
  readonly homes: Uint32Array;
  readonly postings: Postings;
  /** What facets, filters and ranking ask of each passage, in one number: see facts.ts. */
  readonly facts: Uint32Array;
  /** The distinct places and years of the reports, and for each report its own in them. */
  readonly places: readonly (string | null)[];
  readonly years: readonly (number | null)[];
  readonly placeOf: Uint16Array;
  readonly yearOf: Uint16Array;
}

export function buildSegment(passages: readonly Passage[]): Segment {
  const shadows = shadowsOf(passages);
  const described = describe(passages);
  return completeSegment({ ...shadows, ...described, postings: buildPostings(shadows.units) });
}

/** What of a segment cannot be told from the rest of it. */
export type SegmentCore = Pick<Segment, 'reports' | 'facts' | 'units' | 'starts' | 'plain' | 'postings'>;

/** A segment with what follows from its core. */
export function completeSegment(core: SegmentCore): Segment {
  const { reports, facts, starts } = core;
  const places = [...new Set(reports.map(({ place }) => place))];
  const years = [...new Set(reports.map(({ year }) => year))];
  const [placeAt, yearAt] = [numbersOf(places), numbersOf(years)];
  return {
    ...core,
    firsts: firstsOf(facts, reports.length),
    homes: homesOf(starts),
    places,
    years,
    placeOf: Uint16Array.from(reports, ({ place }) => placeAt.get(place) ?? 0),
    yearOf: Uint16Array.from(reports, ({ year }) => yearAt.get(year) ?? 0),
  };
}

const numbersOf = <T>(values: readonly T[]): ReadonlyMap<T, number> =>
  new Map(values.map((value, at) => [value, at]));

/** Passages of one report are neighbours, and reports are numbered as they come. */
function firstsOf(facts: Uint32Array, reports: number): Uint32Array {
  const firsts = new Uint32Array(reports + 1).fill(facts.length);
  for (let at = facts.length - 1; at >= 0; at--) firsts[reportIn(facts[at] ?? 0)] = at;
  return firsts;
}

const HOME_SHIFT = 6;

/** Lets the passage of any unit be told in a step or two, without a search. */
function homesOf(starts: Uint32Array): Uint32Array {
  const homes = new Uint32Array(((starts.at(-1) ?? 0) >>> HOME_SHIFT) + 1);
  let passage = 0;
  for (let home = 0; home < homes.length; home++) {
    while ((starts[passage + 1] ?? Infinity) <= home << HOME_SHIFT) passage++;
    homes[home] = passage;
  }
  return homes;
}

/** The passage that holds a unit, which is `from` or a later one. */
export function passageAt({ starts, homes }: Segment, unit: number, from: number): number {
  let passage = Math.max(from, homes[unit >>> HOME_SHIFT] ?? 0);
  while ((starts[passage + 1] ?? Infinity) <= unit) passage++;
  return passage;
}

/** Gives what is told of passages without their text being read. */
function describe(passages: readonly Passage[]): Pick<Segment, 'reports' | 'facts'> {
  const reports: SegmentReport[] = [];
  const numbers = new Map<string, number>();
  const facts = new Uint32Array(passages.length);
  passages.forEach((passage, at) => {
    let number = numbers.get(passage.report);
    if (number === undefined) {
      number = reports.length;
      numbers.set(passage.report, number);
      reports.push({
        report: passage.report,
        title: passage.title,
        place: passage.place,
        year: passage.year,
      });
    }
    facts[at] = packFacts(number, passage);
  });
  return { reports, facts };
}

function shadowsOf(passages: readonly Passage[]): Pick<Segment, 'units' | 'starts' | 'plain'> {
  const starts = new Uint32Array(passages.length + 1);
  const plain = new Uint8Array(passages.length);
  const buffer = shadowBuffer(1 << 12);
  let units = new Uint16Array(1 << 14);
  let length = 0;
  passages.forEach(({ text }, at) => {
    buffer.length = 0;
    appendShadow(buffer, text);
    while (length + buffer.length + 1 > units.length) units = widen(units);
    units.set(buffer.units.subarray(0, buffer.length), length);
    length += buffer.length + 1;
    starts[at + 1] = length;
    plain[at] = Number(buffer.length === text.length && isInPlace(buffer));
  });
  return { units: units.slice(0, length), starts, plain };
}

function isInPlace({ from, length }: ShadowBuffer): boolean {
  for (let at = 0; at < length; at++) if (from[at] !== at) return false;
  return true;
}

function widen(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(units.length * 2);
  wider.set(units);
  return wider;
}
