/** A figure on a chart. */
export interface ChartPoint {
  /** Its height; a range stands at its middle. */
  readonly value: number;
  /** As printed: ＞3,000. */
  readonly text: string;
  readonly doubtful: boolean;
}

/** One indicator of one place over the years. */
export interface Chart {
  /** The row of the matrix it is drawn from. */
  readonly id: string;
  /** 港口货物吞吐量（万吨）. */
  readonly title: string;
  /** The chart in one sentence. */
  readonly summary: string;
  readonly years: readonly number[];
  /** One for each year. Null is a gap: nothing is drawn and the line breaks. */
  readonly results: readonly (ChartPoint | null)[];
  readonly targets: readonly (ChartPoint | null)[];
  /** 未提及 or 缺报告 where the year has no figure at all; else empty. */
  readonly absences: readonly string[];
  /** True where what stands before the year cannot be set against it: the line breaks. */
  readonly breaks: readonly boolean[];
  /** Sources of the figures. */
  readonly footnotes: readonly number[];
}

/** What a chart is drawn with. Lengths in px, from the top left. */
export type Shape =
  | {
      readonly kind: 'line';
      readonly from: Spot;
      readonly to: Spot;
      readonly width: number;
      readonly dashed: boolean;
    }
  | { readonly kind: 'circle' | 'diamond'; readonly at: Spot; readonly filled: boolean }
  | {
      readonly kind: 'text';
      readonly at: Spot;
      readonly text: string;
      readonly bold: boolean;
      readonly small: boolean;
    };

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Size of a drawing. */
export const CHART_SIZE = { width: 300, height: 150 } as const;

/** Room around the points: for the values above and the years below. */
const ROOM = { top: 26, right: 34, bottom: 36, left: 34 } as const;

/** A value is written above its point, or below where another would be in the way. */
const LABEL = { above: -8, below: 17, near: 18 } as const;

/** The shapes of a chart, baseline first: ink only, values written at the points, no scale to read them off. */
export function drawChart(chart: Chart): readonly Shape[] {
  const spots = scaleOf(chart);
  const base = CHART_SIZE.height - ROOM.bottom;
  const axis: Shape = {
    kind: 'line',
    from: { x: 8, y: base },
    to: { x: CHART_SIZE.width - 8, y: base },
    width: 1,
    dashed: false,
  };
  return [
    axis,
    ...chart.years.flatMap((year, at) =>
      yearShapes(year, chart.absences[at] ?? '', { x: spots.x(at), y: base }),
    ),
    ...joins(chart.targets, chart.breaks, spots, true),
    ...joins(chart.results, chart.breaks, spots, false),
    ...points(chart, spots),
  ];
}

interface Scale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

function scaleOf({ years, results, targets }: Chart): Scale {
  const values = [...results, ...targets].flatMap((point) => (point ? [point.value] : []));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const { width, height } = CHART_SIZE;
  const step = (width - ROOM.left - ROOM.right) / Math.max(1, years.length - 1);
  const tall = height - ROOM.top - ROOM.bottom;
  return {
    x: (at) => (years.length === 1 ? width / 2 : ROOM.left + step * at),
    y: (value) => height - ROOM.bottom - (high === low ? 0 : ((value - low) / (high - low)) * tall),
  };
}

function yearShapes(year: number, absence: string, { x, y: base }: Spot): readonly Shape[] {
  const text = (words: string, y: number): Shape => ({
    kind: 'text',
    at: { x, y },
    text: words,
    bold: false,
    small: true,
  });
  return [text(String(year), base + 15), ...(absence ? [text(absence, base + 29)] : [])];
}

/** Lines between neighbouring years only: a gap is a gap. */
function joins(
  line: readonly (ChartPoint | null)[],
  breaks: readonly boolean[],
  { x, y }: Scale,
  dashed: boolean,
): readonly Shape[] {
  return line.flatMap((point, at): readonly Shape[] => {
    const before = at > 0 ? line[at - 1] : null;
    if (!point || !before || breaks[at]) return [];
    const from = { x: x(at - 1), y: y(before.value) };
    return [{ kind: 'line', from, to: { x: x(at), y: y(point.value) }, width: 1.5, dashed }];
  });
}

function points({ years, results, targets }: Chart, { x, y }: Scale): readonly Shape[] {
  return years.flatMap((_, at) => {
    const [result, target] = [results[at] ?? null, targets[at] ?? null];
    const tight =
      result !== null && target !== null && Math.abs(y(result.value) - y(target.value)) < LABEL.near;
    const spotOf = (point: ChartPoint | null): Spot => ({ x: x(at), y: y(point?.value ?? 0) });
    const targetBelow = tight && result.value >= target.value;
    return [
      ...pointShapes(target, spotOf(target), { bold: false, below: tight && targetBelow }),
      ...pointShapes(result, spotOf(result), { bold: true, below: tight && !targetBelow }),
    ];
  });
}

/** A result is bold and filled; of two values close together one stands below. */
interface ValueLook {
  readonly bold: boolean;
  readonly below: boolean;
}

function pointShapes(point: ChartPoint | null, at: Spot, { bold, below }: ValueLook): readonly Shape[] {
  if (!point) return [];
  return [
    { kind: point.doubtful ? 'diamond' : 'circle', at, filled: bold && !point.doubtful },
    {
      kind: 'text',
      at: { x: at.x, y: at.y + (below ? LABEL.below : LABEL.above) },
      text: point.text,
      bold,
      small: false,
    },
  ];
}
