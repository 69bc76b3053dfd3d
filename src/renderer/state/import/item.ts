import type { Fault } from '../../../shared/fault';
import type { FileFormat, TableOffer, TextLikeness } from '../../../shared/import';
import type { FilingFacts, KeptReport, OriginalFile, ReadReport } from '../../../shared/library';

/** Another version of a report, found on the shelf or in the same list. */
export interface Twin {
  /** Id of the report on the shelf, or key of the item of the list. */
  readonly id: string;
  readonly where: 'bundled' | 'own' | 'list';
  readonly name: string;
  /** What the other was read from; null on the shelf. */
  readonly format: FileFormat | null;
  readonly likeness: TextLikeness;
}

/** What becomes of two versions: both on the shelf, this one in the other's place, or the other alone. */
export type TwinChoice = 'both' | 'replace' | 'drop';

/** Of two files with one text, the one that gives it best: Word, then a web page, then plain text, then a PDF. */
const BEST: readonly FileFormat[] = ['docx', 'doc', 'html', 'mht', 'text', 'markdown', 'rtf', 'pdf'];

const rankOf = (format: FileFormat): number => (BEST.indexOf(format) + BEST.length + 1) % (BEST.length + 1);

/** Which of two files of one list goes on the shelf unless the reader says otherwise; null for one that stands there. */
export const likelyChoice = (twin: Twin, format: FileFormat): TwinChoice | null =>
  twin.format === null ? null : rankOf(format) < rankOf(twin.format) ? 'replace' : 'drop';

/** A report that was read, with what is to become of it. */
export interface ReadItem {
  readonly reading: ReadReport;
  readonly facts: FilingFacts;
  readonly twin: Twin | null;
  /** Null until the reader has chosen; of no meaning without a twin. */
  readonly choice: TwinChoice | null;
}

/** Notes that were tied to another report. */
export interface MovedNotes {
  readonly from: string;
  readonly notes: readonly string[];
}

/** What has become of one file, or of one report in it. */
export type ImportItem = Readonly<{ key: string; name: string }> &
  (
    | { readonly step: 'waiting' | 'reading' }
    /** A table whose columns the reader confirms before reports are made of its rows. */
    | { readonly step: 'table'; readonly offer: TableOffer; readonly file: OriginalFile }
    /** Recognised wholly, or answered by the reader. */
    | (ReadItem & { readonly step: 'ready' | 'asks' | 'shelving' })
    /** Not on the shelf, as the reader chose the other version. */
    | (ReadItem & { readonly step: 'left'; readonly twin: Twin })
    | {
        readonly step: 'added';
        readonly id: string;
        readonly facts: FilingFacts;
        /** Length of the source text. */
        readonly characters: number;
        /** The report as it was, where this is its new text. */
        readonly before: KeptReport | null;
        /** Notes that went over to it from a bundled report. */
        readonly moved: MovedNotes | null;
      }
    /** The same text stands on the shelf already, under this id, or is in another file of the list. */
    | { readonly step: 'known'; readonly id: string }
    | { readonly step: 'known'; readonly id: null; readonly beside: string }
    | {
        readonly step: 'failed';
        readonly fault: Fault;
        /** The file, where a password would open it. */
        readonly locked: OriginalFile | null;
      }
  );

/** Tells whether an item is one that was read and is not on the shelf. */
export const isRead = (
  item: ImportItem,
): item is ImportItem & ReadItem & { readonly step: 'ready' | 'asks' } =>
  item.step === 'ready' || item.step === 'asks';

/** Tells whether a list has come to its end: nothing is read or ready, and only what could not be settled is asked. */
export const isSettled = (items: readonly ImportItem[]): boolean => {
  const steps = new Set(items.map(({ step }) => step));
  const isBusy = (['waiting', 'reading', 'table', 'ready', 'shelving'] as const).some((step) =>
    steps.has(step),
  );
  return !isBusy && (steps.has('added') || !steps.has('asks'));
};

/** What of an undecided report is kept until the window opens again (待定). */
export type PendingItem = Pick<ImportItem & ReadItem, 'key' | 'name' | 'reading' | 'facts'>;

/** The undecided reports of a list. */
export const pendingOf = (items: readonly ImportItem[]): readonly PendingItem[] =>
  items.filter(isRead).map(({ key, name, reading, facts }) => ({ key, name, reading, facts }));
