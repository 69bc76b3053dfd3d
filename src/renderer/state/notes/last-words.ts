import { z } from 'zod';
import type { JournalDraft } from '../../../shared/host';
import { journalDraft } from '../../../shared/host/journal-schema';
import type { NotesStore } from './state';

type WordStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'duidu.last-words';

/** More is an import under way, which can be done again. */
const MOST = 200;

const schema = z.array(journalDraft);

const parsed = (text: string | null): readonly JournalDraft[] => {
  try {
    const read = schema.safeParse(JSON.parse(text ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
};

/** Changes that the journal had not acknowledged when a window was torn away, by reload or otherwise. */
export interface LastWords {
  /** Those an earlier window has left. */
  readonly left: readonly JournalDraft[];
  /** Keeps what is on its way now: storage is written at once, while a call to the host would end with the window. */
  readonly keep: (pending: readonly JournalDraft[]) => void;
  /** Forgets what was left, once it is in the journal; not what another window leaves meanwhile. */
  readonly forget: () => void;
}

export const createLastWords = (storage: WordStorage): LastWords => {
  const found = storage.getItem(KEY);
  const left = parsed(found);
  return {
    left,
    keep: (pending) => {
      if (pending.length === 0 || pending.length > MOST) return;
      const others = parsed(storage.getItem(KEY)).filter(({ id }) => !pending.some((one) => one.id === id));
      try {
        storage.setItem(KEY, JSON.stringify([...others, ...pending]));
      } catch {
        // A full storage: the journal may still get what was sent.
      }
    },
    forget: () => {
      if (found !== null && storage.getItem(KEY) === found) storage.removeItem(KEY);
    },
  };
};

/** Forgets the last words once all is saved, those of an earlier window among it. */
export const forgetWhenSaved = (words: LastWords, notes: NotesStore): void => {
  if (words.left.length === 0) return;
  const end = notes.subscribe(({ ready, saving }) => {
    if (!ready || saving.state !== 'saved' || saving.at === null) return;
    words.forget();
    end();
  });
};
