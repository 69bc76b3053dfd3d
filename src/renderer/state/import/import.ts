import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault, Result } from '../../../shared/fault';
import type { Host } from '../../../shared/host';
import type { ImportOutcome, TableOffer, TableWish, TextLikeness } from '../../../shared/import';
import {
  filingOf,
  type Filing,
  type FilingFacts,
  type KeptReports,
  type OriginalFile,
  type Stamp,
} from '../../../shared/library';
import type { CatalogEntry } from '../../../shared/report';
import type { OwnTexts } from '../../library';
import { isRead, type ImportItem, type PendingItem, type TwinChoice } from './item';
import { listFile } from './list-file';
import { createReadingQueue } from './reading-queue';
import { createShelving } from './shelving';
import { standingOf } from './twins';

/** Reads files into reports, off the main thread. */
export interface ImportReader {
  readonly read: (
    file: OriginalFile,
    signal: AbortSignal,
    columns: TableWish,
  ) => Promise<Result<readonly ImportOutcome[]>>;
  /** Gives what a table offers to be chosen from; null for a file that is none. */
  readonly offer: (file: OriginalFile) => Promise<TableOffer | null>;
  /** Holds two texts against each other; null where that failed. */
  readonly compare: (one: string, other: string) => Promise<TextLikeness | null>;
}

export interface ImportState {
  /** What was handed over since the list was last emptied, in that order. */
  readonly items: readonly ImportItem[];
  /** How many files have been read of how many; null while none is being read. */
  readonly progress: { readonly done: number; readonly of: number; readonly name: string } | null;
  /** Whether the list is shown. */
  readonly open: boolean;
  /** Reads files; those of a folder come with their path as the name. */
  readonly add: (files: readonly OriginalFile[]) => Promise<void>;
  /** Lets the reader choose files and reads them; answers why that failed, or null. */
  readonly choose: () => Promise<Fault | null>;
  /** Takes words that were pasted as a report without a file. */
  readonly paste: (text: string) => Promise<void>;
  /** Gives what the reader says of one report. */
  readonly answer: (key: string, facts: Partial<FilingFacts>) => Promise<void>;
  /** Makes reports of a table's rows by these columns. */
  readonly divide: (key: string, columns: TableWish) => Promise<void>;
  /** Brings back what was left undecided when the window was last closed. */
  readonly recall: (items: readonly PendingItem[]) => Promise<void>;
  /** Gives what becomes of two versions of one report. */
  readonly decide: (key: string, choice: TwinChoice) => void;
  /** Asks again about one that was recognised. */
  readonly reopen: (key: string) => void;
  /** Leaves one report out. */
  readonly dismiss: (key: string) => void;
  /** Puts all that are ready on the shelf; answers how many. */
  readonly shelve: () => Promise<number>;
  /** Takes the reports of this list off the shelf again. */
  readonly undo: () => Promise<void>;
  /** Takes an own report off the shelf, into the bin; its notes stay. Answers why it failed, or null. */
  readonly remove: (id: string) => Promise<Fault | null>;
  /** Puts a report from the bin back on the shelf. */
  readonly restore: (id: string) => Promise<Fault | null>;
  /** Own reports, those in the bin too; read anew whenever the shelf has changed. */
  readonly kept: () => KeptReports;
  /** Files an own report under other facts. Answers why it failed, or null. */
  readonly correct: (id: string, filing: Filing) => Promise<Fault | null>;
  /** Saves what became of each file as a list. Answers why that failed, or null. */
  readonly exportList: () => Promise<Fault | null>;
  /** Stops reading; what is read stays. */
  readonly stop: () => void;
  readonly show: () => void;
  /** Closes the list; a list without anything to decide is emptied. */
  readonly close: () => void;
}

export type ImportStore = StoreApi<ImportState>;

export interface ImportOptions {
  readonly host: Pick<Host, 'library' | 'openFiles' | 'saveFile'>;
  readonly reader: ImportReader;
  readonly own: OwnTexts;
  /** Everything on the shelf, bundled reports too. */
  readonly entries: () => readonly CatalogEntry[];
  /** The source text of a report on the shelf. */
  readonly textOf: (entry: CatalogEntry) => Promise<Result<string>>;
  readonly stamp: Stamp;
}

