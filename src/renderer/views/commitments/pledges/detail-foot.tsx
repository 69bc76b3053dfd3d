import type { ReactNode } from 'react';
import { STAGE_LABELS } from '../../../../shared/report';
import type { StripLine } from './life-strip';
import type { ItemActs } from './use-item-acts';

/** What the latest report of a place above or below says of the thing. */
const saidBy = ({ place, cells }: StripLine): string => {
  const told = cells.findLast(({ step }) => step !== null);
  if (told?.step) {
    const { as, stage } = told.step;
    const words = stage === null ? '' : STAGE_LABELS[stage];
    return `${place} ${String(told.year)} 年报告${as === 'promised' ? '部署' : '说到'}${words}`;
  }
  const silent = cells.findLast(({ genre }) => genre !== null);
  return silent ? `${place} ${String(silent.year)} 年报告没有提` : `${place}这几年缺报告`;
};

/** The foot of a thing: what other levels say of it, and what can be done with all of its sentences. */
export function DetailFoot({
  others,
  acts: { ready, copy, toSheet },
}: {
  /** Lines of the strip of the places above and below. */
  readonly others: readonly StripLine[];
  readonly acts: ItemActs;
}): ReactNode {
  return (
    <div className="detail-foot">
      <p className="caption">{others.length > 0 && `上下级的同一项：${others.map(saidBy).join('，')}。`}</p>
      <div className="commitment-acts">
        <button className="quiet" disabled={!ready} onClick={copy}>
          复制并带出处
        </button>
        <button className="quiet" disabled={!ready} onClick={toSheet}>
          放进对照表
        </button>
      </div>
    </div>
  );
}
