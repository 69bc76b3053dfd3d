import { applyEntries, type NoteRecord, type NoteRecords } from '../../shared/anchor';
import { succeed, type Fault, type Result } from '../../shared/fault';
import type { JournalDraft, JournalEntry, JournalPort } from '../../shared/host';
import { versionsIn, type NotesCopy } from './copy';
import { answered, WRITE_DEADLINE } from './deadline';
import { journalSilent } from './faults';
import { Parking } from './parking';
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
  /**
   * Set where the journal cannot be read, or does not take back what only the copy has: notes come from the copy, and
   * nothing can be saved for now.
   */
  readonly journalFault: Fault | null;
  /** Changes no journal has acknowledged, left by a window that ended before; to be sent again. */
  readonly unsaved: readonly JournalDraft[];
}

/** What reading the notes has come to. */
type Read = Omit<Opened, 'unsaved'>;

/** Notes as both stores hold them. The journal is the record; the copy may fail without losing anything. */
export interface NotesRepository {
  open(): Promise<Opened>;
  records(): NoteRecords;
  /** Resolves once the journal has acknowledged, within some seconds, as done or failed. Same ids may be sent again. */
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

const lastSeqOf = (entries: readonly JournalEntry[]): number => entries.at(-1)?.seq ?? 0;

type CopyListener = (fault: Fault | null, restored: number) => void;

class Repository implements NotesRepository {
  readonly #journal: JournalPort;
  readonly #copy: NotesCopy;
  readonly #channel: Channel | undefined;
  readonly #parking: Parking;
  readonly #milliseconds: number;
  readonly #changed: (() => void)[] = [];
  readonly #copyHeard: CopyListener[] = [];
  #records: NoteRecords = new Map();
  #lastSeq = 0;
  #reopenings = 0;
  #copyWorks = false;
  #opened = false;
  /** One after the other: an append or a refresh never overtakes another. */
  #turn: Promise<unknown> = Promise.resolve();
  #copying: Promise<unknown> = Promise.resolve();
  /** Entries the copy has not been given yet. */
  #uncopied: JournalEntry[] = [];
  /** The copy holds what the journal has not taken back yet: nothing is written over it. */
  #frozen = false;

  constructor({ journal, copy, channel, milliseconds = WRITE_DEADLINE }: RepositoryOptions) {
    this.#journal = journal;
    this.#copy = copy;
    this.#parking = new Parking(copy);
    this.#channel = channel;
    this.#milliseconds = milliseconds;
    copy.onLost((fault) => this.#reopen(fault));
    channel?.onAnnounced(() => void this.#refresh());
  }

  readonly records = (): NoteRecords => this.#records;

  readonly onChange = (listener: () => void): void => void this.#changed.push(listener);

  readonly onCopy = (listener: CopyListener): void => void this.#copyHeard.push(listener);

  open(): Promise<Opened> {
    return this.#inTurn(async () => {
      const read = await this.#agree();
      this.#opened = read.journalFault === null || this.#frozen;
      return { ...read, unsaved: await this.#parking.open() };
    });
  }

  append(drafts: readonly JournalDraft[]): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const outcome = await this.#answered(this.#journal.append(drafts));
      if (!outcome.ok) {
        this.#parking.park(drafts, outcome.fault);
        return outcome;
      }
      await this.#takeOwn(outcome.value);
      this.#parking.unpark(drafts);
      this.#channel?.announce();
      return succeed(null);
    });
  }

  async settled(): Promise<void> {
    await this.#turn;
    await this.#copying;
    await this.#parking.settled();
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

  /** Takes entries in; `until` is the number up to which the journal has no other. */
  #take(entries: readonly JournalEntry[], until: number): void {
    this.#records = applyEntries(this.#records, entries);
    this.#lastSeq = Math.max(this.#lastSeq, until);
    for (const entry of entries) this.#uncopied.push(entry);
    this.#copying = this.#copying.then(() => this.#copyRest());
  }

  /** Entries other windows wrote in between come along, so that there are no holes. */
  async #takeOwn(entries: readonly JournalEntry[]): Promise<void> {
    const seqs = entries.map(({ seq }) => seq).filter((seq) => seq > this.#lastSeq);
    if (seqs.every((seq, at) => seq === this.#lastSeq + 1 + at)) return this.#take(entries, seqs.at(-1) ?? 0);
    const missed = await this.#answered(this.#journal.read(this.#lastSeq));
    // Where they cannot be read now, the next reading begins before the hole.
    if (missed.ok) this.#take(missed.value, lastSeqOf(missed.value));
    else this.#take(entries, 0);
  }

  #refresh(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#opened) return;
      const missed = await this.#answered(this.#journal.read(this.#lastSeq));
      if (!missed.ok || missed.value.length === 0) return;
      this.#take(missed.value, lastSeqOf(missed.value));
      this.#tellChange();
    });
  }

  /** Goes behind the journal: what has come in while one write was under way goes into the next one together. */
  async #copyRest(): Promise<void> {
    const entries = this.#uncopied;
    this.#uncopied = [];
    if (entries.length > 0 && !this.#frozen) await this.#copy.append(entries);
  }

  /** Reads the notes from wherever they can be read, and makes journal and copy agree. */
  async #agree(): Promise<Read> {
    const [head, copied] = await Promise.all([this.#answered(this.#journal.head()), this.#copy.open()]);
    this.#copyWorks = copied.ok;
    if (!copied.ok) this.#tellCopy(copied.fault);
    if (!head.ok) return this.#fromCopy(head.fault);
    if (!copied.ok) return this.#fromJournal();
    const trusted = agrees(head.value, copied.value) ? await this.#copy.records() : null;
    if (!trusted?.ok || versionsIn(trusted.value) !== copied.value.versions) return this.#reconciled();
    this.#frozen = false;
    this.#hold(trusted.value, head.value.lastSeq);
    return { restored: 0, journalFault: null };
  }

  async #reconciled(): Promise<Read> {
    const agreed = await reconcile(this.#journal, this.#copy);
    if (!agreed.ok) return this.#fromCopy(agreed.fault);
    this.#hold([...agreed.value.records.values()], agreed.value.lastSeq);
    this.#frozen = agreed.value.withheld !== null;
    this.#copying = this.#copying.then(() => agreed.value.copying);
    return { restored: agreed.value.restored, journalFault: agreed.value.withheld };
  }

  async #fromJournal(): Promise<Read> {
    const entries = await readJournal(this.#journal);
    if (!entries.ok) return { restored: 0, journalFault: entries.fault };
    this.#hold([...(await readRecords(entries.value)).values()], lastSeqOf(entries.value));
    return { restored: 0, journalFault: null };
  }

  async #fromCopy(journalFault: Fault): Promise<Read> {
    // Whether the copy holds what the journal lacks is not known: nothing is written over it until it is.
    this.#frozen = true;
    // What is in memory is newer than any copy.
    if (this.#records.size > 0) return { restored: 0, journalFault };
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
      if (!journalFault && this.#copyWorks) this.#tellCopy(null, restored);
    });
  }

  #tellCopy(fault: Fault | null, restored = 0): void {
    for (const listener of this.#copyHeard) listener(fault, restored);
  }

  #tellChange(): void {
    for (const listener of this.#changed) listener();
  }
}
