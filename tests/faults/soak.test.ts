import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FULL, tell } from '../helpers/faults';
import { removeFolder, temporaryFolder } from '../helpers/places';
import { openReader } from '../helpers/reader';
import { STOPS_OF_TOUR, prepareTour, tour } from '../helpers/tour';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

/**
 * Tours until caches are full, and tours over which nothing may grow any more. Nodes and listeners are at rest after the
 * first three, memory after some thirty, so the short form does not judge it.
 */
const [WARM, TOURS] = FULL ? [30, 200] : [3, 6];

/** The full form goes on for this long, however fast the machine is. Milliseconds. */
const LEAST = FULL ? 30 * 60_000 : 0;

interface Weight {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the page holds once everything that can be let go has been. */
const weigh = async (devTools: CDPSession): Promise<Weight> => {
  // A first collection lets go of what the second one then finds free.
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await devTools.send('Memory.getDOMCounters');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
};

/** Tours the views and weighs the page always at the same place. */
const walk = async (page: Page, devTools: CDPSession, from: number, count: number): Promise<Weight> => {
  for (let round = from; round < from + count; round += 1) await tour(page, round);
  return weigh(devTools);
};

it(
  `${TOURS} tours of all views: memory, listeners and nodes stay (R20)`,
  { timeout: FULL ? 60 * 60_000 : 240_000 },
  async () => {
    const reader = await openReader('loopback', { folder });
    const { page } = reader;
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('DOM.enable');
    await prepareTour(page);
    const first = await walk(page, devTools, 0, WARM);
    const since = performance.now();
    let done = 0;
    let last = first;
    while (done < TOURS || performance.now() - since < LEAST) {
      // By threes: each tour opens another of three reports.
      last = await walk(page, devTools, WARM + done, 3);
      done += 3;
    }
    const more = (part: keyof Weight): number => (last[part] - first[part]) / done;
    const grown = { bytes: more('bytes'), nodes: more('nodes'), listeners: more('listeners') };
    const words = Object.entries(grown).map(([part, each]) => `${each.toFixed(1)} ${part}`);
    const whole = `${(last.bytes / 2 ** 20).toFixed(1)} MB, ${last.nodes} nodes, ${last.listeners} listeners`;
    tell('R20', 'views', done * STOPS_OF_TOUR, 0, `${whole}; more by each tour: ${words.join(', ')}`);
    expect(grown.nodes).toBeLessThan(1);
    expect(grown.listeners).toBeLessThan(1);
    // 50 MB an hour, at a tour in three seconds.
    if (FULL) expect(grown.bytes).toBeLessThan(40_000);
    expect(reader.errors).toEqual([]);
    expect(reader.foreign).toEqual([]);
    await reader.close();
  },
);
