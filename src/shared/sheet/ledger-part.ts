import { answerWords, type AssessedCommitment } from '../anchor';
import {
  periodWords,
  TOPICS,
  VERDICT_LABELS,
  type CommitmentResult,
  type Report,
  type Topic,
} from '../report';
import type { Footnotes } from './footnotes';
import { countVerdicts, labelColumn, quotedRuns, type LedgerReports } from './ledger-cells';
import { nameReport } from './naming';
import { PART_LABELS, type TablePart } from './sheet';
import { cell, cellRow, line, VERDICT_MARKS, type TableCell, type TableRow } from './table';

/**
 * Targets of the reports and what became of them. A target whose later report is not on the shelf cannot be judged
 * by anybody yet: it is counted, not listed. Null where the reports set no target of these topics.
 */
export function makeLedgerPart(
  commitments: readonly AssessedCommitment[],
  { own, all: sources }: LedgerReports,
  footnotes: Footnotes,
  topics: readonly Topic[] | null,
): TablePart | null {
  const known = new Map(sources.map((report) => [report.id, report]));
  const asked = new Set(own.map(({ id }) => id));
  const all = commitments.filter(
    ({ commitment: { target } }) =>
      asked.has(target.report) && (topics === null || topics.includes(target.topic)),
  );
  if (all.length === 0) return null;
  const listed = all.filter(({ verdict }) => verdict !== 'report-missing');
  const rows = own.flatMap((report) => rowsOf(report, listed, known, footnotes));
  return {
    kind: 'ledger',
    title: PART_LABELS.ledger,
    caption: countVerdicts(
      all.map(({ verdict }) => verdict),
      VERDICT_LABELS,
    ),
    table: { columns: COLUMNS, rows },
    data: [],
  };
}

const COLUMNS = [
  labelColumn('结论', 14),
  labelColumn('目标', 32),
  labelColumn('结果', 30),
  labelColumn('依据', 24),
];

function rowsOf(
  report: Report,
  listed: readonly AssessedCommitment[],
  known: ReadonlyMap<string, Report>,
  footnotes: Footnotes,
): readonly TableRow[] {
  const own = listed.filter(({ commitment }) => commitment.target.report === report.id);
  return TOPICS.flatMap((topic): readonly TableRow[] => {
    const rows = own.filter(({ commitment }) => commitment.target.topic === topic);
    if (rows.length === 0) return [];
    const title = `${nameReport(report)} 的目标 · ${topic}`;
    return [{ kind: 'group', title }, ...rows.map((row) => rowOf(row, known, footnotes))];
  });
}

function rowOf(
  { commitment, verdict, sure, result, correction }: AssessedCommitment,
  known: ReadonlyMap<string, Report>,
  footnotes: Footnotes,
) {
  const { target, reason } = commitment;
  const words = { text: VERDICT_LABELS[verdict], mark: VERDICT_MARKS[verdict] };
  const state = correction ? [answerWords(commitment.verdict, verdict)] : sure ? [] : ['待确认'];
  const source = known.get(target.report);
  const number = footnotes.ofObservation(target);
  const why = correction?.reason.trim() || reason;
  return cellRow(
    cell(line('label', words), ...state.map((word) => line('remark', word))),
    cell(
      line('text', ...quotedRuns(source, target.quote, target.range, number)),
      line('remark', periodWords(target.period)),
    ),
    result ? resultCell(result, known, footnotes) : cell(line('gap', VERDICT_LABELS[verdict])),
    cell(line('label', why)),
  );
}

function resultCell(
  { report, range, observation }: CommitmentResult,
  known: ReadonlyMap<string, Report>,
  footnotes: Footnotes,
): TableCell {
  const source = known.get(report);
  if (!source) return cell(line('gap', '见另一篇报告'));
  const number = observation ? footnotes.ofObservation(observation) : footnotes.ofPassage(source, range);
  return cell(
    line('text', ...quotedRuns(source, observation?.quote ?? range, observation?.range ?? null, number)),
    line('remark', nameReport(source)),
  );
}
