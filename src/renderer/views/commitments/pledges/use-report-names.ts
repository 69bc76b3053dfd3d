import { useMemo } from 'react';
import { useLibrary } from '../../../state/app';
import { shortName } from '../../../state/library/library';

/** The name and the year of each report by its id. */
export const useReportNames = (): {
  readonly nameOf: (report: string) => string;
  readonly yearOf: (report: string) => number;
} => {
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(() => {
    const entries = new Map(shelf.map(({ entry }) => [entry.id, entry]));
    return {
      nameOf: (report) => {
        const entry = entries.get(report);
        return entry ? shortName(entry) : report;
      },
      yearOf: (report) => entries.get(report)?.year ?? 0,
    };
  }, [shelf]);
};
