import { fail, succeed, type Fault, type Result } from '../../src/shared/fault';
import type { JournalDraft, JournalEntry, JournalHead, JournalPort } from '../../src/shared/host';

/** A journal in memory that keeps the contract, with faults to inject. */
export interface MemoryJournal extends JournalPort {
  /** The lines "on disk". */
  readonly lines: JournalEntry[];
  /** Every call fails with this while set. */
  fault: Fault | null;
  /** While true an append is written, but its acknowledgement never comes. */
  silent: boolean;
}

export const diskFull: Fault = {
  code: 'io-enospc',
  subject: '批注日志',
  reason: '磁盘已满',
  remedy: '腾出空间后再试一次',
};

/** The page's own digest, so that the same journal serves Node and a browser. */
async function sha256Of(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function memoryJournal(lines: JournalEntry[] = []): MemoryJournal {
  let turn: Promise<unknown> = Promise.resolve();
  const write = async (draft: JournalDraft): Promise<JournalEntry> => {
    const known = lines.find(({ id }) => id === draft.id);
    if (known) return known;
    const stored = structuredClone(draft);
    const seq = (lines.at(-1)?.seq ?? 0) + 1;
    const sha256 = await sha256Of((lines.at(-1)?.sha256 ?? '') + JSON.stringify(stored));
    const entry = { ...stored, seq, sha256 };
    lines.push(entry);
    return entry;
  };
  const writeAll = async (drafts: readonly JournalDraft[]): Promise<readonly JournalEntry[]> => {
    const entries: JournalEntry[] = [];
    for (const draft of drafts) entries.push(await write(draft));
    return structuredClone(entries);
  };
  /** Appends never mix: each begins where the one before has ended. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next;
    return next;
  };
  const journal: MemoryJournal = {
    lines,
    fault: null,
    silent: false,
    head: () =>
      answer((): JournalHead => {
        const last = lines.at(-1);
        return {
          entries: lines.length,
          lastSeq: last?.seq ?? 0,
          hash: last?.sha256 ?? '',
          damaged: 0,
          path: '/notes/journal',
        };
      }),
    read: (afterSeq, limit = Infinity) =>
      answer(() => structuredClone(lines.filter(({ seq }) => seq > afterSeq).slice(0, limit))),
    append: async (drafts) => {
      if (journal.fault) return fail(journal.fault);
      const written = await inTurn(() => writeAll(drafts));
      return journal.silent ? new Promise(() => undefined) : succeed(written);
    },
  };
  const answer = <T>(value: () => T): Promise<Result<T>> =>
    Promise.resolve(journal.fault ? fail(journal.fault) : succeed(value()));
  return journal;
}
