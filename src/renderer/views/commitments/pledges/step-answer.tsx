import { useState, type ReactNode } from 'react';
import type { AssessedStep } from '../../../../shared/anchor';
import type { LifeStep } from '../../../../shared/commitments';
import { BUILDING_STAGES, STAGE_LABELS, type Report, type Stage } from '../../../../shared/report';
import { useStepAnswers } from '../../../state/notes/step-answers';

/** What is only announced is the step before or the step itself: 开工在即 is 谋划 or 开工. */
const EITHER: readonly (readonly [Stage, Stage])[] = [
  ['planning', 'started'],
  ['underway', 'in-use'],
];

const eitherOf = (stage: Stage | null): readonly Stage[] =>
  EITHER.find(([first]) => first === (stage === 'preparation' ? 'planning' : stage)) ?? BUILDING_STAGES;

/** What the reader made of the program's word: 已确认, 已更正; nothing where neither. */
const answeredWords = ({ correction, stage, read }: AssessedStep<LifeStep>): string => {
  if (!correction) return '';
  if (stage === read) return '已确认';
  return read === null ? '已更正' : `已更正，程序读作${STAGE_LABELS[read]}`;
};

/** How far a sentence says a thing is, for the reader to say: the two likely steps where it is asked, all on 更正. */
export function StepAnswer({
  object,
  step,
  report,
}: {
  readonly object: string;
  readonly step: AssessedStep<LifeStep>;
  readonly report: Report;
}): ReactNode {
  const { say, withdraw } = useStepAnswers(object);
  const [choosing, setChoosing] = useState(false);
  const offered = choosing ? BUILDING_STAGES : step.sure ? [] : eitherOf(step.stage);
  const answered = answeredWords(step);
  const likely = step.sure ? undefined : eitherOf(step.stage)[0];
  return (
    <div className="commitment-acts step-acts">
      {likely && <span className="caption">拟判{STAGE_LABELS[likely]}</span>}
      {answered && <span className="caption">{answered}</span>}
      {offered.map((stage) => (
        <button
          key={stage}
          className="quiet"
          onClick={() => {
            setChoosing(false);
            say(step, report, stage);
          }}
        >
          是{STAGE_LABELS[stage]}
        </button>
      ))}
      <button
        className="quiet"
        aria-expanded={choosing}
        aria-label={`更正走到哪一步：${object}`}
        onClick={() => setChoosing(!choosing)}
      >
        {choosing ? '不改' : '更正…'}
      </button>
      {step.correction && (
        <button className="quiet" onClick={() => withdraw(step)}>
          撤回
        </button>
      )}
    </div>
  );
}
