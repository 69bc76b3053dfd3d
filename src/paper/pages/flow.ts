import {
  footnotesOf,
  type CellRow,
  type Chart,
  type ChartsPart,
  type NotesPart,
  type Run,
  type Sheet,
  type SheetNote,
  type TableCell,
  type TableColumn,
  type TablePart,
} from '../../shared/sheet';

import { joinGaps } from './join-gaps';
import { footnoteColumns } from './paper-style';

/** One thing on a page that is never cut. */
export type Item =
  | { readonly kind: 'cover' }
  | { readonly kind: 'running' }
  | { readonly kind: 'notice'; readonly text: string }
  /** The title over a part. */
  | {
      readonly kind: 'title';
      readonly title: string;
      readonly caption: string;
      readonly continued?: boolean;
    }
  | { readonly kind: 'head'; readonly columns: readonly TableColumn[]; readonly continued: boolean }
  | { readonly kind: 'group'; readonly title: string; readonly continued: boolean }
  | { readonly kind: 'row'; readonly row: CellRow; readonly columns: readonly TableColumn[] }
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] }
  | { readonly kind: 'note'; readonly note: SheetNote };

/** Items that stay on one page together: a head is never parted from the row it heads. */
export interface Cluster {
  /** Indices into `Flow.items`. */
  readonly items: readonly number[];
  /** Numbers of the footnotes the items refer to. */
  readonly footnotes: readonly number[];
  /** What a page begins with when this cluster is its first: the heads of the table once more. */
  readonly repeated: readonly number[];
}

/** A sheet as the run of items that pages are filled with. */
export interface Flow {
  readonly items: readonly Item[];
  /** Index of the line at the top of every page but the first. */
  readonly running: number;
  readonly clusters: readonly Cluster[];
}

/** Longer passages and notes are printed in parts, so that nothing is higher than a page. In characters. */
const LONGEST = 300;

/** Heads in a row that are kept with what follows; a list of nothing but heads must still find its pages. */
const MOST_HEADS = 5;

const cutText = (text: string, longest = LONGEST): readonly string[] => {
  if (text.length <= longest) return [text];
  const stop = text.lastIndexOf('。', longest - 1) + 1 || longest;
  return [text.slice(0, stop), ...cutText(text.slice(stop), longest)];
};

const runsLength = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

const cellLength = ({ lines }: TableCell): number =>
  Math.max(0, ...lines.map(({ runs }) => runsLength(runs)));

/** Characters [from, to) of a line; each part names its source. */
const sliceRuns = (runs: readonly Run[], from: number, to: number): readonly Run[] => {
  let at = 0;
  const sliced = runs.flatMap((run): readonly Run[] => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, run.text.length)];
    at += run.text.length;
    return end > start ? [{ ...run, text: run.text.slice(start, end), footnotes: [] }] : [];
  });
  const last = sliced.at(-1);
  const footnotes = runs.flatMap((run) => run.footnotes ?? []);
  return last && footnotes.length > 0 ? [...sliced.slice(0, -1), { ...last, footnotes }] : sliced;
};

/** The part of a cell that is printed in a part of its row; short lines stand in the first. */
const sliceCell = (cell: TableCell, part: number): TableCell => ({
  ...cell,
  lines: cell.lines.flatMap(({ tone, runs }) => {
    if (runsLength(runs) <= LONGEST) return part === 0 ? [{ tone, runs }] : [];
    const sliced = sliceRuns(runs, part * LONGEST, (part + 1) * LONGEST);
    return sliced.length > 0 ? [{ tone, runs: sliced }] : [];
  }),
});

const cutRow = (row: CellRow): readonly CellRow[] => {
  const parts = Math.max(1, Math.ceil(Math.max(...row.cells.map(cellLength)) / LONGEST));
  if (parts === 1) return [row];
  return Array.from({ length: parts }, (_, part) => ({
    ...row,
    cells: row.cells.map((cell) => sliceCell(cell, part)),
  }));
};

const cutNote = (note: SheetNote): readonly SheetNote[] => {
  const texts = note.text.split('\n').flatMap((paragraph) => cutText(paragraph));
  const lines = texts.reduce<string[]>((parts, text) => {
    const last = parts.at(-1);
    if (last !== undefined && last.length + text.length < LONGEST)
      parts[parts.length - 1] = `${last}\n${text}`;
    else parts.push(text);
    return parts;
  }, []);
  return lines.map((text, index) => ({ ...note, text, quotes: index === 0 ? note.quotes : [] }));
};

const numbersOf = (item: Item): readonly number[] => {
  if (item.kind === 'row') return footnotesOf(item.row);
  if (item.kind === 'charts') return item.charts.flatMap(({ footnotes }) => footnotes);
  return item.kind === 'note' ? item.note.quotes.flatMap(({ footnote }) => footnote ?? []) : [];
};

