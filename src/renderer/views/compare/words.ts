import type { Block, Comparison, BlockRow, Relation, Row } from '../../../shared/compare';
import { typeset } from '../../../shared/parse';
import {
  rangesOverlap,
  type CatalogEntry,
  type Range,
  type Report,
  type Topic,
} from '../../../shared/report';
import { shortName } from '../../state/library/library';

/** One report of the pair as the view shows it. */
export interface ReportSide {
  readonly entry: CatalogEntry;
  readonly report: Report;
  /** Short enough for a column of counts: the year, or the place where both are of one year. */
  readonly tag: string;
  /** What stands where this report says nothing: 2025 年报告未提及. */
  readonly gap: string;
}

interface Named {
  readonly entry: CatalogEntry;
  readonly report: Report;
}

const distinct = (values: readonly (string | number)[]): boolean => new Set(values).size === values.length;

const ORDINALS = ['甲', '乙', '丙', '丁'] as const;

/** The shortest words that tell the reports apart: their years, places or kinds, else 甲 乙 丙 丁. */
const tagsOf = (entries: readonly CatalogEntry[]): readonly string[] => {
  const ways = [
    entries.map(({ year }) => String(year)),
    entries.map(({ place }) => place),
    entries.map(({ genre }) => genre),
  ];
  return ways.find(distinct) ?? entries.map((_, at) => ORDINALS[at] ?? '');
};

/** The reports as the view shows them, in their order. */
export const sidesOf = (chosen: readonly Named[]): readonly ReportSide[] => {
  const tags = tagsOf(chosen.map(({ entry }) => entry));
  const onePlace = new Set(chosen.map(({ entry }) => entry.place)).size === 1;
  const byYear = onePlace && distinct(chosen.map(({ entry }) => entry.year));
  return chosen.map(({ entry, report }, at) => ({
    entry,
    report,
    tag: tags[at] ?? '',
    gap: byYear ? `${entry.year} 年报告未提及` : `${shortName(entry)} 未提及`,
  }));
};

/** The pair, left and right. */
export const makeSides = (left: Named, right: Named): Sides => {
  const [first, second] = sidesOf([left, right]) as [ReportSide, ReportSide];
  return { left: first, right: second };
};

export interface Sides {
  readonly left: ReportSide;
  readonly right: ReportSide;
}

/** The part of the report a section belongs to, as its own heading says: 2025年重点工作. */
export const partName = (report: Report, section: number | undefined): string => {
  let at = section === undefined ? undefined : report.sections[section];
  while (at && at.parent !== null && report.sections[at.parent]) at = report.sections[at.parent];
  return at ? typeset(at.heading) : '';
};

/** A row of the view: the row itself and where in the block it stands. */
export interface ShownLine extends BlockRow {
  readonly data: Row;
  /** The sections that stand side by side here. */
  readonly block: Pick<Block, 'left' | 'right'>;
  /** True for the first row of a block, which is set off from the one before. */
  readonly opens: boolean;
}

const shownBlock = (block: Block, rows: readonly Row[], onlyChanges: boolean): readonly ShownLine[] => {
  const all = block.lines.flatMap((line) => {
    const data = rows[line.row];
    return data ? [{ ...line, data, block, opens: false }] : [];
  });
  const kept = onlyChanges
    ? all.filter(({ data }) => data.kind === 'heading' || data.relation !== 'same')
    : all;
  const changed = kept.some(({ data }) => data.relation !== 'same');
  return onlyChanges && !changed ? [] : kept.map((line, index) => ({ ...line, opens: index === 0 }));
};

/** The rows of one topic, in reading order. */
export const shownLines = (
  { blocks, rows }: Comparison,
  topic: Topic,
  onlyChanges: boolean,
): readonly ShownLine[] =>
  blocks.filter((block) => block.topic === topic).flatMap((block) => shownBlock(block, rows, onlyChanges));

/** Tells how often each relation stands in a list; a moved row counts once though it is shown at two places. */
export const countRelations = (lines: readonly ShownLine[]): Readonly<Record<Relation, number>> => {
  const counts = { same: 0, edited: 0, moved: 0, 'only-left': 0, 'only-right': 0 };
  const rows = new Map(lines.map(({ row, data }) => [row, data]));
  for (const { relation } of rows.values()) counts[relation] += 1;
  return counts;
};

/** Where the other place of a moved row is: its topic, and its position there. */
export const otherPlace = (
  comparison: Comparison,
  { row, at }: BlockRow,
  onlyChanges: boolean,
): { readonly topic: Topic; readonly line: number } | null => {
  const block = comparison.blocks.find(({ lines }) =>
    lines.some((line) => line.row === row && line.at !== at),
  );
  if (!block) return null;
  const lines = shownLines(comparison, block.topic, onlyChanges);
  return { topic: block.topic, line: lines.findIndex((line) => line.row === row && line.at !== at) };
};

/** Where a passage of one report stands in the comparison: the topic it is shown under, and its line there. */
export const locate = (
  comparison: Comparison,
  side: 'left' | 'right',
  range: Range,
): { readonly topic: Topic; readonly line: number } | null => {
  for (const { topic } of comparison.topics) {
    const line = shownLines(comparison, topic, false).findIndex(({ data, at }) => {
      const passage = data[side];
      return passage !== null && (at === 'both' || at === side) && rangesOverlap(passage, range);
    });
    if (line >= 0) return { topic, line };
  }
  return null;
};
