import type { Fault } from '../../../shared/fault';
import type { TableOffer } from '../../../shared/import';
import type { FilingFacts, OriginalFile, ReadReport } from '../../../shared/library';

/** Another version of a report, found on the shelf or in the same list. */
export interface Twin {
  /** Id of the report on the shelf, or key of the item of the list. */
  readonly id: string;
  readonly where: 'bundled' | 'own' | 'list';
  readonly name: string;
  /** Paragraphs that one of the two has and the other has not. */
  readonly differing: number;
}

/** What becomes of two versions: both on the shelf, or this one in the other's place. */
export type TwinChoice = 'both' | 'replace';

/** A report that was read, with what is to become of it. */
export interface ReadItem {
  readonly reading: ReadReport;
  readonly facts: FilingFacts;
  readonly twin: Twin | null;
  /** Null until the reader has chosen; of no meaning without a twin. */
  readonly choice: TwinChoice | null;
}

/** What has become of one file, or of one report in it. */
export type ImportItem = Readonly<{ key: string; name: string }> &
  (
    | { readonly step: 'waiting' | 'reading' }
    /** A table whose columns the reader confirms before reports are made of its rows. */
    | { readonly step: 'table'; readonly offer: TableOffer; readonly file: OriginalFile }
    /** Recognised wholly, or answered by the reader. */
    | (ReadItem & { readonly step: 'ready' | 'asks' | 'shelving' })
    | { readonly step: 'added'; readonly id: string; readonly facts: FilingFacts }
    /** The same text stands on the shelf already, under this id. */
    | { readonly step: 'known'; readonly id: string }
    | { readonly step: 'failed'; readonly fault: Fault }
  );

/** Tells whether an item is one that was read and is not on the shelf. */
export const isRead = (
  item: ImportItem,
): item is ImportItem & ReadItem & { readonly step: 'ready' | 'asks' } =>
  item.step === 'ready' || item.step === 'asks';

/** What of an undecided report is kept until the window opens again (待定). */
export type PendingItem = Pick<ImportItem & ReadItem, 'key' | 'name' | 'reading' | 'facts'>;

/** The undecided reports of a list. */
export const pendingOf = (items: readonly ImportItem[]): readonly PendingItem[] =>
  items.filter(isRead).map(({ key, name, reading, facts }) => ({ key, name, reading, facts }));
