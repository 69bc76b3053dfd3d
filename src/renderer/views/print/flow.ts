import type { NotesPart, Sheet, SheetNote, TextCell, TextPart, TextRow } from '../../../shared/sheet';

/** One thing on a page that is never cut. */
export type Item =
  | { readonly kind: 'cover' }
  | { readonly kind: 'running' }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'head'; readonly part: TextPart; readonly continued: boolean }
  | { readonly kind: 'group'; readonly title: string; readonly continued: boolean }
  | { readonly kind: 'row'; readonly row: TextRow }
  | { readonly kind: 'notes-head'; readonly part: NotesPart }
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
const MOST_HEADS = 4;

const cutText = (text: string, longest = LONGEST): readonly string[] => {
  if (text.length <= longest) return [text];
  const stop = text.lastIndexOf('。', longest - 1) + 1 || longest;
  return [text.slice(0, stop), ...cutText(text.slice(stop), longest)];
};

const cellLength = (cell: TextCell): number =>
  cell.kind === 'passage' ? cell.pieces.reduce((sum, { text }) => sum + text.length, 0) : 0;

/** Characters [from, to) of a passage; an empty passage where it has none left. */
const sliceCell = (cell: TextCell, from: number, to: number): TextCell => {
  if (cell.kind !== 'passage') return cell;
  let at = 0;
  const pieces = cell.pieces.flatMap((piece) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, piece.text.length)];
    at += piece.text.length;
    return end > start ? [{ ...piece, text: piece.text.slice(start, end) }] : [];
  });
  return { ...cell, pieces };
};

const cutRow = (row: TextRow): readonly TextRow[] => {
  const parts = Math.ceil(Math.max(...row.cells.map(cellLength)) / LONGEST);
  return Array.from({ length: Math.max(1, parts) }, (_, part) =>
    parts <= 1
      ? row
      : { ...row, cells: row.cells.map((cell) => sliceCell(cell, part * LONGEST, (part + 1) * LONGEST)) },
  );
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

const footnotesOf = (item: Item): readonly number[] => {
  if (item.kind === 'row')
    return item.row.cells.flatMap((cell) => (cell.kind === 'passage' ? [cell.footnote] : []));
  return item.kind === 'note' ? item.note.quotes.flatMap(({ footnote }) => footnote ?? []) : [];
};

/** Whether a page may end after the item: a head must not stand alone at its foot. */
const mayEnd = (item: Item | undefined): boolean =>
  !item ||
  item.kind === 'note' ||
  item.kind === 'notice' ||
  (item.kind === 'row' && item.row.kind === 'text');

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
      footnotes: [...(last?.footnotes ?? []), ...footnotesOf(item)],
      repeated: last?.repeated ?? repeated,
    });
  });
  return clusters;
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

  addText(part: TextPart): void {
    const again = this.spare({ kind: 'head', part, continued: true });
    part.groups.forEach(({ title, rows }, index) => {
      const groupAgain = this.spare({ kind: 'group', title, continued: true });
      const opening = this.clusters.length;
      this.add(
        [
          ...(index === 0 ? [{ kind: 'head', part, continued: false } as const] : []),
          { kind: 'group', title, continued: false },
          ...rows.flatMap(cutRow).map((row) => ({ kind: 'row', row }) as const),
        ],
        [again, groupAgain],
      );
      const first = this.clusters[opening];
      if (first) this.clusters[opening] = { ...first, repeated: index === 0 ? [] : [again] };
    });
  }

  addNotes(part: NotesPart): void {
    this.add([
      { kind: 'notes-head', part },
      ...part.notes.flatMap(cutNote).map((note) => ({ kind: 'note', note }) as const),
    ]);
  }
}

/** Lays the parts of a sheet in one line. */
export const makeFlow = (sheet: Sheet): Flow => {
  const builder = new FlowBuilder();
  if (sheet.notice) builder.add([{ kind: 'notice', text: sheet.notice }]);
  for (const part of sheet.parts) {
    if (part.kind === 'text') builder.addText(part);
    if (part.kind === 'notes') builder.addNotes(part);
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
