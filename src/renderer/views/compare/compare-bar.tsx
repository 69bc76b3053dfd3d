import type { ReactNode } from 'react';
import { useApp } from '../../state/app';
import type { Stage } from '../../state/compare/compare';
import type { Shelved } from '../../state/library/library';
import { QuietLine } from '../parts/quiet-line';
import { TopBar } from '../frame/top-bar';
import { ChangePair } from '../parts/pair/choose-pair';

/** Which part of the reports is compared. */
export function StageSwitch({
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
export function ChangesSwitch({
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

/** The top bar of 对读. */
export function CompareBar({
  shelf,
  pair,
  switches,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
  readonly switches?: ReactNode;
}): ReactNode {
  const { navigation } = useApp();
  const tools = pair.length > 1 && (
    <>
      <ChangePair shelf={shelf} pair={pair} view="compare" action="对读这几篇" />
      <button
        className="button small compare-print"
        onClick={() => navigation.getState().go({ view: 'print', reports: pair })}
      >
        打印对照表
      </button>
    </>
  );
  return (
    <TopBar
      title={
        <>
          <h1 className="view-title">对读</h1>
          <div className="compare-switches">{switches}</div>
          <QuietLine view="compare">点一句到原文；方向键走，回车打开，N 写批注</QuietLine>
        </>
      }
      tools={tools}
      search={false}
    />
  );
}
