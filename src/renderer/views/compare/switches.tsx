import type { ReactNode } from 'react';
import type { Stage } from '../../state/compare/compare';
import { useStage } from './use-stage';
import type { Chosen } from './use-ready-pair';

/** Which part of the reports is compared. */
function StageSwitch({
  stages,
  current,
  onChoose,
}: {
  readonly stages: readonly Stage[];
  readonly current: Stage;
  readonly onChoose: (stage: Stage) => void;
}): ReactNode {
  return (
    <div className="segment" role="group" aria-label="部分">
      {stages.map((stage) => (
        <button key={stage.id} aria-pressed={stage.id === current.id} onClick={() => onChoose(stage)}>
          {stage.label}
        </button>
      ))}
    </div>
  );
}

/** Everything, or only the rows that differ. */
function ChangesSwitch({
  onlyChanges,
  onChoose,
}: {
  readonly onlyChanges: boolean;
  readonly onChoose: (onlyChanges: boolean) => void;
}): ReactNode {
  return (
    <div className="segment" role="group" aria-label="显示">
      <button aria-pressed={!onlyChanges} onClick={() => onChoose(false)}>
        正文
      </button>
      <button aria-pressed={onlyChanges} onClick={() => onChoose(true)}>
        只看改动
      </button>
    </div>
  );
}

/** The switches of readable reports in the bar of 对读. */
export function Switches({ chosen }: { readonly chosen: readonly Chosen[] }): ReactNode {
  const { choices, stages, stage } = useStage(chosen);
  const { onlyChanges, choose } = choices;
  return (
    <>
      <StageSwitch
        stages={stages}
        current={stage}
        onChoose={({ id }) => choose({ stage: id, topic: null, cursor: null })}
      />
      <ChangesSwitch
        onlyChanges={onlyChanges}
        onChoose={(only) => choose({ onlyChanges: only, cursor: null })}
      />
    </>
  );
}
