import type { ReactNode } from 'react';
import { faultSentence } from '../../../shared/fault';
import { useApp, useImports, useNotes, useToast } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { inStep } from './items-by-step';
import { Square, type Outcome } from './square';

const clock = (date: Date): string =>
  `${date.toDateString() === new Date().toDateString() ? '今天 ' : ''}${date.toTimeString().slice(0, 5)}`;

function Count({ outcome, count }: { readonly outcome: Outcome; readonly count: number }): ReactNode {
  return (
    <p className="import-count" data-none={count === 0}>
      <span className="import-number">{count}</span>
      <Square outcome={outcome} />
    </p>
  );
}

/** What goes off the shelf again; notes made meanwhile are named first. */
function TakeBack({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const { imports } = useApp();
  const show = useToast((state) => state.show);
  const byReport = useNotes((state) => state.byReport);
  const added = inStep(items, 'added');
  const moved = added.reduce((sum, item) => sum + (item.moved?.notes.length ?? 0), 0);
  const notes = added.reduce((sum, { id }) => sum + (byReport[id]?.length ?? 0), 0) - moved;
  if (added.length === 0) return null;
  const undo = async (): Promise<void> => {
    await imports.getState().undo();
    show({ text: `已撤销：${added.length} 篇在回收站里，30 天内都能放回` });
  };
  return (
    <p className="import-take-back">
      <span className="caption">
        {notes > 0
          ? `这几篇上已有 ${notes} 条批注：撤销后批注留着，放回报告时还在。`
          : moved > 0
            ? `跟过来的 ${moved} 条批注会回到原来那篇。`
            : '原来的文件没有动过，书架上的批注也没有动过。'}
      </span>
      <button className="quiet" onClick={() => void undo()}>
        撤销这次导入
      </button>
    </p>
  );
}

/** 导入结果: how many files, and how many of each outcome. */
export function ResultsHead({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const { imports } = useApp();
  const show = useToast((state) => state.show);
  const run = useImports((state) => state.run);
  const exportList = async (): Promise<void> => {
    const fault = await imports.getState().exportList();
    if (fault) show({ text: faultSentence(fault) });
  };
  const count = (...steps: readonly ImportItem['step'][]): number => inStep(items, ...steps).length;
  return (
    <header className="import-head">
      <p className="import-count">
        <span className="import-number all">
          {run?.files ?? items.length}
          <small> 个文件</small>
        </span>
        {run && <span className="caption">{clock(run.began)} 读入</span>}
      </p>
      <Count outcome="added" count={count('added')} />
      <Count outcome="known" count={count('known', 'left')} />
      <div className="import-head-open">
        <Count outcome="asks" count={count('asks')} />
        <Count outcome="failed" count={count('failed')} />
      </div>
      <div className="import-head-acts">
        <TakeBack items={items} />
        <button className="button small" onClick={() => void exportList()}>
          导出清单
        </button>
      </div>
    </header>
  );
}
