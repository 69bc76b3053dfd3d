import type { FoundIndicator } from '../../../../shared/indicators';

/** A line of the list: the head of a group, or an indicator. */
export type Row =
  | { readonly kind: 'head'; readonly key: string; readonly title: string; readonly note: string }
  | { readonly kind: 'entry'; readonly key: string; readonly found: FoundIndicator };

const rowOf = (found: FoundIndicator): Row => ({ kind: 'entry', key: found.entry.indicator, found });

/** Indicators under the heads of their topics; they come sorted by topic. */
const byTopic = (all: readonly FoundIndicator[]): readonly Row[] =>
  all.flatMap((found, at) => {
    const { topic } = found.entry;
    if (all[at - 1]?.entry.topic === topic) return [rowOf(found)];
    const count = all.filter(({ entry }) => entry.topic === topic).length;
    return [{ kind: 'head', key: `领域 ${topic}`, title: topic, note: `${count} 项` }, rowOf(found)];
  });

/** Gives what answers a query, the best first; what only resembles it under a head that says so. */
const byMerit = (all: readonly FoundIndicator[]): readonly Row[] =>
  all.flatMap((found, at) =>
    found.near && at === 0
      ? [{ kind: 'head', key: '近似', title: '近似', note: '没有这样的指标名，下面的名字相近' }, rowOf(found)]
      : [rowOf(found)],
  );

export const rowsOf = (found: readonly FoundIndicator[], asked: boolean): readonly Row[] =>
  asked ? byMerit(found) : byTopic(found);

/** Id of the first value of a row. */
export const firstValue = (row: Row | undefined): string | null =>
  row?.kind === 'entry' ? (row.found.entry.places[0]?.observations[0]?.id ?? null) : null;
