import type { Fault } from '../../../shared/fault';
import type { ImportOutcome, TableWish } from '../../../shared/import';
import { factsOf, isSure, type OriginalFile, type ReadReport } from '../../../shared/library';
import { sha256Of } from '../../digest/sha256';
import type { ImportOptions, ItemList } from './import';
import { isRead, type ImportItem, type PendingItem } from './item';
import type { Handed, Progress } from './run';
import { standingOf } from './twins';

/** What the list is told while files are read. */
interface Telling {
  /** So many files wait from now on. */
  readonly begin: (handed: Handed) => void;
  readonly tell: (change: (progress: Progress) => Progress) => void;
}

interface Waiting {
  readonly key: string;
  readonly file: OriginalFile;
  readonly pasted: boolean;
  /** What the reader said of a table's columns; null until a table has been seen. */
  readonly columns: TableWish | null;
  /** What opens a locked PDF; empty where nothing was said. */
  readonly password: string;
}

/** Gives what a text that was read is: known already, sure, or to be asked about. */
const itemOf = async (
  options: ImportOptions,
  list: ItemList,
  { key, name }: { readonly key: string; readonly name: string },
  reading: ReadReport,
): Promise<ImportItem> => {
  const { imported } = reading;
  const sha256 = await sha256Of(imported.raw);
  const known = options.entries().find((entry) => entry.sha256 === sha256);
  if (known) return { key, name, step: 'known', id: known.id };
  const same = list
    .items()
    .find((item) => isRead(item) && item.key !== key && item.reading.imported.raw === imported.raw);
  if (same) return { key, name, step: 'known', id: null, beside: same.name };
  const facts = factsOf(imported);
  const standing = await standingOf(options, list, key, { reading, facts });
  if (standing.kind === 'known') return { key, name, step: 'known', id: standing.id };
  if (standing.kind === 'twice') return { key, name, step: 'known', id: null, beside: standing.name };
  const step = isSure(imported) && standing.twin === null ? 'ready' : 'asks';
  return { key, name, step, reading, facts, twin: standing.twin, choice: null };
};

/** Opened by a password, if the reader has it. */
const isLockedPdf = ({ bytes }: OriginalFile, { code }: Fault): boolean =>
  code === 'file-locked' && String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

const failed = (key: string, name: string, fault: Fault, file: OriginalFile): ImportItem => ({
  key,
  name,
  step: 'failed',
  fault,
  locked: isLockedPdf(file, fault) ? file : null,
});

const isOfTable = ({ result }: ImportOutcome): boolean =>
  result.ok
    ? result.value.origin.format === 'csv' || result.value.origin.format === 'xlsx'
    : result.fault.code === 'file-no-report';

/** Reads files one after another; what each gives takes its place in the list. */
export const createReadingQueue = (options: ImportOptions, list: ItemList, { begin, tell }: Telling) => {
  let controller = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  let count = 0;

  const settled = (waiting: Waiting, { name, result }: ImportOutcome, place: number): Promise<ImportItem> => {
    const key = `${waiting.key}.${place}`;
    if (!result.ok) return Promise.resolve(failed(key, name, result.fault, waiting.file));
    const original = waiting.pasted ? null : waiting.file;
    return itemOf(options, list, { key, name }, { imported: result.value, original });
  };

  const readNow = ({ file, columns, password }: Waiting) =>
    options.reader.read(
      file,
      { columns: columns ?? {}, password },
      {
        signal: controller.signal,
        onPage: (page) => tell((progress) => ({ ...progress, page })),
      },
    );

  const readOne = async (waiting: Waiting): Promise<void> => {
    const { key, file } = waiting;
    if (controller.signal.aborted) return list.replace(key, []);
    list.replace(key, [{ key, name: file.name, step: 'reading' }]);
    const outcomes = await readNow(waiting);
    if (!outcomes.ok) return list.replace(key, [failed(key, file.name, outcomes.fault, file)]);
    const offer =
      waiting.columns === null && outcomes.value.some(isOfTable) ? await options.reader.offer(file) : null;
    if (offer) return list.replace(key, [{ key, name: file.name, step: 'table', offer, file }]);
    // The rows of a table and the members of an archive come one by one, so that each is held against those before.
    for (const [place, outcome] of outcomes.value.entries())
      list.replace(key, [await settled(waiting, outcome, place), { key, name: file.name, step: 'reading' }]);
    list.replace(key, []);
  };

  /** One that was left undecided is held against the shelf again, and what was said of it stays. */
  const recallOne = async ({ name, reading, facts }: PendingItem): Promise<void> => {
    const key = `kept-${String((count += 1))}`;
    list.add({ key, name, step: 'reading' });
    const item = await itemOf(options, list, { key, name }, reading);
    if (item.step === 'known' || item.step === 'failed') return list.replace(key, []);
    list.replace(key, ['facts' in item ? { ...item, facts } : item]);
  };

  const readAll = async (all: readonly Waiting[]): Promise<void> => {
    for (const waiting of all) {
      tell((progress) => ({ ...progress, name: waiting.file.name, page: null }));
      await readOne(waiting);
      tell((progress) => ({ ...progress, done: progress.done + 1 }));
    }
  };

  return {
    add: (
      files: readonly OriginalFile[],
      { pasted = false, instead = null }: Partial<Pick<Waiting, 'pasted'> & Pick<Handed, 'instead'>> = {},
    ): Promise<void> => {
      const all = files.map((file) => {
        const key = String((count += 1));
        return { file, pasted, columns: null, password: '', key };
      });
      begin({ instead, waiting: all.map(({ key, file }) => ({ key, name: file.name, step: 'waiting' })) });
      turn = turn.then(() => readAll(all));
      return turn;
    },
    divide: ({ key, file }: ImportItem & { readonly step: 'table' }, columns: TableWish): Promise<void> => {
      turn = turn.then(() => readOne({ key, file, columns, password: '', pasted: false }));
      return turn;
    },
    unlock: (key: string, file: OriginalFile, password: string): Promise<void> => {
      turn = turn.then(() => readOne({ key, file, columns: null, password, pasted: false }));
      return turn;
    },
    recall: (pending: readonly PendingItem[]): Promise<void> => {
      turn = turn.then(async () => {
        for (const one of pending) await recallOne(one);
      });
      return turn;
    },
    stop: (): void => {
      controller.abort();
      void turn.then(() => (controller = new AbortController()));
    },
  };
};
