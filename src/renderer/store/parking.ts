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
    const fresh = refused.filter(({ id }) => !this.#drafts.has(id));
    if (fresh.length === 0 || fresh.length > MOST || HOPELESS.has(code)) return;
    for (const draft of fresh) this.#drafts.set(draft.id, draft);
    this.#work = this.#work.then(() => this.#copy.park(fresh));
  }

  /** Forgets what the journal has taken, and words that were typed on before it did. */
  unpark(taken: readonly JournalDraft[]): void {
    if (this.#drafts.size === 0) return;
    const last = new Map(taken.map(({ noteId, id }) => [noteId, id]));
    const ids = new Set(taken.map(({ id }) => id));
    const done = [...this.#drafts.values()].filter(
      ({ id, noteId, kind }) => ids.has(id) || (kind === 'draft' && id < (last.get(noteId) ?? '')),
    );
    for (const { id } of done) this.#drafts.delete(id);
    this.#work = this.#work.then(() => this.#copy.unpark(done.map(({ id }) => id)));
  }

  settled(): Promise<unknown> {
    return this.#work;
  }
}
