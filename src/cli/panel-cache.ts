import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PANEL_COLUMN_NAMES, type PanelRow } from '../shared/panel';

/** Rows of files that were read before: those of each of a file's reports. */
export interface PanelCache {
  /** Null where the file was not read before, was read by other rules, or what is kept is damaged. */
  readonly get: (file: CachedFile) => Promise<readonly (readonly PanelRow[])[] | null>;
  readonly put: (file: CachedFile, rows: readonly (readonly PanelRow[])[]) => Promise<void>;
}

/** What of a file its rows depend on. */
interface CachedFile {
  readonly path: string;
  readonly id: string;
  /** Of its bytes. */
  readonly sha256: string;
}

const SOURCES = ['../shared', '../import'];

/** Hash of the program that reads reports: rows made by any other are not used. */
const hashOfProgram = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const folder = fileURLToPath(new URL(source, import.meta.url));
    const names = await readdir(folder, { recursive: true });
    for (const name of names.toSorted())
      if (name.endsWith('.ts')) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex');
};

const isRow = (value: unknown): value is PanelRow =>
  typeof value === 'object' && value !== null && PANEL_COLUMN_NAMES.every((name) => name in value);

const isRows = (value: unknown): value is readonly (readonly PanelRow[])[] =>
  Array.isArray(value) && value.every((rows) => Array.isArray(rows) && rows.every(isRow));

/** Opens a cache in a folder, which is made where there is none. */
export const openPanelCache = async (folder: string): Promise<PanelCache> => {
  await mkdir(folder, { recursive: true });
  const program = await hashOfProgram();
  const nameOf = ({ path, id, sha256 }: CachedFile): string => {
    const key = createHash('sha256').update(JSON.stringify([program, path, id, sha256]));
    return join(folder, `${key.digest('hex')}.json.gz`);
  };
  return {
    get: async (file) => {
      try {
        const rows: unknown = JSON.parse(gunzipSync(await readFile(nameOf(file))).toString('utf8'));
        return isRows(rows) ? rows : null;
      } catch {
        return null;
      }
    },
    put: async (file, rows) => {
      const name = nameOf(file);
      await writeFile(`${name}.part`, gzipSync(JSON.stringify(rows), { level: 1 }));
      await rename(`${name}.part`, name);
    },
  };
};
