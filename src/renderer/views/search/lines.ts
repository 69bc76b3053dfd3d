import { rangesOverlap, type Range } from '../../../shared/report';
import type { Hit, NearHit, Passage } from '../../../shared/search';
import { stretchAround } from '../parts/stretch';

/** One row of the list: a stretch of a hit's paragraph that fits the row, with the places it shows. */
export interface Line {
  readonly passage: Passage;
  readonly text: string;
  /** All places in the stretch, as offsets into `text`; ascending. */
  readonly marks: readonly Range[];
  /** Characters of a near place that are not as asked, as offsets into `text`; ascending. */
  readonly boxes: readonly Range[];
  readonly near: boolean;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** The places that have their row here, as numbers in the list of all places: [first, end). */
  readonly spots: Range;
}

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

const within = (outer: Range, { start, end }: Range): boolean => outer.start <= start && end <= outer.end;

const isNear = (hit: Hit | NearHit): hit is NearHit => hit.matches.some((match) => 'differences' in match);

const boxesOf = (hit: Hit | NearHit): readonly Range[] =>
  isNear(hit)
    ? hit.matches.flatMap(({ differences }) =>
        differences.map(({ range }) => shifted(range, -hit.passage.start)),
      )
    : [];

/** The rows of one hit: as many of its places in a row as fit, and further rows until every place has one. */
const cutLines = (hit: Hit | NearHit, limit: number): readonly Line[] => {
  const { passage } = hit;
  const places = hit.matches.map(({ range }) => shifted(range, -passage.start));
  const boxes = boxesOf(hit);
  const lines: Line[] = [];
  for (let at = 0; at < places.length;) {
    const { range, cutBefore, cutAfter } = stretchAround(passage.text, places.slice(at), limit);
    const outside = places.findIndex((place, index) => index > at && !within(range, place));
    const end = outside === -1 ? places.length : outside;
    lines.push({
      passage,
      text: passage.text.slice(range.start, range.end),
      marks: places.filter((place) => within(range, place)).map((place) => shifted(place, -range.start)),
      boxes: boxes.filter((box) => rangesOverlap(range, box)).map((box) => shifted(box, -range.start)),
      near: isNear(hit),
      cutBefore,
      cutAfter,
      spots: { start: at, end },
    });
    at = end;
  }
  return lines;
};

/** A list grows page by page: the rows of hits that were there are not cut again. */
const known = new WeakMap<Hit, { readonly limit: number; readonly lines: readonly Line[] }>();

const linesOfHit = (hit: Hit | NearHit, limit: number): readonly Line[] => {
  const before = known.get(hit);
  if (before?.limit === limit) return before.lines;
  const lines = cutLines(hit, limit);
  known.set(hit, { limit, lines });
  return lines;
};

/** The rows of a list of hits, about `limit` em wide; a place is never cut and never left out. */
export const linesOf = (hits: readonly Hit[], limit: number): readonly Line[] => {
  let first = 0;
  return hits.flatMap((hit) => {
    const begin = first;
    first += hit.matches.length;
    return linesOfHit(hit, limit).map((line) => ({ ...line, spots: shifted(line.spots, begin) }));
  });
};
