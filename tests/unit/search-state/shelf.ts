import { createLibrary } from '../../../src/renderer/state/library/library';
import { createSearch } from '../../../src/renderer/state/search/search';
import type { Annotation, Report } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';
import { extractOnce, memorySource } from '../../helpers/memory-source';
import { coreEngine } from './core-engine';

export const reports: readonly Report[] = bundledReports();

const numbersOf = extractOnce();

/** The search store over the bundled reports, with everything a test looks at. */
export const openSearch = async (notes: readonly Annotation[] = [], shown: readonly Report[] = reports) => {
  const source = memorySource(reports, numbersOf);
  source.setEntries(source.entries().filter(({ id }) => shown.some((report) => report.id === id)));
  const library = createLibrary(source);
  await library.getState().study(shown.map(({ id }) => id));
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const core = coreEngine();
  const store = createSearch({ engine: core.engine, library, notes: () => notes, storage });
  return { ...core, store, library, source, storage };
};
