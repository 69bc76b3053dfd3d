import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keptIn, type TextStorage } from './kept-in';

/** Every choice there is for each setting, the first being what a new reader gets. */
const CHOICES = {
  theme: ['system', 'day', 'night', 'sepia'],
  face: ['song', 'hei'],
  size: [18, 16, 20, 22],
  leading: ['normal', 'tight', 'loose'],
  measure: [38, 34, 36, 40],
  indent: [true, false],
  citation: ['official', 'gbt7714'],
} as const;

/** How the reader likes the page. */
export type Settings = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

export interface SettingsState extends Settings {
  readonly change: (patch: Partial<Settings>) => void;
}

export type SettingsStore = StoreApi<SettingsState>;

const KEY = 'duidu.settings';

const parsed = (stored: string | null): object => {
  try {
    const json: unknown = JSON.parse(stored ?? '{}');
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
};

/**
 * Validates what storage holds: the one way in. Each field falls back by itself, so an old or damaged record
 * loses least. Written by hand because it runs before the first paint, where a schema library is all the weight.
 */
export const readSettings = (stored: string | null): Settings => {
  const record = new Map<string, unknown>(Object.entries(parsed(stored)));
  const choices = Object.entries(CHOICES).map(([name, values]): readonly [string, unknown] => {
    const value: unknown = record.get(name);
    return [name, (values as readonly unknown[]).includes(value) ? value : values[0]];
  });
  return Object.fromEntries(choices) as Settings;
};

const settingsOf = (state: SettingsState): Settings => readSettings(JSON.stringify(state));

/**
 * Settings live in localStorage, not in the database: they are read before the first paint, and losing them
 * costs the reader a choice of font, never a word.
 */
export const createSettings = (storage: TextStorage): SettingsStore =>
  createStore<SettingsState>()(
    persist(
      (set) => ({ ...readSettings(null), change: (patch) => set(patch) }),
      keptIn(storage, { key: KEY, read: readSettings, pick: settingsOf }),
    ),
  );

/** Line heights in px for each size, on the look's grid. */
const LINE_HEIGHTS: Readonly<Record<Settings['size'], number>> = { 16: 28, 18: 32, 20: 36, 22: 40 };
const LEADING_SHIFT: Readonly<Record<Settings['leading'], number>> = { tight: -4, normal: 0, loose: 4 };

export const lineHeight = ({ size, leading }: Settings): number =>
  LINE_HEIGHTS[size] + LEADING_SHIFT[leading];
