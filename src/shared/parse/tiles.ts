import type { Glyphs } from './glyphs';
import { sliceGlyphs } from './glyphs';

export interface PackedPart {
  readonly glyphs: Glyphs;
  readonly tile: boolean;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const STOPS = /[，。；,;：:]/;
const BARE_NUMBER = /^[\d.]+$/;
/** Matter between spaces; the space of thousands (达到3 486.5亿元) parts nothing. */
const SEGMENT = /(?:[^\s\u200b]|(?<=[\u4e00-\u9fff]\d{1,3})\s(?=\d{3}[.\u4e00-\u9fff]))+/g;
const hasDigit = ({ text }: Segment): boolean => /\d/.test(text);

/**
 * Divides an infographic's tiles that stand on one line (`建成安置房 5.2万套 改造老旧小区 212个`), and the prose that
 * may follow them there. Null where the line is nothing of the kind.
 */
export function splitPackedTiles(glyphs: Glyphs): PackedPart[] | null {
  const segments = [...glyphs.text.matchAll(SEGMENT)].map((match): Segment => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
  const last = segments.at(-1);
  const prose = last !== undefined && /[。！？]/.test(last.text) ? last : null;
  const tiles = prose ? segments.slice(0, -1) : segments;
  if (!tiles.some(hasDigit) || tiles.some(({ text }) => STOPS.test(text) || BARE_NUMBER.test(text)))
    return null;
  const groups = groupTiles(tiles);
  if (groups.length + (prose ? 1 : 0) < 2) return null;
  const part = (from: Segment, to: Segment, tile: boolean) => ({
    glyphs: sliceGlyphs(glyphs, from.start, to.end),
    tile,
  });
  const parts = groups.map((group) => part(group[0] as Segment, group.at(-1) as Segment, true));
  return prose ? [...parts, part(prose, prose, false)] : parts;
}

/** Label and figure in turn make one tile each; several figures before their labels stay together. */
function groupTiles(segments: readonly Segment[]): Segment[][] {
  const leading = segments.findIndex((segment) => !hasDigit(segment));
  if (leading > 1) return [[...segments]];
  const groups: Segment[][] = [];
  let group: Segment[] = [];
  for (const segment of segments) {
    const startsNext = leading === 1 ? hasDigit(segment) : group.some(hasDigit);
    if (startsNext && group.length > 0) {
      groups.push(group);
      group = [];
    }
    group.push(segment);
  }
  return group.length > 0 ? [...groups, group] : groups;
}
