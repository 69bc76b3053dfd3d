import {
  Paragraph,
  Table,
  TableCell as DocxCell,
  TableRow as DocxRow,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { typeset } from '../../shared/parse';
import {
  MARK_CHARACTERS,
  type CellLine,
  type LineTone,
  type Paper,
  type Run,
  type TableCell,
  type TableColumn,
  type TablePart,
  type TableRow,
  pageSize,
} from '../../shared/sheet';
import type { References } from './docx-references';
import { halfPoints, mm, SANS, SERIF, text } from './docx-text';

/** Sizes of the tones in points at the usual size of text. */
const TONES: Readonly<Record<LineTone, { readonly font: typeof SERIF; readonly size: number }>> = {
  value: { font: SERIF, size: 10.5 },
  text: { font: SERIF, size: 10.5 },
  label: { font: SANS, size: 9 },
  remark: { font: SANS, size: 7.5 },
  gap: { font: SANS, size: 8 },
  box: { font: SANS, size: 8 },
};

const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const HAIR = { style: 'single', size: 4, color: '999999' } as const;
const INK = { style: 'single', size: 8, color: '000000' } as const;
/** 文武线. */
const DOUBLE = { style: 'thickThinSmallGap', size: 18, color: '000000' } as const;
const BREAK_RULE = { style: 'double', size: 6, color: '000000' } as const;

const ALIGNMENTS = { start: 'left', end: 'right', center: 'center' } as const;

/** A table of the sheet: its head repeats on each page, and no row is cut by one. */
export function tableOf({ table }: TablePart, paper: Paper, references: References): Table {
  const { columns, rows } = table;
  const widths = widthsOf(columns, paper);
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: [...widths],
    layout: 'fixed',
    borders: {
      top: DOUBLE,
      bottom: INK,
      left: NONE,
      right: NONE,
      insideHorizontal: HAIR,
      insideVertical: NONE,
    },
    rows: [
      headRow({ columns, widths }, paper),
      ...rows.map((row) => rowOf(row, { columns, widths }, paper, references)),
    ],
  });
}

/** Twips for each column; together what the margins leave. */
function widthsOf(columns: readonly TableColumn[], paper: Paper): readonly number[] {
  const { left, right } = paper.margins;
  const room = pageSize(paper).width - left - right;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => mm((room * width) / total));
}

/** The columns of a table and how wide each is, in twips. */
interface Layout {
  readonly columns: readonly TableColumn[];
  readonly widths: readonly number[];
}

function headRow({ columns, widths }: Layout, paper: Paper): DocxRow {
  return new DocxRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title, caption, align, face }, index) => {
      const options: IRunOptions =
        face === 'title'
          ? { font: SERIF, bold: true, size: halfPoints(paper, 11) }
          : { font: SANS, size: halfPoints(paper, 9) };
      const small = { font: SANS, size: halfPoints(paper, 7.5) };
      return new DocxCell({
        width: { size: widths[index] ?? 0, type: 'dxa' },
        verticalAlign: 'bottom',
        borders: { bottom: INK },
        children: [
          new Paragraph({ alignment: ALIGNMENTS[align], keepNext: true, children: [text(title, options)] }),
          ...(caption === ''
            ? []
            : [
                new Paragraph({
                  alignment: ALIGNMENTS[align],
                  keepNext: true,
                  children: [text(caption, small)],
                }),
              ]),
        ],
      });
    }),
  });
}

function rowOf(row: TableRow, { columns, widths }: Layout, paper: Paper, references: References): DocxRow {
  if (row.kind === 'group') {
    const words = text(row.title, { font: SERIF, bold: true, size: halfPoints(paper, 10) });
    const head = new Paragraph({ keepNext: true, spacing: { before: mm(1.5) }, children: [words] });
    return new DocxRow({
      cantSplit: true,
      children: [new DocxCell({ columnSpan: columns.length, children: [head] })],
    });
  }
  return new DocxRow({
    cantSplit: true,
    children: row.cells.map((cell, index) => {
      const align = ALIGNMENTS[columns[index]?.align ?? 'start'];
      const paragraphs = cell.lines.map(
        (line) =>
          new Paragraph({
            alignment: align,
            keepNext: row.strong,
            children: [...childrenOf(line, row.strong, paper, references)],
          }),
      );
      return new DocxCell({
        width: { size: widths[index] ?? 0, type: 'dxa' },
        ...bordersOf(cell),
        children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
      });
    }),
  });
}

const bordersOf = ({ rule, bar }: TableCell) => (rule || bar ? { borders: { left: BREAK_RULE } } : {});

function childrenOf(
  { tone, runs }: CellLine,
  strong: boolean,
  paper: Paper,
  references: References,
): readonly ParagraphChild[] {
  const { font, size } = TONES[tone];
  const points = halfPoints(paper, size);
  const words = tone === 'text' ? typesetWords(runs) : runs.map(({ text: own }) => own);
  return runs.flatMap((run, index) => [
    text(`${run.mark ? `${MARK_CHARACTERS[run.mark]} ` : ''}${words[index] ?? ''}`, {
      font,
      size: points,
      ...formOf(run, strong),
    }),
    ...references.after(run.footnotes ?? [], points),
  ]);
}

/** The runs' texts as they are set; what stands beside a mark decides its width, also across runs. */
function typesetWords(runs: readonly Run[]): readonly string[] {
  const shown = typeset(runs.map(({ text: own }) => own).join(''));
  let at = 0;
  return runs.map(({ text: own }) => {
    at += own.length;
    return shown.slice(at - own.length, at);
  });
}

/** Form before colour: bold, and three kinds of underline. */
function formOf({ bold, changed, doubtful }: Run, strong: boolean): Omit<IRunOptions, 'text' | 'children'> {
  const heavy = strong || bold === true || changed === 'right' ? { bold: true } : {};
  if (doubtful) return { ...heavy, underline: { type: 'wave' } };
  if (changed === 'left') return { ...heavy, underline: { type: 'dotted' } };
  return changed === 'right' ? { ...heavy, underline: { type: 'single' } } : heavy;
}
