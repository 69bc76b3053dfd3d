import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import {
  DEFAULT_PARTS,
  FONT_SIZES,
  MARGINS,
  PART_KINDS,
  type MarginName,
  type Orientation,
  type Paper,
  type PaperSize,
  type PartKind,
} from '../../../shared/sheet';

import { useStoreOf } from '../app';
import { keptIn, type TextStorage } from '../kept-in';

/** How the reader likes sheets: kept from one sheet to the next. */
export interface PrintPreferences {
  readonly parts: readonly PartKind[];
  readonly size: PaperSize;
  readonly orientation: Orientation;
  readonly margins: MarginName;
  /** Points. */
  readonly fontSize: number;
  readonly grey: boolean;
  /** Only what differs of the texts. */
  readonly changedOnly: boolean;
  /** Also indicators of which only one column has a figure. */
  readonly single: boolean;
}

export interface PrintStore extends PrintPreferences {
  readonly change: (patch: Partial<PrintPreferences>) => void;
}

const KEY = 'duidu.print';

const MARGIN_NAMES = Object.keys(MARGINS) as [MarginName, ...MarginName[]];

/** Each field falls back by itself, so that an old or damaged record loses least. */
const stored = z.object({
  parts: z.array(z.enum(PART_KINDS)).catch([...DEFAULT_PARTS]),
  size: z.enum(['A4', 'A3']).catch('A4'),
  orientation: z.enum(['portrait', 'landscape']).catch('portrait'),
  margins: z.enum(MARGIN_NAMES).catch('binding'),
  fontSize: z.literal(FONT_SIZES).catch(10.5),
  grey: z.boolean().catch(true),
  changedOnly: z.boolean().catch(false),
  single: z.boolean().catch(false),
});

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '{}') ?? {};
  } catch {
    return {};
  }
};

/** Validates what storage holds. Parts come in the order in which they are printed, each once. */
export const readPreferences = (text: string | null): PrintPreferences => {
  const record = stored.safeParse(parsed(text));
  const preferences = record.success ? record.data : stored.parse({});
  return { ...preferences, parts: PART_KINDS.filter((kind) => preferences.parts.includes(kind)) };
};

export const paperOf = ({ size, orientation, margins, fontSize, grey }: PrintPreferences): Paper => ({
  size,
  orientation,
  margins: MARGINS[margins],
  fontSize,
  grey,
});

/** The preferences, in `storage` from then on; they are read before the first sheet. */
export const createPrintPreferences = (storage: TextStorage): StoreApi<PrintStore> =>
  createStore<PrintStore>()(
    persist(
      (set) => ({ ...readPreferences(null), change: (patch) => set(patch) }),
      keptIn(storage, {
        key: KEY,
        read: readPreferences,
        pick: (state) => readPreferences(JSON.stringify(state)),
      }),
    ),
  );

export const usePrintPreferences = (): PrintStore => useStore(useStoreOf(createPrintPreferences));
