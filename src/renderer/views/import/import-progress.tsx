import type { ReactNode } from 'react';
import { useImports } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { countWords } from './items-by-step';

/** How far the reading is, in words over a line; then what came of it. */
export function ImportProgress({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const progress = useImports((state) => state.progress);
  const stop = useImports((state) => state.stop);
  if (!progress) return <p className="import-said">{countWords(items)}</p>;
  const { done, of, name, page } = progress;
  const failed = items.filter(({ step }) => step === 'failed').length;
  return (
    <div className="import-progress" data-running="true">
      <p role="status">
        <strong>
          已读 {done} 个，共 {of} 个
        </strong>
        <span className="caption">
          正在读：{name}
          {page && `，第 ${page.page} 页，共 ${page.pages} 页`}
        </span>
        {failed > 0 && <span className="caption">读不了 {failed} 个</span>}
      </p>
      <button className="quiet" onClick={stop}>
        停下
      </button>
      <progress aria-label="读入" value={done} max={of} />
    </div>
  );
}
