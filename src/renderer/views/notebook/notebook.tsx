import { useState, type ReactNode } from 'react';
import { useApp, useLibrary, useNavigation, useNotes } from '../../state/app';
import { shortName } from '../../state/library';
import { TopBar } from '../frame/top-bar';
import { EmptyState, Opening } from '../states/states';
import { NoteDetail } from './note-detail';
import { filterNotes, type NoteFilter } from './note-filter';
import { NoteFilters } from './note-filters';
import { NoteList } from './note-list';
import { usePlacements } from './use-placements';
import '../notes/notes.css';
import './notebook.css';

function NoNotes(): ReactNode {
  const { navigation } = useApp();
  const lastRead = useNavigation((state) => state.lastRead);
  return (
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
  );
}

function NotebookDesk(): ReactNode {
  const shelf = useLibrary((state) => state.shelf);
  const notes = useNotes((state) => state.notes);
  const bin = useNotes((state) => state.bin);
  const [filter, setFilter] = useState<NoteFilter>({ kind: 'all' });
  const [words, setWords] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const { reports, placements, unsure } = usePlacements();
  const entries = shelf.map(({ entry }) => entry);
  const all = [...notes, ...bin];
  const shown = filterNotes(all, filter, words, unsure);
  const note = shown.find(({ id }) => id === selected);
  const nameOf = (report: string) => {
    const entry = entries.find(({ id }) => id === report);
    return entry ? shortName(entry) : report;
  };
  return (
    <main className="notebook" data-detail={note ? '' : undefined}>
      <NoteFilters notes={all} unsure={unsure} entries={entries} filter={filter} onChoose={setFilter} />
      <div className="note-list">
        <div className="note-list-search">
          <input
            className="field"
            type="search"
            aria-label="在批注和引文里找"
            placeholder="在批注和引文里找"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
        {shown.length ? (
          <NoteList notes={shown} selected={selected} nameOf={nameOf} onSelect={setSelected} />
        ) : (
          <p className="caption note-list-search">这里没有批注。</p>
        )}
      </div>
      {note ? (
        <NoteDetail
          note={note}
          resolutions={placements.get(note.id) ?? []}
          reports={reports}
          entries={entries}
          onBack={() => setSelected(null)}
        />
      ) : (
        <section className="note-detail" aria-label="批注">
          <p className="caption">选一条批注，在这里看全文、改写、回到原文。</p>
        </section>
      )}
    </main>
  );
}

/** 笔记本: every note of the reader. */
export function Notebook(): ReactNode {
  const ready = useNotes((state) => state.ready);
  const some = useNotes((state) => state.notes.length + state.bin.length > 0);
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">笔记本</h1>} />
      {!ready && <Opening />}
      {ready && (some ? <NotebookDesk /> : <NoNotes />)}
    </div>
  );
}
