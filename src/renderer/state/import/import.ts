import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault, Result } from '../../../shared/fault';
import type { Host } from '../../../shared/host';
import type { ImportOutcome } from '../../../shared/import';
import type { CatalogEntry } from '../../../shared/report';
import type { OwnTexts } from '../../library';
import { filingOf, type FilingFacts, type ImportItem, type OriginalFile } from './item';
import { createReadingQueue } from './reading-queue';
import type { Stamp } from './shelve';
import { createShelving } from './shelving';

/** Reads files into reports, off the main thread. */
export interface ImportReader {
  readonly read: (file: OriginalFile, signal: AbortSignal) => Promise<Result<readonly ImportOutcome[]>>;
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
  /** What the reader says of one report. */
  readonly answer: (key: string, facts: Partial<FilingFacts>) => void;
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
  /** Stops reading; what is read stays. */
  readonly stop: () => void;
  readonly show: () => void;
  /** Closes the list; a list without anything to decide is emptied. */
  readonly close: () => void;
}

export type ImportStore = StoreApi<ImportState>;

export interface ImportOptions {
  readonly host: Pick<Host, 'library' | 'openFiles'>;
  readonly reader: ImportReader;
  readonly own: OwnTexts;
  /** Everything on the shelf, bundled reports too. */
  readonly entries: () => readonly CatalogEntry[];
  readonly stamp: Stamp;
}

/** What is offered when files are chosen; what a file is, its content tells. */
const ENDINGS = '.docx .doc .wps .pdf .txt .md .rtf .html .htm .mht .mhtml .csv .xlsx .zip'.split(' ');

const PASTED = '粘贴的文字.txt';

/** Steps in which a person has something to decide. */
const OPEN_STEPS: ReadonlySet<ImportItem['step']> = new Set([
  'waiting',
  'reading',
  'ready',
  'asks',
  'shelving',
]);

/** One item with what the reader says of it: ready once nothing is missing. */
const answered = (item: ImportItem, facts: Partial<FilingFacts>): ImportItem => {
  if (item.step !== 'asks' && item.step !== 'ready') return item;
  const next = { ...item.facts, ...facts };
  return { ...item, facts: next, step: filingOf(next) ? 'ready' : 'asks' };
};

/** The way to the items of the list. */
export interface ItemList {
  readonly items: () => readonly ImportItem[];
  /** Puts others, or none, in the place of one. */
  readonly replace: (key: string, next: readonly ImportItem[]) => void;
}

/** Makes the import of reports: reading, asking, putting on the shelf. */
export const createImport = (options: ImportOptions): ImportStore =>
  createStore<ImportState>()((set, get) => {
    const list: ItemList = {
      items: () => get().items,
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
      answer: (key, facts) =>
        set(({ items }) => ({
          items: items.map((item) => (item.key === key ? answered(item, facts) : item)),
        })),
      dismiss: (key) => list.replace(key, []),
      ...createShelving(options, list),
      stop: queue.stop,
      show: () => set({ open: true }),
      close: () =>
        set(({ items }) => ({
          open: false,
          items: items.some(({ step }) => OPEN_STEPS.has(step)) ? items : [],
        })),
    };
  });
