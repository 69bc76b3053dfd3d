import type { Fault } from '../../../shared/fault';
import type { ImportOptions, ImportState, ItemList } from './import';
import { filingOf, type ImportItem } from './item';
import { libraryChange, shelveReport } from './shelve';

type Ready = ImportItem & { readonly step: 'ready' };

const isReady = (item: ImportItem): item is Ready => item.step === 'ready';

/** Puts what is ready on the shelf, takes reports off it and brings them back. */
export const createShelving = (
  { host: { library }, own, stamp }: ImportOptions,
  list: ItemList,
): Pick<ImportState, 'shelve' | 'undo' | 'remove' | 'restore'> => {
  const shelveOne = async (item: Ready): Promise<boolean> => {
    const { key, name, reading, facts } = item;
    const filing = filingOf(facts);
    if (!filing) {
      list.replace(key, [{ ...item, step: 'asks' }]);
      return false;
    }
    list.replace(key, [{ ...item, step: 'shelving' }]);
    const shelved = await shelveReport(library, reading, filing, stamp);
    const next: ImportItem = shelved.ok
      ? { key, name, step: 'added', id: shelved.value.id, facts }
      : { key, name, step: 'failed', fault: shelved.fault };
    list.replace(key, [next]);
    return shelved.ok;
  };

  const change = async (kind: 'delete' | 'restore', id: string): Promise<Fault | null> => {
    const kept = own.kept().get(id);
    if (!kept) return null;
    const appended = await library.append(libraryChange(kind, kept.report, stamp, kept.rev));
    if (!appended.ok) return appended.fault;
    const looked = await own.refresh();
    return looked.ok ? null : looked.fault;
  };

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
        if ((await change('delete', item.id)) === null) list.replace(item.key, []);
      }
    },
    remove: (id) => change('delete', id),
    restore: (id) => change('restore', id),
  };
};
