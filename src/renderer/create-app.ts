import { monotonicFactory } from 'ulid';
import { faultSentence, type Result } from '../shared/fault';
import { INDEX_VERSION } from '../shared/figures/version';
import { chooseHost } from './host';
import type { App, Shell } from './state/app';
import { BUNDLED_TEXTS, type OwnTexts } from './library';
import { OWN_ID } from '../shared/library';
import { createBackups } from './state/files/backups';
import { createExchange } from './state/files/exchange';
import { watchHanded } from './state/import/handed';
import { createImport } from './state/import/import';
import { rememberPending } from './state/import/remember';
import { moveNotes } from './state/notes/moving';
import { createNotes } from './state/notes/notes';
import { createLastWords, forgetWhenSaved } from './state/notes/last-words';
import { snapshotFirst } from './state/notes/guard';
import type { Position } from './state/library/positions';
import { createReturning } from './state/library/returning';
import { watchLeaving } from './state/files/leaving';
import { watchSpace } from './state/files/space-watch';
import { createSearch } from './state/search/search';
import { bookmarkPort, createBookmarks } from './state/library/bookmarks';
import { createGroups, groupPort, withGroups } from './state/library/groups';
import { createStores } from './state/stores';
import {
  connect,
  indexArchive,
  notesChannel,
  notesCopy,
  notesRepository,
  positionArchive,
  type Archive,
  type IndexArchive,
} from './store';
import { backupTools } from './store/backup-tools';
import { createPending } from './store/pending';
import { createCompareWorker } from './workers/compare-client';
import { createExchangeWorkers } from './workers/exchange-client';
import { createImportWorker } from './workers/import-client';
import { createOfficeWorker } from './workers/office-client';
import { createSearchWorker } from './workers/search-client';

export interface Whole {
  readonly app: App;
  readonly positions: Archive<Position>;
  readonly index: IndexArchive;
}

/**
 * Makes what the shelf can do without for its first paint: the host, the notes with their database, the search.
 * A part of the composition root that is loaded after it, so that the shelf does not wait for this code.
 */
export const composeWhole = async (shell: Shell, own: OwnTexts): Promise<Result<Whole>> => {
  const host = await chooseHost();
  if (!host.ok) return host;
  const connection = connect();
  const repository = notesRepository({
    journal: host.value.journal,
    copy: notesCopy(connection),
    channel: notesChannel(),
  });
  const words = createLastWords(localStorage);
  const notes = createNotes({ repository, before: snapshotFirst(host.value.snapshots), left: words.left });
  forgetWhenSaved(words, notes);
  const storeOf = createStores(localStorage);
  const backups = createBackups({
    host: host.value,
    notes,
    tools: backupTools,
    newId: monotonicFactory(),
    bookmarks: withGroups(bookmarkPort(storeOf(createBookmarks)), groupPort(storeOf(createGroups))),
    refreshShelf: own.refresh,
  });
  watchSpace(backups, notes);
  watchLeaving(host.value, notes, words);
  void notes.getState().open();
  const exchange = createExchange({
    host: host.value,
    client: createExchangeWorkers(),
    library: shell.library,
    notes,
  });
  const search = createSearch({
    engine: createSearchWorker(),
    library: shell.library,
    notes: () => notes.getState().notes.map(({ annotation }) => annotation),
    storage: localStorage,
  });
  const imports = createImport({
    host: host.value,
    reader: createImportWorker(),
    own,
    entries: () => shell.library.getState().shelf.map(({ entry }) => entry),
    textOf: (entry) => (OWN_ID.test(entry.id) ? own.read(entry) : BUNDLED_TEXTS.read(entry)),
    stamp: { newId: monotonicFactory(), now: () => new Date(), writer: crypto.randomUUID() },
    onBegin: () => shell.navigation.getState().go({ view: 'import' }),
    moveNotes: (from, to, only) => moveNotes(notes, from, to, only),
  });
  watchHanded({ host: host.value, imports, toast: shell.toast });
  const look = async (): Promise<void> => {
    const looked = await own.refresh();
    if (!looked.ok) shell.toast.getState().show({ text: faultSentence(looked.fault) });
  };
  // What waits is held against the shelf, which must be known first.
  void look().then(() => rememberPending(imports, createPending()));
  // Another window may have put something on the shelf meanwhile.
  window.addEventListener('focus', () => void look());
  return {
    ok: true,
    value: {
      app: {
        ...shell,
        host: host.value,
        storeOf,
        office: createOfficeWorker(),
        compare: createCompareWorker(),
        notes,
        backups,
        exchange,
        imports,
        search,
        returning: createReturning(),
      },
      positions: positionArchive(connection),
      index: indexArchive(connection, INDEX_VERSION),
    },
  };
};
