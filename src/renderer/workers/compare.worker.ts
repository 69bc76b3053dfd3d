import { compareMany, compareReports, traceWording } from '../../shared/compare';
import { threadsOf } from '../../shared/commitments';
import { statedObservations } from '../../shared/figures';
import { liesIn } from '../../shared/places';
import { serveHere } from '../rpc';
import type { CompareContract } from './compare-protocol';

/** Sets reports side by side off the main thread: the first use of the word list alone takes a long task. */
serveHere<CompareContract>({
  pair: ({ reports: [left, right], options }) => {
    if (!left || !right) throw new Error('a pair is two reports');
    return compareReports(left, right, options);
  },
  many: ({ reports, options }) => compareMany(reports, options),
  wording: ({ reports, others = [], options }) => traceWording(reports, { ...options, others }),
  threads: ({ reports }) =>
    threadsOf(
      reports.map((report) => ({ report, observations: statedObservations(report) })),
      liesIn,
    ),
});
