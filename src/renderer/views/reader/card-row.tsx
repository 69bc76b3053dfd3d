import type { ReactNode } from 'react';
import { periodWords, type Observation } from '../../../shared/report';
import { useLibrary, useShell } from '../../state/app';
import { shortName } from '../../state/library/library';
import { observationWords } from '../text/observation-words';

/** A label and what it says. */
export function CardRow({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A value of some report in one line, which leads to its sentence. */
export function ValueLink({ observation }: { readonly observation: Observation }): ReactNode {
  const { navigation } = useShell();
  const { report, range, period, kind } = observation;
  const entry = useLibrary(({ shelf }) => shelf.find((item) => item.entry.id === report)?.entry);
  return (
    <button className="card-link" onClick={() => navigation.getState().openReport(report, range)}>
      <span className={`mark ${kind}`} aria-hidden="true" /> {periodWords(period)}
      {kind === 'target' && '目标'} <b>{observationWords(observation)}</b>
      <span className="caption">{entry ? shortName(entry) : report}</span>
    </button>
  );
}
