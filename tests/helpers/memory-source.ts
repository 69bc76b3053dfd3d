import { statedOf } from '../../src/shared/compare';
import { betweenPlaces, lifeOf } from '../../src/shared/commitments';
import { factsOf, relationsOf } from '../../src/renderer/library/study';
import type { Source } from '../../src/renderer/library';
import { fail, succeed, type Result } from '../../src/shared/fault';
import type { CatalogEntry, Observation, Report } from '../../src/shared/report';
import { extractObservations } from '../../src/shared/figures';
import { passagesOf } from '../../src/shared/search';
import { entryOf } from './catalog-entry';

/** A source over reports in memory, and what was asked of it. */
export interface MemorySource extends Source {
  /** Ids of the reports opened, in order. */
  readonly opened: string[];
  /** Ids of reports that cannot be read; may be changed. */
  readonly unreadable: Set<string>;
  /** Puts other entries on the shelf. */
  setEntries(entries: readonly CatalogEntry[]): void;
}

export const broken: Result<never> = fail({
  code: 'report-unreadable',
  subject: 'x.txt',
  reason: '读不出来',
  remedy: '再装一次。',
});

/** Makes the source; without numbers unless told. */
export const memorySource = (
  reports: readonly Report[],
  observationsOf: (report: Report) => readonly Observation[] = () => [],
): MemorySource => {
  let entries = reports.map(entryOf);
  const known = new Map(reports.map((report) => [report.id, report]));
  const listeners = new Set<() => void>();
  const opened: string[] = [];
  const unreadable = new Set<string>();
  const reportOf = ({ id }: CatalogEntry): Report | null =>
    unreadable.has(id) ? null : (known.get(id) ?? null);
  const read = (entry: CatalogEntry) => {
    const report = reportOf(entry);
    return report && { report, observations: observationsOf(report) };
  };
  return {
    opened,
    unreadable,
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setEntries: (next) => {
      entries = [...next];
      for (const listener of listeners) listener();
    },
    open: (entry) => {
      opened.push(entry.id);
      const report = reportOf(entry);
      return Promise.resolve(report ? succeed(report) : broken);
    },
    passages: (entry) => {
      const report = reportOf(entry);
      return Promise.resolve(report ? succeed(passagesOf(report)) : broken);
    },
    facts: (entry) => {
      const own = read(entry);
      return Promise.resolve(own ? succeed(factsOf(own)) : broken);
    },
    stated: (indicator, of) => {
      const observations = of.flatMap((entry) => [read(entry)?.observations ?? []]);
      const { indicators } = statedOf(of[0]?.place ?? '', observations);
      return Promise.resolve(succeed({ rows: indicators[indicator] ?? [], indicators: [] }));
    },
    life: (name, of) =>
      Promise.resolve(
        succeed(
          lifeOf(
            name,
            of.flatMap((entry) => read(entry) ?? []),
          ),
        ),
      ),
    levels: (from, to) =>
      Promise.resolve(
        succeed(
          betweenPlaces(
            from.flatMap((entry) => read(entry) ?? []),
            to.flatMap((entry) => read(entry) ?? []),
          ),
        ),
      ),
    relate: (of) =>
      Promise.resolve(
        succeed(
          relationsOf(
            of.flatMap((entry) => read(entry) ?? []),
            of,
          ),
        ),
      ),
  };
};

/** The numbers of a report, read once. */
export const extractOnce = (): ((report: Report) => readonly Observation[]) => {
  const known = new Map<Report, readonly Observation[]>();
  return (report) => {
    const observations = known.get(report) ?? extractObservations(report);
    known.set(report, observations);
    return observations;
  };
};
