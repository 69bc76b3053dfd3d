import type { CatalogEntry } from '../../shared/report';
import type { Texts } from './reading-source';

/** Joins texts of several origins, in the order given: one shelf, one worker, one way to a place's relations. */
export const joinTexts = (...parts: readonly Texts[]): Texts => {
  const list = (): readonly CatalogEntry[] => parts.flatMap((part) => part.entries());
  const partOf = ({ id }: CatalogEntry): Texts | undefined =>
    parts.find((part) => part.entries().some((entry) => entry.id === id));
  let entries = list();
  const listeners = new Set<() => void>();
  for (const part of parts)
    part.subscribe(() => {
      entries = list();
      for (const tell of listeners) tell();
    });
  return {
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    verified: (entry) => partOf(entry)?.verified(entry) ?? false,
    read: async (entry) => {
      const part = partOf(entry);
      return part
        ? part.read(entry)
        : {
            ok: false,
            fault: {
              code: 'report-gone',
              subject: entry.title,
              reason: '已经不在书架上',
              remedy: '请从书架上重新打开',
            },
          };
    },
  };
};
