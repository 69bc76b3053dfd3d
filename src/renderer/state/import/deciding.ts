import { filingOf } from '../../../shared/library';
import type { ImportOptions, ImportState, ItemList } from './import';
import { isRead, likelyChoice, type ImportItem, type ReadItem, type TwinChoice } from './item';
import { standingOf } from './twins';

/** One item with what the reader says of it: ready once nothing is missing. */
const settled = (item: ImportItem): ImportItem => {
  if (!isRead(item)) return item;
  const isOpen = filingOf(item.facts) === null || (item.twin !== null && item.choice === null);
  return { ...item, step: isOpen ? 'asks' : 'ready' };
};

/** Gives an item as it is once the reader has chosen between it and its twin, which gives way where it is of the list. */
const decided = (list: ItemList, item: ImportItem & ReadItem, choice: TwinChoice): ImportItem => {
  const { key, name, reading, facts, twin } = item;
  if (!twin) return item;
  if (choice === 'drop') return { key, name, reading, facts, twin, choice, step: 'left' };
  const other = list.items().find((one) => one.key === twin.id);
  if (choice === 'replace' && other && isRead(other)) {
    const { format } = reading.imported.origin;
    const beside = { ...twin, id: key, name, format, where: 'list' as const };
    list.replace(other.key, [{ ...other, step: 'left', twin: beside, choice: 'drop' }]);
  }
  return { ...item, choice, step: filingOf(facts) === null ? 'asks' : 'ready' };
};

/** Chooses between two files of one report where the reader has not: one goes on the shelf in either way. */
export const settleTwins = (list: ItemList): void => {
  for (const item of list.items()) {
    if (item.step !== 'asks' || item.choice !== null || item.twin?.where !== 'list') continue;
    const choice = likelyChoice(item.twin, item.reading.imported.origin.format);
    if (choice && filingOf(item.facts)) list.replace(item.key, [decided(list, item, choice)]);
  }
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
    decide: (key, choice) => {
      const item = find(key);
      if (item && isRead(item)) list.replace(key, [decided(list, item, choice)]);
    },
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
