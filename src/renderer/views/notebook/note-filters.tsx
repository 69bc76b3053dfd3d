import type { ReactNode } from 'react';
import type { Note } from '../../../shared/anchor';
import { COLOURS, type CatalogEntry } from '../../../shared/report';
import { shortName } from '../../state/library';
import { filterNotes, sameFilter, type NoteFilter, type UnsureIds } from './note-filter';

interface Entry {
  readonly filter: NoteFilter;
  readonly label: string;
  /** 1 to 4 where the filter is a colour. */
  readonly swatch?: number;
}

const KINDS: readonly Entry[] = [
  { filter: { kind: 'all' }, label: '全部' },
  { filter: { kind: 'unsure' }, label: '待确认' },
  { filter: { kind: 'trash' }, label: '回收站' },
];

const BY_COLOUR: readonly Entry[] = COLOURS.map((colour, index) => ({
  filter: { kind: 'colour', colour },
  label: colour,
  swatch: index + 1,
}));

/** The filters at the left of the notebook, each with its count. */
export function NoteFilters({
  notes,
  unsure,
  entries,
  filter,
  onChoose,
}: {
  /** Those in the 回收站 too. */
  readonly notes: readonly Note[];
  readonly unsure: UnsureIds;
  readonly entries: readonly CatalogEntry[];
  readonly filter: NoteFilter;
  readonly onChoose: (filter: NoteFilter) => void;
}): ReactNode {
  const byReport: readonly Entry[] = entries.map((entry) => ({
    filter: { kind: 'report', report: entry.id },
    label: shortName(entry),
  }));
  const rows = (list: readonly Entry[]) =>
    list.map((entry) => (
      <button
        key={entry.label}
        className={sameFilter(entry.filter, filter) ? 'note-filter row-selected' : 'note-filter'}
        aria-pressed={sameFilter(entry.filter, filter)}
        onClick={() => onChoose(entry.filter)}
      >
        {entry.swatch && <span className="swatch" data-colour={entry.swatch} aria-hidden="true" />}
        {entry.label}
        <span>{filterNotes(notes, entry.filter, '', unsure).length}</span>
      </button>
    ));
  return (
    <nav className="note-filters" aria-label="筛选">
      {rows(KINDS)}
      <h2 className="caption">颜色</h2>
      {rows(BY_COLOUR)}
      <h2 className="caption">报告</h2>
      {rows(byReport)}
    </nav>
  );
}
