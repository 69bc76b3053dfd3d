import { useState } from 'react';
import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import {
  BY_RULE,
  DEFAULT_PARTS,
  FONT_SIZES,
  MARGINS,
  PART_KINDS,
  type DigestChoice,
  type MarginName,
  type Orientation,
  type Paper,
  type PaperSize,
  type PartKind,
} from '../../../shared/sheet';

import type { Topic } from '../../../shared/report';
import { useStoreOf } from '../app';
import { keptIn, type TextStorage } from '../kept-in';
import type { Stage } from './compare';

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

/** What goes on the sheet of these reports; how the sheet is set is a preference and outlives it. */
export interface PrintChoices {
  readonly stages: readonly Stage['id'][];
  /** Null for all that there are. */
  readonly topics: readonly Topic[] | null;
  /** Ids of charts; null for the richest. */
  readonly charts: readonly string[] | null;
  /** Ids of notes; null for all on these reports. */
  readonly notes: readonly string[] | null;
  /** Notes are private until they are asked for, sheet by sheet. */
  readonly withNotes: boolean;
  /** Of a single report: the outermost sections; null for all. */
  readonly sections: readonly number[] | null;
  /** Of 要点一页. */
  readonly digest: DigestChoice;
}

export const FRESH_CHOICES: PrintChoices = {
  stages: [],
  topics: null,
  charts: null,
  notes: null,
  withNotes: false,
  sections: null,
  digest: BY_RULE,
};

/** What was chosen for each sheet of this session, so that a sheet that was put together is found as it was left. */
interface SheetChoices {
  readonly byKey: Readonly<Record<string, PrintChoices>>;
  readonly choose: (key: string, choices: PrintChoices) => void;
}

const createSheetChoices = (): StoreApi<SheetChoices> =>
  createStore<SheetChoices>()((set) => ({
    byKey: {},
    choose: (key, choices) => set(({ byKey }) => ({ byKey: { ...byKey, [key]: choices } })),
  }));

/** The choices for a sheet, those it had before or these. */
export const useSheetChoices = (
  key: string,
  first: () => PrintChoices,
): readonly [PrintChoices, (choices: PrintChoices) => void] => {
  const { byKey, choose } = useStore(useStoreOf(createSheetChoices));
  const [fresh] = useState(first);
  return [byKey[key] ?? fresh, (choices) => choose(key, choices)];
};
