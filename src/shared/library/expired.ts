import type { JournalEntry } from '../host';
import { contentOf, readRecorded } from './record';
import { isExpired, replayLibrary, type KeptReports } from './replay';

/** Hashes of all content that entries name for reports the test holds for, former texts too. */
const namedBy = (entries: readonly JournalEntry[], isWanted: (id: string) => boolean): readonly string[] =>
  entries
    .filter(({ noteId }) => isWanted(noteId))
    .flatMap(({ payload }) => {
      const report = readRecorded(payload);
      return report ? contentOf(report) : [];
    });

/** Whether a report could still be wanted: it stands on the shelf, or its days in the bin are not over. */
const stillWanted =
  (reports: KeptReports, now: Date) =>
  (id: string): boolean => {
    const kept = reports.get(id);
    return kept === undefined || !isExpired(kept, now);
  };

/**
 * Hashes of what can be deleted: content of reports whose days in the bin are over, unless another report names it
 * too, or a snapshot in which the report still stood on the shelf.
 */
export const contentToForget = (
  entries: readonly JournalEntry[],
  snapshots: readonly (readonly JournalEntry[])[],
  now: Date,
): readonly string[] => {
  const isWanted = stillWanted(replayLibrary(entries), now);
  const wanted = new Set(namedBy(entries, isWanted));
  for (const snapshot of snapshots)
    for (const sha256 of namedBy(snapshot, stillWanted(replayLibrary(snapshot), now))) wanted.add(sha256);
  const over = namedBy(entries, (id) => !isWanted(id));
  return [...new Set(over)].filter((sha256) => !wanted.has(sha256));
};
