import { applyEntries, type NoteRecord, type NoteRecords } from '../../shared/anchor';
import { succeed, type Fault, type Result } from '../../shared/fault';
import type { JournalDraft, JournalEntry, JournalPort } from '../../shared/host';
import type { NotesCopy } from './copy';
import { answered, WRITE_DEADLINE } from './deadline';
import { journalSilent } from './faults';
import { agrees, readJournal, readRecords, reconcile } from './reconcile';

/** Tells other windows of this reader that the journal has grown. */
export interface Channel {
  announce(): void;
  onAnnounced(listener: () => void): void;
  close(): void;
}

export interface Opened {
  /** Notes brought back from the journal, to be told to the reader; 0 where nothing was missing. */
  readonly restored: number;
  /** Set where the journal cannot be read: notes come from the copy, and nothing can be saved for now. */
  readonly journalFault: Fault | null;
}

/** Notes as both stores hold them. The journal is the record; the copy may fail without losing anything. */
export interface NotesRepository {
  open(): Promise<Opened>;
  records(): NoteRecords;
  /** Resolves once the journal has acknowledged, within five seconds, as done or failed. Same ids may be sent again. */
  append(drafts: readonly JournalDraft[]): Promise<Result<null>>;
  /** Called after every change that no append of this window has brought. */
  onChange(listener: () => void): void;
  /** Why the copy does not work (null: it works again), and how many notes a reopened copy got back. */
  onCopy(listener: (fault: Fault | null, restored: number) => void): void;
  /** Resolves when the copy has taken all that was appended. */
  settled(): Promise<void>;
  close(): void;
}

export interface RepositoryOptions {
  readonly journal: JournalPort;
  readonly copy: NotesCopy;
  readonly channel?: Channel;
  readonly milliseconds?: number;
}

/** How often a lost copy is opened again before this session goes on without it. */
const REOPENINGS = 3;

export const notesRepository = (options: RepositoryOptions): NotesRepository => new Repository(options);

type CopyListener = (fault: Fault | null, restored: number) => void;

class Repository implements NotesRepository {
  readonly #journal: JournalPort;
  readonly #copy: NotesCopy;
  readonly #channel: Channel | undefined;
  readonly #milliseconds: number;
  readonly #changed: (() => void)[] = [];
  readonly #copyHeard: CopyListener[] = [];
  #records: NoteRecords = new Map();
  #lastSeq = 0;
  #reopenings = 0;
  #opened = false;
  /** One after the other: an append or a refresh never overtakes another. */
  #turn: Promise<unknown> = Promise.resolve();
  #copying: Promise<unknown> = Promise.resolve();
  /** Entries the copy has not been given yet. */
  #uncopied: JournalEntry[] = [];

  constructor({ journal, copy, channel, milliseconds = WRITE_DEADLINE }: RepositoryOptions) {
    this.#journal = journal;
    this.#copy = copy;
    this.#channel = channel;
    this.#milliseconds = milliseconds;
    copy.onLost((fault) => this.#reopen(fault));
    channel?.onAnnounced(() => void (this.#opened && this.#refresh()));
  }

  readonly records = (): NoteRecords => this.#records;

  readonly onChange = (listener: () => void): void => void this.#changed.push(listener);

  readonly onCopy = (listener: CopyListener): void => void this.#copyHeard.push(listener);

  open(): Promise<Opened> {
    return this.#inTurn(async () => {
      const outcome = await this.#agree();
      this.#opened = outcome.journalFault === null;
      return outcome;
    });
  }

  append(drafts: readonly JournalDraft[]): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const outcome = await this.#answered(this.#journal.append(drafts));
      if (!outcome.ok) return outcome;
      this.#take(await this.#withMissed(outcome.value));
      this.#channel?.announce();
      return succeed(null);
    });
  }

  async settled(): Promise<void> {
    await this.#turn;
    await this.#copying;
  }

  close(): void {
    this.#channel?.close();
    this.#copy.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  readonly #answered = <T>(promise: Promise<Result<T>>): Promise<Result<T>> =>
    answered(promise, journalSilent, this.#milliseconds);

  #take(entries: readonly JournalEntry[]): void {
    this.#records = applyEntries(this.#records, entries);
    this.#lastSeq = Math.max(this.#lastSeq, entries.at(-1)?.seq ?? 0);
    this.#uncopied.push(...entries);
    this.#copying = this.#copying.then(() => this.#copyRest());
  }

  /** Entries other windows wrote in between come along, so that the copy has no holes. */
  async #withMissed(entries: readonly JournalEntry[]): Promise<readonly JournalEntry[]> {
    const first = entries[0];
    if (first && first.seq <= this.#lastSeq + 1) return entries;
    const missed = await this.#answered(this.#journal.read(this.#lastSeq));
    return missed.ok ? missed.value : entries;
  }

  #refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const missed = await this.#answered(this.#journal.read(this.#lastSeq));
      if (!missed.ok || missed.value.length === 0) return;
      this.#take(missed.value);
      this.#tellChange();
    });
  }

  /** Goes behind the journal: what has come in while one write was under way goes into the next one together. */
  async #copyRest(): Promise<void> {
    const entries = this.#uncopied;
    this.#uncopied = [];
    if (entries.length > 0) await this.#copy.append(entries);
  }

  /** Reads the notes from wherever they can be read, and makes journal and copy agree. */
  async #agree(): Promise<Opened> {
    const [head, copied] = await Promise.all([this.#answered(this.#journal.head()), this.#copy.open()]);
    if (!copied.ok) this.#tellCopy(copied.fault);
    if (!head.ok) return this.#fromCopy(head.fault);
    if (!copied.ok) return this.#fromJournal();
    const trusted = agrees(head.value, copied.value) ? await this.#copy.records() : null;
    if (!trusted?.ok) return this.#reconciled();
    this.#hold(trusted.value, head.value.lastSeq);
    return { restored: 0, journalFault: null };
  }

  async #reconciled(): Promise<Opened> {
    const agreed = await reconcile(this.#journal, this.#copy);
    if (!agreed.ok) return this.#fromCopy(agreed.fault);
    this.#hold([...agreed.value.records.values()], agreed.value.lastSeq);
    this.#copying = this.#copying.then(() => agreed.value.copying);
    return { restored: agreed.value.restored, journalFault: null };
  }

  async #fromJournal(): Promise<Opened> {
    const entries = await readJournal(this.#journal);
    if (!entries.ok) return { restored: 0, journalFault: entries.fault };
    this.#hold([...(await readRecords(entries.value)).values()], entries.value.at(-1)?.seq ?? 0);
    return { restored: 0, journalFault: null };
  }

  async #fromCopy(journalFault: Fault): Promise<Opened> {
    const read = await this.#copy.records();
    if (read.ok) this.#hold(read.value, 0);
    return { restored: 0, journalFault };
  }

  #hold(records: readonly NoteRecord[], lastSeq: number): void {
    this.#records = new Map(records.map((record) => [record.id, record]));
    this.#lastSeq = lastSeq;
  }

  #reopen(fault: Fault): void {
    this.#tellCopy(fault);
    this.#reopenings += 1;
    if (this.#reopenings > REOPENINGS || fault.code === 'copy-outdated') return;
    void this.#inTurn(async () => {
      const { restored, journalFault } = await this.#agree();
      this.#tellChange();
      if (!journalFault) this.#tellCopy(null, restored);
    });
  }

  #tellCopy(fault: Fault | null, restored = 0): void {
    for (const listener of this.#copyHeard) listener(fault, restored);
  }

  #tellChange(): void {
    for (const listener of this.#changed) listener();
  }
}
