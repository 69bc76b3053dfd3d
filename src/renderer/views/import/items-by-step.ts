import type { ImportItem } from '../../state/import/item';
import type { Place } from '../../state/library/navigation';

type Step = ImportItem['step'];

/** The items of the list that stand at one of these steps. */
export const inStep = <Wanted extends Step>(items: readonly ImportItem[], ...steps: readonly Wanted[]) =>
  items.filter((item): item is ImportItem & { readonly step: Wanted } =>
    (steps as readonly Step[]).includes(item.step),
  );

const COUNTED: readonly (readonly [word: string, steps: readonly Step[]])[] = [
  ['新增', ['added']],
  ['已认出', ['ready', 'shelving']],
  ['需要您定', ['asks', 'table']],
  ['已在书架', ['known', 'left']],
  ['读不了', ['failed']],
];

/** One line of counts: 新增 37 · 已在书架 4 · 需要您定 3 · 读不了 2. */
export const countWords = (items: readonly ImportItem[]): string =>
  COUNTED.map(([word, steps]) => [word, inStep(items, ...steps).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(' · ');

/** The shelf, with the first report that has just come to it in sight. */
export const shelfOf = (items: readonly ImportItem[]): Place => {
  const shown = inStep(items, 'added')[0]?.id;
  return { view: 'shelf', ...(shown === undefined ? {} : { shown }) };
};
