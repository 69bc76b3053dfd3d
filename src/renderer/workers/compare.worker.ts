import { compareMany, compareReports } from '../../shared/compare';
import { serveHere } from '../rpc';
import type { CompareContract } from './compare-protocol';

/**
 * Sets reports side by side off the main thread: the first use of the word list alone takes a long task. What only some
 * questions need comes with the first of them: the phrases that reports know (提法) are 600 kB, the grammar of figures 300.
 */
serveHere<CompareContract>({
  pair: ({ reports: [left, right], options }) => {
    if (!left || !right) throw new Error('a pair is two reports');
    return compareReports(left, right, options);
  },
  many: ({ reports, options }) => compareMany(reports, options),
  wording: async ({ reports, others = [], options }) => {
    const { traceWording } = await import('../../shared/compare/wording');
    return traceWording(reports, { ...options, others });
  },
  threads: async ({ reports }) => {
    const [{ threadsOf }, { statedObservations }, { liesIn }] = await Promise.all([
      import('../../shared/commitments'),
      import('../../shared/figures'),
      import('../../shared/places'),
    ]);
    return threadsOf(
      reports.map((report) => ({ report, observations: statedObservations(report) })),
      liesIn,
    );
  },
});
