import type { Chart } from 'chart.js';
import type { Padding, PlotForm } from './chart-config';
import { placedPoints, type PlacedPoint, type Plot } from './plot';

/** A point where it stands on the drawing, px from its top left. */
export interface Spot {
  readonly placed: PlacedPoint;
  readonly x: number;
  readonly y: number;
}

/** Words on the drawing. `y` is their baseline. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  /** Figures are in the report's face, names in the program's. */
  readonly face: 'serif' | 'sans';
}

/** Where the points of a plot came to stand, once Chart.js has laid it out. */
export function spotsOf(chart: Chart, plot: Plot, form: PlotForm): readonly Spot[] {
  const y = chart.scales['y'];
  if (!y) return [];
  return placedPoints(plot).flatMap((placed) => {
    const at = plot.years.indexOf(placed.year);
    const set = form === 'bar' ? placed.line : placed.line * 2 + (placed.kind === 'result' ? 1 : 0);
    const element = chart.getDatasetMeta(set).data[at];
    return element ? [{ placed, x: element.x, y: y.getPixelForValue(placed.point.height) }] : [];
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const SIZE = 12;
const ABOVE = -9;
const BELOW = 18;
/** A label may not come nearer than this to another, px. */
const APART = 2;

const boxOf = ({ x, y }: Spot, width: number, shift: number): Box => ({
  left: x - width / 2 - APART,
  right: x + width / 2 + APART,
  top: y + shift - SIZE,
  bottom: y + shift + 2,
});

export type Measure = (text: string, bold: boolean) => number;

/** Which values are written first where there is no room for all: the ends of each line, then its extremes. */
const weightOf = (spots: readonly Spot[], spot: Spot): number => {
  const own = spots.filter(({ placed }) => placed.line === spot.placed.line);
  if (spot === own[0] || spot === own.at(-1)) return 0;
  const heights = own.map(({ y }) => y);
  return spot.y === Math.min(...heights) || spot.y === Math.max(...heights) ? 1 : 2;
};

/**
 * The values, each above its point or below it, so that none covers another or a mark; one that has room neither
 * way is left to the table.
 */
export function valueWords(spots: readonly Spot[], measure: Measure, area: Box): readonly Words[] {
  const marks = spots.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const taken: Box[] = [];
  const byWeight = spots
    .map((spot, at) => ({ spot, at }))
    .sort((a, b) => weightOf(spots, a.spot) - weightOf(spots, b.spot));
  return byWeight.flatMap(({ spot, at }): readonly Words[] => {
    const { point, kind } = spot.placed;
    const bold = kind === 'result';
    const width = measure(point.text, bold);
    const others = [...taken, ...marks.filter((_, other) => other !== at)];
    for (const shift of [ABOVE, BELOW]) {
      const box = boxOf(spot, width, shift);
      const inside = box.top >= area.top && box.bottom <= area.bottom;
      if (!inside || others.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [{ text: point.text, x: spot.x, y: spot.y + shift, align: 'center', bold, face: 'serif' }];
    }
    return [];
  });
}

/** From one name of a line to the next, px. */
export const LINE_HEIGHT = 16;

/** Names of the lines at their ends, pushed apart where lines end near each other. */
export function endWords(
  plot: Plot,
  spots: readonly Spot[],
  right: number,
  measure: Measure,
): readonly Words[] {
  if (plot.lines.length < 2) return [];
  const ends = plot.lines
    .flatMap(({ name }, line) => {
      const last = spots
        .filter(({ placed }) => placed.line === line)
        .sort((a, b) => a.x - b.x)
        .at(-1);
      return last ? [{ name, y: last.y + 4 }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let lowest = -Infinity;
  return ends.map(({ name, y }) => {
    lowest = Math.max(y, lowest + LINE_HEIGHT);
    return { text: fitted(name, measure), x: right, y: lowest, align: 'left', bold: false, face: 'sans' };
  });
}

/** Widest a name at the end of a line may be, px. */
const WIDEST_NAME = 180;

/** A name cut to the room there is. */
const fitted = (name: string, measure: Measure): string => {
  if (measure(name, false) <= WIDEST_NAME) return name;
  let length = name.length - 1;
  while (length > 1 && measure(`${name.slice(0, length)}…`, false) > WIDEST_NAME) length -= 1;
  return `${name.slice(0, length)}…`;
};

/** Room for the values above, the names at the right and what a file adds. */
export const paddingFor = (
  plot: Plot,
  form: PlotForm,
  measure: Measure,
  extra: Partial<Padding> = {},
): Padding => {
  const named = form === 'line' && plot.lines.length > 1;
  const names = named ? Math.max(...plot.lines.map(({ name }) => measure(name, false))) : 0;
  return {
    top:
      24 + (extra.top ?? 0) + (form === 'bar' && plot.lines.length > 1 ? LINE_HEIGHT * plot.lines.length : 0),
    right: 16 + (names > 0 ? Math.min(WIDEST_NAME, names) + 12 : 0),
    bottom: extra.bottom ?? 0,
    left: 16,
  };
};
