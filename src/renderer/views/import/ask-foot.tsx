import type { ReactNode } from 'react';
import { useApp, useNavigation } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { settleTwins } from '../../state/import/twin-choices';
import { inStep } from './items-by-step';

const openWords = (asked: number, twins: number): string =>
  [asked > 0 ? `${asked} 个` : '', twins > 0 ? `${twins} 组` : ''].filter(Boolean).join('、');

/** What is still open and what happens if it is left, and the one thing to do. */
export function AskFoot({
  items,
  onEvidence,
}: {
  readonly items: readonly ImportItem[];
  /** Null where nothing is asked. */
  readonly onEvidence: (() => void) | null;
}): ReactNode {
  const { imports } = useApp();
  const navigation = useNavigation((state) => state);
  const asked = inStep(items, 'asks');
  const twins = asked.filter(({ twin, choice }) => twin?.where === 'list' && choice === null).length;
  const ready = inStep(settleTwins(items), 'ready').length;
  const words = openWords(asked.length - twins, twins);
  return (
    <div className="import-foot">
      <p>
        {words !== '' && <strong>还有 {words}要您定。</strong>}
        <span className="import-foot-more">不定也不会丢：先入“待定”，书架上随时能改，退出也在。</span>
      </p>
      {onEvidence && (
        <button className="quiet import-evidence-key" onClick={onEvidence}>
          看依据 <kbd>V</kbd>
        </button>
      )}
      {asked.length > 0 && (
        <span className="caption import-keys">
          <kbd>1</kbd> <kbd>2</kbd> 选　<kbd>↓</kbd> 下一个
        </span>
      )}
      <button className="button import-later" onClick={() => navigation.go({ view: 'shelf' })}>
        都先放待定
      </button>
      <button
        className="button primary"
        data-key="shelve"
        disabled={ready === 0}
        onClick={() => void imports.getState().shelve()}
      >
        {ready > 0 ? `入架 ${ready} 篇` : '入架'}
      </button>
    </div>
  );
}
