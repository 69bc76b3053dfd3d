import { readFileSync, readdirSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

/** Megabytes of processes; shared pages are counted once. */
interface Memory {
  /** Those that render pages: the reader with its workers. */
  readonly pages: number;
  readonly browser: number;
}

/** Memory of the browser that was started with the folder in its words. Linux only. */
export const memoryOf = (folder: string): Memory => {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const roots = new Set(ids.filter((id) => read(`/proc/${id}/cmdline`).includes(folder)));
  const parent = (id: string): string => /^\d+ \(.*\) \S (\d+)/.exec(read(`/proc/${id}/stat`))?.[1] ?? '';
  const isOwn = (id: string): boolean => id !== '' && (roots.has(id) || isOwn(parent(id)));
  const kilobytes = (id: string): number =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
  const megabytes = (wanted: readonly string[]): number =>
    wanted.reduce((sum, id) => sum + kilobytes(id), 0) / 1024;
  const own = ids.filter(isOwn);
  const isPage = (id: string): boolean => read(`/proc/${id}/cmdline`).includes('--type=renderer');
  return { pages: megabytes(own.filter(isPage)), browser: megabytes(own) };
};
