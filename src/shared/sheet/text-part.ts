import type { Block, Comparison, Line, Relation, Row } from '../compare';
import { ROLE_LABELS, sliceRange, type Range, type Report } from '../report';
import { doubtAt, type Footnotes } from './footnotes';
import { nameDay, namePlace, nameReport } from './naming';
import type { Column, Piece, TextCell, TextGroup, TextPart, TextRow } from './sheet';

const MARKS: Readonly<Record<Relation, TextRow['mark']>> = {
  same: '',
  edited: '改',
  moved: '移',
  'only-left': '缺',
  'only-right': '新',
};

/** The pair a sheet is made of. */
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
): TextPart {
  const groups: TextGroup[] = [];
  for (const block of comparison.blocks) {
    const { role, topic } = block;
    const rows = block.lines.flatMap((line) => {
      const row = comparison.rows[line.row];
      const shown = row && !(changedOnly && row.relation === 'same');
      return shown ? [makeTextRow(row, line, block, pair, footnotes)] : [];
    });
    const title = `${ROLE_LABELS[role]} · ${topic}`;
    const last = groups.at(-1);
    if (rows.length === 0) continue;
    if (last?.title === title) groups[groups.length - 1] = { ...last, rows: [...last.rows, ...rows] };
    else groups.push({ topic, title, rows });
  }
  return { kind: 'text', title: '正文对照', columns: [column(pair.left), column(pair.right)], groups };
}

function column(report: Report): Column {
  const { genre, date } = report.meta;
  const caption = [genre, date === null ? '' : nameDay(date)].filter((part) => part !== '').join(' · ');
  return { report: report.id, title: nameReport(report), caption };
}

function makeTextRow(row: Row, line: Line, block: Block, pair: Pair, footnotes: Footnotes): TextRow {
  const { kind, relation } = row;
  const mark = kind === 'heading' && relation === 'edited' ? '' : MARKS[relation];
  const cells = (['left', 'right'] as const).map((side) => makeCell(row, side, line, block, pair, footnotes));
  return { kind, relation, mark, cells };
}

type Ends = 'left' | 'right';

function makeCell(
  row: Row,
  side: Ends,
  { at }: Line,
  block: Block,
  pair: Pair,
  footnotes: Footnotes,
): TextCell {
  const [range, section] = side === 'left' ? [row.left, row.leftSection] : [row.right, row.rightSection];
  if (range === null || section === null) return { kind: 'gap', text: gapText(pair, side) };
  const report = pair[side];
  const elsewhere = row.relation === 'moved' && at !== side;
  const place = block[side].includes(section) ? '本节另一处' : namePlace(report, section);
  // Where the right report has a moved passage, its old wording was already printed with the left.
  if (elsewhere && side === 'left') return { kind: 'pointer', text: `移自 ${place}` };
  return {
    kind: 'passage',
    pieces: cutPieces(report.clean, range, row.words[side]),
    footnote: footnotes.ofSection(report, section, range, row.kind === 'heading'),
    moved: elsewhere ? `移至 ${place}` : null,
    doubt: doubtAt(report, range),
  };
}

/** 2025 年报告未提及; with the place where the two reports are of different places. */
export function gapText({ left, right }: Pair, side: 'left' | 'right'): string {
  const { place, year } = (side === 'left' ? left : right).meta;
  if (year === null) return '这一篇未提及';
  const places = new Set([left.meta.place, right.meta.place]);
  const where = places.size > 1 && !places.has(null) ? `${place} ` : '';
  return `${where}${year} 年报告未提及`;
}

function cutPieces(text: string, range: Range, changed: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = range.start;
  const push = (end: number, isChanged: boolean): void => {
    if (end > at) pieces.push({ text: sliceRange(text, { start: at, end }), changed: isChanged });
    at = end;
  };
  for (const { start, end } of changed) {
    push(start, false);
    push(end, true);
  }
  push(range.end, false);
  return pieces;
}
