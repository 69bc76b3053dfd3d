import type { OriginalFile } from '../../../shared/library';

/** Largest file taken in (S-18), in bytes; the reader of files says so of a larger one that is left empty here. */
const MOST = 100 * 1024 * 1024;

const HIDDEN = /(?:^|\/)(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/;

const fileOf = async (file: File, path: string): Promise<OriginalFile> => ({
  name: path,
  bytes: new Uint8Array(await file.slice(0, MOST + 1).arrayBuffer()),
});

const readEntries = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** All files below a folder, with their paths; a browser hands a folder's list over in parts. */
async function* filesBelow(entry: FileSystemEntry, path: string): AsyncGenerator<OriginalFile> {
  if (HIDDEN.test(path)) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    yield fileOf(file, path);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (let part = await readEntries(reader); part.length > 0; part = await readEntries(reader))
    for (const below of part) yield* filesBelow(below, `${path}/${below.name}`);
}

/** Takes the files out of a drop, those in folders too. Must be called while the drop is being told. */
export const droppedFiles = async (data: DataTransfer): Promise<readonly OriginalFile[]> => {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  // Asked for before the first pause: afterwards the drop tells nothing any more.
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: OriginalFile[] = [];
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) for await (const below of filesBelow(entry, entry.name)) files.push(below);
    else if (file) files.push(await fileOf(file, file.name));
  }
  return files;
};
