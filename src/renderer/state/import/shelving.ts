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
import type { ImportOptions, ImportState, ItemList } from './import';
import type { ImportItem, ReadItem } from './item';

type Ready = ImportItem & ReadItem & { readonly step: 'ready' };

const isReady = (item: ImportItem): item is Ready => item.step === 'ready';

/** Puts what is ready on the shelf, takes reports off it, brings them back and corrects what they are filed under. */
export const createShelving = (
  { host: { library }, own, stamp }: ImportOptions,
  list: ItemList,
): Pick<ImportState, 'shelve' | 'undo' | 'remove' | 'restore' | 'correct'> => {
  const shelf: Shelf = {
    append: (draft) => library.append(draft),
    put: (bytes) => library.put(bytes),
    putText: (text) => library.put(new TextEncoder().encode(text)),
  };

  /** The report whose text the reader gives up for this one, or null. */
  const replacedBy = ({ twin, choice }: Ready): KeptReport | null =>
    choice === 'replace' && twin?.where === 'own' ? (own.kept().get(twin.id) ?? null) : null;

  const put = (item: Ready, filing: Filing): Promise<Result<OwnReport>> => {
    const before = replacedBy(item);
    return before
      ? replaceText(shelf, item.reading, filing, { before, stamp })
      : shelveReport(shelf, item.reading, filing, { kept: own.kept(), stamp });
  };

  const shelveOne = async (item: Ready): Promise<boolean> => {
    const { key, name, facts } = item;
    const filing = filingOf(facts);
    if (!filing) {
      list.replace(key, [{ ...item, step: 'asks' }]);
      return false;
    }
    list.replace(key, [{ ...item, step: 'shelving' }]);
    const shelved = await put(item, filing);
    const next: ImportItem = shelved.ok
      ? { key, name, step: 'added', id: shelved.value.id, facts }
      : { key, name, step: 'failed', fault: shelved.fault };
    list.replace(key, [next]);
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

  const correct = (id: string, filing: Filing): Promise<Fault | null> =>
    change(id, async ({ report, rev }) => {
      const text = await library.get(report.text);
      // Where the text cannot be read the place is matched by its name alone.
      const facts = await placed(filing, text.ok ? new TextDecoder().decode(text.value) : '');
      return library.append(libraryChange('edit', { ...report, ...facts }, stamp, rev));
    });

  return {
    shelve: async () => {
      let added = 0;
      for (const item of list.items().filter(isReady)) if (await shelveOne(item)) added += 1;
      await own.refresh();
      return added;
    },
    undo: async () => {
      for (const item of list.items()) {
        if (item.step !== 'added' || own.kept().get(item.id)?.binned !== null) continue;
        if ((await bare('delete')(item.id)) === null) list.replace(item.key, []);
      }
    },
    remove: bare('delete'),
    restore: bare('restore'),
    correct,
  };
};
