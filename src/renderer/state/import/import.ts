import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault, Result } from '../../../shared/fault';
import type { Host } from '../../../shared/host';
import type {
  ImportOutcome,
  TableOffer,
  TableWish,
  TextDifference,
  TextLikeness,
} from '../../../shared/import';
import {
  type Filing,
  type FilingFacts,
  type KeptReports,
  type OriginalFile,
  type Stamp,
} from '../../../shared/library';
import type { CatalogEntry } from '../../../shared/report';
import type { OwnTexts } from '../../library';
import type { ImportItem, PendingItem, TwinChoice } from './item';
import { listFile } from './list-file';
import { createDeciding } from './deciding';
import { createReadingQueue } from './reading-queue';
import { begun, told, type ReadPage, type Reading } from './run';
import { createShelving } from './shelving';

/** Reads files into reports, off the main thread. */
export interface ImportReader {
  readonly read: (
    file: OriginalFile,
    wish: { readonly columns: TableWish; readonly password: string },
    watch: { readonly signal: AbortSignal; readonly onPage: (page: ReadPage) => void },
  ) => Promise<Result<readonly ImportOutcome[]>>;
  /** Gives what a table offers to be chosen from; null for a file that is none. */
  readonly offer: (file: OriginalFile) => Promise<TableOffer | null>;
  /** Holds two texts against each other; null where that failed. */
  readonly compare: (one: string, other: string) => Promise<TextLikeness | null>;
  /** Gives every place where two texts differ; null where that failed. */
  readonly differ: (one: string, other: string) => Promise<readonly TextDifference[] | null>;
}

export interface ImportState extends Reading {
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
  /** Reads a locked file with its password, which is kept nowhere. */
  readonly unlock: (key: string, password: string) => Promise<void>;
  /** Lets the reader choose files in place of one that could not be read; answers why that failed, or null. */
  readonly change: (key: string) => Promise<Fault | null>;
  /** Gives every place where a report differs from its other version; null where that cannot be told. */
  readonly differ: (key: string) => Promise<readonly TextDifference[] | null>;
  /** Asks again about one that was recognised or left. */
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
  /** Called when there is a list to be shown. */
  readonly onBegin: () => void;
  /** Ties the notes of one report to another, those named or all; answers their ids. */
  readonly moveNotes: (from: string, to: string, only?: readonly string[]) => readonly string[];
}

/** What is offered when files are chosen; what a file is, its content tells. */
const ENDINGS = '.docx .doc .wps .pdf .txt .md .rtf .html .htm .mht .mhtml .csv .xlsx .zip'.split(' ');

const PASTED = '粘贴的文字.txt';

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
      begin: (handed) => {
        set((state) => begun(state, handed, options.stamp.now()));
        options.onBegin();
      },
      tell: (change) => set((state) => told(state, change, options.stamp.now())),
    });
    return {
      items: [],
      progress: null,
      run: null,
      add: (files) => queue.add(files),
      choose: async () => {
        const opened = await options.host.openFiles(ENDINGS);
        if (!opened.ok) return opened.fault;
        if (opened.value.length > 0) await queue.add(opened.value);
        return null;
      },
      paste: (text) => queue.add([{ name: PASTED, bytes: new TextEncoder().encode(text) }], { pasted: true }),
      divide: async (key, columns) => {
        const item = get().items.find((one) => one.key === key);
        if (item?.step === 'table') await queue.divide(item, columns);
      },
      recall: queue.recall,
      unlock: async (key, password) => {
        const item = get().items.find((one) => one.key === key);
        if (item?.step === 'failed' && item.locked) await queue.unlock(key, item.locked, password);
      },
      change: async (key) => {
        const opened = await options.host.openFiles(ENDINGS);
        if (!opened.ok) return opened.fault;
        if (opened.value.length === 0) return null;
        await queue.add(opened.value, { instead: key });
        return null;
      },
      ...createDeciding(options, list),
      kept: options.own.kept,
      ...createShelving(options, list),
      exportList: async () => {
        const saved = await options.host.saveFile(listFile(get().items, options.stamp.now()));
        return saved.ok ? null : saved.fault;
      },
      stop: queue.stop,
    };
  });
