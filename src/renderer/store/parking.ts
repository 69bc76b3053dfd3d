import type { Fault } from '../../shared/fault';
import type { JournalDraft } from '../../shared/host';
import type { NotesCopy } from './copy';

/** More at once is an import, which can be done again. */
const MOST = 1_000;

/** What is not as agreed will not be taken at the next start either. */
const HOPELESS: ReadonlySet<string> = new Set(['bad-input', 'host-413']);

/** Changes the journal has refused, kept in the copy until it takes them. Never waited for: nothing is saved by it. */
export class Parking {
  readonly #copy: Pick<NotesCopy, 'park' | 'parked' | 'unpark'>;
  readonly #drafts = new Map<string, JournalDraft>();
  /** Too many at once to be kept: what comes after them still is. */
  readonly #passed = new Set<string>();
  #work: Promise<unknown> = Promise.resolve();

  constructor(copy: Pick<NotesCopy, 'park' | 'parked' | 'unpark'>) {
    this.#copy = copy;
  }

  /** Those an earlier window has left. */
  async open(): Promise<readonly JournalDraft[]> {
    await this.#work;
    const kept = await this.#copy.parked();
    if (kept.ok) for (const draft of kept.value) this.#drafts.set(draft.id, draft);
    return [...this.#drafts.values()];
  }

  park(refused: readonly JournalDraft[], { code }: Fault): void {
    if (HOPELESS.has(code)) return refused.length === 1 ? this.#forget(refused) : undefined;
    const fresh = refused.filter(({ id }) => !this.#drafts.has(id) && !this.#passed.has(id));
    if (fresh.length > MOST) for (const { id } of fresh) this.#passed.add(id);
    else if (fresh.length > 0) this.#keep(fresh);
  }

  /** Forgets what the journal has taken, and words that were typed on before it did. */
  unpark(taken: readonly JournalDraft[]): void {
    if (this.#drafts.size === 0) return;
    const last = new Map(taken.map(({ noteId, id }) => [noteId, id]));
    const ids = new Set(taken.map(({ id }) => id));
    const done = [...this.#drafts.values()].filter(
      ({ id, noteId, kind }) => ids.has(id) || (kind === 'draft' && id < (last.get(noteId) ?? '')),
    );
    this.#forget(done);
  }

  #keep(drafts: readonly JournalDraft[]): void {
    for (const draft of drafts) this.#drafts.set(draft.id, draft);
    this.#work = this.#work.then(async () => {
      const kept = await this.#copy.park(drafts);
      // Asked for again at the next refusal.
      if (!kept.ok) for (const { id } of drafts) this.#drafts.delete(id);
    });
  }

  #forget(drafts: readonly JournalDraft[]): void {
    const ids = drafts.map(({ id }) => id).filter((id) => this.#drafts.delete(id));
    if (ids.length > 0) this.#work = this.#work.then(() => this.#copy.unpark(ids));
  }

  settled(): Promise<unknown> {
    return this.#work;
  }
}
