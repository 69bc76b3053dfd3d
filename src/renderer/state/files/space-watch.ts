import type { BackupsStore } from './backups';
import type { NotesStore } from '../notes/notes';

/** Room on a disk goes slowly, mostly. Milliseconds. */
const EVERY = 60_000;

/** Looks at the room on the disk now, once a minute, and whenever a note could not be saved or can be again. */
export const watchSpace = (backups: BackupsStore, notes: NotesStore): void => {
  const look = (): void => void backups.getState().look();
  look();
  setInterval(look, EVERY);
  notes.subscribe(({ saving }, before) => {
    if ((saving.state === 'unsaved') !== (before.saving.state === 'unsaved')) look();
  });
};
