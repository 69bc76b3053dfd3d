import type { Chart } from 'chart.js';
import { escapeMarkup } from '../../../shared/text';
import type { Palette } from './chart-config';
import type { FormedPlot, Overlay, Spot } from './overlay';
import type { Words } from './figures-on-plot';
import { DASHES, FILLS, TARGET_DASH } from './patterns';
import type { Plot } from './plot';

/** Text for a place between tags or in an attribute; characters XML has no place for are left out. */
const escapeXml = (text: string): string =>
  escapeMarkup(text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, ''));

type Attributes = Readonly<Record<string, string | number>>;

const round = (value: number): number => Math.round(value * 100) / 100;

const tag = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? String(round(value)) : escapeXml(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
};

const MARK = 4;
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

const textOf = ({ text, x, y, align, bold, face }: Words, palette: Palette): string =>
  tag(
    'text',
    {
      x,
      y,
      'text-anchor': ANCHORS[align],
      'font-family': face === 'serif' ? palette.serif : palette.sans,
      'font-size': 12,
      'font-weight': bold ? 700 : 400,
      fill: palette.ink,
    },
    escapeXml(text),
  );

/** Filled where a result, outlined where a target, a hollow diamond where doubtful. */
function markOf({ placed, x, y }: Spot, { ink, paper }: Palette): string {
  const hollow = placed.kind === 'target' || placed.point.doubt !== null;
  const look = { fill: hollow ? paper : ink, stroke: ink, 'stroke-width': 1.5 };
  if (placed.point.doubt === null) return tag('circle', { cx: x, cy: y, r: MARK, ...look });
  const far = MARK + 1.5;
  const points = [
    [x, y - far],
    [x + far, y],
    [x, y + far],
    [x - far, y],
  ];
  return tag('polygon', { points: points.map((point) => point.map(round).join(',')).join(' '), ...look });
}

/** The stretches between neighbouring years: results by the line's own dash, targets by a fine one. */
function joins(plot: Plot, spots: readonly Spot[], { ink }: Palette): readonly string[] {
  const spotAt = (line: number, at: number, kind: Spot['placed']['kind']): Spot | undefined =>
    spots.find(
      ({ placed }) => placed.line === line && placed.year === plot.years[at] && placed.kind === kind,
    );
  const stroke = (from: Spot, to: Spot, width: number, dash: readonly number[]): string =>
    tag('line', {
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
      stroke: ink,
      'stroke-width': width,
      ...(dash.length > 0 ? { 'stroke-dasharray': dash.join(' ') } : {}),
    });
  return plot.lines.flatMap(({ breaks }, line) =>
    plot.years.flatMap((_, at) => {
      if (at === 0 || breaks[at]) return [];
      const [result, target] = [spotAt(line, at, 'result'), spotAt(line, at, 'target')];
      const resultBefore = spotAt(line, at - 1, 'result');
      const before = spotAt(line, at - 1, 'target') ?? resultBefore;
      return [
        ...(target && before ? [stroke(before, target, 1, TARGET_DASH)] : []),
        ...(result && resultBefore ? [stroke(resultBefore, result, 1.5, DASHES[line] ?? [])] : []),
      ];
    }),
  );
}

const FILL_NAMES = { filled: '', outlined: '', hatched: 'hatched', dotted: 'dotted' } as const;

const fillOf = (line: number, { ink, paper }: Palette): string => {
  const fill = FILLS[line] ?? 'outlined';
  if (FILL_NAMES[fill]) return `url(#${FILL_NAMES[fill]})`;
  return fill === 'filled' ? ink : paper;
};

const patterns = ({ ink, paper }: Palette): string =>
  tag(
    'defs',
    {},
    ['hatched', 'dotted']
      .map((id) =>
        tag(
          'pattern',
          { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
          tag('rect', { width: 8, height: 8, fill: paper }) +
            (id === 'hatched'
              ? tag('path', { d: 'M-2 2L2-2M0 8L8 0M6 10L10 6', stroke: ink, 'stroke-width': 1.2 })
              : tag('circle', { cx: 2, cy: 2, r: 1.1, fill: ink }) +
                tag('circle', { cx: 6, cy: 6, r: 1.1, fill: ink })),
        ),
      )
      .join(''),
  );

const barsOf = (chart: Chart, plot: Plot, palette: Palette): readonly string[] =>
  plot.lines.flatMap(({ results }, line) =>
    results.flatMap((point, at) => {
      const element = chart.getDatasetMeta(line).data[at];
      if (!point || !element) return [];
      const { x, y, base, width } = element.getProps(['x', 'y', 'base', 'width'], true) as Record<
        'x' | 'y' | 'base' | 'width',
        number
      >;
      return [
        tag('rect', {
          x: x - width / 2,
          y: Math.min(y, base),
          width,
          height: Math.abs(base - y),
          fill: point.doubt ? palette.paper : fillOf(line, palette),
          stroke: palette.ink,
        }),
      ];
    }),
  );

/** The baseline with its years, as Chart.js set them. */
function axis(chart: Chart, palette: Palette): readonly string[] {
  const [x, y] = [chart.scales['x'], chart.scales['y']];
  if (!x || !y) return [];
  const zero = y.getPixelForValue(Math.max(0, y.min));
  const years = x.ticks.flatMap(({ label }, at) =>
    [label ?? ''].flat().map((text, row) =>
      textOf(
        {
          text,
          x: x.getPixelForTick(at),
          y: x.top + 18 + row * 15,
          align: 'center',
          bold: false,
          face: 'sans',
        },
        palette,
      ),
    ),
  );
  return [tag('line', { x1: x.left, y1: zero, x2: x.right, y2: zero, stroke: palette.rule }), ...years];
}

/** A plot as Chart.js has laid it out, with what stands over it. */
export interface DrawnPlot extends FormedPlot {
  readonly chart: Chart;
  readonly overlay: Overlay;
}

/** A drawn plot as SVG: the same places, the same words. `summary` is its text for those who cannot see it. */
export function svgOf({ chart, overlay, plot, form }: DrawnPlot, palette: Palette, summary: string): string {
  const { width, height } = chart;
  const swatches = overlay.swatches.map(({ line, x, y }) =>
    tag('rect', { x, y, width: 12, height: 12, fill: fillOf(line, palette), stroke: palette.ink }),
  );
  const drawn =
    form === 'bar'
      ? [...barsOf(chart, plot, palette), ...overlay.marks.map((spot) => markOf(spot, palette))]
      : [...joins(plot, overlay.spots, palette), ...overlay.spots.map((spot) => markOf(spot, palette))];
  const content = [
    tag('title', {}, escapeXml(summary)),
    patterns(palette),
    tag('rect', { width, height, fill: palette.paper }),
    ...axis(chart, palette),
    ...drawn,
    ...swatches,
    ...overlay.words.map((words) => textOf(words, palette)),
  ].join('\n');
  const size = { width, height, viewBox: `0 0 ${String(width)} ${String(height)}` };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', ...size }, `\n${content}\n`)}\n`;
}
