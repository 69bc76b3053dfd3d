import { isRead, isSettled, type ImportItem } from './item';

/** Which page of how many of a PDF is read. */
export interface ReadPage {
  readonly page: number;
  readonly pages: number;
}

/** How far the reading of files is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** The file that is read. */
  readonly name: string;
  readonly page: ReadPage | null;
}

/** The reading of one list, for its result. */
export interface Run {
  readonly began: Date;
  /** How many files were handed over. */
  readonly files: number;
  /** Milliseconds until the last was read; null while files are read. */
  readonly took: number | null;
}

/** The list with how far its reading is. */
export interface Reading {
  readonly items: readonly ImportItem[];
  readonly progress: Progress | null;
  readonly run: Run | null;
}

/** What is handed over, in place of a file of the list or as another list. */
export interface Handed {
  readonly waiting: readonly ImportItem[];
  /** Key of the item whose place they take, or null. */
  readonly instead: string | null;
}

/** Adds files to a list; one that has come to its end makes room for the next, and what is undecided stays. */
export const begun = (
  { items, progress, run }: Reading,
  { waiting, instead }: Handed,
  now: Date,
): Reading => {
  const isNew = run === null || (instead === null && progress === null && isSettled(items));
  const left = instead === null ? items : items.filter(({ key }) => key !== instead);
  return {
    items: [...(isNew ? left.filter(isRead) : left), ...waiting],
    progress: { done: 0, name: '', page: null, ...progress, of: (progress?.of ?? 0) + waiting.length },
    run: {
      began: isNew ? now : run.began,
      files: (isNew ? 0 : run.files) + waiting.length,
      took: null,
    },
  };
};

/** Moves the progress on; after the last file there is none. */
export const told = (
  { progress, run }: Reading,
  change: (progress: Progress) => Progress,
  now: Date,
): Partial<Reading> => {
  const next = progress && change(progress);
  if (next && next.done < next.of) return { progress: next };
  return { progress: null, run: run && { ...run, took: now.getTime() - run.began.getTime() } };
};
