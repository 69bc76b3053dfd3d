import type { ReactNode } from 'react';
import { RELATION_LABELS, type Relation } from '../../../shared/compare';

const CHARACTERS: Readonly<Record<Relation, string>> = {
  same: '',
  edited: '改',
  moved: '移',
  'only-left': '缺',
  'only-right': '新',
};

/** The square that says how two passages stand to each other: single, double, dashed or filled. */
export function RelationMark({ relation }: { readonly relation: Relation }): ReactNode {
  if (relation === 'same') return null;
  return (
    <span
      className={`relation ${relation}`}
      role="img"
      aria-label={RELATION_LABELS[relation]}
      title={RELATION_LABELS[relation]}
    >
      {CHARACTERS[relation]}
    </span>
  );
}

/** Writes a note on all that a row says, or opens the one it has; the Tab key comes to the one of the current row. */
export function RowNote({
  tabbable,
  count,
  onNote,
}: {
  readonly tabbable: boolean;
  /** Notes the row has: then the button is seen at any time. */
  readonly count: number;
  readonly onNote: () => void;
}): ReactNode {
  const words = count > 0 ? `批注 ${count} 条` : '批注';
  return (
    <button
      className={count > 0 ? 'quiet row-note noted' : 'quiet row-note'}
      aria-label={count > 0 ? `${words}，打开` : '批注这一行'}
      title={count > 0 ? '打开这一行的批注（N）' : '批注这一行（N）'}
      tabIndex={tabbable ? 0 : -1}
      onClick={onNote}
    >
      {count > 0 ? `批注 ${count}` : words}
    </button>
  );
}

const LEGEND = ['edited', 'moved', 'only-left', 'only-right'] as const;

/** Shows what the marks mean, and how many of each the topic has. */
export function Legend({ counts }: { readonly counts: Readonly<Record<Relation, number>> }): ReactNode {
  return (
    <ul className="compare-legend" aria-label="图例与处数">
      {LEGEND.map((relation) => (
        <li key={relation}>
          <RelationMark relation={relation} />
          <span aria-hidden="true">{RELATION_LABELS[relation]}</span>
          {relation === 'edited' && (
            <span className="legend-words" aria-hidden="true">
              <del>左篇词</del> <ins>右篇词</ins>
            </span>
          )}
          <span className="legend-count">{counts[relation]} 处</span>
        </li>
      ))}
    </ul>
  );
}
