import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Plugin,
} from 'chart.js';
import type { Palette } from '../../charts/chart-config';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

/** One place's results over the years, the middle of all places behind them. */
export interface SmallPlot {
  readonly years: readonly number[];
  readonly values: readonly (number | null)[];
  /** As they are shown. */
  readonly texts: readonly string[];
  readonly middles: readonly (number | null)[];
  /** The vertical axis all places share. */
  readonly low: number;
  readonly high: number;
  /** The chosen year in `years`; -1 for none. */
  readonly chosen: number;
}

/** The points whose value is written: first, highest, last. */
const writtenOf = (values: readonly (number | null)[]): ReadonlySet<number> => {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const top = known.toSorted((a, b) => b.value - a.value)[0];
  return new Set([known[0], top, known.at(-1)].flatMap((one) => (one ? [one.at] : [])));
};

const ROOM = 16;

/** Draws one of the small charts on its canvas; gives the way to clear it. */
export function drawSmall(
  canvas: HTMLCanvasElement,
  plot: SmallPlot,
  palette: Palette,
  accent: string,
): () => void {
  const written = writtenOf(plot.values);
  const labels: Plugin<'line'> = {
    id: 'values',
    afterDatasetsDraw: (drawn) => {
      const { ctx, chartArea } = drawn;
      ctx.save();
      ctx.font = `700 11px ${palette.serif}`;
      ctx.fillStyle = palette.ink;
      for (const [at, point] of drawn.getDatasetMeta(1).data.entries()) {
        if (!written.has(at)) continue;
        ctx.textAlign = at === 0 ? 'left' : at === plot.years.length - 1 ? 'right' : 'center';
        ctx.fillText(plot.texts[at] ?? '', point.x, point.y - 7);
      }
      ctx.strokeStyle = palette.ink;
      ctx.beginPath();
      ctx.moveTo(chartArea.left, chartArea.bottom + 5.5);
      ctx.lineTo(chartArea.right, chartArea.bottom + 5.5);
      ctx.stroke();
      ctx.restore();
    },
  };
  const isChosen = (at: number): boolean => at === plot.chosen;
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      labels: [...plot.years],
      datasets: [
        {
          data: [...plot.middles],
          ...{
            borderColor: palette.rule,
            borderDash: [2, 3],
            borderWidth: 1.5,
            pointRadius: 0,
            spanGaps: true,
          },
        },
        {
          data: [...plot.values],
          ...{ borderColor: palette.ink, borderWidth: 1.5, spanGaps: false, clip: false },
          pointBackgroundColor: plot.values.map((_, at) => (isChosen(at) ? accent : palette.ink)),
          pointBorderColor: plot.values.map((_, at) => (isChosen(at) ? accent : palette.ink)),
          pointRadius: plot.values.map((_, at) => (isChosen(at) ? 4.5 : 2)),
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: ROOM, bottom: 6, left: 5, right: 5 } },
      scales: { x: { display: false }, y: { display: false, min: plot.low, max: plot.high } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [labels],
  });
  return () => chart.destroy();
}
