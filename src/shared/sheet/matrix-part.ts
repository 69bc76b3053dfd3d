import type { Matrix, MatrixCell, MatrixColumn, MatrixRow, MatrixValue } from '../compare';
import { VERDICT_LABELS, type Topic } from '../report';
import type { Footnotes } from './footnotes';
import { PART_LABELS, type DataPoint, type TablePart } from './sheet';
import {
  cell,
  cellRow,
  line,
  VERDICT_MARKS,
  type CellLine,
  type TableCell,
  type TableColumn,
  type TableRow,
} from './table';

export interface MatrixChoices {
  /** Null for all that there are. */
  readonly topics: readonly Topic[] | null;
  /** Also indicators of which only one column has a figure: they compare with nothing. */
  readonly single: boolean;
  /** Most columns one table may have; more are printed in further tables. */
  readonly mostColumns: number;
}

const isFilled = ({ values }: MatrixCell): boolean => values.length > 0;

interface KeptGroup {
  readonly topic: Topic;
  readonly rows: readonly MatrixRow[];
}

/** Rows of the topics asked for; with `single` false only those that have figures in two columns or more. */
function keepRows({ groups }: Matrix, { topics, single }: MatrixChoices): readonly KeptGroup[] {
  return groups
    .filter(({ topic }) => topics === null || topics.includes(topic))
    .map(({ topic, rows }) => ({
      topic,
      rows: rows.filter(({ cells }) => cells.filter(isFilled).length > (single ? 0 : 1)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

const countRows = (groups: readonly KeptGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** The table of figures, in as many parts as the paper's width asks for; none where there is no figure to print. */
export function makeMatrixParts(
  matrix: Matrix,
  footnotes: Footnotes,
  choices: MatrixChoices,
): readonly TablePart[] {
  const groups = keepRows(matrix, choices);
  if (groups.length === 0) return [];
  const left = countRows(keepRows(matrix, { ...choices, single: true })) - countRows(groups);
  const caption = `${countRows(groups)} 项${left > 0 ? `；另有 ${left} 项只有一栏有数，没有印` : ''}`;
  const kept = keepColumns(matrix, groups);
  const spans = spansOf(kept.columns.length, choices.mostColumns);
  return spans.map((span, index): TablePart => ({
    kind: 'matrix',
    title: spans.length > 1 ? `${PART_LABELS.matrix}（${index + 1}/${spans.length}）` : PART_LABELS.matrix,
    caption,
    ...makeTable(kept, span, footnotes),
  }));
}

interface Kept {
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly KeptGroup[];
}

/** Leaves out columns that no row to print has a figure in; that a report is missing is told all the same. */
function keepColumns({ columns }: Matrix, groups: readonly KeptGroup[]): Kept {
  const told = columns.map(
    ({ missing }, at) =>
      missing ||
      groups.some(({ rows }) => rows.some(({ cells }) => cells[at] !== undefined && isFilled(cells[at]))),
  );
  return {
    columns: columns.filter((_, at) => told[at]),
    groups: groups.map(({ topic, rows }) => ({
      topic,
      rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => told[at]) })),
    })),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Columns in runs that differ by one at most. */
function spansOf(count: number, most: number): readonly Span[] {
  const parts = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: parts }, (_, part) => ({
    start: Math.round((count * part) / parts),
    end: Math.round((count * (part + 1)) / parts),
  }));
}

function makeTable(
  { columns, groups }: Kept,
  { start, end }: Span,
  footnotes: Footnotes,
): Pick<TablePart, 'table' | 'data'> {
  const shown = columns.slice(start, end);
  const severalPlaces = new Set(columns.map(({ place }) => place)).size > 1;
  const rows: TableRow[] = [];
  const data: DataPoint[] = [];
  for (const { topic, rows: own } of groups) {
    const filled = own.filter(({ cells }) => cells.slice(start, end).some(isFilled));
    if (filled.length === 0) continue;
    rows.push({ kind: 'group', title: topic });
    for (const row of filled) {
      const cells = row.cells.slice(start, end);
      rows.push(cellRow(nameCell(row), ...cells.map((one) => valueCell(one, row, footnotes))));
      cells.forEach(({ values }, at) => {
        const column = shown[at];
        if (column) data.push(...values.map((value) => dataPoint(value, row, column, footnotes)));
      });
    }
  }
  const heads = shown.map((column) => headOf(column, severalPlaces));
  return { table: { columns: [NAMES, ...heads], rows }, data };
}

const NAMES: TableColumn = { title: '指标（单位）', caption: '', width: 27, align: 'start', face: 'label' };

const headOf = ({ place, year, caption }: MatrixColumn, severalPlaces: boolean): TableColumn => ({
  title: severalPlaces ? `${place} ${year}` : String(year),
  caption,
  width: 16,
  align: 'end',
  face: 'title',
});

function nameCell({ name, unit, remark }: MatrixRow): TableCell {
  const lines = [line('label', unit === '' ? name : `${name}（${unit}）`)];
  return cell(...lines, ...(remark === '' ? [] : [line('remark', remark)]));
}

function valueCell(
  { values, absence, near, break: cut }: MatrixCell,
  row: MatrixRow,
  footnotes: Footnotes,
): TableCell {
  const gap = absence === null ? [] : [line('gap', absence)];
  const other = near ? [line('remark', `另见${near.join('、')}`)] : [];
  const rule = cut === null ? [] : [line('remark', cut.words)];
  const lines = [...values.flatMap((value) => valueLines(value, row, footnotes)), ...gap, ...other, ...rule];
  return { lines, rule: cut !== null, bar: false };
}

export const numbersOf = (value: MatrixValue, footnotes: Footnotes): readonly number[] => [
  ...new Set([value.observation, ...value.repeats].flatMap((one) => footnotes.ofObservation(one) ?? [])),
];

function valueLines(value: MatrixValue, row: MatrixRow, footnotes: Footnotes): readonly CellLine[] {
  const { kind, text, unit, remarks, doubt, outcome } = value;
  const own = numbersOf(value, footnotes);
  const small = remarks.map(({ text: words, observations }) => {
    const numbers = observations.flatMap((one) => footnotes.ofObservation(one) ?? []);
    const further = [...new Set(numbers)].filter((number) => !own.includes(number));
    return line('remark', { text: words, ...(further.length > 0 ? { footnotes: further } : {}) });
  });
  const judged = outcome
    ? [
        line('remark', {
          text: `${VERDICT_LABELS[outcome.verdict]}${outcome.sure ? '' : '（待确认）'}`,
          mark: VERDICT_MARKS[outcome.verdict],
        }),
      ]
    : [];
  const main = line('value', {
    text: unit === null || unit === row.unit ? text : `${text}${unit}`,
    mark: doubt === null ? kind : 'doubt',
    bold: kind === 'result',
    doubtful: doubt !== null,
    footnotes: own,
  });
  return [main, ...small, ...judged];
}

export function dataPoint(
  value: MatrixValue,
  row: MatrixRow,
  { place, year }: MatrixColumn,
  footnotes: Footnotes,
): DataPoint {
  const { kind, text, number, unit, remarks, doubt } = value;
  return {
    topic: row.topic,
    indicator: row.remark === '' ? row.name : `${row.name}（${row.remark}）`,
    place,
    year,
    kind: kind === 'target' ? '目标' : '结果',
    number: typeof number === 'number' && value.observation.bound === '=' ? number : null,
    text,
    unit: unit ?? row.unit,
    remarks: remarks.map(({ text: words }) => words).join('；'),
    doubt: doubt ?? '',
    footnote: numbersOf(value, footnotes)[0] ?? 0,
  };
}
