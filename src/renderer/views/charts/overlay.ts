import type { Chart } from 'chart.js';
import type { PlotForm } from './chart-config';
import {
  endWords,
  LINE_HEIGHT,
  spotsOf,
  valueWords,
  type Measure,
  type Spot,
  type Words,
} from './figures-on-plot';
import type { Plot } from './plot';

export type { Spot } from './figures-on-plot';

/** Words round the drawing that only a file needs: on the page they stand beside it. */
export interface Framing {
  readonly title: string;
  readonly foot: string;
}

export const NO_FRAMING: Framing = { title: '', foot: '' };

/** Height of each, px. */
export const FRAME_HEIGHT = 28;

/** Everything on the drawing that Chart.js has no word for; the same list is painted on a canvas and put into SVG. */
export interface Overlay {
  readonly spots: readonly Spot[];
  readonly words: readonly Words[];
  /** Swatches of the bars' fillings, beside their names. */
  readonly swatches: readonly { readonly line: number; readonly x: number; readonly y: number }[];
  /** Targets, and doubtful results, of a bar chart: marks over the bars. */
  readonly marks: readonly Spot[];
}

const NAMES_TOP = 14;

/** A plot in the form it is drawn in. */
export interface FormedPlot {
  readonly plot: Plot;
  readonly form: PlotForm;
}

export function overlayOf(
  chart: Chart,
  { plot, form }: FormedPlot,
  framing: Framing,
  measure: Measure,
): Overlay {
  const spots = spotsOf(chart, plot, form);
  const { left, right, top, bottom } = chart.chartArea;
  const legend = form === 'bar' && plot.lines.length > 1;
  const legendTop = NAMES_TOP + (framing.title ? FRAME_HEIGHT : 0);
  const swatches = legend
    ? plot.lines.map((_, line) => ({ line, x: left, y: legendTop + line * LINE_HEIGHT - 10 }))
    : [];
  const plain = (text: string, x: number, y: number, bold: boolean): Words => ({
    text,
    x,
    y,
    align: 'left',
    bold,
    face: 'sans',
  });
  return {
    spots,
    swatches,
    words: [
      ...(framing.title ? [plain(framing.title, 16, 20, true)] : []),
      ...valueWords(spots, measure, { left, right, top: top - 24, bottom }),
      ...(form === 'line' ? endWords(plot, spots, right + 8, measure) : []),
      ...swatches.map(({ line, x, y }) => plain(plot.lines[line]?.name ?? '', x + 18, y + 10, false)),
      ...(framing.foot ? [plain(framing.foot, 16, chart.height - 8, false)] : []),
    ],
    marks:
      form === 'bar'
        ? spots.filter(({ placed }) => placed.kind === 'target' || placed.point.doubt !== null)
        : [],
  };
}
