import type { JournalDraft, SnapshotPort, SnapshotReason } from '../../../shared/host';

/** So many notes changed at once are a step worth a snapshot before it. */
const MANY = 20;

/** A snapshot takes a second; a disk that hangs must not hold the notes up for ever. Milliseconds. */
const LONGEST_WAIT = 10_000;

/** Why a snapshot should stand before these changes, or null where they are few. */
const bulkReason = (drafts: readonly JournalDraft[]): SnapshotReason | null => {
  const count = (kind: JournalDraft['kind']): number => drafts.filter((draft) => draft.kind === kind).length;
  if (count('delete') >= MANY) return 'delete';
  return count('create') >= MANY ? 'import' : null;
};

/** Waits for a snapshot before many notes are deleted or come in. Without it they are still all in the journal. */
export const snapshotFirst =
  (snapshots: Pick<SnapshotPort, 'make'>) =>
  async (drafts: readonly JournalDraft[]): Promise<void> => {
    const reason = bulkReason(drafts);
    if (!reason) return;
    const late = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
    await Promise.race([snapshots.make(reason), late]);
  };
