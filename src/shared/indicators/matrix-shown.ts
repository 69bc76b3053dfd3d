import type { Matrix, MatrixCell, MatrixColumn, MatrixRemark, MatrixRow } from '../compare';

/** How rows follow each other: those with most figures first, by pinyin, or as the reader put them. */
export type MatrixSort = 'fullest' | 'name' | 'own';

/** How the reader arranged the matrix. Rows and columns go by their ids, which do not change with the texts. */
export interface Arrangement {
  readonly hiddenColumns: readonly string[];
  readonly hiddenRows: readonly string[];
  /** Rows that stand before all others, in this order. */
  readonly pinnedRows: readonly string[];
  /** The reader's own order. */
  readonly order: readonly string[];
  readonly sort: MatrixSort;
  readonly byTopic: boolean;
  /** Whether the places of a year stand side by side, or the years of a place. */
  readonly byYear: boolean;
  /** Whether indicators with a single figure are listed too. */
  readonly singles: boolean;
}

/** Shows every row of two figures or more by topic, the places of a year side by side. */
export const AS_IT_COMES: Arrangement = {
  hiddenColumns: [],
  hiddenRows: [],
  pinnedRows: [],
  order: [],
  sort: 'fullest',
  byTopic: true,
  byYear: true,
  singles: false,
};

/** Rows under one head; the head is empty where rows are not grouped. */
export interface ShownGroup {
  readonly title: string;
  readonly rows: readonly MatrixRow[];
}

/** The matrix as the reader arranged it. */
export interface ShownMatrix {
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly ShownGroup[];
  /** Rows left out: hidden by hand, and for having a single figure. */
  readonly hidden: readonly MatrixRow[];
  readonly singles: number;
}

/** Tells how many figures a row has, in all its columns. */
export const figuresIn = ({ cells }: MatrixRow): number =>
  cells.reduce((sum, { values }) => sum + values.length, 0);

const rowsOf = ({ groups }: Matrix): readonly MatrixRow[] => groups.flatMap(({ rows }) => rows);

/** Known ids in their order, then the rest as they came. */
const ordered = (rows: readonly MatrixRow[], order: readonly string[]): readonly MatrixRow[] => {
  const place = new Map(order.map((id, at) => [id, at]));
  const at = ({ id }: MatrixRow): number => place.get(id) ?? order.length;
  return rows.toSorted((a, b) => at(a) - at(b));
};

const sorted = (
  rows: readonly MatrixRow[],
  { sort, order }: Pick<Arrangement, 'sort' | 'order'>,
): readonly MatrixRow[] => {
  if (sort === 'own') return ordered(rows, order);
  if (sort === 'name') return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
  return rows;
};

const PINNED = '钉在最上';

/** The years of several places side by side, the places of each year in their order. */
const sideBySide = (columns: readonly MatrixColumn[]): readonly MatrixColumn[] =>
  columns.toSorted((a, b) => a.year - b.year);

/** Tells whether a row has a figure in the years shown. */
const saysSomething = (row: MatrixRow): boolean => figuresIn(row) > 0;

/**
 * The rows and columns to show. `found` lists the indicators a search has found, best first, and then every row of
 * theirs is shown, hidden or not; null where nothing is asked.
 */
export function shownMatrix(
  matrix: Matrix,
  choices: Arrangement,
  found: readonly string[] | null,
): ShownMatrix {
  const all = rowsOf(matrix);
  const hidden = all.filter(({ id }) => choices.hiddenRows.includes(id));
  const pinned = ordered(
    all.filter(({ id }) => choices.pinnedRows.includes(id)),
    choices.pinnedRows,
  );
  const isListed = (row: MatrixRow): boolean => choices.singles || figuresIn(row) > 1;
  const listed = all.filter((row) => !hidden.includes(row) && !pinned.includes(row));
  const rows = found ? foundRows(all, found) : listed.filter(isListed);
  const kept = keptColumns(matrix, found ? rows : [...pinned, ...rows], choices.hiddenColumns);
  const columns = choices.byYear ? sideBySide(kept) : kept;
  const places = columns.map((column) => matrix.columns.indexOf(column));
  const shown = new Set(columns.map(({ id }) => id));
  const cut = (row: MatrixRow): MatrixRow => ({
    ...row,
    cells: places.map((at) => withinShown(row.cells[at] as MatrixCell, shown)),
  });
  const groups = found
    ? [{ title: '', rows: rows.map(cut) }]
    : [
        { title: PINNED, rows: pinned.map(cut) },
        ...grouped(rows.map(cut).filter(saysSomething), matrix, choices),
      ];
  return {
    columns,
    groups: groups.filter((group) => group.rows.length > 0),
    hidden,
    singles: listed.length - listed.filter(isListed).length,
  };
}

const grouped = (
  rows: readonly MatrixRow[],
  { groups }: Matrix,
  choices: Pick<Arrangement, 'sort' | 'order' | 'byTopic'>,
): readonly ShownGroup[] =>
  choices.byTopic
    ? groups.map(({ topic }) => ({
        title: topic,
        rows: sorted(
          rows.filter((row) => row.topic === topic),
          choices,
        ),
      }))
    : [{ title: '', rows: sorted(rows, choices) }];

/** A cell without the changes that count from a column nobody sees; the same object where there are none. */
const withinShown = (cell: MatrixCell, shown: ReadonlySet<string>): MatrixCell => {
  const stands = ({ against }: MatrixRemark): boolean => against === undefined || shown.has(against);
  if (cell.values.every(({ remarks }) => remarks.every(stands))) return cell;
  return {
    ...cell,
    values: cell.values.map((value) => ({ ...value, remarks: value.remarks.filter(stands) })),
  };
};

const foundRows = (all: readonly MatrixRow[], found: readonly string[]): readonly MatrixRow[] => {
  const place = new Map(found.map((indicator, at) => [indicator, at]));
  return all
    .filter(({ indicator }) => place.has(indicator))
    .toSorted((a, b) => (place.get(a.indicator) ?? 0) - (place.get(b.indicator) ?? 0));
};

/** Columns not hidden by hand, less years far off of which no shown row says anything (a goal for 2035). */
const keptColumns = (
  { columns, groups }: Matrix,
  shown: readonly MatrixRow[],
  hiddenColumns: readonly string[],
): readonly MatrixColumn[] => {
  const all = groups.flatMap(({ rows }) => rows);
  const spoken = (rows: readonly MatrixRow[], at: number): boolean =>
    rows.some(({ cells }) => (cells[at]?.values.length ?? 0) > 0);
  return columns.filter(
    (column, at) =>
      !hiddenColumns.includes(column.id) && (column.missing || spoken(shown, at) || !spoken(all, at)),
  );
};

/** The order of all rows after one has been moved past its neighbour in its group. */
export const movedOrder = (groups: readonly ShownGroup[], id: string, step: -1 | 1): readonly string[] =>
  groups.flatMap(({ rows }) => {
    const list = rows.map((row) => row.id);
    const at = list.indexOf(id);
    const to = at + step;
    if (at < 0 || to < 0 || to >= list.length) return list;
    [list[at], list[to]] = [list[to] as string, list[at] as string];
    return list;
  });

/** A list with an id put in or taken out. */
export const toggled = (list: readonly string[], id: string): readonly string[] =>
  list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
