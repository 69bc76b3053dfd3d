import { filingOf } from '../../../shared/library';
import type { ImportOptions, ImportState, ItemList } from './import';
import { isRead, type ImportItem } from './item';
import { withChoice } from './twin-choices';
import { standingOf } from './twins';

/** One item with what the reader says of it: ready once nothing is missing. */
const settled = (item: ImportItem): ImportItem => {
  if (!isRead(item)) return item;
  const isOpen = filingOf(item.facts) === null || (item.twin !== null && item.choice === null);
  return { ...item, step: isOpen ? 'asks' : 'ready' };
};

/** Puts items that have become others into the list, each in its own place. */
export const replaceChanged = (list: ItemList, next: readonly ImportItem[]): void => {
  const before = new Set(list.items());
  for (const item of next) if (!before.has(item)) list.replace(item.key, [item]);
};

type Deciding = Pick<ImportState, 'answer' | 'decide' | 'reopen' | 'dismiss' | 'differ'>;

/** What a person says of the reports of the list. */
export const createDeciding = (options: ImportOptions, list: ItemList): Deciding => {
  const find = (key: string): ImportItem | undefined => list.items().find((one) => one.key === key);
  const textBeside = async (id: string): Promise<string | null> => {
    const entry = options.entries().find((one) => one.id === id);
    if (entry) {
      const text = await options.textOf(entry);
      return text.ok ? text.value : null;
    }
    const other = find(id);
    return other && 'reading' in other ? other.reading.imported.raw : null;
  };
  return {
    answer: async (key, facts) => {
      const item = find(key);
      if (!item || !isRead(item)) return;
      const { name } = item;
      const next = { ...item, facts: { ...item.facts, ...facts } };
      // Only now it is known of which place and year: another version may stand there.
      const standing = await standingOf(options, list, key, next);
      if (standing.kind === 'known') list.replace(key, [{ key, name, step: 'known', id: standing.id }]);
      else if (standing.kind === 'twice')
        list.replace(key, [{ key, name, step: 'known', id: null, beside: standing.name }]);
      else list.replace(key, [settled({ ...next, twin: standing.twin })]);
    },
    decide: (key, choice) => replaceChanged(list, withChoice(list.items(), key, choice)),
    reopen: (key) => {
      const item = find(key);
      if (item?.step === 'left') list.replace(key, [{ ...item, step: 'asks', choice: null }]);
      else if (item && isRead(item)) list.replace(key, [{ ...item, step: 'asks' }]);
    },
    dismiss: (key) => list.replace(key, []),
    differ: async (key) => {
      const item = find(key);
      if (!item || !('twin' in item) || !item.twin) return null;
      const beside = await textBeside(item.twin.id);
      return beside === null ? null : options.reader.differ(beside, item.reading.imported.raw);
    },
  };
};
