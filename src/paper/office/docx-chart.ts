import { Paragraph } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import { CHART_SIZE, type Chart, type ChartPoint, type ChartsPart } from '../../shared/sheet';
import type { References } from './docx-references';
import { SANS, SERIF, text } from './docx-text';

/** The charts as Word's own, so that they can be edited there; the same figures, gaps and words as on paper. */
export const chartParagraphs = ({ charts }: ChartsPart, references: References): readonly Paragraph[] =>
  charts.flatMap((chart) => [
    new Paragraph({
      keepNext: true,
      children: [text(chart.title, { font: SANS, bold: true }), ...references.after(chart.footnotes, 16)],
    }),
    new Paragraph({ children: [drawing(chart)] }),
  ]);

const INK = '000000';

function drawing(chart: Chart): ChartRun {
  const { years, absences, results, targets, summary } = chart;
  return new ChartRun({
    type: 'line',
    categories: years.map((year, at) => `${year}${absences[at] ? ` ${absences[at]}` : ''}`),
    series: [...seriesOf(RESULTS, results), ...seriesOf(TARGETS, targets)],
    emptyValues: 'gap',
    valueAxis: { visible: false, gridlines: false, ...roomOf([...results, ...targets]) },
    font: { name: SERIF.eastAsia },
    transformation: { width: CHART_SIZE.width * 1.6, height: CHART_SIZE.height * 1.6 },
    altText: { name: chart.title, description: summary },
  });
}

/** How the figures of one kind are told from the other's. */
interface Look {
  readonly name: string;
  readonly shape: 'circle' | 'diamond';
  readonly dash: 'solid' | 'dash';
  readonly bold: boolean;
}

const RESULTS: Look = { name: '结果', shape: 'circle', dash: 'solid', bold: true };

const TARGETS: Look = { name: '目标', shape: 'diamond', dash: 'dash', bold: false };

/** Part of the span of values left free above and below, where the labels of the outermost points stand. */
const LABEL_ROOM = 0.3;

/** An axis from a little below the lowest value, never below zero where none is, to a little above the highest. */
function roomOf(points: readonly (ChartPoint | null)[]): { minimum: number; maximum: number } {
  const values = points.flatMap((point) => (point ? [point.value] : []));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (high - low || 1) * LABEL_ROOM;
  return { minimum: low - room, maximum: high + room };
}

/** None where the indicator has no figure of the kind. */
function seriesOf(
  { name, shape, dash, bold }: Look,
  points: readonly (ChartPoint | null)[],
): readonly ChartSeries[] {
  if (points.every((point) => point === null)) return [];
  return [
    {
      name,
      values: points.map((point) => point?.value ?? null),
      color: INK,
      markers: { shape, size: 6 },
      line: { color: INK, width: 1.25, dash },
      pointLabels: points.map((point) =>
        point
          ? {
              text: `${point.text}${point.doubtful ? '（存疑）' : ''}`,
              position: bold ? 'above' : 'below',
              font: { bold },
            }
          : false,
      ),
    },
  ];
}
