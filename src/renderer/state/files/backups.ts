import { createStore, type StoreApi } from 'zustand/vanilla';
import { planRestore, replay, type RestorePlan } from '../../../shared/anchor';
import { succeed, type Fault, type Result } from '../../../shared/fault';
import type { Host, JournalEntry, SnapshotList, SpaceReport } from '../../../shared/host';
import { readBackup, writeBackup, type BackupTools } from '../../../shared/host/backup-file';
import type { Annotation } from '../../../shared/report';
import type { NotesStore } from '../notes/notes';
import {
  addReports,
  missingHere,
  packLibrary,
  unpackLibrary,
  type PackedReport,
  type ToSend,
} from './packed-library';

/** A backup that has been opened, and what it would change. */
export interface BackupPreview {
  /** A snapshot of this computer, or a file from anywhere. */
  readonly from: 'snapshot' | 'file';
  /** The time of a snapshot for people, or the name of the file. */
  readonly title: string;
  readonly entries: readonly JournalEntry[];
  readonly plan: RestorePlan;
  /** Own reports of a file that are not on this computer; they are added first, whatever becomes of the notes. */
  readonly reports: readonly PackedReport[];
  /** The bookmarks of a file, and how many of them this computer has not. */
  readonly bookmarks: string;
  readonly newBookmarks: number;
}

export interface BackupsState {
  /** Null until it has been asked for. */
  readonly list: SnapshotList | null;
  /** Why the last step failed, or null. */
  readonly fault: Fault | null;
  /** What is under way, as a person is told it, or null. */
  readonly busy: string | null;
  readonly preview: BackupPreview | null;
  /** Room on the notes' disk; null until it has been asked for. */
  readonly space: SpaceReport | null;
  refresh(): Promise<void>;
  look(): Promise<void>;
  /** 现在备份. */
  make(): Promise<void>;
  open(name: string, title: string): Promise<void>;
  openFile(): Promise<void>;
  dismiss(): void;
  /** Makes all notes what they are in the opened backup; answers how many changed. */
  restore(): Promise<number>;
  /** Adds what differs as notes of their own, with a tag that names the backup; answers how many. */
  copy(): Promise<number>;
  /** Adds the own reports of the opened backup that this computer has not; answers how many. */
  addReports(): Promise<number>;
  /** Adds what the opened backup has and this computer has not; answers how many notes are new. */
  merge(): Promise<number>;
  /** Saves every change of every note as one file; answers whether it was saved. */
  exportAll(): Promise<boolean>;
}

export type BackupsStore = StoreApi<BackupsState>;

/** The reader's bookmarks on their way to another computer. */
export interface BookmarkPort {
  /** As one text; empty where there are none. */
  readonly pack: () => string;
  /** How many of a packed text are not here. */
  readonly missing: (packed: string) => number;
  /** Adds those that are not here. */
  readonly add: (packed: string) => void;
}

export interface BackupsOptions {
  readonly host: Pick<Host, 'snapshots' | 'space' | 'journal' | 'library' | 'saveFile' | 'openFiles'>;
  readonly notes: NotesStore;
  readonly tools: BackupTools;
  readonly newId: () => string;
  /** The reader's bookmarks as one text; empty where there are none. */
  readonly bookmarks: BookmarkPort;
  /** Looks at the shelf again after reports have come to it. */
  readonly refreshShelf: () => Promise<unknown>;
  readonly now?: () => Date;
}

const MIME = 'application/jsonl';

/** 2026-11-20, for file names, in the reader's own time zone. */
const day = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const copyOf = (annotation: Annotation, id: string, tag: string, time: string): Annotation => ({
  ...annotation,
  id,
  modified: time,
  body: { ...annotation.body, tags: [...new Set([...annotation.body.tags, tag])] },
});

/** What was saved, and why reports were left out of it. */
interface SavedAll extends Pick<ToSend, 'left'> {
  readonly saved: boolean;
}

const saveAll = async ({ host, tools, bookmarks }: BackupsOptions, time: Date): Promise<Result<SavedAll>> => {
  const entries = await host.journal.read(0);
  if (!entries.ok) return entries;
  const text = await writeBackup(entries.value, time, tools);
  const packed = await packLibrary(host.library, { notes: text, bookmarks: bookmarks.pack() });
  // A shelf that does not open must not keep the notes here.
  const { bytes, left } = packed.ok ? packed.value : { bytes: null, left: [packed.fault] };
  // Without reports of one's own it is the file of notes that every version reads.
  const saved = await host.saveFile(
    bytes
      ? { name: `对读备份 ${day(time)}.zip`, mime: 'application/zip', bytes }
      : { name: `对读批注备份 ${day(time)}.jsonl`, mime: MIME, bytes: new TextEncoder().encode(text) },
  );
  return saved.ok ? succeed({ saved: saved.value.saved, left }) : saved;
};

/** A backup file that was opened. */
interface Chosen {
  readonly name: string;
  readonly entries: readonly JournalEntry[];
  readonly reports: readonly PackedReport[];
  readonly bookmarks: string;
}

