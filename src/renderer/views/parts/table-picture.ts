import type { PlainTable } from '../../../shared/exchange';

const INK = '#000000';
const PAPER = '#ffffff';
const SANS = "'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif";
const FACE = `400 14px ${SANS}`;
const BOLD = `700 14px ${SANS}`;

/** In px of the page; the picture's pixels are twice as fine. */
const LINE = 26;
const PADDING = 10;
const MARGIN = 16;
const WIDEST = 260;
const RATIO = 2;
/** No browser draws a larger canvas. */
const LARGEST = 16_000;

/** Breaks words into lines that fit; a single character always does. */
const wrapped = (context: CanvasRenderingContext2D, text: string, width: number): readonly string[] => {
  const lines: string[] = [''];
  for (const character of text) {
    const last = lines.length - 1;
    const longer = `${lines[last] ?? ''}${character}`;
    if (lines[last] !== '' && context.measureText(longer).width > width) lines.push(character);
    else lines[last] = longer;
  }
  return lines;
};

interface Layout {
  readonly widths: readonly number[];
  readonly rows: readonly { readonly cells: readonly (readonly string[])[]; readonly height: number }[];
  readonly width: number;
  readonly height: number;
}

const layOut = (context: CanvasRenderingContext2D, { heads, rows, title, source }: PlainTable): Layout => {
  context.font = BOLD;
  const all = [heads, ...rows];
  const widths = heads.map((_, at) =>
    Math.min(WIDEST, Math.max(...all.map((row) => context.measureText(row[at] ?? '').width))),
  );
  const laid = all.map((row) => {
    const cells = row.map((text, at) => wrapped(context, text, widths[at] ?? WIDEST));
    return { cells, height: Math.max(...cells.map((lines) => lines.length)) * LINE };
  });
  const around = [title, source].filter(Boolean).length * LINE;
  return {
    widths: widths.map((width) => width + 2 * PADDING),
    rows: laid,
    width: widths.reduce((sum, width) => sum + width + 2 * PADDING, 2 * MARGIN),
    height: laid.reduce((sum, { height }) => sum + height, 2 * MARGIN + around),
  };
};

const drawRows = (context: CanvasRenderingContext2D, { widths, rows }: Layout, from: number): number => {
  let y = from;
  for (const [index, { cells, height }] of rows.entries()) {
    let x = MARGIN;
    context.font = index === 0 ? BOLD : FACE;
    for (const [at, lines] of cells.entries()) {
      context.strokeRect(x + 0.5, y + 0.5, widths[at] ?? 0, height);
      for (const [line, text] of lines.entries())
        context.fillText(text, x + PADDING, y + (line + 0.5) * LINE);
      x += widths[at] ?? 0;
    }
    y += height;
  }
  return y;
};

/** Draws a table black on white, as a picture for a page of another program. */
export async function tablePicture(table: PlainTable): Promise<Blob> {
  const words = [table.title, table.source, ...table.heads, ...table.rows.flat()].join('');
  // A face that cannot be loaded costs its look; the system's stands in for it.
  await Promise.all([FACE, BOLD].map((face) => document.fonts.load(face, words).catch(() => [])));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The page has no canvas.');
  const layout = layOut(context, table);
  const ratio = Math.min(RATIO, LARGEST / layout.width, LARGEST / layout.height);
  canvas.width = Math.ceil(layout.width * ratio);
  canvas.height = Math.ceil(layout.height * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, layout.width, layout.height);
  context.fillStyle = context.strokeStyle = INK;
  context.textBaseline = 'middle';
  const top = MARGIN + (table.title ? LINE : 0);
  context.font = BOLD;
  context.fillText(table.title, MARGIN, MARGIN + LINE / 2);
  const bottom = drawRows(context, layout, top);
  context.font = FACE;
  context.fillText(table.source, MARGIN, bottom + LINE / 2);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))),
      'image/png',
    );
  });
}
