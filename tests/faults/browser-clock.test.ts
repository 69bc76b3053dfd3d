import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tell, times } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { openNotesPlace, ready, type NotesPlace } from '../helpers/notes-place';
import { removeFolder, temporaryFolder } from '../helpers/places';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

/** What happens to clock and zone while notes are written: before and after, in the page and in the host. */
interface Change {
  readonly zones: readonly [before: string, after: string];
  /** The time of day that is shown in place of the true one. */
  readonly start?: string;
  /** How far the clock jumps, in milliseconds. */
  readonly jump: number;
}

const CHANGES: Readonly<Record<string, Change>> = {
  'another zone and a wrong clock': { zones: ['UTC', 'Asia/Shanghai'], jump: 8 * HOUR },
  'a flight to another zone': { zones: ['Asia/Shanghai', 'America/Los_Angeles'], jump: 0 },
  'an hour back while writing': { zones: ['Asia/Shanghai', 'Asia/Shanghai'], jump: -HOUR },
  'the end of summer time': {
    zones: ['Europe/Berlin', 'Europe/Berlin'],
    start: '2026-10-25T00:59:58Z',
    jump: 0,
  },
  'the beginning of summer time': {
    zones: ['Europe/Berlin', 'Europe/Berlin'],
    start: '2027-03-28T00:59:58Z',
    jump: 0,
  },
  'ten years back': { zones: ['Asia/Shanghai', 'Asia/Shanghai'], jump: -10 * YEAR },
  'ten years ahead': { zones: ['Asia/Shanghai', 'Asia/Shanghai'], jump: 10 * YEAR },
  'over the date line': { zones: ['Pacific/Kiritimati', 'Pacific/Pago_Pago'], jump: 0 },
  'the last minute of a year': {
    zones: ['Asia/Shanghai', 'America/New_York'],
    start: '2026-12-31T15:59:58Z',
    jump: 0,
  },
  'back before the epoch of computers': { zones: ['Asia/Shanghai', 'UTC'], jump: -60 * YEAR },
};

/** Versions of the note, and snapshots, on each side of the change. */
const EDITS = 6;
const SNAPSHOTS = 3;

let root: string;

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

/** The page's clock is wrong by so much from now on; its timers go on. */
const setClock = (page: Page, shift: number): Promise<unknown> =>
  page.evaluate(`
    globalThis.RealDate ??= Date;
    globalThis.Date = class extends RealDate {
      constructor(...parts) { super(...(parts.length > 0 ? parts : [RealDate.now() + ${shift}])); }
      static now() { return RealDate.now() + ${shift}; }
    };
  `);

/** Writes versions `from` and on of one note, two windows in turn, and makes snapshots. */
const write = async (pages: readonly Page[], id: string, from: number): Promise<void> => {
  for (let edit = from; edit < from + EDITS; edit += 1)
    await pages[edit % pages.length]?.evaluate(
      async ([note = '', text = '']) => {
        const { notes } = window.notesPage;
        while (
          !notes.getState().byId.has(note) ||
          notes.getState().byId.get(note)?.annotation.body.text !== String(Number(text) - 1)
        )
          await new Promise(requestAnimationFrame);
        notes.getState().change([note], { body: { text } });
        await window.notesPage.settled();
      },
      [id, String(edit)],
    );
  for (let count = 0; count < SNAPSHOTS; count += 1)
    await pages[0]?.evaluate(async () => {
      const made = await window.notesPage.host.snapshots.make('manual');
      if (!made.ok) throw new Error(made.fault.reason);
    });
};

interface After {
  readonly texts: readonly (string | undefined)[];
  readonly shown: string;
  readonly conflicts: number;
  readonly order: readonly number[];
  readonly snapshots: readonly number[];
  /** When the last version and the last snapshot were made, by the clocks of page and host. */
  readonly clocks: readonly string[];
}

/** What a fresh window of a fresh host shows of the note. */
const lookAt = (page: Page, id: string): Promise<After> =>
  page.evaluate(async (note) => {
    const { notes, host } = window.notesPage;
    const found = notes.getState().byId.get(note);
    const entries = await host.journal.read(0);
    const list = await host.snapshots.list();
    if (!found || !entries.ok || !list.ok) throw new Error('The note is gone.');
    return {
      texts: found.record.versions.map(({ annotation }) => annotation?.body.text),
      shown: found.annotation.body.text,
      conflicts: found.conflicts.length,
      order: entries.value.map(({ seq }) => seq),
      snapshots: list.value.snapshots.map(({ serial }) => serial),
      clocks: [found.annotation.modified, list.value.snapshots[0]?.time ?? ''],
    };
  }, id);

const live = async (place: NotesPlace, { zones, start, jump }: Change): Promise<After> => {
  const shift = start ? Date.parse(start) - Date.now() : 0;
  const [before, after] = zones;
  await place.restart({
    env: { TZ: before, DUIDU_TEST_CLOCK: `${shift},${shift + jump}` },
    before: 'wrong-clock.mjs',
  });
  const browser = await place.openBrowser();
  const other = await browser.page.context().newPage();
  await other.goto(await place.address());
  await ready(other);
  const pages = [browser.page, other];
  // One session a window for all of it: the zone belongs to the session that has set it.
  const sessions = await Promise.all(pages.map((page) => page.context().newCDPSession(page)));
  const change = async (timezoneId: string, wrong: number): Promise<void> => {
    for (const session of sessions) await session.send('Emulation.setTimezoneOverride', { timezoneId });
    for (const page of pages) await setClock(page, wrong);
  };
  await change(before, shift);
  const id = await browser.page.evaluate(async () => {
    const made = window.notesPage.notes.getState().create([], { text: '0' });
    await window.notesPage.settled();
    return made;
  });
  await write(pages, id, 1);
  place.host().child.kill('SIGUSR2');
  await change(after, shift + jump);
  await write(pages, id, 1 + EDITS);
  for (const page of pages)
    expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(after);
  await browser.kill();
  await place.restart({ env: { TZ: after } });
  const again = await place.openBrowser();
  const seen = await lookAt(again.page, id);
  await again.kill();
  // The clocks were wrong indeed, when all was done.
  for (const clock of seen.clocks)
    expect(Math.abs(Date.parse(clock) - Date.now() - shift - jump)).toBeLessThan(MINUTE);
  return seen;
};

describe('a clock and a zone that change while notes are written (R13)', () => {
  const kinds = Object.entries(CHANGES).slice(0, times(1, 10));

  it(
    `${kinds.length} ways: order follows the numbers of the journal`,
    { timeout: kinds.length * 60_000 },
    async () => {
      const lost: string[] = [];
      for (const [name, change] of kinds) {
        const folder = await temporaryFolder();
        const place = await openNotesPlace({ root, folder });
        const { texts, shown, conflicts, order, snapshots } = await live(place, change).finally(() =>
          place.close(),
        );
        await removeFolder(folder);
        const wanted = Array.from({ length: 2 * EDITS + 1 }, (_, i) => String(i));
        if (JSON.stringify(texts) !== JSON.stringify(wanted)) lost.push(`${name}: ${texts.join()}`);
        expect([shown, conflicts], name).toEqual([String(2 * EDITS), 0]);
        expect(order, name).toEqual(wanted.map((_, i) => i + 1));
        expect(snapshots.length, name).toBeGreaterThanOrEqual(2 * SNAPSHOTS);
        expect(snapshots, name).toEqual([...snapshots].sort((a, b) => b - a));
      }
      tell('R13', 'clock and zone change under two windows and their host', kinds.length, lost);
    },
  );
});
