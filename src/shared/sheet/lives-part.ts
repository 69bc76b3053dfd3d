import type { LifeStep, ThingLife } from '../commitments';
import { STAGE_LABELS, type Report, type Topic } from '../report';
import type { Footnotes } from './footnotes';
import { labelColumn, topicOfPassage } from './ledger-cells';
import { PART_LABELS, type TablePart } from './sheet';
import { cell, cellRow, line, type CellLine, type TableCell, type TableColumn } from './table';

/** A year of the strip: its report, or the span of years whose reports are missing. */
type StripYear =
  | { readonly kind: 'report'; readonly report: Report; readonly title: string }
  | { readonly kind: 'gap'; readonly title: string };

/** The life of each thing as a strip: one table for a place, a column for the report of each year, a row for a thing. */
export function makeLivesParts(
  lives: readonly ThingLife[],
  reports: readonly Report[],
  footnotes: Footnotes,
  topics: readonly Topic[] | null,
): readonly TablePart[] {
  const places = [...new Set(lives.map(({ place }) => place))];
  return places.flatMap((place) => {
    const years = yearsOf(reports.filter(({ meta }) => meta.place === place));
    const own = lives.filter((life) => life.place === place && isOfTopics(life, reports, topics));
    if (own.length === 0) return [];
    return [
      {
        kind: 'lives' as const,
        title: `${place}${PART_LABELS.lives}`,
        caption: `${own.length} 件事在两篇以上的报告里说到；“要”是部署，其余是回顾里说到的`,
        table: {
          columns: [labelColumn('事项', 26), ...years.map(columnOf)],
          rows: own.map(({ object, steps }) =>
            cellRow(
              cell(line('label', { text: object, bold: true })),
              ...years.map((year) => cellOf(year, steps, footnotes)),
            ),
          ),
        },
        data: [],
      },
    ];
  });
}

const isOfTopics = (
  { steps }: ThingLife,
  reports: readonly Report[],
  topics: readonly Topic[] | null,
): boolean =>
  topics === null ||
  steps.some(({ report: id, range }) => {
    const report = reports.find((one) => one.id === id);
    const topic = report ? topicOfPassage(report, range) : null;
    return topic !== null && topics.includes(topic);
  });

/** The reports of a place in order of years; between them what is missing. */
function yearsOf(reports: readonly Report[]): readonly StripYear[] {
  const held = reports
    .flatMap((report) => (report.meta.year === null ? [] : [{ report, year: report.meta.year }]))
    .toSorted((a, b) => a.year - b.year);
  return held.flatMap(({ report, year }, at): readonly StripYear[] => {
    const before = held[at - 1]?.year ?? year - 1;
    const gap = year - before > 1 ? [{ kind: 'gap' as const, title: spanWords(before + 1, year - 1) }] : [];
    return [...gap, { kind: 'report', report, title: String(year) }];
  });
}

const spanWords = (first: number, last: number): string =>
  first === last ? String(first) : `${first}—${last}`;

const GAP_WIDTH = 9;
const YEAR_WIDTH = 18;

const columnOf = ({ kind, title }: StripYear): TableColumn =>
  kind === 'gap'
    ? { ...labelColumn(title, GAP_WIDTH), caption: '缺报告' }
    : { ...labelColumn(title, YEAR_WIDTH), face: 'title', caption: '年报告' };

function cellOf(year: StripYear, steps: readonly LifeStep[], footnotes: Footnotes): TableCell {
  if (year.kind === 'gap') return cell(line('gap', '—'));
  const { report } = year;
  const own = steps.filter((step) => step.report === report.id);
  if (own.length === 0) return cell(line('gap', '没有提'));
  return cell(...own.map((step) => lineOf(step, report, footnotes)));
}

function lineOf({ as, stage, setBack, range }: LifeStep, report: Report, footnotes: Footnotes): CellLine {
  const words = setBack ? '没有做成或推迟' : stage === null ? '提到' : STAGE_LABELS[stage];
  return line('label', {
    text: as === 'promised' ? `要${words}` : words,
    mark: as === 'promised' ? 'target' : 'result',
    footnotes: [footnotes.ofPassage(report, range)],
  });
}
