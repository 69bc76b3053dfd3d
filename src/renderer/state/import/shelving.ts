import { succeed, type Fault, type Result } from '../../../shared/fault';
import type { JournalEntry } from '../../../shared/host';
import {
  filingOf,
  libraryChange,
  placed,
  replaceText,
  shelveReport,
  type Filing,
  type KeptReport,
  type OwnReport,
  type Shelf,
} from '../../../shared/library';
import { replaceChanged } from './deciding';
import type { ImportOptions, ImportState, ItemList } from './import';
import type { ImportItem, MovedNotes, ReadItem } from './item';
import { settleTwins } from './twin-choices';

type Ready = ImportItem & ReadItem & { readonly step: 'ready' };

const isReady = (item: ImportItem): item is Ready => item.step === 'ready';

/** Ties the notes of a bundled report, which stays as it is, to the text that was taken in its stead; null where there is none. */
const movedTo = (
  { moveNotes }: Pick<ImportOptions, 'moveNotes'>,
  { twin, choice }: Ready,
  id: string,
): MovedNotes | null =>
  choice === 'replace' && twin?.where === 'bundled' ? { from: twin.id, notes: moveNotes(twin.id, id) } : null;

/** What is needed to take a shelving back. */
type TakingBack = Pick<ImportItem & { readonly step: 'added' }, 'before' | 'moved'>;

const addedOf = (
  { key, name, facts }: Ready,
  { id, characters }: OwnReport,
  taking: TakingBack,
): ImportItem => ({
  key,
  name,
  step: 'added',
  id,
  facts,
  characters,
  ...taking,
});

/** Puts what is ready on the shelf, takes reports off it, brings them back and corrects what they are filed under. */
export const createShelving = (
  options: ImportOptions,
  list: ItemList,
): Pick<ImportState, 'shelve' | 'undo' | 'remove' | 'restore' | 'correct'> => {
  const { host, own, stamp, moveNotes } = options;
  const { library } = host;
  const shelf: Shelf = {
    append: (draft) => library.append(draft),
    put: (bytes) => library.put(bytes),
    putText: (text) => library.put(new TextEncoder().encode(text)),
  };

  /** The report whose text the reader gives up for this one, or null. */
  const replacedBy = ({ twin, choice }: Ready): KeptReport | null =>
    choice === 'replace' && twin?.where === 'own' ? (own.kept().get(twin.id) ?? null) : null;

  const shelveOne = async (item: Ready): Promise<boolean> => {
    const filing = filingOf(item.facts);
    list.replace(item.key, [{ ...item, step: filing ? 'shelving' : 'asks' }]);
    if (!filing) return false;
    const before = replacedBy(item);
    const shelved = before
      ? await replaceText(shelf, item.reading, filing, { before, stamp })
      : await shelveReport(shelf, item.reading, filing, { kept: own.kept(), stamp });
    const next: ImportItem = shelved.ok
      ? addedOf(item, shelved.value, { before, moved: movedTo(options, item, shelved.value.id) })
      : { key: item.key, name: item.name, step: 'failed', fault: shelved.fault, locked: null };
    list.replace(item.key, [next]);
    return shelved.ok;
  };

  /** Writes a change of one report and looks at the shelf again; answers why that failed, or null. */
  const change = async (
    id: string,
    write: (kept: KeptReport) => Promise<Result<JournalEntry | null>>,
  ): Promise<Fault | null> => {
    const kept = own.kept().get(id);
    const appended = kept ? await write(kept) : succeed(null);
    if (!appended.ok) return appended.fault;
    const looked = await own.refresh();
    return looked.ok ? null : looked.fault;
  };

  const bare =
    (kind: 'delete' | 'restore') =>
    (id: string): Promise<Fault | null> =>
      change(id, ({ report, rev }) => library.append(libraryChange(kind, report, stamp, rev)));

  /** Takes a report off the shelf; one that only got another text gets its own again. */
  const takeBack = ({ id, before }: ImportItem & { readonly step: 'added' }): Promise<Fault | null> =>
    before === null
      ? bare('delete')(id)
      : change(id, ({ rev }) => library.append(libraryChange('edit', before.report, stamp, rev)));

  const correct = (id: string, filing: Filing): Promise<Fault | null> =>
    change(id, async ({ report, rev }) => {
      const text = await library.get(report.text);
      // Where the text cannot be read the place is matched by its name alone.
      const facts = await placed(filing, text.ok ? new TextDecoder().decode(text.value) : '');
      return library.append(libraryChange('edit', { ...report, ...facts }, stamp, rev));
    });

  return {
    shelve: async () => {
      replaceChanged(list, settleTwins(list.items()));
      let added = 0;
      for (const item of list.items().filter(isReady)) if (await shelveOne(item)) added += 1;
      await own.refresh();
      return added;
    },
    undo: async () => {
      for (const item of list.items()) {
        if (item.step !== 'added' || own.kept().get(item.id)?.binned !== null) continue;
        if ((await takeBack(item)) !== null) continue;
        if (item.moved) moveNotes(item.id, item.moved.from, item.moved.notes);
        list.replace(item.key, []);
      }
    },
    remove: bare('delete'),
    restore: bare('restore'),
    correct,
  };
};
