import type { KeptBytes } from '../../shared/search';

/** A file that is read where it lies: what of it nobody asks for takes no memory. */
export interface SegmentFile extends KeptBytes {
  readonly close: () => void;
}

/** Files of the page's own, written once and never changed. Any call may fail: what they hold can be made again. */
export interface SegmentFiles {
  readonly write: (name: string, parts: readonly Uint8Array<ArrayBuffer>[]) => Promise<void>;
  readonly open: (name: string) => Promise<SegmentFile>;
  /** Takes away all files but the named ones and those that have just been written, by whatever window. */
  readonly keepOnly: (names: ReadonlySet<string>) => Promise<void>;
}

const FOLDER = 'search';

/** A file is written and named in the database within so long. Milliseconds. */
const JUST_NOW = 600_000;

interface SyncHandle {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array, options: { readonly at: number }) => number;
  readonly close: () => void;
}

/** Opened for reading alone, so that several windows may; TypeScript does not know of the mode. */
const openHandle = (file: FileSystemFileHandle): Promise<SyncHandle> =>
  (
    file as unknown as { createSyncAccessHandle: (options: object) => Promise<SyncHandle> }
  ).createSyncAccessHandle({
    mode: 'read-only',
  });

/** Used by every read that fits: arrays of a moment would pile up as fast as one types. */
const room = new Uint8Array(1 << 20);

const reading = (handle: SyncHandle): SegmentFile => ({
  length: handle.getSize(),
  read: (begin, end) => {
    const size = end - begin;
    const bytes = size <= room.length ? room.subarray(0, size) : new Uint8Array(size);
    const count = handle.read(bytes, { at: begin });
    if (count !== size) throw new Error(`a segment's file ends early: ${count} of ${size} bytes`);
    return bytes;
  },
  close: () => handle.close(),
});

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Makes the files of this page; null where the browser has none that a worker may read at once. */
export const createSegmentFiles = (): SegmentFiles | null =>
  typeof FileSystemFileHandle !== 'undefined' && 'createSyncAccessHandle' in FileSystemFileHandle.prototype
    ? {
        write: async (name, parts) => {
          const file = await (await folder()).getFileHandle(name, { create: true });
          const stream = await file.createWritable();
          for (const part of parts) await stream.write(part);
          await stream.close();
        },
        open: async (name) => reading(await openHandle(await (await folder()).getFileHandle(name))),
        keepOnly: async (names) => {
          const place = await folder();
          for await (const [name, entry] of place.entries()) {
            if (names.has(name) || entry.kind !== 'file') continue;
            const { lastModified } = await entry.getFile();
            // Another window may still read it: then it goes at a later start.
            if (Date.now() - lastModified > JUST_NOW) await place.removeEntry(name).catch(() => undefined);
          }
        },
      }
    : null;
