import type { ReactNode } from 'react';
import { DOUBT_LABELS, type Observation } from '../../../shared/report';
import { useLibrary } from '../../state/app';
import type { Library } from '../../state/library/library';
import { CardRow, ValueLink } from './card-row';

const observationsOf = (facts: Library['facts'], ids: readonly string[]): readonly Observation[] =>
  ids.flatMap((id) =>
    [...facts.values()].flatMap(({ observations }) => observations.find((each) => each.id === id) ?? []),
  );

/** Why a value is doubtful: the rule, the sentence, and what it was held against, each a way to its place. */
export function CardDoubt({ observation }: { readonly observation: Observation }): ReactNode {
  const facts = useLibrary((state) => state.facts);
  const doubt = useLibrary(({ doubts }) => doubts.find((each) => each.observation === observation.id));
  if (!observation.doubt) return null;
  return (
    <CardRow label="存疑">
      {doubt && (
        <strong className="card-doubt">
          <span className="mark doubt" aria-hidden="true" /> {DOUBT_LABELS[doubt.rule]}
        </strong>
      )}
      <p>{observation.doubt}</p>
      {doubt && (
        <ul aria-label="对照的数">
          {observationsOf(facts, doubt.evidence).map((evidence) => (
            <li key={evidence.id}>
              <ValueLink observation={evidence} />
            </li>
          ))}
        </ul>
      )}
    </CardRow>
  );
}
