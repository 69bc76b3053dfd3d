import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Plugin,
} from 'chart.js';
import { configOf, type Palette, type PlotDrawing, type PlotForm } from './chart-config';
import { paddingFor, type Measure, type Spot, type Words } from './figures-on-plot';
import { barFill } from './fills';
import { FILLS } from './patterns';
import { FRAME_HEIGHT, NO_FRAMING, overlayOf, type Framing, type Overlay } from './overlay';
import type { Plot } from './plot';

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  CategoryScale,
);

const fontOf = ({ bold, face }: Pick<Words, 'bold' | 'face'>, palette: Palette): string =>
  `${bold ? '700' : '400'} 12px ${face === 'serif' ? palette.serif : palette.sans}`;

const MARK = 4.5;

function paint(context: CanvasRenderingContext2D, overlay: Overlay, palette: Palette): void {
  context.save();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.ink;
  for (const { placed, x, y } of overlay.marks) {
    context.fillStyle = palette.paper;
    context.beginPath();
    if (placed.point.doubt) {
      context.moveTo(x, y - MARK - 1);
      context.lineTo(x + MARK + 1, y);
      context.lineTo(x, y + MARK + 1);
      context.lineTo(x - MARK - 1, y);
      context.closePath();
    } else context.arc(x, y, MARK, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.lineWidth = 1;
  for (const { line, x, y } of overlay.swatches) {
    context.fillStyle = barFill(FILLS[line] ?? 'outlined', palette.ink, palette.paper);
    context.fillRect(x, y, 12, 12);
    context.strokeRect(x, y, 12, 12);
  }
  context.fillStyle = palette.ink;
  for (const words of overlay.words) {
    context.font = fontOf(words, palette);
    context.textAlign = words.align;
    context.fillText(words.text, words.x, words.y);
  }
  context.restore();
}

export interface DrawOptions {
  readonly plot: Plot;
  readonly form: PlotForm;
  readonly palette: Palette;
  readonly framing?: Framing;
  /** Told where the points stand each time the drawing has been laid out anew. */
  readonly onSpots?: (spots: readonly Spot[]) => void;
  /** Pixels of the canvas for one of the page; the screen's own where it is left out. */
  readonly ratio?: number;
}

/** A plot on a canvas. */
export interface Drawn {
  readonly chart: Chart;
  readonly overlay: () => Overlay;
  readonly clear: () => void;
}

/** Draws a plot on a canvas. The canvas' parent gives the size, unless `ratio` says that the canvas has its own. */
export function drawPlot(canvas: HTMLCanvasElement, options: DrawOptions): Drawn {
  const { plot, form, palette, framing = NO_FRAMING, ratio } = options;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const measure: Measure = (text, bold) => {
    context.save();
    context.font = fontOf({ bold, face: bold ? 'serif' : 'sans' }, palette);
    const { width } = context.measureText(text);
    context.restore();
    return width;
  };
  const overlay = (chart: Chart): Overlay => overlayOf(chart, { plot, form }, framing, measure);
  const plugin: Plugin = {
    id: 'figures-on-plot',
    beforeDraw: ({ ctx, width, height }) => {
      if (ratio === undefined) return;
      ctx.fillStyle = palette.paper;
      ctx.fillRect(0, 0, width, height);
    },
    afterDatasetsDraw: (chart) => {
      const now = overlay(chart);
      paint(chart.ctx, now, palette);
      options.onSpots?.(now.spots);
    },
  };
  const padding = paddingFor(plot, form, measure, {
    top: framing.title ? FRAME_HEIGHT : 0,
    bottom: framing.foot ? FRAME_HEIGHT : 0,
  });
  const drawing: PlotDrawing = { plot, form, palette, padding };
  const config = configOf(drawing, [plugin]);
  const chart = new Chart(canvas, {
    ...config,
    options: {
      ...config.options,
      ...(ratio === undefined ? {} : { responsive: false, devicePixelRatio: ratio }),
    },
  }) as unknown as Chart;
  return { chart, overlay: () => overlay(chart), clear: () => chart.destroy() };
}
