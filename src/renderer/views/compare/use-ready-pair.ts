import { useMemo } from 'react';
import type { CatalogEntry, Report } from '../../../shared/report';
import { useLibrary } from '../../state/app';
import { useHeld } from '../../state/library/use-reports';

/** A report of the pair, with what the catalog says of it. */
export interface Chosen {
  readonly entry: CatalogEntry;
  readonly report: Report;
}

export interface Pair {
  readonly left: Chosen;
  readonly right: Chosen;
}

/** The two reports of a pair once both are open, else null; the same object until one of them changes. */
export const useReadyPair = ([leftId, rightId]: readonly string[]): Pair | null => {
  const left = useLibrary(({ shelf }) => shelf.find(({ entry }) => entry.id === leftId));
  const right = useLibrary(({ shelf }) => shelf.find(({ entry }) => entry.id === rightId));
  return useMemo(() => {
    if (left?.state !== 'ready' || right?.state !== 'ready') return null;
    return {
      left: { entry: left.entry, report: left.volume.report },
      right: { entry: right.entry, report: right.volume.report },
    };
  }, [left, right]);
};

/** Reports once all of them are open, else null; the same array until one of them changes. */
export const useReadyReports = (ids: readonly string[]): readonly Chosen[] | null => {
  useHeld(ids);
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(() => {
    const items = ids.flatMap((id) => shelf.find(({ entry }) => entry.id === id) ?? []);
    const chosen = items.flatMap((item) =>
      item.state === 'ready' ? { entry: item.entry, report: item.volume.report } : [],
    );
    return chosen.length === ids.length ? chosen : null;
  }, [ids, shelf]);
};
