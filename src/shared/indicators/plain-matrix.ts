import type { MatrixCell, MatrixRow, MatrixValue } from '../compare';
import type { PlainTable } from '../exchange';
import type { ShownMatrix } from './matrix-shown';

/** Tells what a value is: what was reached, what is aimed at, or a number not taken for sure. */
export const markOf = ({ kind, doubt }: MatrixValue): 'result' | 'target' | 'doubt' =>
  doubt === null ? kind : 'doubt';

export const MARK_WORDS = { result: '结果', target: '目标', doubt: '存疑' } as const;

/** The figures the keys stand on. */
export interface MatrixCursor {
  readonly row: string;
  /** Id of the column. */
  readonly column: string;
}

/** Rows and columns between two cells, by their ids. */
export interface CellRange {
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

const between = (ids: readonly string[], one: string, other: string): ReadonlySet<string> => {
  const places = [ids.indexOf(one), ids.indexOf(other)];
  return new Set(ids.slice(Math.min(...places), Math.max(...places) + 1));
};

/** Gives the cells between two corners; null where they are one or no longer shown. */
export const cellRange = (
  { groups, columns }: ShownMatrix,
  corner: MatrixCursor | null,
  cursor: MatrixCursor,
): CellRange | null => {
  if (!corner || (corner.row === cursor.row && corner.column === cursor.column)) return null;
  const rows = groups.flatMap((group) => group.rows.map(({ id }) => id));
  const known = rows.includes(corner.row) && columns.some(({ id }) => id === corner.column);
  if (!known) return null;
  return {
    rows: between(rows, corner.row, cursor.row),
    columns: between(
      columns.map(({ id }) => id),
      corner.column,
      cursor.column,
    ),
  };
};

export const oneCell = ({ row, column }: MatrixCursor): CellRange => ({
  rows: new Set([row]),
  columns: new Set([column]),
});

/** 目标 ＞6,000；同比＋27.5%: the value a cell shows with what stands under it. A result needs no word. */
const cellWords = ({ values, absence, near }: MatrixCell): string => {
  if (absence) return near ? `${absence}（另见${near.join('、')}）` : absence;
  const words = values.map((value) => {
    const mark = markOf(value);
    const kind = mark === 'result' ? '' : MARK_WORDS[mark];
    const told = value.remarks.map(({ text }) => text).join('，');
    return `${kind}${value.text}${value.unit ?? ''}${told ? `（${told}）` : ''}`;
  });
  return words.join('；');
};

const nameWords = ({ name, remark }: MatrixRow): string => (remark ? `${name}（${remark}）` : name);

/** The table as it is shown, or the chosen cells of it, in plain words with the heads that belong to them. */
export function plainMatrix({ columns, groups }: ShownMatrix, range: CellRange | null): PlainTable {
  const places = [...new Set(columns.map(({ place }) => place))];
  const kept = columns.flatMap((column, at) =>
    range === null || range.columns.has(column.id) ? [{ column, at }] : [],
  );
  const rows = groups.flatMap((group) => group.rows).filter(({ id }) => range === null || range.rows.has(id));
  const captions = kept.filter(({ column }) => column.caption.startsWith('据'));
  const sources = captions.map(({ column }) => `${column.place}${String(column.year)}年${column.caption}`);
  return {
    title: `${places.join('、')}指标对照`,
    heads: [
      '指标',
      '单位',
      ...kept.map(({ column }) => `${places.length > 1 ? `${column.place} ` : ''}${String(column.year)} 年`),
    ],
    rows: rows.map((row) => [
      nameWords(row),
      row.unit,
      ...kept.map(({ at }) => (row.cells[at] ? cellWords(row.cells[at]) : '')),
    ]),
    source: sources.join('；'),
  };
}