/** What is offered when files are chosen; what a file is, its content tells. */
const ENDINGS = '.docx .doc .wps .pdf .txt .md .rtf .html .htm .mht .mhtml .csv .xlsx .zip'.split(' ');

const PASTED = '粘贴的文字.txt';

/** Steps in which a person has something to decide. */
const OPEN_STEPS: ReadonlySet<ImportItem['step']> = new Set([
  'waiting',
  'reading',
  'table',
  'ready',
  'asks',
  'shelving',
]);

/** One item with what the reader says of it: ready once nothing is missing. */
const settled = (item: ImportItem): ImportItem => {
  if (!isRead(item)) return item;
  const isOpen = filingOf(item.facts) === null || (item.twin !== null && item.choice === null);
  return { ...item, step: isOpen ? 'asks' : 'ready' };
};

/** The way to the items of the list. */
export interface ItemList {
  readonly items: () => readonly ImportItem[];
  readonly add: (item: ImportItem) => void;
  /** Puts others, or none, in the place of one. */
  readonly replace: (key: string, next: readonly ImportItem[]) => void;
}

/** Makes the import of reports: reading, asking, putting on the shelf. */
export const createImport = (options: ImportOptions): ImportStore =>
  createStore<ImportState>()((set, get) => {
    const list: ItemList = {
      items: () => get().items,
      add: (item) => set(({ items }) => ({ items: [...items, item] })),
      replace: (key, next) =>
        set(({ items }) => ({ items: items.flatMap((item) => (item.key === key ? next : [item])) })),
    };
    const queue = createReadingQueue(options, list, {
      begin: (waiting) =>
        set(({ items, progress }) => ({
          open: true,
          items: [...items, ...waiting],
          progress: { done: 0, name: '', ...progress, of: (progress?.of ?? 0) + waiting.length },
        })),
      tell: (change) =>
        set(({ progress }) => {
          const next = progress && change(progress);
          return { progress: next && next.done < next.of ? next : null };
        }),
    });
    return {
      items: [],
      progress: null,
      open: false,
      add: (files) => queue.add(files, false),
      choose: async () => {
        const opened = await options.host.openFiles(ENDINGS);
        if (!opened.ok) return opened.fault;
        if (opened.value.length > 0) await queue.add(opened.value, false);
        return null;
      },
      paste: (text) => queue.add([{ name: PASTED, bytes: new TextEncoder().encode(text) }], true),
      answer: async (key, facts) => {
        const item = get().items.find((one) => one.key === key);
        if (!item || !isRead(item)) return;
        const next = { ...item, facts: { ...item.facts, ...facts } };
        // Only now it is known of which place and year: another version may stand there.
        const standing = await standingOf(options, list, key, next);
        if (standing.kind === 'known')
          list.replace(key, [{ key, name: item.name, step: 'known', id: standing.id }]);
        else list.replace(key, [settled({ ...next, twin: standing.kind === 'new' ? standing.twin : null })]);
      },
      divide: async (key, columns) => {
        const item = get().items.find((one) => one.key === key);
        if (item?.step === 'table') await queue.divide(item, columns);
      },
      recall: queue.recall,
      decide: (key, choice) => {
        const item = get().items.find((one) => one.key === key);
        if (!item || !isRead(item)) return;
        if (choice === 'replace' && item.twin?.where === 'list') list.replace(item.twin.id, []);
        list.replace(key, [settled({ ...item, choice })]);
      },
      reopen: (key) =>
        set(({ items }) => ({
          items: items.map((item) => (item.key === key && isRead(item) ? { ...item, step: 'asks' } : item)),
        })),
      dismiss: (key) => list.replace(key, []),
      kept: options.own.kept,
      ...createShelving(options, list),
      exportList: async () => {
        const saved = await options.host.saveFile(listFile(get().items, options.stamp.now()));
        return saved.ok ? null : saved.fault;
      },
      stop: queue.stop,
      show: () => set({ open: true }),
      close: () =>
        set(({ items }) => ({
          open: false,
          items: items.some(({ step }) => OPEN_STEPS.has(step)) ? items : [],
        })),
    };
  });
