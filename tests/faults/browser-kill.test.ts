import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../fixtures/notes-page/main';
import { FULL, tell, times } from '../helpers/faults';
import { buildHostPage, removeHostPage } from '../helpers/host-page';
import { openNotesPlace, ready, type NotesPlace } from '../helpers/notes-place';
import type { OwnBrowser } from '../helpers/own-browser';
import { removeFolder, temporaryFolder } from '../helpers/places';

const KILLS = times(8, 300);

/** So many lives of one notebook: some thousands of notes, as a busy reader has them. */
const LIVES = 20;

/** Every so many lives only an editor is open, long enough for its draft to be due. */
const TYPING = 4;

/** Every so many lives it is the page that crashes, and the browser goes on. */
const CRASHING = 5;

/** Milliseconds of typing that a crash may cost; a machine that runs other tests too is slower. */
const MOST_TYPED = FULL ? 1_000 : 3_000;

let root: string;

beforeAll(async () => {
  root = await buildHostPage('notes-page');
});

afterAll(() => removeHostPage(root));

/** Texts as `write` of the page makes them: nothing else may stand in a note. */
const whole = (text: string): boolean => {
  const [, count = '', filler = ''] = /^\d+-\d:(\d+) (批*)( 改)?$/u.exec(text) ?? [];
  return count !== '' && filler.length === Number(count) % 300;
};

interface Tally {
  acknowledged: number;
  drafts: number;
  /** Longest start of the notes, and longest typing lost, in ms. */
  opening: number;
  typing: number;
  readonly lost: string[];
  readonly torn: string[];
}

interface Life {
  readonly acknowledged: ReadonlySet<string>;
  /** Texts of the open editor, each with the time at which it was heard of. */
  readonly typed: readonly (readonly [text: string, at: number])[];
  readonly killed: number;
  /** The browser that goes on, or null where it has ended too. */
  readonly next: OwnBrowser | null;
}

/** Four writers, or one person who types, until the browser or its page is killed by `end`. */
const live = async (
  browser: OwnBrowser,
  life: number,
  moment: number,
  end: () => Promise<OwnBrowser | null>,
): Promise<Life> => {
  const acknowledged = new Set<string>();
  const typed: (readonly [string, number])[] = [];
  const { page } = browser;
  await page.exposeFunction('acknowledge', (text: string) => void acknowledged.add(text));
  await page.exposeFunction('typed', (text: string) => void typed.push([text, Date.now()]));
  const run = (work: 'write' | 'type', writer: string): void =>
    void page
      .evaluate(([how = '', name = '']) => window.notesPage[how as 'write'](name), [work, writer])
      .catch(() => undefined);
  const typing = life % TYPING === TYPING - 1;
  if (typing) run('type', `${life}-t`);
  else for (let writer = 0; writer < 4; writer += 1) run('write', `${life}-${writer}`);
  await new Promise((resolve) => setTimeout(resolve, typing ? moment + 1_500 : moment));
  const killed = Date.now();
  const next = await end();
  return { acknowledged, typed, killed, next };
};

/** How much of the typing is gone, in ms; what was typed in the last moments may not have been heard of. */
const typingLost = ({ typed, killed }: Life, drafts: readonly string[]): number => {
  const longest = typed.findLast(([text]) => drafts.includes(text));
  const next = typed[longest ? typed.indexOf(longest) + 1 : 0];
  return next ? killed - next[1] : 0;
};

const liveAll = async (place: NotesPlace, moments: readonly number[], tally: Tally): Promise<void> => {
  const kept = new Set<string>();
  let last: Life | null = null;
  for (const [life, moment] of [...moments, 0].entries()) {
    const browser: OwnBrowser = last?.next ?? (await place.openBrowser());
    await ready(browser.page);
    const there = await browser.page.evaluate(() => ({
      texts: window.notesPage.texts(),
      drafts: window.notesPage.drafts(),
      opening: window.notesPage.opening,
    }));
    tally.opening = Math.max(tally.opening, there.opening);
    const texts = new Set(there.texts);
    tally.lost.push(...[...kept].filter((text) => !texts.has(text)));
    tally.torn.push(...there.texts.filter((text) => !whole(text) && !/^\d+-t:$/.test(text)));
    if (last && last.typed.length > 0) {
      tally.typing = Math.max(tally.typing, typingLost(last, there.drafts));
      tally.drafts += 1;
    }
    if (life === moments.length) {
      await browser.kill();
      break;
    }
    last = await live(browser, life, moment, async () => {
      if (life % CRASHING === CRASHING - 1) return browser.crashPage(await place.address());
      await browser.kill();
      return null;
    });
    for (const text of last.acknowledged) kept.add(text);
  }
  tally.acknowledged += kept.size;
};

describe('a browser or a page of it killed while notes are written (R1)', () => {
  it(`${KILLS} times: nothing acknowledged is lost or torn`, { timeout: KILLS * 20_000 }, async () => {
    const moments = fc.sample(fc.integer({ min: 300, max: 1_200 }), { seed: 1, numRuns: KILLS });
    const tally: Tally = { acknowledged: 0, drafts: 0, opening: 0, typing: 0, lost: [], torn: [] };
    for (let from = 0; from < KILLS; from += LIVES) {
      const folder = await temporaryFolder();
      const place = await openNotesPlace({ root, folder });
      await liveAll(place, moments.slice(from, from + LIVES), tally).finally(() => place.close());
      await removeFolder(folder);
    }
    const { acknowledged, drafts, opening, typing, lost, torn } = tally;
    tell(
      'R1',
      'browser or page killed with 4 writers or an open editor',
      KILLS,
      lost,
      `${acknowledged} acknowledged, ${torn.length} torn; notes open in ${Math.round(opening)} ms at most; ` +
        `${drafts} editors, ${typing} ms of typing lost at most`,
    );
    expect(torn).toEqual([]);
    expect(acknowledged).toBeGreaterThan(KILLS);
    expect(drafts).toBe(Math.floor(KILLS / TYPING));
    expect(opening).toBeLessThan(5_000);
    expect(typing).toBeLessThanOrEqual(MOST_TYPED);
  });
});
