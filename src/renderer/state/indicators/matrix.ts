import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import type { Arrangement, MatrixCursor, MatrixSort } from '../../../shared/indicators';
import { useStoreOf } from '../app';
import { keptIn, type TextStorage } from '../kept-in';

/** The orders there are, in the reader's words. */
export const MATRIX_SORTS = [
  { id: 'fullest', label: '数多的在前' },
  { id: 'name', label: '按拼音' },
  { id: 'own', label: '自己排' },
] as const satisfies readonly { readonly id: MatrixSort; readonly label: string }[];

export type ChartForm = 'line' | 'bar';

/** What is kept from one day to the next. */
export interface MatrixChoicesKept extends Arrangement {
  /** Places whose columns are shown; empty until the reader chooses, and then the place read last is. */
  readonly places: readonly string[];
  /** Rows on the chart, at most `MOST_ON_CHART`. */
  readonly charted: readonly string[];
  readonly form: ChartForm;
}

export interface MatrixChoices extends MatrixChoicesKept {
  /** 找指标, as typed. */
  readonly query: string;
  readonly cursor: MatrixCursor | null;
  /** The other corner of the cells chosen together; null where there is only the cursor's. */
  readonly corner: MatrixCursor | null;
  /** Whether the cursor's cell is selected, so that its sentence is shown. */
  readonly selected: boolean;
  readonly choose: (patch: Partial<Omit<MatrixChoices, 'choose'>>) => void;
}

export const MOST_ON_CHART = 4;

const KEY = 'duidu.matrix';
/** More than a library has rows; what is longer was not written by us. */
const MOST_IDS = 5000;

const ids = z.array(z.string().max(200)).max(MOST_IDS).catch([]);

const keptSchema = z.object({
  places: ids,
  hiddenColumns: ids,
  hiddenRows: ids,
  pinnedRows: ids,
  order: ids,
  sort: z.enum(['fullest', 'name', 'own']).catch('fullest'),
  byTopic: z.boolean().catch(true),
  byYear: z.boolean().catch(true),
  singles: z.boolean().catch(false),
  charted: ids.transform((list) => list.slice(0, MOST_ON_CHART)),
  form: z.enum(['line', 'bar']).catch('line'),
});

/** Validates what storage holds, field by field: what cannot be read falls back to what a new reader gets. */
export const readMatrixChoices = (stored: string | null): MatrixChoicesKept => {
  try {
    const record = keptSchema.safeParse(JSON.parse(stored ?? '{}'));
    return record.success ? record.data : keptSchema.parse({});
  } catch {
    return keptSchema.parse({});
  }
};

/** The choices, kept in `storage`; where it is full or forbidden they hold until the window closes. */
export const createMatrixChoices = (storage: TextStorage): StoreApi<MatrixChoices> =>
  createStore<MatrixChoices>()(
    persist(
      (set) => ({
        ...readMatrixChoices(null),
        query: '',
        cursor: null,
        corner: null,
        selected: false,
        choose: (patch) => set(patch),
      }),
      keptIn(storage, { key: KEY, read: readMatrixChoices, pick: (state) => keptSchema.parse(state) }),
    ),
  );

/** The store itself, for what is done outside of drawing, as on a key. */
export const useMatrixStore = (): StoreApi<MatrixChoices> => useStoreOf(createMatrixChoices);

export const useMatrixChoices = (): MatrixChoices => useStore(useMatrixStore());
