import type { Fault } from '../../../shared/fault';
import type { ImportOutcome, TableWish } from '../../../shared/import';
import { factsOf, isSure, type OriginalFile, type ReadReport } from '../../../shared/library';
import { sha256Of } from '../../digest/sha256';
import type { ImportOptions, ImportState, ItemList } from './import';
import type { ImportItem, PendingItem } from './item';
import { standingOf } from './twins';

type Progress = NonNullable<ImportState['progress']>;

/** What the list is told while files are read. */
interface Telling {
  /** So many files wait from now on. */
  readonly begin: (waiting: readonly ImportItem[]) => void;
  readonly tell: (change: (progress: Progress) => Progress) => void;
}

interface Waiting {
  readonly key: string;
  readonly file: OriginalFile;
  readonly pasted: boolean;
  /** What the reader said of a table's columns; null until a table has been seen. */
  readonly columns: TableWish | null;
}

const sameTwice = (name: string): Fault => ({
  code: 'import-twice',
  subject: name,
  reason: '与这一批里的另一份文字完全相同',
  remedy: '只入架一份，不必处理',
});

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
  const isTwin = list
    .items()
    .some((item) => 'reading' in item && item.key !== key && item.reading.imported.raw === imported.raw);
  if (isTwin) return { key, name, step: 'failed', fault: sameTwice(name) };
  const facts = factsOf(imported);
  const standing = await standingOf(options, list, key, { reading, facts });
  if (standing.kind === 'known') return { key, name, step: 'known', id: standing.id };
  if (standing.kind === 'twice') return { key, name, step: 'failed', fault: sameTwice(name) };
  const step = isSure(imported) && standing.twin === null ? 'ready' : 'asks';
  return { key, name, step, reading, facts, twin: standing.twin, choice: null };
};

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
    if (!result.ok) return Promise.resolve({ key, name, step: 'failed', fault: result.fault });
    const original = waiting.pasted ? null : waiting.file;
    return itemOf(options, list, { key, name }, { imported: result.value, original });
  };

  const readOne = async (waiting: Waiting): Promise<void> => {
    const { key, file } = waiting;
    if (controller.signal.aborted) return list.replace(key, []);
    list.replace(key, [{ key, name: file.name, step: 'reading' }]);
    const outcomes = await options.reader.read(file, controller.signal, waiting.columns ?? {});
    if (!outcomes.ok)
      return list.replace(key, [{ key, name: file.name, step: 'failed', fault: outcomes.fault }]);
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
      tell((progress) => ({ ...progress, name: waiting.file.name }));
      await readOne(waiting);
      tell((progress) => ({ ...progress, done: progress.done + 1 }));
    }
  };

  return {
    add: (files: readonly OriginalFile[], pasted: boolean): Promise<void> => {
      const all = files.map((file) => ({ file, pasted, columns: null, key: String((count += 1)) }));
      begin(all.map(({ key, file }) => ({ key, name: file.name, step: 'waiting' })));
      turn = turn.then(() => readAll(all));
      return turn;
    },
    divide: ({ key, file }: ImportItem & { readonly step: 'table' }, columns: TableWish): Promise<void> => {
      turn = turn.then(() => readOne({ key, file, columns, pasted: false }));
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
