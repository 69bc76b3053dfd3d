import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  /** Folder in which the last file was saved or opened. */
  lastFolder: z.optional(z.string().min(1)),
  /** False where the person, or a start that showed no window, has switched it off. */
  acceleration: z.optional(z.boolean()),
  /** True from the start of the program until its window shows: still true at the next start, that one failed. */
  starting: z.optional(z.boolean()),
});

/** What the shell remembers between two starts, apart from the window's place, which Electron keeps. */
export type Remembered = z.infer<typeof shape>;

export interface Preferences {
  get(): Remembered;
  set(change: Remembered): void;
}

const read = (path: string): Remembered => {
  try {
    const parsed = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    // None yet, or damaged: nothing in it is worth a question.
    return {};
  }
};

/** Opens `shell.json` in a folder. Read and written at once: hardware acceleration is decided before Electron is ready. */
export const openPreferences = (folder: string): Preferences => {
  const path = join(folder, 'shell.json');
  let held = read(path);
  return {
    get: () => held,
    set: (change) => {
      held = { ...held, ...change };
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.tmp`, JSON.stringify(held), { mode: 0o600 });
        renameSync(`${path}.tmp`, path);
      } catch {
        // A full or read-only disk: remembered until the program ends.
      }
    },
  };
};
