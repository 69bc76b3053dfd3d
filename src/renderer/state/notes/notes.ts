import { monotonicFactory } from 'ulid';
import { createStore } from 'zustand/vanilla';
import type { JournalDraft } from '../../../shared/host';
import type { NotesRepository } from '../../store';
import { listActions } from './actions';
import { conflictActions } from './conflicts';
import { editingActions } from './editing';
import type { Stamp } from './operations';
import { createSaving, type Schedule } from './saving';
import { parkedDrafts, unsavedCreations } from './parking';
import { passageActions } from './passages';
import type { NotesContext, NotesState, NotesStore } from './state';
import { createNotesView } from './view';

export type { NotesState, NotesStore } from './state';
/** Only the repository is needed; the rest is replaced in tests. */
export interface NotesOptions extends Partial<Stamp> {
  readonly repository: NotesRepository;
  readonly schedule?: Schedule;
  /** Changes an earlier window had no time to send. */
  readonly left?: readonly JournalDraft[];
  /** Awaited before changes are sent to the journal; see `snapshotFirst`. */
  readonly before?: (drafts: readonly JournalDraft[]) => Promise<void>;
}

const timer: Schedule = (work, milliseconds) => {
  const id = setTimeout(work, milliseconds);
  return () => clearTimeout(id);
};

const stampOf = ({ newId = monotonicFactory(), now = () => new Date(), writer }: NotesOptions): Stamp => ({
  newId: () => newId(),
  now,
  writer: writer ?? newId(),
});

/** The notes' state over a repository; `open()` reads them. */
export const createNotes = (options: NotesOptions): NotesStore =>
  createStore<NotesState>()((set, get) => {
    const { repository, schedule = timer } = options;
    const stamp = stampOf(options);
    const view = createNotesView(stamp);
    const saving = createSaving({
      append: async (drafts) => {
        await options.before?.(drafts);
        const outcome = await repository.append(drafts);
        if (outcome.ok && get().journalFault) readAgain();
        return outcome;
      },
      now: stamp.now,
      park: (refused, fresh) => parkedDrafts(stamp, { refused, fresh }, get().editing),
      schedule,
      onChange: () => show(),
    });
    let reading = false;
    /** A journal that could not be read at start and takes a note now can be read as well. */
    const readAgain = (): void => {
      if (reading) return;
      reading = true;
      void get()
        .open()
        .finally(() => (reading = false));
    };
    const show = (): void =>
      set({ ...view.of(repository.records(), saving.pending()), saving: saving.state() });
    repository.onChange(show);
    repository.onCopy((copyFault, restored) =>
      set((state) => ({ copyFault, restored: state.restored + restored })),
    );

    const submit: NotesContext['submit'] = (operations) => {
      const editing = { ...get().editing };
      for (const { id, noteId, baseRev, kind } of operations) {
        const open = editing[noteId];
        if (open && kind !== 'draft' && open.base === baseRev) editing[noteId] = { ...open, base: id };
      }
      set({ editing });
      saving.add(operations);
    };
    /** Sends what is not on its way already. */
    const sendAgain = (left: readonly JournalDraft[]): void => {
      const underWay = new Set(saving.pending().map(({ id }) => id));
      const missing = left.filter(({ id }) => !underWay.has(id));
      if (missing.length > 0) submit(missing);
    };
    const context: NotesContext = { stamp, saving, set, get, submit };

    return {
      ready: false,
      ...view.of(new Map(), []),
      saving: saving.state(),
      editing: {},
      writing: null,
      wanted: null,
      journalFault: null,
      copyFault: null,
      restored: 0,
      undoable: null,
      redoable: null,
      open: async () => {
        const { restored, journalFault, unsaved } = await repository.open();
        await view.warm(repository.records());
        show();
        set((state) => ({ ready: true, journalFault, restored: state.restored + restored }));
        sendAgain(unsaved);
        sendAgain(options.left ?? []);
        sendAgain(unsavedCreations(stamp, repository.records(), saving.pending()));
      },
      ...listActions(context),
      ...editingActions(context),
      ...conflictActions(context),
      ...passageActions(context),
      pending: () => saving.pending(),
      retry: () => saving.retry(),
    };
  });
