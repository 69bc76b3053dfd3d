import type { CompareOptions, ManyCell, ManyRow } from '../shared/compare';
import { compareMany, RELATION_LABELS } from '../shared/compare';
import { rangeToRaw } from '../shared/parse';
import type { Report } from '../shared/report';
import { ROLE_LABELS, sliceRange } from '../shared/report';
import { nameSection } from '../shared/sheet';
import { print, printJson } from './output';

/** How rows are printed: as JSON or as lines, all of them or those that differ. */
export interface PrintedForm {
  readonly json: boolean;
  readonly changed: boolean;
}

/** Prints the rows of three or four reports, each against the first of them that has the matter. */
export async function printMany(
  reports: readonly Report[],
  options: CompareOptions,
  { json, changed }: PrintedForm,
): Promise<void> {
  const groups = compareMany(reports, options)
    .groups.map((group) => ({ ...group, rows: group.rows.filter((row) => !changed || differs(row)) }))
    .filter(({ rows }) => rows.length > 0);
  if (json) {
    await printJson({
      reports: reports.map(({ id }) => id),
      groups: groups.map(({ role, topic, rows }) => ({
        role,
        topic,
        rows: rows.map((row) => describeManyRow(row, reports)),
      })),
    });
    return;
  }
  const blocks = groups.map(({ role, topic, rows }) =>
    [`${ROLE_LABELS[role]} · ${topic}`, ...rows.map((row) => manyLine(row, reports))].join('\n'),
  );
  if (blocks.length > 0) await print(blocks.join('\n\n'));
}

const differs = ({ cells }: ManyRow): boolean =>
  cells.some((cell) => cell === null || (cell.relation !== 'lead' && cell.relation !== 'same'));

function describeManyRow({ kind, lead, cells }: ManyRow, reports: readonly Report[]) {
  return {
    kind,
    lead: reports[lead]?.id ?? null,
    cells: reports.map((report, at) => describeCell(report, cells[at] ?? null)),
  };
}

function describeCell(report: Report, cell: ManyCell | null) {
  if (cell === null) return null;
  return {
    relation: cell.relation,
    passages: cell.ranges.map((range) => ({
      ...rangeToRaw(report, range),
      text: sliceRange(report.clean, range).trim(),
    })),
    section: nameSection(report, cell.section),
    changed: cell.words.map((word) => rangeToRaw(report, word)),
  };
}

const GAP = '——';

/** The relations, then what each report says; a report that says nothing of it has a dash in both. */
function manyLine({ cells }: ManyRow, reports: readonly Report[]): string {
  const relations = cells.map((cell) => (cell === null ? GAP : labelOf(cell))).join('/');
  const texts = reports.map((report, at) => textOf(report, cells[at] ?? null));
  return [relations, ...texts].join('\t');
}

const labelOf = ({ relation }: ManyCell): string =>
  relation === 'lead' ? '首见' : RELATION_LABELS[relation];

const textOf = (report: Report, cell: ManyCell | null): string =>
  cell === null
    ? GAP
    : cell.ranges.map((range) => sliceRange(report.clean, range).trim().replace(/\s+/g, ' ')).join(' … ');
