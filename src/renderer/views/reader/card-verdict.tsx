import type { ReactNode } from 'react';
import { answerWords, type AssessedCommitment } from '../../../shared/anchor';
import type { Observation } from '../../../shared/report';
import { useShell } from '../../state/app';
import { usePlaces } from '../../state/library/use-reports';
import { useTakeIn } from '../../state/library/use-scope';
import { useAssessments } from '../../state/notes/assessments';
import { standingOf } from '../../../shared/ledger';
import { standingWords, VerdictMark } from '../parts/verdict-mark';
import { CardRow, ValueLink } from './card-row';

/** The commitments a number is the target or the result of; a result may answer several. */
const about = (rows: readonly AssessedCommitment[], id: string): readonly AssessedCommitment[] =>
  rows.filter(({ commitment, result }) => commitment.target.id === id || result?.observation?.id === id);

function Line({ row, id }: { readonly row: AssessedCommitment; readonly id: string }): ReactNode {
  const { navigation } = useShell();
  const takeIn = useTakeIn();
  const place = usePlaces().get(row.commitment.target.report) ?? '';
  const { commitment, result, correction } = row;
  const isTarget = commitment.target.id === id;
  const other = isTarget ? result?.observation : commitment.target;
  return (
    <li>
      <p className="card-verdict">
        <VerdictMark standing={standingOf(row)} />
        <strong>{standingWords(standingOf(row))}</strong>
        {correction && <span className="caption">{answerWords(commitment.verdict, row.verdict)}</span>}
        <button
          className="quiet"
          onClick={() => {
            takeIn(place);
            navigation.getState().go({ view: 'commitments' });
          }}
        >
          目标—完成
        </button>
      </p>
      {other ? (
        <ValueLink observation={other} />
      ) : (
        <p className="caption">{correction?.reason || commitment.reason}</p>
      )}
    </li>
  );
}

/** Shows what became of a target, or which target a result answers. */
export function CardVerdict({ observation }: { readonly observation: Observation }): ReactNode {
  const { commitments } = useAssessments();
  const rows = about(commitments, observation.id);
  if (!rows.length) return null;
  return (
    <CardRow label={observation.kind === 'target' ? '完成' : '对目标'}>
      <ul>
        {rows.map((row) => (
          <Line key={row.commitment.id} row={row} id={observation.id} />
        ))}
      </ul>
    </CardRow>
  );
}
