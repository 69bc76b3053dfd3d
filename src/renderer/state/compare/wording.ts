import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import { DEFAULT_DICTIONARY, DEFAULT_STOP_WORDS, type WordingPart } from '../../../shared/compare';
import { useStoreOf } from '../app';
import { keptIn, type TextStorage } from '../kept-in';

/** What the reader chose for 提法. */
export interface WordingChoices {
  /** Ids; empty until the reader chooses, and then `suggestedReports` holds. */
  readonly reports: readonly string[];
  readonly part: WordingPart['id'];
  /** 不看的词. */
  readonly stopWords: readonly string[];
  /** 总要看的词. */
  readonly listed: readonly string[];
  readonly choose: (patch: Partial<Omit<WordingChoices, 'choose'>>) => void;
}

const KEY = 'duidu.wording';
const MOST_WORDS = 500;
const LONGEST_WORD = 40;

const words = (fallback: readonly string[]) =>
  z
    .array(z.string().min(1).max(LONGEST_WORD))
    .max(MOST_WORDS)
    .catch([...fallback]);

const stored = z.object({ stopWords: words(DEFAULT_STOP_WORDS), listed: words(DEFAULT_DICTIONARY) });

/** The reader's two lists of words. */
export type WordLists = Pick<WordingChoices, 'stopWords' | 'listed'>;

/** Validates what storage holds; what cannot be read costs the reader's list of words and falls back to ours. */
export const readWordLists = (text: string | null): WordLists => {
  const ours = { stopWords: DEFAULT_STOP_WORDS, listed: DEFAULT_DICTIONARY };
  try {
    const record = stored.safeParse(JSON.parse(text ?? '{}'));
    return record.success ? record.data : ours;
  } catch {
    return ours;
  }
};

/** The list with a word added; marks and spaces around it are no part of a term. */
export const withWord = (words: readonly string[], typed: string): readonly string[] => {
  const word = typed.replace(/[\s“”"'‘’]/g, '').slice(0, LONGEST_WORD);
  return word === '' || words.includes(word) ? words : [...words, word].slice(-MOST_WORDS);
};

/** The choices, the words in `storage` from then on. */
export const createWordingChoices = (storage: TextStorage): StoreApi<WordingChoices> =>
  createStore<WordingChoices>()(
    persist(
      (set) => ({ reports: [], part: 'all', ...readWordLists(null), choose: (patch) => set(patch) }),
      keptIn(storage, {
        key: KEY,
        read: readWordLists,
        pick: ({ stopWords, listed }): WordLists => ({ stopWords, listed }),
      }),
    ),
  );

export const useWordingChoices = (): WordingChoices => useStore(useStoreOf(createWordingChoices));
