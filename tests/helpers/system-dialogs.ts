import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { vi } from 'vitest';
import type * as StandInModule from './electron-stand-in';

/** A file a person has: by its name and content. */
export interface OwnFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface SavedFile {
  /** As the reader proposes it. */
  readonly name: string;
  readonly bytes: Buffer;
}

type StandIn = Pick<typeof StandInModule, 'person' | 'openWindows'>;

type Act = () => Promise<unknown>;

/** The person at the dialogs for files and for the printer, whichever host opens them. */
export interface SystemDialogs {
  /** Chooses files where `act` makes the reader ask for some. */
  choose(files: readonly OwnFile[], act: Act): Promise<void>;
  /** Accepts the place and name where `act` makes the reader save a file. */
  save(act: Act): Promise<SavedFile>;
  /** Prints where `act` makes the reader ask the printer. */
  print(act: Act): Promise<void>;
}

/** Writes files into a folder of their own; their paths. */
const laid = async (folder: string, files: readonly OwnFile[]): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    files.map(async ({ name, content }) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    }),
  );
};

/** A file as soon as it stands whole at the place that has been accepted. */
const written = (placeOf: () => string | Promise<string>): Promise<SavedFile> =>
  vi.waitFor(
    async () => {
      const path = await placeOf();
      return { name: basename(path), bytes: await readFile(path) };
    },
    { timeout: 15_000 },
  );

/** The browser's own chooser and download. */
export const browserDialogs = (page: Page, folder: string): SystemDialogs => ({
  choose: async (files, act) => {
    const chooser = page.waitForEvent('filechooser');
    await act();
    await (await chooser).setFiles([...(await laid(join(folder, 'chosen'), files))]);
  },
  save: async (act) => {
    const download = page.waitForEvent('download');
    await act();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  },
  print: async (act) => {
    await page.evaluate(() => {
      window.print = () => document.documentElement.toggleAttribute('data-printed', true);
    });
    await act();
    await page.waitForSelector('html[data-printed]');
    await page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
  },
});

export const standInDialogs = ({ person, openWindows }: StandIn, folder: string): SystemDialogs => ({
  choose: async (files, act) => {
    const asked = person.asked.length;
    person.opens = await laid(join(folder, 'chosen'), files);
    await act();
    await vi.waitFor(() => {
      if (!person.asked.slice(asked).some(({ kind }) => kind === 'open'))
        throw new Error('Nobody has been asked to open a file.');
    }, 15_000);
  },
  save: async (act) => {
    const chosen = { path: '' };
    person.savesTo = (proposed) => (chosen.path = join(folder, basename(proposed)));
    await act();
    return written(() => chosen.path);
  },
  print: async (act) => {
    const prints = (): number => openWindows()[0]?.webContents.prints ?? 0;
    const before = prints();
    await act();
    await vi.waitFor(() => {
      if (prints() === before) throw new Error('Nothing has been printed.');
    }, 15_000);
  },
});

/** Electron's dialogs are the system's own: no test can press their buttons, so the answer is put in their place. */
export const electronDialogs = (program: ElectronApplication, folder: string): SystemDialogs => ({
  choose: async (files, act) => {
    const filePaths = [...(await laid(join(folder, 'chosen'), files))];
    await program.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
    }, filePaths);
    await act();
  },
  save: async (act) => {
    await program.evaluate(({ dialog }, place) => {
      dialog.showSaveDialog = (...given: readonly unknown[]) => {
        const { defaultPath } = given.at(-1) as { readonly defaultPath: string };
        const filePath = `${place}/${defaultPath.split(/[/\\]/).at(-1) ?? ''}`;
        Object.assign(globalThis, { saved: filePath });
        return Promise.resolve({ canceled: false, filePath });
      };
    }, folder);
    await act();
    return written(() => program.evaluate(() => (globalThis as { saved?: string }).saved ?? ''));
  },
  print: async (act) => {
    await program.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('The program has no window.');
      window.webContents.print = (_options, printed) => {
        Object.assign(globalThis, { printed: true });
        printed?.(true, '');
      };
    });
    await act();
    await vi.waitFor(async () => {
      const printed = await program.evaluate(() => (globalThis as { printed?: boolean }).printed === true);
      if (!printed) throw new Error('Nothing has been printed.');
    }, 15_000);
  },
});
