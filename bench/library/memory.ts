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
  /** The one that renders the reader, with its workers: the largest of its kind. */
  readonly page: number;
  /** That one and all that work for it: what is left out renders blank pages, as the driver opens them. */
  readonly working: number;
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
  const own = ids.filter(isOwn).map((id) => ({ id, megabytes: kilobytes(id) / 1024 }));
  const isPage = (id: string): boolean => read(`/proc/${id}/cmdline`).includes('--type=renderer');
  const renderers = own.filter(({ id }) => isPage(id)).map(({ megabytes }) => megabytes);
  const browser = own.reduce((sum, { megabytes }) => sum + megabytes, 0);
  const page = Math.max(0, ...renderers);
  return { page, working: browser - renderers.reduce((sum, one) => sum + one, 0) + page, browser };
};
