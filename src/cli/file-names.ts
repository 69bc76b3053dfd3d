import { resolve } from 'node:path';

const READABLE = /\.(?:txt|text|md|markdown|rtf|docx?|wps|pdf|html?|mht|mhtml|csv|tsv|xlsx|zip)$/i;

/** Whether a file of a folder may be a report, by its ending; hidden files and locks of Word are none. */
export const isReadable = (name: string): boolean => READABLE.test(name) && !/^(?:\.|~\$)/.test(name);

const partsOf = (path: string): readonly string[] => {
  const parts = resolve(path).split(/[/\\]/);
  return [...parts.slice(0, -1), (parts.at(-1) ?? '').replace(/\.[^.]*$/, '')];
};

/**
 * Gives each path an id: its file name without the ending, with as many folders before it as tell it from its
 * namesakes (`2026/政府工作报告`); files that differ in the ending only keep it.
 */
export function distinctIds(paths: readonly string[]): readonly string[] {
  const all = paths.map(partsOf);
  const tail = (index: number, length: number): string => (all[index] ?? []).slice(-length).join('/');
  return paths.map((path, index) => {
    const longest = all[index]?.length ?? 1;
    const rivals = paths.flatMap((other, at) =>
      at !== index && resolve(other) !== resolve(path) ? [at] : [],
    );
    for (let length = 1; length <= longest; length += 1) {
      const id = tail(index, length);
      if (rivals.every((rival) => tail(rival, length) !== id)) return id;
    }
    return resolve(path);
  });
}
