import type { Host } from '../../../shared/host';
import type { LastWords } from '../notes/last-words';
import type { NotesStore } from '../notes/notes';

/** Resolves when no write is under way: all is saved, or the journal has refused. */
const settled = (notes: NotesStore): Promise<void> =>
  new Promise((resolve) => {
    const look = (): boolean => notes.getState().saving.state !== 'saving';
    if (look()) {
      resolve();
      return;
    }
    const end = notes.subscribe(() => {
      if (!look()) return;
      end();
      resolve();
    });
  });

/** A field gives its words up when it loses the focus. */
const giveUpWords = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/**
 * Sees to the last words of a window: what is being written is given up and awaited before a shell closes it, and
 * kept where a reload or a closed tab leaves no time for that; a window with notes that could not be saved asks before
 * it is left.
 */
export const watchLeaving = (
  host: Pick<Host, 'onLeaving'>,
  notes: NotesStore,
  words: Pick<LastWords, 'keep'>,
): void => {
  host.onLeaving(async () => {
    giveUpWords();
    await settled(notes);
    return notes.getState().saving.state === 'saved';
  });
  window.addEventListener('pagehide', () => {
    giveUpWords();
    words.keep(notes.getState().pending());
  });
  window.addEventListener('beforeunload', (event) => {
    if (notes.getState().saving.state === 'unsaved') event.preventDefault();
  });
};
