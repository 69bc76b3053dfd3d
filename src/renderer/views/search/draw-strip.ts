import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Places in each year; null where there is no bar. */
export interface StripBars {
  readonly years: readonly number[];
  readonly exact: readonly (number | null)[];
  readonly near: readonly (number | null)[];
}

/** Width of a bar and least height of one that is not zero, px. */
const BAR = 32;
const LEAST = 2;
const HIDDEN = 'transparent';
const NEAR = 1;

/** 近似 is an outline of dashes, which bars of Chart.js do not have. */
const dashedNear = (ink: string): Plugin<'bar'> => ({
  id: 'dashed-near',
  afterDatasetsDraw: (chart) => {
    const { ctx } = chart;
    ctx.save();
    ctx.strokeStyle = ink;
    ctx.setLineDash([3, 2]);
    for (const bar of chart.getDatasetMeta(NEAR).data) {
      const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true) as Record<
        'x' | 'y' | 'base' | 'width',
        number
      >;
      if (base - y < 1) continue;
      ctx.beginPath();
      ctx.moveTo(x - width / 2 + 0.5, base);
      ctx.lineTo(x - width / 2 + 0.5, y + 0.5);
      ctx.lineTo(x + width / 2 - 0.5, y + 0.5);
      ctx.lineTo(x + width / 2 - 0.5, base);
      ctx.stroke();
    }
    ctx.restore();
  },
});

/** A drawing that stays while one types. */
export interface Strip {
  /** Draws these bars in place of those before. */
  draw(bars: StripBars): void;
  clear(): void;
}

const shape = { barThickness: BAR, minBarLength: LEAST, stack: 'places' } as const;

/** Draws the bars of all years over the whole canvas; what is written beside them is the page's. */
export function makeStrip(canvas: HTMLCanvasElement): Strip {
  const ink = getComputedStyle(canvas).color;
  const chart = new Chart<'bar', (number | null)[]>(canvas, {
    type: 'bar',
    data: {
      labels: [],
      datasets: [
        { data: [], backgroundColor: ink, ...shape },
        { data: [], backgroundColor: HIDDEN, ...shape },
      ],
    },
    options: {
      animation: false,
      events: [],
      maintainAspectRatio: false,
      scales: {
        x: { display: false, stacked: true },
        y: { display: false, stacked: true, beginAtZero: true },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [dashedNear(ink)],
  });
  return {
    draw: ({ years, exact, near }) => {
      const [exactly, nearly] = chart.data.datasets;
      if (!exactly || !nearly) return;
      chart.data.labels = years.map(String);
      exactly.data = [...exact];
      nearly.data = [...near];
      chart.update('none');
    },
    clear: () => chart.destroy(),
  };
}
