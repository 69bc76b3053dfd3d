import { createStore, type StoreApi } from 'zustand/vanilla';
import { FORMATS, MAX_FILE_BYTES, standingNote, type ExchangeFormat } from '../../../shared/exchange';
import type { Fault } from '../../../shared/fault';
import { MAX_DRAFTS, type Host } from '../../../shared/host';
import type { Annotation } from '../../../shared/report';
import type { ExchangeClient, ExchangeJob, ReportGiver } from '../../workers/exchange-client';
import type { ExchangeCount } from '../../workers/exchange-protocol';
import { matchImport, type ImportMatch } from './exchange-match';
import { shortName, type LibraryStore } from '../library/library';
import type { NotesStore } from '../notes/notes';

/** What import and export are doing, one thing at a time. */
export type ExchangeStep =
  | { readonly step: 'idle' }
  /** How far it is; `of` is 0 while that is not known. */
  | { readonly step: 'working'; readonly what: string; readonly progress: ExchangeCount }
  /** The file has been read and nothing written; the reader decides. */
  | { readonly step: 'preview'; readonly match: ImportMatch }
  | { readonly step: 'failed'; readonly fault: Fault };

export interface ExchangeState {
  readonly state: ExchangeStep;
  /** Writes notes to a file the reader names; answers how it went in one sentence, or null where it was given up. */
  save(format: ExchangeFormat, annotations: readonly Annotation[]): Promise<string | null>;
  /** Lets the reader choose a file, reads it and shows what it holds. */
  choose(): Promise<void>;
  /** Takes the previewed notes in, all in one change; answers their number. */
  accept(withCopies: boolean): number;
  /** Ends what is under way or shown. */
  dismiss(): void;
}

export type ExchangeStore = StoreApi<ExchangeState>;

export interface ExchangeOptions {
  readonly host: Pick<Host, 'openFiles' | 'saveFile'>;
  readonly client: ExchangeClient;
  readonly library: LibraryStore;
  readonly notes: NotesStore;
  readonly now?: () => Date;
}

const ENDINGS = ['.jsonld', '.json'];

const tooMany = (file: string): Fault => ({
  code: 'import-too-many',
  subject: `导入“${file}”`,
  reason: '一次最多导入 2 万条批注，这个文件更多',
  remedy: '批注没有改动。请把文件分成几个再导入。',
});

/** The way to each report, or to those of `ids`: one is open at a time. A damaged one is passed over. */
const reportsOf = (library: LibraryStore, ids: ReadonlySet<string> | null): readonly ReportGiver[] =>
  library
    .getState()
    .shelf.filter(({ entry }) => ids?.has(entry.id) ?? true)
    .map(({ entry }) => async () => {
      const read = await library.getState().read(entry.id);
      if (!read.ok) return null;
      const { id, meta, clean, sentences, paragraphs, sections } = read.value.report;
      return {
        report: { id, meta, clean, sentences, paragraphs, sections },
        name: shortName(entry),
        sha256: entry.sha256,
      };
    });

const namedBy = (annotations: readonly Annotation[]): ReadonlySet<string> =>
  new Set(annotations.flatMap(({ targets }) => targets.map(({ report }) => report)));

/** Local day for a file name: 批注-20261121. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('');

/** Notes out to files and in from them. */
export const createExchange = ({
  host,
  client,
  library,
  notes,
  now = () => new Date(),
}: ExchangeOptions): ExchangeStore =>
  createStore<ExchangeState>()((set, get) => {
    let job: AbortController | null = null;
    /** What was given up, or replaced by something else, shows nothing any more. */
    let turn = 0;
    const fail = (fault: Fault): null => {
      set({ state: { step: 'failed', fault } });
      return null;
    };
    const work = <T>(what: string, start: (job: ExchangeJob) => Promise<T>) => {
      const mine = (turn += 1);
      job?.abort();
      const controller = new AbortController();
      job = controller;
      const onProgress = (progress: ExchangeCount): void => {
        if (mine === turn) set({ state: { step: 'working', what, progress } });
      };
      onProgress({ done: 0, of: 0 });
      return { result: start({ signal: controller.signal, onProgress }), current: () => mine === turn };
    };
    return {
      state: { step: 'idle' },
      save: async (format, annotations) => {
        const { result, current } = work('正在导出', (started) =>
          client.write(format, annotations, reportsOf(library, namedBy(annotations)), started),
        );
        const written = await result;
        if (!current()) return null;
        if (!written.ok) return fail(written.fault);
        set({ state: { step: 'idle' } });
        const { ending, mime } = FORMATS[format];
        const saved = await host.saveFile({
          name: `批注-${dayOf(now())}${ending}`,
          mime,
          bytes: written.value,
        });
        if (!saved.ok) return get().state.step === 'idle' ? fail(saved.fault) : null;
        if (!saved.value.saved) return null;
        const where = saved.value.path === null ? '在浏览器的下载文件夹里' : saved.value.path;
        return `已导出 ${annotations.length} 条：${where}`;
      },
      choose: async () => {
        const opened = await host.openFiles(ENDINGS, { most: MAX_FILE_BYTES, single: true });
        if (!opened.ok) return void fail(opened.fault);
        const [file] = opened.value;
        if (!file) return;
        const { result, current } = work(`正在读“${file.name}”`, (started) =>
          client.read(file, reportsOf(library, null), now().toISOString(), started),
        );
        const read = await result;
        if (!current()) return;
        if (!read.ok) return void fail(read.fault);
        if (read.value.annotations.length > MAX_DRAFTS) return void fail(tooMany(file.name));
        const match = await matchImport(file.name, read.value, notes.getState().byId);
        if (current()) set({ state: { step: 'preview', match } });
      },
      accept: (withCopies) => {
        const { state } = get();
        if (state.step !== 'preview') return 0;
        const { byId } = notes.getState();
        // Another window may have taken some in while the preview stood here.
        const fresh = state.match.fresh.filter(({ id }) => !standingNote(byId, id));
        const copies = withCopies ? state.match.differing : [];
        set({ state: { step: 'idle' } });
        notes.getState().add(fresh, copies);
        return fresh.length + copies.length;
      },
      dismiss: () => {
        turn += 1;
        job?.abort();
        job = null;
        set({ state: { step: 'idle' } });
      },
    };
  });
