import { csvCell } from '../../../shared/exchange';
import { BOUND_SIGNS } from '../../../shared/report';
import { PRINT_PALETTE, type PlotForm } from './chart-config';
import { drawPlot } from './draw-plot';
import { loadFaces } from './faces';
import { placedPoints, plotKey, plotWords, type Plot } from './plot';
import { svgOf } from './svg';

/** A chart as a file. */
export interface PlotFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export type PlotFormat = 'png' | 'svg' | 'csv';

/** What a file says beside the plot itself. */
export interface PlotFacts {
  readonly title: string;
  /** 据周口市 2022、2023、2025 年报告. */
  readonly source: string;
  readonly sentenceOf: (report: string, at: number) => string;
  readonly nameOf: (report: string) => string;
}

/** Size of a picture in px of the page; its pixels are twice as fine. */
const PICTURE = { width: 960, height: 480, ratio: 2 } as const;

/** Draws a plot black on white, off the page, for as long as `make` needs it. */
async function drawnForFile<T>(
  plot: Plot,
  form: PlotForm,
  { title, source }: PlotFacts,
  make: (canvas: HTMLCanvasElement, drawn: ReturnType<typeof drawPlot>) => Promise<T> | T,
): Promise<T> {
  const foot = `${source}　${plotKey(plot)}`;
  await loadFaces(plot, PRINT_PALETTE, title + foot);
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  const drawn = drawPlot(canvas, {
    plot,
    form,
    palette: PRINT_PALETTE,
    ratio: PICTURE.ratio,
    framing: { title, foot },
  });
  try {
    return await make(canvas, drawn);
  } finally {
    drawn.clear();
  }
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (!blob) return reject(new Error('The canvas gave no picture.'));
      void blob.arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)));
    }, 'image/png');
  });

/** Draws a plot as a picture for a page of another program. */
export const plotPicture = async (plot: Plot, form: PlotForm, facts: PlotFacts): Promise<Blob> => {
  const bytes = await drawnForFile(plot, form, facts, pngOf);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' });
};

const HEADS = [
  '指标',
  '地区',
  '时期',
  '结果或目标',
  '界限',
  '数值',
  '单位',
  '原文数值',
  '原文单位',
  '存疑',
  '报告',
  '原句',
];

const BOM = '\uFEFF';

const plainValue = (value: number | readonly [number, number]): string =>
  typeof value === 'number' ? String(value) : value.join('—');

/** The plot's figures for a spreadsheet: byte order mark, CRLF, one row a point, no cell that runs. */
export function plotCsv(plot: Plot, { nameOf, sentenceOf }: PlotFacts): string {
  const rows = placedPoints(plot).map(({ point, line }) => {
    const { observation, height, doubt } = point;
    const { place, period, kind, bound, value, unit, report, range } = observation;
    const figure = typeof value === 'number' ? String(height) : csvCell(point.text);
    const words = [plot.lines[line]?.name ?? '', place, period, kind === 'target' ? '目标' : '结果'];
    const said = [unit, doubt ?? '', nameOf(report), sentenceOf(report, range.start)];
    return [
      ...words.map(csvCell),
      csvCell(BOUND_SIGNS[bound]),
      figure,
      csvCell(plot.unit),
      typeof value === 'number' ? String(value) : csvCell(plainValue(value)),
      ...said.map(csvCell),
    ].join(',');
  });
  return BOM + [HEADS.map(csvCell).join(','), ...rows].map((row) => `${row}\r\n`).join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Makes a file of a plot. */
export async function plotFile(
  plot: Plot,
  form: PlotForm,
  format: PlotFormat,
  facts: PlotFacts,
): Promise<PlotFile> {
  const name = `${facts.title}.${format}`;
  if (format === 'csv') return { name, mime: 'text/csv', bytes: utf8(plotCsv(plot, facts)) };
  if (format === 'png')
    return { name, mime: 'image/png', bytes: await drawnForFile(plot, form, facts, pngOf) };
  const svg = await drawnForFile(plot, form, facts, (_, { chart, overlay }) =>
    svgOf({ chart, plot, form, overlay: overlay() }, PRINT_PALETTE, plotWords(plot)),
  );
  return { name, mime: 'image/svg+xml', bytes: utf8(svg) };
}
