import { answerWords, type AssessedPledge } from '../anchor';
import {
  periodWords,
  PLEDGE_KIND_LABELS,
  PLEDGE_KINDS,
  PLEDGE_VERDICT_LABELS,
  STAGE_LABELS,
  type PledgeKind,
  type PledgeResult,
  type Report,
  type Topic,
} from '../report';
import type { Footnotes } from './footnotes';
import { countVerdicts, labelColumn, quotedRuns, topicOfPassage, type LedgerReports } from './ledger-cells';
import { nameReport } from './naming';
import { PART_LABELS, type TablePart } from './sheet';
import { cell, cellRow, line, VERDICT_MARKS, type TableCell, type TableRow } from './table';

type KnownReports = ReadonlyMap<string, Report>;

/**
 * Promises in words and what became of them, as the ledger has the numbers: what nobody can judge yet is counted, not
 * listed. Null where the reports promise nothing of these topics.
 */
export function makePledgesPart(
  pledges: readonly AssessedPledge[],
  { own, all: sources }: LedgerReports,
  footnotes: Footnotes,
  topics: readonly Topic[] | null,
): TablePart | null {
  const known: KnownReports = new Map(sources.map((report) => [report.id, report]));
  const asked = new Map(own.map((report) => [report.id, report]));
  const all = pledges.filter(({ traced: { pledge } }) => {
    const report = asked.get(pledge.report);
    return report && keepsTopic(topics, topicOfPassage(report, pledge.range));
  });
  if (all.length === 0) return null;
  const listed = all.filter(({ verdict }) => verdict !== 'report-missing');
  return {
    kind: 'pledges',
    title: PART_LABELS.pledges,
    caption: countVerdicts(
      all.map(({ verdict }) => verdict),
      PLEDGE_VERDICT_LABELS,
    ),
    table: {
      columns: COLUMNS,
      rows: own.flatMap((report) =>
        PLEDGE_KINDS.flatMap((kind) => groupOf({ report, kind }, listed, known, footnotes)),
      ),
    },
    data: [],
  };
}

const COLUMNS = [
  labelColumn('结论', 14),
  labelColumn('事项', 34),
  labelColumn('后来怎样', 30),
  labelColumn('依据', 22),
];

const keepsTopic = (topics: readonly Topic[] | null, topic: Topic | null): boolean =>
  topics === null || (topic !== null && topics.includes(topic));

function groupOf(
  { report, kind }: { readonly report: Report; readonly kind: PledgeKind },
  listed: readonly AssessedPledge[],
  known: KnownReports,
  footnotes: Footnotes,
): readonly TableRow[] {
  const own = listed.filter(({ traced: { pledge } }) => pledge.report === report.id && pledge.kind === kind);
  if (own.length === 0) return [];
  const title = `${nameReport(report)} 的事项 · ${PLEDGE_KIND_LABELS[kind]}`;
  return [{ kind: 'group', title }, ...own.map((one) => rowOf(one, known, footnotes))];
}

function rowOf(
  { traced, verdict, sure, result, correction }: AssessedPledge,
  known: KnownReports,
  footnotes: Footnotes,
): TableRow {
  const { pledge, repeated, alias, reason } = traced;
  const label = PLEDGE_VERDICT_LABELS[verdict];
  const states = [
    ...(correction ? [answerWords(traced.verdict, verdict)] : sure ? [] : ['待确认']),
    ...(repeated ? ['再次列入'] : []),
  ];
  const source = known.get(pledge.report);
  const due = pledge.due === null ? '' : `，${periodWords(pledge.due)}`;
  const why = [correction?.reason.trim() || reason, alias ?? ''].filter((words) => words !== '');
  return cellRow(
    cell(
      line('label', { text: label, mark: VERDICT_MARKS[verdict] }),
      ...states.map((word) => line('remark', word)),
    ),
    cell(
      line('label', { text: pledge.object, bold: true }),
      line(
        'text',
        ...quotedRuns(source, pledge.range, null, source ? footnotes.ofPassage(source, pledge.range) : null),
      ),
      line('remark', `要走到：${STAGE_LABELS[pledge.stage]}${due}`),
    ),
    result ? resultOf(result, known, footnotes) : cell(line('gap', label)),
    cell(...why.map((words) => line('label', words))),
  );
}

function resultOf(
  { report, range, stage }: PledgeResult,
  known: KnownReports,
  footnotes: Footnotes,
): TableCell {
  const source = known.get(report);
  if (!source) return cell(line('gap', '见另一篇报告'));
  const reached = stage === null ? '' : ` · ${STAGE_LABELS[stage]}`;
  return cell(
    line('text', ...quotedRuns(source, range, null, footnotes.ofPassage(source, range))),
    line('remark', `${nameReport(source)}${reached}`),
  );
}
