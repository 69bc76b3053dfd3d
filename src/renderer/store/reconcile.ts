import { recordsOf, type NoteRecord, type NoteRecords } from '../../shared/anchor';
import { succeed, type Fault, type Result } from '../../shared/fault';
import { asDraft, type JournalEntry, type JournalHead, type JournalPort } from '../../shared/host';
import type { CopyHead, NotesCopy } from './copy';
import { answered, READ_DEADLINE, WRITE_DEADLINE } from './deadline';
import { journalSilent } from './faults';
import { makeTurns } from '../yield/yield';

/** The notes both stores agree on after a start. */
export interface Agreed {
  readonly records: NoteRecords;
  readonly lastSeq: number;
  /** Notes the copy had lost or held in an older state, brought back from the journal. */
  readonly restored: number;
  /** Entries the journal had lost, given back to it from the copy. */
  readonly returned: number;
  /** Why the journal could not take all of that, or null: until it does, the copy is the only place of the rest. */
  readonly withheld: Fault | null;
  /** Resolves when the copy has been rebuilt, or could not be. */
  readonly copying: Promise<unknown>;
}

/** Entries given back at once. */
const CHUNK = 250;

export const agrees = (journal: JournalHead, copy: CopyHead): boolean =>
  copy.whole &&
  copy.entries === journal.entries &&
  copy.lastSeq === journal.lastSeq &&
  copy.hash === journal.hash;

/** Reads entries into records a little at a time. */
export async function readRecords(entries: readonly JournalEntry[]): Promise<NoteRecords> {
  const steps = recordsOf(entries);
  const turn = makeTurns();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await turn();
  }
}

/** Entries asked for at once: what comes over the wire is read in one task. */
const PAGE = 400;

/** The whole journal, page by page. */
export async function readJournal(journal: JournalPort): Promise<Result<readonly JournalEntry[]>> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = await answered(journal.read(entries.at(-1)?.seq ?? 0, PAGE), journalSilent, READ_DEADLINE);
    if (!page.ok) return page;
    entries.push(...page.value);
    if (page.value.length < PAGE) return succeed(entries);
  }
}

/**
 * Makes journal and copy agree by union: what the copy lost comes from the journal, what the journal lost
 * comes from the copy. Fails only where the journal cannot be read. The notes are there before the copy is.
 */
export async function reconcile(journal: JournalPort, copy: NotesCopy): Promise<Result<Agreed>> {
  const kept = await readJournal(journal);
  if (!kept.ok) return kept;
  const [copied, before] = [await copy.entries(), await copy.records()];
  const ids = new Set(kept.value.map(({ id }) => id));
  const lost = copied.ok ? copied.value.filter(({ id }) => !ids.has(id)) : [];
  const { given, left, withheld } = await giveBack(journal, lost);
  const entries = [...kept.value, ...given];
  const records = await readRecords([...entries, ...left]);
  return succeed({
    records,
    lastSeq: entries.at(-1)?.seq ?? 0,
    restored: countRestored(records, before.ok ? before.value : []),
    returned: given.length,
    withheld,
    // Made anew without what the journal would not take back, the copy would lose it.
    copying: withheld ? Promise.resolve() : copy.rebuild(entries, [...records.values()]),
  });
}

interface GivenBack {
  readonly given: readonly JournalEntry[];
  /** What the journal would not take, and why. */
  readonly left: readonly JournalEntry[];
  readonly withheld: Fault | null;
}

/** Appends in the order of the copy, at most so many at once as a host takes. */
async function giveBack(journal: JournalPort, lost: readonly JournalEntry[]): Promise<GivenBack> {
  const given: JournalEntry[] = [];
  for (let i = 0; i < lost.length; i += CHUNK) {
    const drafts = lost.slice(i, i + CHUNK).map(asDraft);
    const answer = await answered(journal.append(drafts), journalSilent, WRITE_DEADLINE);
    if (!answer.ok) return { given, left: lost.slice(i), withheld: answer.fault };
    given.push(...answer.value);
  }
  return { given, left: [], withheld: null };
}

/** Notes of which the copy lacked a version. */
function countRestored(records: NoteRecords, before: readonly NoteRecord[]): number {
  const known = new Map(before.map((record) => [record.id, new Set(record.versions.map(({ rev }) => rev))]));
  return [...records.values()].filter(({ id, versions }) =>
    versions.some(({ rev }) => !known.get(id)?.has(rev)),
  ).length;
}
