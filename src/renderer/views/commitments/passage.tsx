import type { ReactNode } from 'react';
import { sectionPath, type Observation, type Report } from '../../../shared/report';
import { shownPassage, type Passage } from './shown-passage';

interface PassageProps extends Passage {
  readonly report: Report;
  readonly kind: Observation['kind'];
  /** 周口市 2022. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** A sentence of a report with its figure marked and where it stands; it opens there. */
export function CommitmentPassage({
  report,
  range,
  observation,
  marked = false,
  kind,
  name,
  onOpen,
}: PassageProps): ReactNode {
  const { before, figure, after } = shownPassage(report, { range, observation, marked });
  const section = sectionPath(report, range.start).split(' › ').at(-1);
  return (
    <button className="commitment-passage" data-cell={kind} onClick={onOpen}>
      <span className={`mark ${observation?.doubt ? 'doubt' : kind}`} aria-hidden="true" />
      <span>
        <span className="commitment-words">
          {before}
          <strong className="commitment-figure">{figure}</strong>
          {after}
        </span>
        <span className="caption">
          {observation?.doubt && '存疑 · '}
          {name}
          {section && ` · ${section}`}
        </span>
      </span>
    </button>
  );
}
