import type { ReactNode } from 'react';
import { useNavigation } from '../../state/app';
import type { ViewName } from '../../state/library/navigation';

interface Entry {
  readonly view: ViewName;
  /** Two characters, stacked. */
  readonly label: string;
}

const VIEWS: readonly Entry[] = [
  { view: 'shelf', label: '书架' },
  { view: 'reader', label: '阅读' },
  { view: 'search', label: '搜索' },
  { view: 'compare', label: '对读' },
  { view: 'indicators', label: '指标' },
  { view: 'commitments', label: '目标' },
  { view: 'wording', label: '提法' },
  { view: 'notes', label: '笔记' },
];

const FOOT: readonly Entry[] = [
  { view: 'print', label: '打印' },
  { view: 'settings', label: '设置' },
];

/** What is on its way to the shelf is of the shelf. */
const homeOf = (view: ViewName): ViewName => (view === 'import' ? 'shelf' : view);

function RailItem({ entry }: { readonly entry: Entry }): ReactNode {
  const place = useNavigation((state) => state.place);
  const open = useNavigation((state) => state.open);
  return (
    <button
      className="rail-item"
      aria-current={homeOf(place.view) === entry.view ? 'page' : undefined}
      onClick={() => open(entry.view)}
    >
      {entry.label}
    </button>
  );
}

/** The strip at the left edge: seal, views, and printing and settings at its foot. */
export function Rail(): ReactNode {
  return (
    <nav className="rail" aria-label="主导航">
      <span className="seal" aria-hidden="true">
        对读
      </span>
      <div className="rail-views">
        {VIEWS.map((entry) => (
          <RailItem key={entry.view} entry={entry} />
        ))}
      </div>
      <div className="rail-foot">
        {FOOT.map((entry) => (
          <RailItem key={entry.view} entry={entry} />
        ))}
      </div>
    </nav>
  );
}
