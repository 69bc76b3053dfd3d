import { useMemo, useState, type ReactNode } from 'react';
import type { AssessedCommitment } from '../../../shared/anchor';
import { useApp, useLibrary, useReturning } from '../../state/app';
import { useCorrections, type Assessments } from '../../state/notes/assessments';
import {
  choicesOf,
  countStandings,
  EVERYTHING,
  rowsIn,
  sortLedger,
  standingOf,
  type LedgerFilter,
} from '../../state/commitments/ledger';
import { missingWords, shortName } from '../../state/library/library';
import { EmptyState } from '../states/states';
import { CorrectionDialog } from './correction-dialog';
import { LedgerCounts } from './counts';
import { LedgerFilters } from './filters';
import { LedgerTable } from './ledger-table';
import { LooseCorrections } from './loose';
import './ledger.css';

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

/** The ledger's rows: those in scope for the counts, and of them those of the chosen standing. */
const useRows = ({ commitments, reports }: Assessments, filter: LedgerFilter) => {
  const scope = useMemo(() => rowsIn(commitments, filter, reports), [commitments, filter, reports]);
  const shown = useMemo(() => {
    const sorted = sortLedger(scope);
    return filter.standing ? sorted.filter((row) => standingOf(row) === filter.standing) : sorted;
  }, [scope, filter.standing]);
  return { scope, shown };
};

/** 目标—完成 with something in it. */
export function Ledger({ assessments }: { readonly assessments: Assessments }): ReactNode {
  const { navigation, returning } = useApp();
  const { filter, active } = useReturning((state) => state.ledger);
  const { correct, withdraw } = useCorrections();
  const [correcting, setCorrecting] = useState<AssessedCommitment | null>(null);
  const { scope, shown } = useRows(assessments, filter);
  const choices = useMemo(
    () => choicesOf(assessments.commitments, assessments.reports),
    [assessments.commitments, assessments.reports],
  );
  const nameOf = useNames();
  const missing = useLibrary((state) => missingWords(state.shelf));
  const keep = (change: Partial<LedgerFilter>) =>
    returning.getState().keep({ ledger: { filter: { ...filter, ...change }, active } });
  return (
    <main className="ledger">
      <LedgerFilters filter={filter} choices={choices} onChange={keep} />
      <LedgerCounts
        total={scope.length}
        note={yearsWords(choicesOf(scope, assessments.reports).years)}
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
      {shown.length ? (
        <LedgerTable
          key={JSON.stringify(filter)}
          rows={shown}
          active={active}
          onActive={(id) => id !== active && returning.getState().keep({ ledger: { filter, active: id } })}
          reports={assessments.reports}
          nameOf={nameOf}
          onOpen={(report, range) => navigation.getState().openReport(report, range)}
          onCorrect={setCorrecting}
          onDecide={correct}
        />
      ) : (
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
          row={correcting}
          onSave={(verdict, reason) => {
            correct(correcting, verdict, reason);
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
