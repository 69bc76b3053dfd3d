import { fail, type Fault, type FaultCode, type Result } from '../../../shared/fault';
import { MAX_DRAFTS, type JournalDraft } from '../../../shared/host';

/**
 * What the reader is told about saving. `saved` stands only after the journal's acknowledgement; `at` is null
 * before the first one. `unsaved` counts notes.
 */
export type SaveState =
  | { readonly state: 'saved'; readonly at: Date | null }
  | { readonly state: 'saving' }
  | { readonly state: 'unsaved'; readonly count: number; readonly fault: Fault };

/** Runs something later; the answer cancels it. */
export type Schedule = (work: () => void, milliseconds: number) => () => void;

export interface SavingOptions {
  readonly append: (drafts: readonly JournalDraft[]) => Promise<Result<null>>;
  readonly now: () => Date;
  readonly schedule: Schedule;
  /** What a nearly full disk still takes in place of changes it has refused; `fresh` are those not parked before. */
  readonly park?: (
    refused: readonly JournalDraft[],
    fresh: readonly JournalDraft[],
  ) => readonly JournalDraft[];
  /** Called whenever `pending` or `state` has changed. */
  readonly onChange: () => void;
}

/** Operations on their way to the journal. What is not acknowledged stays here, and is shown as 未保存. */
export interface Saving {
  readonly pending: () => readonly JournalDraft[];
  readonly state: () => SaveState;
  /**
   * Sends at once. What is added together goes in one append, so that it is saved wholly or not at all; only what is
   * more than a host takes goes in parts.
   */
  add(operations: readonly JournalDraft[]): void;
  /** Sends within a second; replaces an unsent draft of the same note. */
  addDraft(operation: JournalDraft): void;
  /** Forgets an unsent draft: the note itself is being saved. */
  dropDraft(noteId: string): void;
  /** Tries again now; resolves when nothing more is under way. */
  retry(): Promise<void>;
}

/** One change of a batch is not as agreed, or the batch is too large: in parts it may be taken. */
const DIVISIBLE: ReadonlySet<FaultCode> = new Set(['bad-input', 'host-413']);

const DRAFT_DELAY = 800;

/** After a failure: often enough that room on the disk is noticed soon, seldom enough not to burden it. */
const RETRY_DELAY = 10_000;

const notSent = (error: unknown): Fault => ({
  code: 'not-sent',
  subject: '批注',
  reason: '没有送到日志',
  remedy: '请再试一次；仍不成功时请重新启动对读',
  detail: String(error),
});

/**
 * Sends a batch; what is acknowledged is reported to `done`. Answers why the rest was not.
 * One operation the host refuses must not hold up all the others: a refused batch is sent in halves.
 */
function sender(
  { append, park = () => [] }: Pick<SavingOptions, 'append' | 'park'>,
  pending: () => readonly JournalDraft[],
  done: (drafts: readonly JournalDraft[]) => void,
): (batch: readonly JournalDraft[]) => Promise<Fault | null> {
  const attempt = async (batch: readonly JournalDraft[]): Promise<Fault | null> => {
    const outcome = await append(batch).catch((error: unknown) => fail(notSent(error)));
    if (outcome.ok) done(batch);
    return outcome.ok ? null : outcome.fault;
  };
  /** The last change that was parked: a retry has nothing to add. */
  let parked: string | undefined;
  /** A nearly full disk still takes what is being typed; other changes wait there as drafts too. */
  const keepDrafts = async (batch: readonly JournalDraft[]): Promise<void> => {
    const drafts = batch.filter(({ kind }) => kind === 'draft');
    if (drafts.length > 0) await attempt(drafts);
    // By now there may be more than was sent.
    const refused = pending();
    const last = refused.findLast(({ kind }) => kind !== 'draft')?.id;
    if (last === parked) return;
    const fresh = refused.slice(refused.findIndex(({ id }) => id === parked) + 1);
    const instead = park(refused, fresh);
    if (instead.length === 0 || (await append(instead)).ok) parked = last;
  };
  const inHalves = async (batch: readonly JournalDraft[]): Promise<Fault | null> => {
    const fault = await attempt(batch);
    if (!fault || !DIVISIBLE.has(fault.code) || batch.length === 1) return fault;
    const middle = batch.length >> 1;
    const [one, other] = [await inHalves(batch.slice(0, middle)), await inHalves(batch.slice(middle))];
    return one ?? other;
  };
  return async (batch) => {
    const fault = await inHalves(batch);
    if (fault?.code === 'space-low') await keepDrafts(batch);
    return fault;
  };
}

export function createSaving(options: SavingOptions): Saving {
  const { now, schedule, onChange } = options;
  let pending: readonly JournalDraft[] = [];
  /** Of each operation that was not added alone: the last one added with it. */
  const together = new Map<string, string>();
  let fault: Fault | null = null;
  let savedAt: Date | null = null;
  let running: Promise<void> | null = null;
  /** Something came while a batch was under way: it has its try, and its place in the parking, even if that one fails. */
  let asked = false;
  /** A draft waits for its time. */
  let typing = false;
  let cancelTimer = (): void => undefined;

  const later = (milliseconds: number): void => {
    cancelTimer();
    cancelTimer = schedule(() => void flush(), milliseconds);
  };

  const remove = (done: readonly JournalDraft[]): void => {
    const ids = new Set(done.map(({ id }) => id));
    for (const id of ids) together.delete(id);
    pending = pending.filter(({ id }) => !ids.has(id));
  };

  /** The next append: up to the usual number, and further to the end of what was added together. */
  const nextBatch = (): readonly JournalDraft[] => {
    const last = pending[Math.min(MAX_DRAFTS, pending.length) - 1];
    const until = last && together.get(last.id);
    const end = until === undefined ? -1 : pending.findIndex(({ id }) => id === until);
    return pending.slice(0, Math.max(MAX_DRAFTS, end + 1));
  };

  const send = sender(options, () => pending, remove);

  const drain = async (): Promise<void> => {
    let failed: Fault | null = null;
    while (pending.length > 0 && (!failed || asked)) {
      asked = false;
      failed = await send(nextBatch());
      if (!failed) savedAt = now();
      onChange();
    }
    fault = failed;
    if (failed && !typing) later(RETRY_DELAY);
  };

  const flush = (): Promise<void> => {
    cancelTimer();
    typing = false;
    asked = running !== null;
    running ??= drain().finally(() => {
      running = null;
      // What was added between the last look and now would wait for nobody.
      if (pending.length > 0 && (!fault || asked)) void flush();
      else if (fault) onChange();
    });
    onChange();
    return running;
  };

  const withoutDraft = (noteId: string): readonly JournalDraft[] =>
    pending.filter((operation) => operation.kind !== 'draft' || operation.noteId !== noteId);

  return {
    pending: () => pending,
    state: () => {
      if (pending.length === 0) return { state: 'saved', at: savedAt };
      if (!fault || running) return { state: 'saving' };
      return { state: 'unsaved', count: new Set(pending.map(({ noteId }) => noteId)).size, fault };
    },
    add: (operations) => {
      const last = operations.at(-1);
      if (last && operations.length > 1) for (const { id } of operations) together.set(id, last.id);
      pending = [...pending, ...operations];
      void flush();
    },
    addDraft: (operation) => {
      const isWaiting = typing;
      pending = [...withoutDraft(operation.noteId), operation];
      typing = true;
      if (!isWaiting) later(DRAFT_DELAY);
      onChange();
    },
    dropDraft: (noteId) => {
      pending = withoutDraft(noteId);
    },
    retry: flush,
  };
}
