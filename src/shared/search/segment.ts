import { packFacts } from './facts';
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
  readonly passages: readonly Passage[];
  readonly reports: readonly SegmentReport[];
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
  const { units, starts, plain } = shadowsOf(passages);
  return {
    passages,
    units,
    starts,
    plain,
    homes: homesOf(starts),
    postings: buildPostings(units),
    ...describe(passages),
  };
}

const HOME_SHIFT = 6;

/** Lets the passage of any unit be told in a step or two, without a search. */
export function homesOf(starts: Uint32Array): Uint32Array {
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

/** What of a segment can be told from its passages without their text being read. */
export function describe(
  passages: readonly Passage[],
): Omit<Segment, 'passages' | 'units' | 'starts' | 'plain' | 'homes' | 'postings'> {
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
  const places = [...new Set(reports.map(({ place }) => place))];
  const years = [...new Set(reports.map(({ year }) => year))];
  return {
    reports,
    facts,
    places,
    years,
    placeOf: Uint16Array.from(reports, ({ place }) => places.indexOf(place)),
    yearOf: Uint16Array.from(reports, ({ year }) => years.indexOf(year)),
  };
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
