import { filingOf } from '../../../shared/library';
import { isRead, likelyChoice, type ImportItem, type TwinChoice } from './item';

const put = (items: readonly ImportItem[], next: ImportItem): readonly ImportItem[] =>
  items.map((item) => (item.key === next.key ? next : item));

/** Gives the list as it is once the reader has chosen between a report and its twin, which gives way where it is of the list. */
export const withChoice = (
  items: readonly ImportItem[],
  key: string,
  choice: TwinChoice,
): readonly ImportItem[] => {
  const item = items.find((one) => one.key === key);
  if (!item || !isRead(item) || item.twin === null) return items;
  const { name, reading, facts, twin } = item;
  if (choice === 'drop') return put(items, { key, name, reading, facts, twin, choice, step: 'left' });
  const chosen = put(items, { ...item, choice, step: filingOf(facts) === null ? 'asks' : 'ready' });
  const other = items.find((one) => one.key === twin.id);
  if (choice !== 'replace' || !other || !isRead(other)) return chosen;
  const { format } = reading.imported.origin;
  const beside = { ...twin, id: key, name, format, where: 'list' as const };
  return put(chosen, { ...other, step: 'left', twin: beside, choice: 'drop' });
};

/** Gives the list with a choice made between two files of one report where the reader has made none: one goes on the shelf in either way. */
export const settleTwins = (items: readonly ImportItem[]): readonly ImportItem[] =>
  items.reduce((settled, { key }) => {
    const item = settled.find((one) => one.key === key);
    if (item?.step !== 'asks' || item.choice !== null || item.twin?.where !== 'list') return settled;
    const choice = likelyChoice(item.twin, item.reading.imported.origin.format);
    return choice && filingOf(item.facts) ? withChoice(settled, key, choice) : settled;
  }, items);
