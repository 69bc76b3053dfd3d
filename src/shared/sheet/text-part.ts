import type { Block, Comparison, BlockRow, Relation, Row } from '../compare';
import { ROLE_LABELS, sliceRange, type Range, type Report } from '../report';
import { doubtAt, type Footnotes } from './footnotes';
import { nameDay, namePlace, nameReport } from './naming';
import { PART_LABELS, type TablePart } from './sheet';
import {
  line,
  type CellRow,
  type Run,
  type SheetMark,
  type TableCell,
  type TableColumn,
  type TableRow,
} from './table';

const MARKS: Readonly<Record<Relation, SheetMark | null>> = {
  same: null,
  edited: 'edited',
  moved: 'moved',
  'only-left': 'only-left',
  'only-right': 'only-right',
};

/** The pair a table of texts is made of. */
export interface Pair {
  readonly left: Report;
  readonly right: Report;
}

/** The texts side by side; `changedOnly` leaves out rows that say the same, and groups without any other. */
export function makeTextPart(
  comparison: Comparison,
  pair: Pair,
  footnotes: Footnotes,
  changedOnly: boolean,
): TablePart {
  const rows: TableRow[] = [];
  let title = '';
  for (const block of comparison.blocks) {
    const told = block.lines.flatMap((line) => {
      const row = comparison.rows[line.row];
      const shown = row && !(changedOnly && row.relation === 'same');
      return shown ? [makeRow(row, line, { block, pair }, footnotes)] : [];
    });
    if (told.length === 0) continue;
    const next = `${ROLE_LABELS[block.role]} · ${block.topic}`;
    if (next !== title) rows.push({ kind: 'group', title: next });
    title = next;
    rows.push(...told);
  }
  const columns = [column(pair.left), MIDDLE, column(pair.right)];
  return { kind: 'text', title: PART_LABELS.text, caption: '', table: { columns, rows }, data: [] };
}

const MIDDLE: TableColumn = { title: '', caption: '', width: 4, align: 'center', face: 'label' };

function column(report: Report): TableColumn {
  const { genre, date } = report.meta;
  const caption = [genre, date === null ? '' : nameDay(date)].filter((part) => part !== '').join(' · ');
  return { title: nameReport(report), caption, width: 32, align: 'start', face: 'title' };
}

/** Where a row stands: its block of the comparison, and the two reports. */
interface Setting {
  readonly block: Block;
  readonly pair: Pair;
}

function makeRow(row: Row, { at }: BlockRow, setting: Setting, footnotes: Footnotes): CellRow {
  const strong = row.kind === 'heading';
  const mark = strong && row.relation === 'edited' ? null : MARKS[row.relation];
  const middle = { lines: mark ? [line('label', { text: '', mark })] : [], rule: false, bar: false };
  const cellOf = (side: Ends): TableCell =>
    makeCell(row, { side, isElsewhere: row.relation === 'moved' && at !== side }, setting, footnotes);
  return { kind: 'cells', strong, cells: [cellOf('left'), middle, cellOf('right')] };
}

type Ends = 'left' | 'right';

/** A side of a row, and whether its words stand at another place of its report. */
interface CellPlace {
  readonly side: Ends;
  readonly isElsewhere: boolean;
}

function makeCell(
  row: Row,
  { side, isElsewhere: elsewhere }: CellPlace,
  { block, pair }: Setting,
  footnotes: Footnotes,
): TableCell {
  const [range, section] = side === 'left' ? [row.left, row.leftSection] : [row.right, row.rightSection];
  const plain = { rule: false, bar: false };
  if (range === null || section === null) return { ...plain, lines: [line('box', gapText(pair, side))] };
  const report = pair[side];
  const place = block[side].includes(section) ? '本节另一处' : namePlace(report, section);
  // Where the right report has a moved passage, its old wording was already printed with the left.
  if (elsewhere && side === 'left') return { ...plain, lines: [line('gap', `移自 ${place}`)] };
  const footnote = footnotes.ofSection(report, section, range, row.kind === 'heading');
  // Headings are worded anew every year; only what stands under them is worth marking.
  const ranges = row.kind === 'heading' ? [] : row.words[side];
  const changedRuns = { side, ranges };
  const runs = runsOf(report, range, changedRuns, footnote);
  const moved = elsewhere ? [line('remark', `移至 ${place}`)] : [];
  return { rule: false, bar: elsewhere, lines: [...moved, line('text', ...runs)] };
}

/** 2025 年报告未提及; with the place where the two reports are of different places. */
function gapText({ left, right }: Pair, side: 'left' | 'right'): string {
  const { place, year } = (side === 'left' ? left : right).meta;
  if (year === null) return '这一篇未提及';
  const places = new Set([left.meta.place, right.meta.place]);
  const where = places.size > 1 && !places.has(null) ? `${place} ` : '';
  return `${where}${year} 年报告未提及`;
}

function runsOf(
  report: Report,
  range: Range,
  { side, ranges }: { readonly side: Ends; readonly ranges: readonly Range[] },
  footnote: number,
): readonly Run[] {
  const doubtful = doubtAt(report, range) === null ? {} : { doubtful: true };
  const runs: Run[] = [];
  let at = range.start;
  const push = (end: number, mark: object): void => {
    const text = sliceRange(report.clean, { start: at, end });
    if (text !== '') runs.push({ text, ...mark, ...doubtful });
    at = end;
  };
  for (const { start, end } of ranges) {
    push(start, {});
    push(end, { changed: side });
  }
  push(range.end, {});
  const last = runs.at(-1) ?? { text: '' };
  return [...runs.slice(0, -1), { ...last, footnotes: [footnote] }];
}
