import { resolve } from 'node:path';

const READABLE = /\.(?:txt|text|md|markdown|rtf|docx?|wps|pdf|html?|mht|mhtml|csv|tsv|xlsx|zip)$/i;

/** Tells whether a file of a folder may be a report, by its ending; hidden files and locks of Word are none. */
export const isReadable = (name: string): boolean => READABLE.test(name) && !/^(?:\.|~\$)/.test(name);

const partsOf = (path: string): readonly string[] => {
  const parts = path.split(/[/\\]/);
  return [...parts.slice(0, -1), (parts.at(-1) ?? '').replace(/\.[^.]*$/, '')];
};

/**
 * Gives each path an id: its file name without the ending, with as many folders before it as tell it from its
 * namesakes (`2026/政府工作报告`); files that differ in the ending only keep it. Linear in the number of paths.
 */
export function distinctIds(paths: readonly string[]): readonly string[] {
  const whole = paths.map((path) => resolve(path));
  const all = whole.map(partsOf);
  const tail = (index: number, length: number): string => (all[index] ?? []).slice(-length).join('/');
  const ids = [...whole];
  let open = paths.map((_, index) => index);
  for (let length = 1; open.length > 0; length += 1) {
    const namesakes = new Map<string, Set<string>>();
    for (const index of open) {
      const same = namesakes.get(tail(index, length)) ?? new Set<string>();
      namesakes.set(tail(index, length), same.add(whole[index] ?? ''));
    }
    const alone = (index: number): boolean => namesakes.get(tail(index, length))?.size === 1;
    for (const index of open.filter(alone)) ids[index] = tail(index, length);
    open = open.filter((index) => !alone(index) && length < (all[index]?.length ?? 0));
  }
  return ids;
}
