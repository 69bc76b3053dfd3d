import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartDataset,
  type Plugin,
} from 'chart.js';
import type { SeriesPoint } from '../../../shared/report';
import { heightOf, pointWords, type ChartData } from './series-points';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

type LineSet = ChartDataset<'line', (number | null)[]>;

const shapeOf = (point: SeriesPoint | null): 'rectRot' | 'circle' =>
  point?.observation.doubt ? 'rectRot' : 'circle';

/** Results are filled and joined by a line, targets outlined and joined dashed, doubtful points hollow diamonds. */
const lineSet = (
  points: readonly (SeriesPoint | null)[],
  target: boolean,
  ink: string,
  paper: string,
): LineSet => ({
  data: points.map(heightOf),
  borderColor: ink,
  borderWidth: 1.5,
  borderDash: target ? [4, 3] : [],
  pointStyle: points.map(shapeOf),
  pointBackgroundColor: points.map((point) => (target || point?.observation.doubt ? paper : ink)),
  pointBorderColor: ink,
  pointRadius: 4,
  spanGaps: false,
});

/** Writes each value over its point, so that nobody has to read it off an axis. */
const valuesAtPoints = ({ results, targets }: ChartData, ink: string, font: string): Plugin<'line'> => ({
  id: 'values-at-points',
  afterDatasetsDraw: (chart) => {
    const { ctx } = chart;
    ctx.save();
    ctx.fillStyle = ink;
    ctx.textAlign = 'center';
    [results, targets].forEach((points, set) => {
      ctx.font = `${set === 0 ? 700 : 400} 12px ${font}`;
      points.forEach((point, at) => {
        const element = chart.getDatasetMeta(set).data[at];
        if (point && element) ctx.fillText(pointWords(point), element.x, element.y - 9);
      });
    });
    ctx.restore();
  },
});

/** Draws a series on a canvas in the page's own ink; the answer takes the chart away again. */
export const drawSeries = (canvas: HTMLCanvasElement, data: ChartData): (() => void) => {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [ink, paper, rule] = [colour('--ink'), colour('--raised'), colour('--line2')];
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      labels: [...data.years],
      datasets: [lineSet(data.results, false, ink, paper), lineSet(data.targets, true, ink, paper)],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: 22, left: 20, right: 20 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: rule },
          ticks: { color: ink, font: { family: style.fontFamily, size: 12 } },
        },
        y: { display: false, beginAtZero: true, grace: '10%' },
      },
      events: [],
    },
    plugins: [valuesAtPoints(data, ink, colour('--serif'))],
  });
  return () => chart.destroy();
};
