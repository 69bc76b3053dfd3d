import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readToken } from '../../src/main/loopback/secret';
import { askHolder } from '../../src/main/services/lock';
import type {} from '../fixtures/notes-page/main';
import { runLoopbackProcess, type LoopbackProcess, type LoopbackWish } from './loopback-process';
import { openOwnBrowser, type OwnBrowser } from './own-browser';
import { freePort } from './places';

/** A host over a folder, with the page of the fixtures that has the reader's notes and no views. */
export interface NotesPlace {
  readonly folder: string;
  readonly port: number;
  readonly origin: string;
  /** Starts the host again, as it is or otherwise. */
  restart(wish?: LoopbackWish): Promise<void>;
  host(): LoopbackProcess;
  /** An address with a ticket of the running host, as a second `npm start` gives it. */
  address(): Promise<string>;
  /** A browser on a profile of its own below the folder; a killed one may not have kept its permission, so each comes with a ticket. */
  openBrowser(address?: string): Promise<OwnBrowser>;
  close(): Promise<void>;
}

export interface NotesPlaceOptions {
  /** Folder of `buildHostPage('notes-page')`. */
  readonly root: string;
  /** Folder of notes. */
  readonly folder: string;
  /** Where the browser keeps its profile; the notes' folder where none is given. */
  readonly profiles?: string;
  readonly port?: number;
  readonly wish?: LoopbackWish;
}

/** The notes are there, or it is said why not. */
export const ready = (page: Page): Promise<void> => page.getByText('ready').waitFor({ timeout: 30_000 });

export const openNotesPlace = async (options: NotesPlaceOptions): Promise<NotesPlace> => {
  const { root, folder, profiles = folder } = options;
  const port = options.port ?? (await freePort());
  const start = (wish?: LoopbackWish): Promise<LoopbackProcess> =>
    runLoopbackProcess(folder, port, join(root, 'out', 'renderer'), wish);
  let host = await start(options.wish);
  const address = async (): Promise<string> => {
    const given = await askHolder(folder, (await readToken(folder)) ?? '');
    if (given === '') throw new Error('The host gives no address.');
    return given;
  };
  return {
    folder,
    port,
    origin: `http://127.0.0.1:${port}`,
    host: () => host,
    restart: async (wish) => {
      await host.stop();
      host = await start(wish);
    },
    address,
    openBrowser: async (wanted) => {
      const browser = await openOwnBrowser(profiles, wanted ?? (await address()));
      try {
        await ready(browser.page);
      } catch (error) {
        await browser.kill();
        throw error;
      }
      return browser;
    },
    close: async () => void (await host.stop()),
  };
};

/** Makes so many notes in one go, `第0条` and on or from another number; journal and copy hold them then. */
export const fillNotes = (page: Page, count: number, from = 0): Promise<void> =>
  page.evaluate(
    async ([many = 0, first = 0]) => {
      const { notes } = window.notesPage;
      const time = new Date().toISOString();
      notes.getState().add(
        Array.from({ length: many }, (_, i) => ({
          id: `n${first + i}`,
          body: { text: `第${first + i}条`, tags: [], colour: '藤黄' as const, underline: false },
          targets: [],
          created: time,
          modified: time,
        })),
      );
      await window.notesPage.settled();
    },
    [count, from],
  );

export interface ShownNotes {
  /** Every note as the window holds it, by id. */
  readonly notes: Readonly<Record<string, string>>;
  readonly restored: number;
  /** Code of the copy's fault, or null. */
  readonly copy: string | null;
}

/** What a window shows now. */
export const shownNotes = (page: Page): Promise<ShownNotes> =>
  page.evaluate(() => {
    const { restored, copyFault, byId } = window.notesPage.notes.getState();
    return {
      notes: Object.fromEntries([...byId].map(([id, { annotation }]) => [id, JSON.stringify(annotation)])),
      restored,
      copy: copyFault?.code ?? null,
    };
  });

/** Notes in the browser's copy when everything under way is done; -1 where there is no copy. */
export const copiedNotes = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await window.notesPage.settled();
    return (await window.notesPage.connection.current()?.notes.count()) ?? -1;
  });

/** Ids of notes that are not there, or not as they were. */
export const lostNotes = (wanted: ShownNotes['notes'], there: ShownNotes['notes']): readonly string[] =>
  Object.keys(wanted).filter((id) => there[id] !== wanted[id]);
