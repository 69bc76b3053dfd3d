import type { ReactNode } from 'react';
import type { CatalogEntry } from '../../../shared/report';
import { useApp, useLibrary } from '../../state/app';
import { shortName } from '../../state/library';

export type Mode = 'clean' | 'source';
export type Drawer = 'outline' | 'margin' | null;

function ModeSwitch({
  mode,
  onChange,
}: {
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}): ReactNode {
  return (
    <div className="segment" role="group" aria-label="文本">
      <button aria-pressed={mode === 'clean'} onClick={() => onChange('clean')}>
        整理
      </button>
      <button aria-pressed={mode === 'source'} onClick={() => onChange('source')}>
        原文
      </button>
    </div>
  );
}

/** The report this one is most naturally compared with: the one before of its place, else the nearest in time. */
const counterpart = (entry: CatalogEntry, entries: readonly CatalogEntry[]): CatalogEntry | undefined => {
  const others = entries
    .filter(({ id, genre }) => id !== entry.id && genre !== '综述')
    .toSorted((a, b) => Math.abs(a.year - entry.year) - Math.abs(b.year - entry.year) || b.year - a.year);
  return others.find(({ place, year }) => place === entry.place && year < entry.year) ?? others[0];
};

function CompareLink({ entry }: { readonly entry: CatalogEntry }): ReactNode {
  const { navigation } = useApp();
  const shelf = useLibrary((state) => state.shelf);
  const other = counterpart(
    entry,
    shelf.map((item) => item.entry),
  );
  if (!other) return null;
  const name = other.place === entry.place ? `${other.year} 年` : shortName(other);
  return (
    <button
      className="quiet"
      onClick={() => navigation.getState().go({ view: 'compare', reports: [other.id, entry.id] })}
    >
      与{name}对读
    </button>
  );
}

/** The bar over the text: 整理 or 原文, where the reader is, and the ways out of here. */
export function ReadingBar({
  entry,
  path,
  mode,
  drawer,
  onMode,
  onDrawer,
}: {
  readonly entry: CatalogEntry;
  /** Headings down to where the reader is. */
  readonly path: string;
  readonly mode: Mode;
  readonly drawer: Drawer;
  readonly onMode: (mode: Mode) => void;
  readonly onDrawer: (drawer: Drawer) => void;
}): ReactNode {
  const { navigation } = useApp();
  const toggle = (name: 'outline' | 'margin', label: string) => (
    <button
      className={`quiet drawer-button for-${name}`}
      aria-expanded={drawer === name}
      onClick={() => onDrawer(drawer === name ? null : name)}
    >
      {label}
    </button>
  );
  return (
    <div className="reading-tools">
      {toggle('outline', '目录')}
      <ModeSwitch mode={mode} onChange={onMode} />
      <span className="reading-path">{path}</span>
      <CompareLink entry={entry} />
      <button
        className="quiet"
        aria-keyshortcuts="Control+F"
        onClick={() => navigation.getState().requestFind()}
      >
        查找
      </button>
      {toggle('margin', '批注')}
    </div>
  );
}
