import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import { barFill } from './fills';
import { DASHES, FILLS, TARGET_DASH } from './patterns';
import type { Plot, PlotLine, PlotPoint } from './plot';

/** Colours and faces of a drawing: the page's own on screen, black on white in a file. */
export interface Palette {
  readonly ink: string;
  readonly paper: string;
  readonly rule: string;
  readonly sans: string;
  readonly serif: string;
}

export const PRINT_PALETTE: Palette = {
  ink: '#000000',
  paper: '#ffffff',
  rule: '#000000',
  sans: "'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif",
  serif: "'Noto Serif SC', 'Source Han Serif SC', SimSun, serif",
};

export type PlotForm = 'line' | 'bar';

type PlotSet = ChartDataset<PlotForm, (number | null)[]>;

const RADIUS = 4;
const HIDDEN = 'transparent';

const heights = (points: readonly (PlotPoint | null)[]): (number | null)[] =>
  points.map((point) => point?.height ?? null);

/** Results are filled and joined between neighbouring years; a doubtful one is a hollow diamond. */
const resultLine = ({ results, breaks }: PlotLine, at: number, { ink, paper }: Palette): PlotSet => ({
  type: 'line',
  data: heights(results),
  borderColor: ink,
  borderWidth: 1.5,
  borderDash: [...(DASHES[at] ?? [])],
  segment: { borderColor: ({ p1DataIndex }) => (breaks[p1DataIndex] ? HIDDEN : undefined) },
  pointStyle: results.map((point) => (point?.doubt ? 'rectRot' : 'circle')),
  pointBackgroundColor: results.map((point) => (point?.doubt ? paper : ink)),
  pointBorderColor: ink,
  pointRadius: results.map((point) => (point?.doubt ? RADIUS + 1 : RADIUS)),
  spanGaps: false,
});

/** Targets are outlined and joined by a fine dash to what stands before them, target or result. */
const targetLine = ({ results, targets, breaks }: PlotLine, { ink, paper }: Palette): PlotSet => ({
  type: 'line',
  data: targets.map((point, at) => point?.height ?? (targets[at + 1] ? (results[at]?.height ?? null) : null)),
  borderColor: ink,
  borderWidth: 1,
  borderDash: [...TARGET_DASH],
  segment: {
    borderColor: ({ p1DataIndex }) => (targets[p1DataIndex] && !breaks[p1DataIndex] ? undefined : HIDDEN),
  },
  pointStyle: targets.map((point) => (point?.doubt ? 'rectRot' : 'circle')),
  pointBackgroundColor: paper,
  pointBorderColor: ink,
  pointBorderWidth: 1.5,
  pointRadius: targets.map((point) => (point ? RADIUS : 0)),
  spanGaps: false,
});

const bars = ({ results }: PlotLine, at: number, palette: Palette): PlotSet => ({
  type: 'bar',
  data: heights(results),
  borderColor: palette.ink,
  borderWidth: 1,
  backgroundColor: results.map((point) =>
    point?.doubt ? palette.paper : barFill(FILLS[at] ?? 'outlined', palette.ink, palette.paper),
  ),
  maxBarThickness: 40,
  categoryPercentage: 0.7,
  barPercentage: 0.9,
});

const setsOf = ({ lines }: Plot, form: PlotForm, palette: Palette): PlotSet[] =>
  form === 'bar'
    ? lines.map((line, at) => bars(line, at, palette))
    : lines.flatMap((line, at) => [targetLine(line, palette), resultLine(line, at, palette)]);

/** Narrower than this, px, a year has room for one character of the reason, and then for two digits. */
const SHORT_REASON = 48;
const SHORT_YEAR = 34;

const tickWords = ({ years, absences }: Plot, at: number, slot: number): string | string[] => {
  const year = String(years[at] ?? '');
  const shown = slot < SHORT_YEAR ? year.slice(2) : year;
  const reason = absences[at] ?? '';
  return reason ? [shown, slot < SHORT_REASON ? reason.slice(0, 1) : reason] : shown;
};

/** Room around the points, px. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PlotDrawing {
  readonly plot: Plot;
  readonly form: PlotForm;
  readonly palette: Palette;
  readonly padding: Padding;
}

/** Room over the highest mark, as a share of its height. */
const HEADROOM = 1.1;

/** From the lowest height to the highest, zero among them; marks drawn over bars count too. */
const extent = ({ lines }: Plot): readonly [number, number] => {
  const all = lines.flatMap(({ results, targets }) =>
    [...results, ...targets].map((point) => point?.height ?? 0),
  );
  return [Math.min(0, ...all), Math.max(0, ...all)];
};

/** Gives what Chart.js draws of a plot: marks, lines, bars, baseline and years. Values are written by a plugin. */
export function configOf(
  { plot, form, palette, padding }: PlotDrawing,
  plugins: readonly Plugin[],
): ChartConfiguration<PlotForm, (number | null)[]> {
  const { ink, rule, sans } = palette;
  const [low, high] = extent(plot);
  const negative = low < 0;
  return {
    type: form,
    data: { labels: plot.years.map(String), datasets: setsOf(plot, form, palette) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          border: { color: negative ? HIDDEN : rule },
          ticks: {
            color: ink,
            font: { family: sans, size: 12 },
            autoSkip: false,
            maxRotation: 0,
            callback(_, at) {
              return tickWords(plot, at, this.width / Math.max(1, plot.years.length));
            },
          },
        },
        y: {
          suggestedMin: low * HEADROOM,
          suggestedMax: high * HEADROOM,
          border: { display: false },
          ticks: { display: false },
          grid: {
            display: negative,
            drawTicks: false,
            color: ({ tick }) => (tick.value === 0 ? rule : HIDDEN),
          },
        },
      },
    },
    plugins: [...plugins] as Plugin<PlotForm>[],
  };
}
