import { createLibrary, type LibraryStore } from '../../../src/renderer/state/library/library';
import { createSearch } from '../../../src/renderer/state/search/search';
import { fail, succeed } from '../../../src/shared/fault';
import type { Annotation, CatalogEntry, Report } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';
import { coreEngine } from './core-engine';

export const reports: readonly Report[] = bundledReports();

const volumes = new Map(
  reports.map((report) => [report.id, { report, observations: extractObservations(report) }]),
);

const entryOf = ({ id, meta }: Report): CatalogEntry => ({
  id,
  file: `${id}.txt`,
  sha256: '0'.repeat(64),
  place: meta.place ?? '',
  year: meta.year ?? 2000,
  genre: meta.genre,
  title: meta.title,
});

/** A library over given reports, not yet held against each other: search does not look at that. */
const libraryOf = (shown: readonly Report[]): LibraryStore => {
  const corpus = {
    catalog: shown.map(entryOf),
    volume: ({ id }: CatalogEntry) => {
      const volume = volumes.get(id);
      if (!volume) throw new Error(`No such report: ${id}`);
      return Promise.resolve(succeed(volume));
    },
    relate: () => Promise.resolve(fail({ code: 'test', subject: '', reason: '', remedy: '' })),
  };
  return createLibrary(corpus);
};

/** The search store over the bundled reports, with everything a test looks at. */
export const openSearch = async (notes: readonly Annotation[] = [], shown: readonly Report[] = reports) => {
  const library = libraryOf(shown);
  await library.getState().open();
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const core = coreEngine();
  const store = createSearch({ engine: core.engine, library, notes: () => notes, storage });
  return { ...core, store, library, storage };
};
