import type { ReactNode } from 'react';
import { COLOURS, TOPICS, type CatalogEntry } from '../../../shared/report';
import { shortName } from '../../state/library/library';
import {
  SPANS,
  withFacet,
  type Facet,
  type Facets,
  type Filtered,
  type NoteFilter,
  type NoteKind,
} from './note-filter';

const KINDS: readonly (readonly [NoteKind, string])[] = [
  ['all', '全部'],
  ['unsure', '待确认'],
  ['conflict', '有两个版本'],
  ['trash', '回收站'],
];

interface Choice<F extends Facet> {
  readonly value: Facets[F];
  readonly label: string;
  /** 1 to 4 where the choice is a colour. */
  readonly swatch?: number;
}

function Row({
  label,
  count,
  chosen,
  swatch,
  onChoose,
}: {
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly swatch?: number | undefined;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <button
      className={chosen ? 'note-filter row-selected' : 'note-filter'}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {swatch !== undefined && <span className="swatch" data-colour={swatch} aria-hidden="true" />}
      <span className="note-filter-name">{label}</span>
      <span>{count}</span>
    </button>
  );
}

/** The filters at the left of the notebook; each tells how many notes it would show. */
export function NoteFilters({
  filtered: { kinds, counts },
  entries,
  filter,
  onChange,
}: {
  readonly filtered: Filtered;
  readonly entries: readonly CatalogEntry[];
  readonly filter: NoteFilter;
  readonly onChange: (filter: NoteFilter) => void;
}): ReactNode {
  /** Values that some note has, and the one chosen. */
  const group = <F extends Facet>(title: string, facet: F, choices: readonly Choice<F>[]): ReactNode => {
    const chosen = filter.facets[facet];
    const some = choices.filter(({ value }) => counts[facet].has(value) || value === chosen);
    if (some.length === 0) return null;
    return (
      <div role="group" aria-label={title}>
        <h2 className="caption">{title}</h2>
        {some.map(({ value, label, swatch }) => (
          <Row
            key={label}
            label={label}
            count={counts[facet].get(value) ?? 0}
            chosen={value === chosen}
            swatch={swatch}
            onChoose={() => onChange(withFacet(filter, facet, value))}
          />
        ))}
      </div>
    );
  };
  const plain = <F extends Facet>(
    values: readonly Facets[F][],
    words: (value: Facets[F]) => string = String,
  ): readonly Choice<F>[] => values.map((value) => ({ value, label: words(value) }));
  const tags = [...counts.tag]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh'))
    .map(([tag]) => tag);
  const known = new Set(entries.map(({ id }) => id));
  const unknown = [...counts.report.keys()].filter((id) => !known.has(id));
  return (
    <nav className="note-filters" aria-label="筛选">
      {KINDS.filter(([kind]) => kind !== 'conflict' || kinds.conflict > 0 || filter.kind === kind).map(
        ([kind, label]) => (
          <Row
            key={kind}
            label={label}
            count={kinds[kind]}
            chosen={filter.kind === kind}
            onChoose={() => onChange({ ...filter, kind })}
          />
        ),
      )}
      {group(
        '颜色',
        'colour',
        COLOURS.map((value, index) => ({ value, label: value, swatch: index + 1 })),
      )}
      {group('报告', 'report', [
        ...entries.map((entry) => ({ value: entry.id, label: shortName(entry) })),
        ...plain<'report'>(unknown),
      ])}
      {group('标签', 'tag', plain<'tag'>(tags.slice(0, MOST_TAGS)))}
      {group('领域', 'topic', plain<'topic'>(TOPICS))}
      {group(
        '年份',
        'year',
        plain<'year'>(
          [...counts.year.keys()].sort((a, b) => b - a),
          (year) => `${year} 年`,
        ),
      )}
      {group('日期', 'span', plain<'span'>(SPANS))}
    </nav>
  );
}

/** More would bury the other filters; the search field finds any tag. */
const MOST_TAGS = 40;
