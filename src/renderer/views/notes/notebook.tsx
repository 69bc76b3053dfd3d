import { useMemo, useState, type ReactNode } from 'react';
import type { CatalogEntry } from '../../../shared/report';
import { useApp, useLibrary, useNavigation, useNotes } from '../../state/app';
import { shortName } from '../../state/library/library';
import { SearchGlyph, TopBar } from '../frame/top-bar';
import { useRemoval } from '../parts/note-editor/note-writing';
import { EmptyState, Opening } from '../states/states';
import { BulkBar } from './bulk-bar';
import { ExportDialog } from './export-dialog';
import { ExchangeDialog } from './import-dialog';
import { NoteDetail } from './note-detail';
import { SORTS, type NoteSort } from './note-filter';
import { NoteFilters } from './note-filters';
import { NoteList } from './note-list';
import { exportScopes, useDesk, type Desk } from './use-desk';
import '../parts/note-editor/notes.css';
import '../parts/note-editor/note-text.css';
import '../parts/note-editor/note-tags.css';
import './notebook.css';
import './note-detail.css';
import './note-dialogs.css';

function NoNotes(): ReactNode {
  const { navigation } = useApp();
  const lastRead = useNavigation((state) => state.lastRead);
  return (
    <main>
      <EmptyState
        character="批"
        title="还没有批注"
        actions={
          <button
            className="button primary"
            onClick={() =>
              lastRead
                ? navigation.getState().openReport(lastRead)
                : navigation.getState().go({ view: 'shelf' })
            }
          >
            {lastRead ? '接着读' : '到书架选一篇'}
          </button>
        }
      >
        在报告里选中一句话，按 N 写批注，按 1—4 上颜色。
        <br />
        写下的每一条都记在原文的那几个字上。
      </EmptyState>
    </main>
  );
}

/** The field over the list, and the order. */
function ListTools({
  words,
  sort,
  onWords,
  onSort,
}: {
  readonly words: string;
  readonly sort: NoteSort;
  readonly onWords: (words: string) => void;
  readonly onSort: (sort: NoteSort) => void;
}): ReactNode {
  return (
    <div className="note-list-search">
      <span className="field note-search">
        <SearchGlyph />
        <input
          type="search"
          aria-label="在批注和引文里找"
          placeholder="在批注和引文里找"
          value={words}
          onChange={({ target }) => onWords(target.value)}
        />
      </span>
      <select
        className="note-sort"
        aria-label="排序"
        value={sort}
        onChange={({ target }) => onSort(target.value as NoteSort)}
      >
        {Object.entries(SORTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The list with all that stands over it. */
function ListPart({
  desk,
  entries,
  nameOf,
  onExport,
}: {
  readonly desk: Desk;
  readonly entries: readonly CatalogEntry[];
  readonly nameOf: (report: string) => string;
  readonly onExport: () => void;
}): ReactNode {
  const remove = useRemoval();
  const { picking, filter, shown, left } = desk;
  const trash = filter.kind === 'trash';
  return (
    <div className="note-list">
      <ListTools words={desk.words} sort={desk.sort} onWords={desk.setWords} onSort={desk.setSort} />
      {picking.ids.size > 0 && (
        <BulkBar
          picked={picking.notes}
          entries={entries}
          all={shown.length}
          deleted={trash}
          onAll={picking.all}
          onNone={picking.none}
          onExport={onExport}
        />
      )}
      {left > 0 && (
        <p className="caption note-list-note" role="status">
          正在整理，还有 {left} 条
        </p>
      )}
      {trash && shown.length > 0 && (
        <p className="caption note-list-note">留 30 天，之后不再列出；日志里一直都在。</p>
      )}
      {shown.length > 0 && (
        <NoteList
          rows={shown}
          selected={desk.selected}
          picked={picking.ids}
          nameOf={nameOf}
          onSelect={desk.setSelected}
          onPick={picking.pick}
          onRemove={(id) => !trash && remove([id])}
        />
      )}
      {shown.length === 0 && left === 0 && (
        <p className="caption note-list-note">
          {desk.words === '' ? '这里没有批注。' : `没有找到“${desk.words}”。`}
          {desk.narrowed && (
            <button className="quiet" onClick={desk.widen}>
              看全部
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function NotebookDesk({
  entries,
  exporting,
  onExporting,
}: {
  readonly entries: readonly CatalogEntry[];
  readonly exporting: boolean;
  readonly onExporting: (open: boolean) => void;
}): ReactNode {
  const desk = useDesk();
  const { row, filtered, filter } = desk;
  const nameOf = (report: string) => {
    const entry = entries.find(({ id }) => id === report);
    return entry ? shortName(entry) : report;
  };
  return (
    <main className="notebook" data-detail={row ? '' : undefined}>
      <NoteFilters filtered={filtered} entries={entries} filter={filter} onChange={desk.setFilter} />
      <ListPart desk={desk} entries={entries} nameOf={nameOf} onExport={() => onExporting(true)} />
      {row ? (
        <NoteDetail key={row.note.id} row={row} entries={entries} onBack={() => desk.setSelected(null)} />
      ) : (
        <section className="note-detail" aria-label="批注">
          <p className="caption">选一条批注，在这里看全文、改写、回到原文。</p>
        </section>
      )}
      {exporting && <ExportDialog scopes={exportScopes(desk)} onClose={() => onExporting(false)} />}
    </main>
  );
}

/** 笔记本: every note of the reader. */
export function Notebook(): ReactNode {
  const { exchange, notes, toast } = useApp();
  const ready = useNotes((state) => state.ready);
  const some = useNotes((state) => state.notes.length + state.bin.length > 0);
  const undoable = useNotes((state) => state.undoable);
  const shelf = useLibrary((state) => state.shelf);
  const entries = useMemo(() => shelf.map(({ entry }) => entry), [shelf]);
  const [exporting, setExporting] = useState(false);
  return (
    <div className="view">
      <TopBar
        title={<h1 className="view-title">笔记本</h1>}
        tools={
          <>
            {undoable && (
              <button
                className="button small"
                onClick={() => {
                  notes.getState().undo();
                  toast.getState().dismiss();
                }}
              >
                撤销：{undoable}
              </button>
            )}
            <button className="button small" onClick={() => void exchange.getState().choose()}>
              导入…
            </button>
            {some && (
              <button className="button small" onClick={() => setExporting(true)}>
                导出…
              </button>
            )}
          </>
        }
      />
      {!ready && <Opening />}
      {ready &&
        (some ? (
          <NotebookDesk entries={entries} exporting={exporting} onExporting={setExporting} />
        ) : (
          <NoNotes />
        ))}
      <ExchangeDialog />
    </div>
  );
}
