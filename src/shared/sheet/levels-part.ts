import type { LevelPair, LevelTable } from '../commitments';
import { STAGE_LABELS, type Range, type Report, type Topic } from '../report';
import type { Footnotes } from './footnotes';
import { labelColumn, quotedRuns, topicOfPassage } from './ledger-cells';
import { nameReport } from './naming';
import { PART_LABELS, type TablePart } from './sheet';
import { cell, cellRow, line, type TableCell } from './table';

/** Gives what one level promises beside what the other says of it; what is not taken up is listed without a word of blame. */
export function makeLevelsPart(
  { from, to, pairs }: LevelTable,
  reports: readonly Report[],
  footnotes: Footnotes,
  topics: readonly Topic[] | null,
): TablePart | null {
  const known = new Map(reports.map((report) => [report.id, report]));
  const own = pairs.filter(({ pledge }) => {
    const source = known.get(pledge.report);
    const topic = source ? topicOfPassage(source, pledge.range) : null;
    return source && (topics === null || (topic !== null && topics.includes(topic)));
  });
  if (own.length === 0) return null;
  const taken = own.filter(({ counterpart }) => counterpart !== null);
  const silent = own.filter(({ counterpart }) => counterpart === null);
  const rows = (title: string, some: readonly LevelPair[]) =>
    some.length === 0
      ? []
      : [
          { kind: 'group' as const, title: `${title} ${some.length} 项` },
          ...some.map((pair) => rowOf(pair, known, footnotes)),
        ];
  return {
    kind: 'levels',
    title: `${PART_LABELS.levels}：${from}的事项，${to}怎么说`,
    caption: `两边都说到 ${taken.length} 项，${to}没有提 ${silent.length} 项；没有提只是报告里没有这句话`,
    table: {
      columns: [labelColumn('事项', 20), labelColumn(from, 40), labelColumn(to, 40)],
      rows: [...rows('两边都说到', taken), ...rows(`${to}没有提`, silent)],
    },
    data: [],
  };
}

const rowOf = (
  { pledge, counterpart }: LevelPair,
  known: ReadonlyMap<string, Report>,
  footnotes: Footnotes,
) =>
  cellRow(
    cell(
      line('label', { text: pledge.object, bold: true }),
      ...(counterpart?.alias ? [line('remark', counterpart.alias)] : []),
    ),
    quoteCell(known.get(pledge.report), pledge.range, `要${STAGE_LABELS[pledge.stage]}`, footnotes),
    counterpart
      ? quoteCell(
          known.get(counterpart.report),
          counterpart.range,
          `${counterpart.as === 'promised' ? '要' : ''}${counterpart.stage ? STAGE_LABELS[counterpart.stage] : '提到'}`,
          footnotes,
        )
      : cell(line('gap', '没有提')),
  );

function quoteCell(report: Report | undefined, range: Range, stage: string, footnotes: Footnotes): TableCell {
  if (!report) return cell(line('gap', '见另一篇报告'));
  return cell(
    line('text', ...quotedRuns(report, range, null, footnotes.ofPassage(report, range))),
    line('remark', `${nameReport(report)} · ${stage}`),
  );
}