/** Opens a file a person chooses; null where they choose none. */
const chooseBackup = async ({ host, tools }: BackupsOptions): Promise<Result<Chosen | null>> => {
  const files = await host.openFiles(['.zip', '.jsonl'], { single: true });
  if (!files.ok) return files;
  const [file] = files.value;
  if (!file) return succeed(null);
  const packed = unpackLibrary(file.name, file.bytes);
  if (!packed.ok) return packed;
  const entries = await readBackup(file.name, packed.value.notes, tools);
  if (!entries.ok) return entries;
  const reports = await missingHere(host.library, packed.value.reports);
  if (!reports.ok) return reports;
  return succeed({
    name: file.name,
    entries: entries.value,
    reports: reports.value,
    bookmarks: packed.value.bookmarks,
  });
};

const addToShelf = async (
  { host, newId, now = () => new Date(), refreshShelf }: BackupsOptions,
  reports: readonly PackedReport[],
): Promise<Result<number>> => {
  const added = await addReports(host.library, reports, { newId, now, writer: 'backup' });
  await refreshShelf();
  return added;
};

/** The ways in which the notes of an opened backup come back, each after a snapshot. */
const waysBack = (
  { notes, newId, now = () => new Date() }: BackupsOptions,
  afterSnapshot: (change: (preview: BackupPreview) => number) => Promise<number>,
): Pick<BackupsState, 'restore' | 'copy' | 'merge'> => ({
  restore: () =>
    afterSnapshot(({ entries, plan }) => {
      notes.getState().restoreTo(entries);
      return plan.added.length + plan.changed.length + plan.removed.length;
    }),
  copy: () =>
    afterSnapshot(({ title, plan }) => {
      const time = now().toISOString();
      const wanted = [...plan.added, ...plan.changed];
      notes.getState().add(wanted.map((annotation) => copyOf(annotation, newId(), `备份 ${title}`, time)));
      return wanted.length;
    }),
  merge: () =>
    afterSnapshot(({ entries, plan }) => {
      notes.getState().merge(entries);
      return plan.added.length;
    }),
});

/** Backups for 设置: the host keeps them, this state asks for them and brings notes back through the journal. */
export const createBackups = (options: BackupsOptions): BackupsStore =>
  createStore<BackupsState>()((set, get) => {
    const { host, notes, now = () => new Date() } = options;

    /** One step at a time, with its word; a fault stays until the next step. */
    const during = async <T>(word: string, work: () => Promise<Result<T>>): Promise<T | null> => {
      if (get().busy) return null;
      set({ busy: word, fault: null });
      const outcome = await work();
      set({ busy: null, ...(outcome.ok ? {} : { fault: outcome.fault }) });
      return outcome.ok ? outcome.value : null;
    };
    const show = (from: BackupPreview['from'], { name: title, ...chosen }: Chosen): void =>
      set({
        preview: {
          ...chosen,
          from,
          title,
          newBookmarks: options.bookmarks.missing(chosen.bookmarks),
          plan: planRestore(notes.getState().byId, replay(chosen.entries)),
        },
      });
    /** Notes may be about the reports of the file: those come first. */
    const putReports = async (preview: BackupPreview): Promise<number | null> => {
      options.bookmarks.add(preview.bookmarks);
      return preview.reports.length === 0
        ? 0
        : during('正在放上书架', () => addToShelf(options, preview.reports));
    };
    /** Everything as it is now is kept before anything changes; where that fails nothing is changed. */
    const afterSnapshot = async (change: (preview: BackupPreview) => number): Promise<number> => {
      const { preview } = get();
      if (!preview) return 0;
      const made = await during('正在备份现在的样子', () => host.snapshots.make('restore'));
      if (!made) return 0;
      if ((await putReports(preview)) === null) return 0;
      const count = change(preview);
      set({ preview: null });
      await get().refresh();
      return count;
    };

    return {
      list: null,
      fault: null,
      busy: null,
      preview: null,
      space: null,
      refresh: async () => {
        const list = await host.snapshots.list();
        set(list.ok ? { list: list.value } : { fault: list.fault });
      },
      look: async () => {
        const space = await host.space();
        if (space.ok) set({ space: space.value });
      },
      make: async () => {
        await during('正在备份', () => host.snapshots.make('manual'));
        await get().refresh();
      },
      open: async (name, title) => {
        const entries = await during('正在读备份', () => host.snapshots.read(name));
        if (entries) show('snapshot', { name: title, entries, reports: [], bookmarks: '' });
      },
      openFile: async () => {
        const chosen = await during('正在读备份', () => chooseBackup(options));
        if (chosen) show('file', chosen);
      },
      dismiss: () => set({ preview: null }),
      ...waysBack(options, afterSnapshot),
      addReports: async () => {
        const { preview } = get();
        const added = preview && (await putReports(preview));
        if (added !== null) set({ preview: null });
        return added ?? 0;
      },
      exportAll: async () => {
        const saved = await during('正在导出', () => saveAll(options, now()));
        const [left] = saved?.left ?? [];
        if (saved?.saved && left)
          set({ fault: { ...left, remedy: `批注和其他报告已导出，这一篇没有。${left.remedy}` } });
        return saved?.saved ?? false;
      },
    };
  });
