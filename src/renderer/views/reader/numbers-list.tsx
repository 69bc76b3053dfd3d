import type { ReactNode } from 'react';
import { periodWords, type Observation } from '../../../shared/report';
import { figureWords } from '../text/observation-words';

/** 指标: the report's numbers in reading order; a row leads to its sentence. */
export function NumbersList({
  observations,
  onGo,
}: {
  readonly observations: readonly Observation[];
  readonly onGo: (observation: Observation) => void;
}): ReactNode {
  if (!observations.length) return <p className="caption margin-empty">这一篇里没有认出的数。</p>;
  return (
    <ul className="margin-list">
      {observations.map((observation) => (
        <li key={observation.id}>
          <button className="margin-row number-row" onClick={() => onGo(observation)}>
            <span>
              <span
                className={`mark ${observation.doubt ? 'doubt' : observation.kind}`}
                aria-label={observation.kind === 'result' ? '结果' : '目标'}
                role="img"
              />{' '}
              {observation.name}
              <span className="caption"> {periodWords(observation.period)}</span>
            </span>
            <span className={`number-row-value ${observation.kind}`}>
              {figureWords(observation)} <small>{observation.unit}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
