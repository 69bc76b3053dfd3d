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

/** Writes a note on all that a row says; the Tab key comes to the one of the current row. */
export function RowNote({
  tabbable,
  onNote,
}: {
  readonly tabbable: boolean;
  readonly onNote: () => void;
}): ReactNode {
  return (
    <button
      className="quiet row-note"
      aria-label="批注这一行"
      title="批注这一行（N）"
      tabIndex={tabbable ? 0 : -1}
      onClick={onNote}
    >
      批注
    </button>
  );
}

const LEGEND = ['edited', 'moved', 'only-left', 'only-right'] as const;

/** What the marks mean, and how many of each the topic has. */
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
