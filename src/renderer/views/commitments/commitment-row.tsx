import type { ReactNode } from 'react';
import { answerWords, type AssessedCommitment } from '../../../shared/anchor';
import {
  CAVEAT_LABELS,
  rangesOverlap,
  VERDICT_LABELS,
  type Range,
  type Report,
  type Verdict,
} from '../../../shared/report';
import { useReports } from '../../state/library/use-reports';
import { standingOf, yearOf } from '../../../shared/ledger';
import { CommitmentPassage } from './passage';
import { standingWords, VerdictMark } from '../parts/verdict-mark';

export interface CommitmentActions {
  readonly nameOf: (report: string) => string;
  readonly onOpen: (report: string, range: Range) => void;
  /** Opens the dialog 更正结论. */
  readonly onCorrect: (row: AssessedCommitment) => void;
  /** 是同一项, 不是: the reader's answer to a match that is only offered. */
  readonly onDecide: (row: AssessedCommitment, verdict: Verdict, reason: string) => void;
}

type Reports = ReadonlyMap<string, Report>;

type RowProps = CommitmentActions & { readonly row: AssessedCommitment; readonly reports: Reports };

/** The verdict, and the way to another one. */
function VerdictCell({ row, onCorrect }: RowProps): ReactNode {
  const standing = standingOf(row);
  return (
    <div role="cell" className="commitment-verdict">
      <VerdictMark standing={standing} />
      <div>
        <strong>{standingWords(standing)}</strong>
        {row.correction && (
          <span className="caption">{answerWords(row.commitment.verdict, row.verdict)}</span>
        )}
        {standing === 'unsure' && <span className="caption">拟判{VERDICT_LABELS[row.verdict]}</span>}
        <button className="quiet commitment-correct" data-cell="correct" onClick={() => onCorrect(row)}>
          更正结论…
        </button>
      </div>
    </div>
  );
}

/** Shows what stands where there is no result to show. */
const absentWords = (row: AssessedCommitment): string => {
  if (row.correction && row.verdict !== 'not-mentioned' && row.verdict !== 'report-missing')
    return '没有连到结果的原文';
  const year = yearOf(row);
  const { indicator } = row.commitment.target;
  const about = year ? `回顾 ${year} 年的报告` : '后来的报告';
  return row.verdict === 'report-missing'
    ? `${about}未入架`
    : `${about}没有说${indicator ? `“${indicator}”` : '这一项'}`;
};

function ResultCell({ row, reports, nameOf, onOpen }: RowProps): ReactNode {
  const { result } = row;
  const report = result && reports.get(result.report);
  return (
    <div role="cell" className="commitment-result">
      {result && report ? (
        <CommitmentPassage
          report={report}
          range={result.range}
          observation={result.observation}
          kind="result"
          name={nameOf(report.id)}
          onOpen={() => onOpen(report.id, result.range)}
        />
      ) : (
        <p className="commitment-absent">{absentWords(row)}</p>
      )}
    </div>
  );
}

/** The two answers to a match that is only offered; where none was found, the one. */
function Decision({ row, onDecide }: RowProps): ReactNode {
  const { result, verdict } = row;
  return (
    <>
      {result && (
        <button className="quiet" onClick={() => onDecide(row, verdict, '是同一项')}>
          是同一项
        </button>
      )}
      <button
        className="quiet"
        onClick={() => onDecide(row, 'not-mentioned', result ? '不是同一项' : '确实没有提到')}
      >
        {result ? '不是' : '确实没提'}
      </button>
    </>
  );
}

/** Shows what is wrong with the source where the target or its result stands. */
const caveatsOf = ({ commitment: { target }, result }: AssessedCommitment, reports: Reports) =>
  [{ report: target.report, range: target.quote }, ...(result ? [result] : [])].flatMap(({ report, range }) =>
    (reports.get(report)?.caveats ?? []).filter((caveat) => rangesOverlap(caveat.range, range)),
  );

function Caveats({ row, reports }: RowProps): ReactNode {
  return caveatsOf(row, reports).map(({ type, range, reason }) => (
    <p key={`${type}${range.start}`} className="commitment-doubt">
      <span className="mark doubt" aria-hidden="true" />
      <span>
        {CAVEAT_LABELS[type]}：{reason}
      </span>
    </p>
  ));
}

function ReasonCell(props: RowProps): ReactNode {
  const { correction, commitment, sure } = props.row;
  return (
    <div role="cell" className="commitment-reason">
      {correction ? (
        <>
          {correction.reason && <p className="commitment-own">{correction.reason}</p>}
          <p className="caption">
            程序原判{commitment.sure ? '' : '（待确认）'}：{VERDICT_LABELS[commitment.verdict]}
          </p>
        </>
      ) : (
        <p>{commitment.reason}</p>
      )}
      <Caveats {...props} />
      {!sure && (
        <div className="commitment-acts">
          <Decision {...props} />
        </div>
      )}
    </div>
  );
}

/** A target with its verdict, both sentences, and the reason. */
export function CommitmentRow(own: Omit<RowProps, 'reports'>): ReactNode {
  const { row, nameOf, onOpen } = own;
  const { target } = row.commitment;
  const reports = useReports([target.report, ...(row.result ? [row.result.report] : [])]);
  const props = { ...own, reports };
  const report = reports.get(target.report);
  return (
    <>
      <VerdictCell {...props} />
      <div role="cell" className="commitment-target">
        {report && (
          <CommitmentPassage
            report={report}
            range={target.range}
            observation={target}
            kind="target"
            name={nameOf(report.id)}
            onOpen={() => onOpen(report.id, target.range)}
          />
        )}
      </div>
      <ResultCell {...props} />
      <ReasonCell {...props} />
    </>
  );
}
