import type { Colour, Verdict } from '../report';

/**
 * A table of a sheet, the same for paper, Word and Excel: what stands in its cells and what it means, not how it
 * is drawn.
 */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly title: string;
  /** 据 2022、2023 年报告; may be empty. */
  readonly caption: string;
  /** Share of the width, in relation to the other columns. */
  readonly width: number;
  readonly align: 'start' | 'end' | 'center';
  /** How the title is set: a year or a report is the report's own, a label the software's. */
  readonly face: 'title' | 'label';
}

export type TableRow = GroupRow | CellRow;

/** A line over the rows that belong together: 科技创新. */
export interface GroupRow {
  readonly kind: 'group';
  readonly title: string;
}

export interface CellRow {
  readonly kind: 'cells';
  /** True for a heading of the report among its text. */
  readonly strong: boolean;
  /** One for each column. */
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly lines: readonly CellLine[];
  /** Stands before the cell: what is on its two sides cannot be set against each other. */
  readonly rule: boolean;
  /** A bar at its left: the passage stands elsewhere in its report. */
  readonly bar: boolean;
}

/**
 * `value`: a figure of a report. `text`: words of a report. `label`: the software's word. `remark`: small, under
 * what it belongs to. `gap`: a word where nothing stands; `box`: the same, drawn with a dashed frame.
 */
export type LineTone = 'value' | 'text' | 'label' | 'remark' | 'gap' | 'box';

export interface CellLine {
  readonly tone: LineTone;
  readonly runs: readonly Run[];
}

/** Signs of form, so that nothing is told by colour alone. */
export type SheetMark =
  | 'result'
  | 'target'
  | 'doubt'
  | 'met'
  | 'partly'
  | 'missed'
  | 'absent'
  | 'edited'
  | 'moved'
  | 'only-left'
  | 'only-right';

export const VERDICT_MARKS: Readonly<Record<Verdict, SheetMark>> = {
  met: 'met',
  partly: 'partly',
  missed: 'missed',
  'not-mentioned': 'absent',
  'different-scope': 'absent',
  'no-value': 'absent',
  'report-missing': 'absent',
};

/** What a mark is where it cannot be drawn: in a spreadsheet and in Word. */
export const MARK_CHARACTERS: Readonly<Record<SheetMark, string>> = {
  result: '●',
  target: '○',
  doubt: '◇',
  met: '■',
  partly: '◎',
  missed: '×',
  absent: '□',
  edited: '改',
  moved: '移',
  'only-left': '缺',
  'only-right': '新',
};

/** Characters of one cell that are set alike. */
export interface Run {
  readonly text: string;
  /** Drawn before the text. */
  readonly mark?: SheetMark;
  readonly bold?: boolean;
  /** A word that the other report does not have: of the left one, or of the right one. */
  readonly changed?: 'left' | 'right';
  /** The colour of the reader's note on these words. */
  readonly noted?: Colour;
  /** The source is doubtful here. */
  readonly doubtful?: boolean;
  /** Numbers of the footnotes that name the source, after the text. */
  readonly footnotes?: readonly number[];
}

export const line = (tone: LineTone, ...runs: readonly (Run | string)[]): CellLine => ({
  tone,
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

export const cell = (...lines: readonly CellLine[]): TableCell => ({ lines, rule: false, bar: false });

export const cellRow = (...cells: readonly TableCell[]): CellRow => ({ kind: 'cells', strong: false, cells });

/** The numbers a row refers to, in reading order. */
export const footnotesOf = (row: TableRow): readonly number[] =>
  row.kind === 'group'
    ? []
    : row.cells.flatMap(({ lines }) =>
        lines.flatMap(({ runs }) => runs.flatMap(({ footnotes }) => footnotes ?? [])),
      );

/** A cell's words on one line each, with the characters of its marks and its footnotes as 〔3〕. */
export const cellText = ({ lines }: TableCell): string =>
  lines
    .map(({ runs }) =>
      runs
        .map(({ text, mark, footnotes }) => {
          const sign = mark ? MARK_CHARACTERS[mark] : '';
          return `${sign}${text}${(footnotes ?? []).map((number) => `〔${number}〕`).join('')}`;
        })
        .join(''),
    )
    .join('\n');
