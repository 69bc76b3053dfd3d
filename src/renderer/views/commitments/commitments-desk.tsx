import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Assessed, AssessedCommitment } from '../../../shared/anchor';
import { VERDICT_LABELS } from '../../../shared/report';
import { useApp, useLibrary, useReturning } from '../../state/app';
import { usePlaces } from '../../state/library/use-reports';
import { useCorrections, type Correctable } from '../../state/notes/assessments';
import {
  choicesOf,
  countStandings,
  EVERYTHING,
  rowsIn,
  sortCommitments,
  standingOf,
  type CommitmentFilter,
} from '../../../shared/ledger';
import { missingWords, shortName } from '../../state/library/library';
import { EmptyState } from '../states/states';
import { useAfterPaint } from '../text/use-after-paint';
import { CorrectionDialog } from './correction-dialog';
import { CommitmentCounts } from './counts';
import { CommitmentFilters } from './filters';
import { CommitmentTable } from './commitments-table';
import { LooseCorrections } from './loose';

const useNames = (): ((report: string) => string) => {
  const shelf = useLibrary((state) => state.shelf);
  const names = useMemo(() => new Map(shelf.map(({ entry }) => [entry.id, shortName(entry)])), [shelf]);
  return (report) => names.get(report) ?? report;
};

/** Years named one by one; more are named as a span. */
const MOST_YEARS = 2;

const yearsWords = (years: readonly (readonly [string, number])[]): string =>
  years.length > MOST_YEARS
    ? `${years[0]?.[0] ?? ''}—${years.at(-1)?.[0] ?? ''} 年`
    : years.map(([year, count]) => `${year} 年 ${count} 项`).join('，');

/** the rows of 目标—完成: those in scope for the counts, and of them those of the chosen standing. */
const useRows = (
  { commitments }: Assessed,
  filter: CommitmentFilter,
  places: ReadonlyMap<string, string>,
) => {
  const scope = useMemo(() => rowsIn(commitments, filter, places), [commitments, filter, places]);
  const shown = useMemo(() => {
    const sorted = sortCommitments(scope);
    return filter.standing ? sorted.filter((row) => standingOf(row) === filter.standing) : sorted;
  }, [scope, filter.standing]);
  return { scope, shown };
};

const correctableOf = ({ commitment, result, correction }: AssessedCommitment): Correctable => ({
  id: commitment.id,
  verdict: commitment.verdict,
  labels: VERDICT_LABELS,
  target: commitment.target,
  result,
  correction,
});

/** Tells whether the rows are drawn: the counts are painted first, unless the reader comes back to a row. */
const useRowsDrawn = (isReturning: boolean): boolean => {
  const [drawn, setDrawn] = useState(isReturning);
  const draw = useCallback(() => setDrawn(true), []);
  useAfterPaint(!drawn, draw);
  return drawn;
};

/** 数字目标 with something in it. */
export function CommitmentsDesk({ assessments }: { readonly assessments: Assessed }): ReactNode {
  const { navigation, returning } = useApp();
  const { filter, active } = useReturning((state) => state.commitments);
  const { correct, withdraw } = useCorrections();
  const [correcting, setCorrecting] = useState<AssessedCommitment | null>(null);
  const places = usePlaces();
  const { scope, shown } = useRows(assessments, filter, places);
  const drawn = useRowsDrawn(active !== null);
  const choices = useMemo(
    () => choicesOf(assessments.commitments, places),
    [assessments.commitments, places],
  );
  const nameOf = useNames();
  const missing = useLibrary((state) => missingWords(state.shelf));
  const keep = (change: Partial<CommitmentFilter>) =>
    returning.getState().keep({ commitments: { filter: { ...filter, ...change }, active } });
  return (
    <main className="commitments">
      <CommitmentFilters filter={filter} choices={choices} onChange={keep} />
      <CommitmentCounts
        total={scope.length}
        note={yearsWords(choicesOf(scope, places).years)}
        counts={countStandings(scope)}
        chosen={filter.standing}
        onChoose={(standing) => keep({ standing })}
      />
      {missing && (
        <p className="caption" role="status">
          {missing}，其中的目标和结果都没有对
        </p>
      )}
      <LooseCorrections loose={assessments.loose} />
      <hr className="double-rule" />
      {shown.length > 0 && drawn && (
        <CommitmentTable
          key={JSON.stringify(filter)}
          rows={shown}
          active={active}
          onActive={(id) =>
            id !== active && returning.getState().keep({ commitments: { filter, active: id } })
          }
          nameOf={nameOf}
          onOpen={(report, range) => navigation.getState().openReport(report, range)}
          onCorrect={setCorrecting}
          onDecide={(row, verdict, reason) => correct(correctableOf(row), verdict, reason)}
        />
      )}
      {shown.length === 0 && (
        <EmptyState
          character="零"
          title="共 0 项"
          actions={
            <button className="button" onClick={() => keep(EVERYTHING)}>
              看全部目标
            </button>
          }
        >
          这个范围里没有目标。
        </EmptyState>
      )}
      {correcting && (
        <CorrectionDialog
          name={correcting.commitment.target.indicator}
          verdict={correcting.verdict}
          correction={correcting.correction}
          onSave={(verdict, reason) => {
            correct(correctableOf(correcting), verdict, reason);
            setCorrecting(null);
          }}
          onWithdraw={() => {
            withdraw(correcting);
            setCorrecting(null);
          }}
          onClose={() => setCorrecting(null)}
        />
      )}
    </main>
  );
}
