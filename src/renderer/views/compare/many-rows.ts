import type { ManyCell, ManyComparison, ManyRow } from '../../../shared/compare';
import { TOPICS, type Range, type Report, type Role, type Topic } from '../../../shared/report';
import type { NotedPassage } from '../../state/notes/note-on';

/** Tells how many sections of these roles each report has of each topic; topics that none has are left out. */
export const topicSections = (
  reports: readonly Report[],
  roles: readonly Role[],
): readonly { readonly topic: Topic; readonly sections: readonly number[] }[] =>
  TOPICS.map((topic) => ({
    topic,
    sections: reports.map(
      ({ sections }) =>
        sections.filter((section) => section.topic === topic && roles.includes(section.role)).length,
    ),
  })).filter(({ sections }) => sections.some((count) => count > 0));

/** What stands in a cell beside its words. */
export type CellMark = 'same' | 'edited' | 'moved' | 'only-right' | 'none';

/** The lead of a row is the measure of the others; it is marked only where an earlier report lacks it. */
export const markOf = ({ lead }: ManyRow, column: number, cell: ManyCell): CellMark => {
  if (cell.relation === 'lead') return column > 0 && lead === column ? 'only-right' : 'none';
  return cell.relation;
};

/** Gives what every report says in a row, in the order of the reports: one note holds them all. */
export const rowPassages = ({ cells }: ManyRow, reports: readonly Report[]): readonly NotedPassage[] =>
  reports.flatMap((report, column) => (cells[column]?.ranges ?? []).map((range) => ({ report, range })));

/** Tells whether the reports differ in a row; headings go with what stands under them. */
export const isChanged = ({ cells }: ManyRow): boolean =>
  cells.some((cell) => cell === null || cell.relation === 'edited' || cell.relation === 'moved');

/** The rows of a topic in order. With `onlyChanges` the headings stay and what is the same goes. */
export function manyRows({ groups }: ManyComparison, topic: Topic, onlyChanges: boolean): readonly ManyRow[] {
  const rows = groups.filter((group) => group.topic === topic).flatMap((group) => group.rows);
  return onlyChanges ? rows.filter((row) => row.kind === 'heading' || isChanged(row)) : rows;
}

/** The words of a cell that differ: its own against the lead, and the lead's against any other report. */
export function changedWords({ cells, kind }: ManyRow, cell: ManyCell): readonly Range[] {
  if (kind === 'heading') return [];
  if (cell.relation !== 'lead') return cell.words;
  const words = cells.flatMap((other) => other?.leadWords ?? []);
  return words.toSorted((a, b) => a.start - b.start);
}