/** Tells whether a page may end after the item: a head must not stand alone at its foot. */
const mayEnd = (item: Item | undefined): boolean =>
  !item ||
  item.kind === 'note' ||
  item.kind === 'notice' ||
  item.kind === 'charts' ||
  (item.kind === 'row' && !item.row.strong);

/** Gathers items until something stands that a head may precede. `first` is the index of the first item. */
const clustersOf = (
  items: readonly Item[],
  first: number,
  repeated: readonly number[],
): readonly Cluster[] => {
  const clusters: Cluster[] = [];
  items.forEach((item, index) => {
    const full = (clusters.at(-1)?.items.length ?? 0) > MOST_HEADS;
    const last = full || mayEnd(items[index - 1]) ? undefined : clusters.pop();
    clusters.push({
      items: [...(last?.items ?? []), first + index],
      footnotes: [...(last?.footnotes ?? []), ...numbersOf(item)],
      repeated: last?.repeated ?? repeated,
    });
  });
  return clusters;
};

/** Rows of a table under the group head they stand below. */
const groupsOf = ({ table }: TablePart): readonly { title: string; rows: readonly CellRow[] }[] => {
  const groups: { title: string; rows: CellRow[] }[] = [];
  for (const row of table.rows) {
    if (row.kind === 'group') groups.push({ title: row.title, rows: [] });
    else if (groups.length === 0) groups.push({ title: '', rows: [row] });
    else groups.at(-1)?.rows.push(row);
  }
  return groups;
};

/** Collects the items of a flow; a head that only repeats is an item too, so that it is measured. */
class FlowBuilder {
  readonly items: Item[] = [{ kind: 'cover' }, { kind: 'running' }];
  readonly clusters: Cluster[] = [];

  add(items: readonly Item[], repeated: readonly number[] = []): void {
    this.clusters.push(...clustersOf(items, this.items.length, repeated));
    this.items.push(...items);
  }

  /** An item that stands only where a page goes on with what the one before began. */
  spare(item: Item): number {
    return this.items.push(item) - 1;
  }

  addTable(part: TablePart): void {
    const { columns } = part.table;
    const again = this.spare({ kind: 'head', columns, continued: true });
    groupsOf(part).forEach(({ title, rows }, index) => {
      const group = (continued: boolean): readonly Item[] =>
        title === '' ? [] : [{ kind: 'group', title, continued }];
      const groupAgain = group(true).map((item) => this.spare(item));
      const opening = this.clusters.length;
      const heads: readonly Item[] = [
        ...(part.title === '' || part.kind === 'phrases'
          ? []
          : [{ kind: 'title', title: part.title, caption: part.caption } as const]),
        ...(part.kind === 'report' ? [] : [{ kind: 'head', columns, continued: false } as const]),
      ];
      this.add(
        [
          ...(index === 0 ? heads : []),
          ...group(false),
          ...(part.kind === 'text' ? joinGaps(rows) : rows)
            .flatMap(cutRow)
            .map((row) => ({ kind: 'row', row, columns }) as const),
        ],
        [again, ...groupAgain],
      );
      const first = this.clusters[opening];
      if (first) this.clusters[opening] = { ...first, repeated: index === 0 ? [] : [again] };
    });
  }

  /** As many beside each other as there are columns of footnotes: what reads well there holds a chart. */
  addCharts({ title, charts }: ChartsPart, beside: number): void {
    const rows = Array.from({ length: Math.ceil(charts.length / beside) }, (_, row) =>
      charts.slice(row * beside, (row + 1) * beside),
    );
    this.add([
      { kind: 'title', title, caption: `${charts.length} 项` },
      ...rows.map((row) => ({ kind: 'charts', charts: row }) as const),
    ]);
  }

  addNotes({ title, notes }: NotesPart): void {
    const caption = `${notes.length} 条`;
    const again = this.spare({ kind: 'title', title, caption, continued: true });
    const opening = this.clusters.length;
    this.add(
      [
        { kind: 'title', title, caption },
        ...notes.flatMap(cutNote).map((note) => ({ kind: 'note', note }) as const),
      ],
      [again],
    );
    const first = this.clusters[opening];
    if (first) this.clusters[opening] = { ...first, repeated: [] };
  }
}

/** Lays the parts of a sheet in one line. */
export const makeFlow = (sheet: Sheet): Flow => {
  const builder = new FlowBuilder();
  builder.add(sheet.notices.map((text) => ({ kind: 'notice', text })));
  for (const part of sheet.parts) {
    if (part.kind === 'notes') builder.addNotes(part);
    else if (part.kind === 'charts') builder.addCharts(part, footnoteColumns(sheet.paper));
    else builder.addTable(part);
  }
  const [next, ...rest] = builder.clusters;
  // The title is never alone on its page.
  const first: Cluster = {
    items: [0, ...(next?.items ?? [])],
    footnotes: next?.footnotes ?? [],
    repeated: [],
  };
  return { items: builder.items, running: 1, clusters: [first, ...rest] };
};
