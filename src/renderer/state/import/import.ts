import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault, Result } from '../../../shared/fault';
import type { Host } from '../../../shared/host';
import type { ImportedFile, ImportOutcome } from '../../../shared/import';
import type { CatalogEntry } from '../../../shared/report';
import type { OwnTexts } from '../../library';
import { factsOf, filingOf, isSure, type FilingFacts, type ImportItem, type OriginalFile } from './item';
import { libraryChange, shelveReport, type Stamp } from './shelve';

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

const hashOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Makes the import of reports: reading, asking, putting on the shelf. */
export const createImport = (options: ImportOptions): ImportStore =>
  createStore<ImportState>()((set, get) => {
    const { host, reader, own, entries, stamp } = options;
    const { library } = host;
    let controller = new AbortController();
    let turn: Promise<void> = Promise.resolve();
    let count = 0;
    const replace = (key: string, next: readonly ImportItem[]): void =>
      set(({ items }) => ({ items: items.flatMap((item) => (item.key === key ? next : [item])) }));

    const itemOf = async (
      key: string,
      name: string,
      imported: ImportedFile,
      original: OriginalFile | null,
    ): Promise<ImportItem> => {
      const sha256 = await hashOf(imported.raw);
      const known = entries().find((entry) => entry.sha256 === sha256);
      if (known) return { key, name, step: 'known', id: known.id };
      const twin = get().items.some(
        (item) => 'reading' in item && item.key !== key && item.reading.imported.raw === imported.raw,
      );
      if (twin) return { key, name, step: 'failed', fault: sameTwice(name) };
      const step = isSure(imported) ? 'ready' : 'asks';
      return { key, name, step, reading: { imported, original }, facts: factsOf(imported) };
    };

    const readOne = async (key: string, file: OriginalFile, pasted: boolean): Promise<void> => {
      const { name } = file;
      replace(key, [{ key, name, step: 'reading' }]);
      const outcomes = await reader.read(file, controller.signal);
      if (!outcomes.ok) return replace(key, [{ key, name, step: 'failed', fault: outcomes.fault }]);
      const made: ImportItem[] = [];
      for (const [place, outcome] of outcomes.value.entries()) {
        const own = `${key}.${place}`;
        made.push(
          outcome.result.ok
            ? await itemOf(own, outcome.name, outcome.result.value, pasted ? null : file)
            : { key: own, name: outcome.name, step: 'failed', fault: outcome.result.fault },
        );
      }
      replace(key, made);
    };

    const add = (files: readonly OriginalFile[], pasted: boolean): Promise<void> => {
      const keyed = files.map((file) => ({ file, key: String((count += 1)) }));
      set(({ items, progress }) => ({
        open: true,
        items: [
          ...items,
          ...keyed.map(({ key, file }) => ({ key, name: file.name, step: 'waiting' as const })),
        ],
        progress: progress
          ? { ...progress, of: progress.of + files.length }
          : { done: 0, of: files.length, name: '' },
      }));
      const work = async (): Promise<void> => {
        for (const { file, key } of keyed) {
          set(({ progress }) => ({ progress: progress && { ...progress, name: file.name } }));
          if (controller.signal.aborted) replace(key, []);
          else await readOne(key, file, pasted);
          set(({ progress }) => ({ progress: progress && { ...progress, done: progress.done + 1 } }));
        }
        const { progress } = get();
        if (progress && progress.done >= progress.of) set({ progress: null });
      };
      turn = turn.then(work);
      return turn;
    };

    const shelveOne = async (item: ImportItem & { step: 'ready' }): Promise<boolean> => {
      const { key, name, reading, facts } = item;
      const filing = filingOf(facts);
      if (!filing) {
        replace(key, [{ ...item, step: 'asks' }]);
        return false;
      }
      replace(key, [{ ...item, step: 'shelving' }]);
      const shelved = await shelveReport(library, reading, filing, stamp);
      replace(key, [
        shelved.ok
          ? { key, name, step: 'added', id: shelved.value.id, facts }
          : { key, name, step: 'failed', fault: shelved.fault },
      ]);
      return shelved.ok;
    };

    const change = async (kind: 'delete' | 'restore', id: string): Promise<Fault | null> => {
      const kept = own.kept().get(id);
      if (!kept) return null;
      const appended = await library.append(libraryChange(kind, kept.report, stamp, kept.rev));
      if (!appended.ok) return appended.fault;
      const looked = await own.refresh();
      return looked.ok ? null : looked.fault;
    };

    return {
      items: [],
      progress: null,
      open: false,
      add: (files) => add(files, false),
      choose: async () => {
        const opened = await host.openFiles(ENDINGS);
        if (!opened.ok) return opened.fault;
        if (opened.value.length > 0) await add(opened.value, false);
        return null;
      },
      paste: (text) => add([{ name: PASTED, bytes: new TextEncoder().encode(text) }], true),
      answer: (key, facts) =>
        set(({ items }) => ({
          items: items.map((item) => {
            if (item.key !== key || (item.step !== 'asks' && item.step !== 'ready')) return item;
            const next = { ...item.facts, ...facts };
            return { ...item, facts: next, step: filingOf(next) ? 'ready' : 'asks' };
          }),
        })),
      dismiss: (key) => replace(key, []),
      shelve: async () => {
        let added = 0;
        for (const item of get().items)
          if (item.step === 'ready' && (await shelveOne({ ...item, step: 'ready' }))) added += 1;
        await own.refresh();
        return added;
      },
      undo: async () => {
        for (const item of get().items) {
          if (item.step !== 'added' || own.kept().get(item.id)?.binned !== null) continue;
          if ((await change('delete', item.id)) === null) replace(item.key, []);
        }
      },
      remove: (id) => change('delete', id),
      restore: (id) => change('restore', id),
      stop: () => {
        controller.abort();
        void turn.then(() => {
          controller = new AbortController();
          set({ progress: null });
        });
      },
      show: () => set({ open: true }),
      close: () =>
        set(({ items }) => ({
          open: false,
          items: items.some(({ step }) => OPEN_STEPS.has(step)) ? items : [],
        })),
    };
  });

const sameTwice = (name: string): Fault => ({
  code: 'import-twice',
  subject: name,
  reason: '与这一批里的另一份文字完全相同',
  remedy: '只入架一份，不必处理',
});
