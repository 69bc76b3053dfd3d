import type { AssessedCommitment } from '../anchor';
import {
  periodWords,
  sliceRange,
  TOPICS,
  VERDICT_LABELS,
  VERDICTS,
  type CommitmentResult,
  type Range,
  type Report,
  type Topic,
  type Verdict,
} from '../report';
import type { Footnotes } from './footnotes';
import { nameReport } from './naming';
import { PART_LABELS, type TablePart } from './sheet';
import {
  cell,
  cellRow,
  line,
  VERDICT_MARKS,
  type Run,
  type TableCell,
  type TableColumn,
  type TableRow,
} from './table';

/** The reports whose targets are listed, and all that may hold a result. */
interface LedgerReports {
  readonly own: readonly Report[];
  readonly all: readonly Report[];
}

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
    caption: countsOf(all),
    table: { columns: COLUMNS, rows },
    data: [],
  };
}

const column = (title: string, width: number): TableColumn => ({
  title,
  caption: '',
  width,
  align: 'start',
  face: 'label',
});

const COLUMNS = [column('结论', 14), column('目标', 32), column('结果', 30), column('依据', 24)];

/** 完成 4 项，未提及 12 项；报告缺失 17 项，没有逐项列出 */
function countsOf(all: readonly AssessedCommitment[]): string {
  const count = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length;
  const counted = VERDICTS.filter((verdict) => verdict !== 'report-missing' && count(verdict) > 0).map(
    (verdict) => `${VERDICT_LABELS[verdict]} ${count(verdict)} 项`,
  );
  const missing = count('report-missing');
  const left = missing > 0 ? [`报告缺失 ${missing} 项（回顾的报告未入架），未列`] : [];
  return [counted.join('，'), ...left].filter((words) => words !== '').join('；');
}

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
  const state = correction ? ['已更正'] : sure ? [] : ['待确认'];
  const source = known.get(target.report);
  const number = footnotes.ofObservation(target);
  const why = correction?.reason.trim() || reason;
  return cellRow(
    cell(line('label', words), ...state.map((word) => line('remark', word))),
    cell(
      line('text', ...quoted(source, target.quote, target.range, number)),
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
    line('text', ...quoted(source, observation?.quote ?? range, observation?.range ?? null, number)),
    line('remark', nameReport(source)),
  );
}

/** Words of a report, the number that is meant in bold: a clause may hold several. */
function quoted(
  report: Report | undefined,
  words: Range,
  figure: Range | null,
  footnote: number | null,
): readonly Run[] {
  const footnotes = footnote === null ? [] : [footnote];
  const text = sliceRange(report?.clean ?? '', words).trimEnd();
  const at = figure === null ? -1 : figure.start - words.start;
  const end = figure === null ? -1 : figure.end - words.start;
  if (figure === null || at < 0 || end > text.length) return [{ text: text.trim(), footnotes }];
  return [
    { text: text.slice(0, at).trimStart() },
    { text: text.slice(at, end), bold: true },
    { text: text.slice(end), footnotes },
  ];
}
