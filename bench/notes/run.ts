// `npm run bench:notes`: what keeping notes costs, beside the bare operations it rests on, in the same run.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ulid } from 'ulid';
import { buildIfStale } from '../../scripts/build.mjs';
import { openKeeping } from '../../src/main/services/open-services';
import type { JournalDraft } from '../../src/shared/host';
import type { Annotation } from '../../src/shared/report';
import { buildHostPage, removeHostPage } from '../../tests/helpers/host-page';
import { runLoopbackProcess } from '../../tests/helpers/loopback-process';
import { openOwnBrowser } from '../../tests/helpers/own-browser';
import { freePort, removeFolder, temporaryFolder } from '../../tests/helpers/places';
import { SAVE, START, TYPE_SEARCH } from './in-page';
import { longestTask } from '../trace';

const NOTES = 10_000;
const SAVES = 300;
const FRAME = 1_000 / 60;

/** What the page says of its start: how long it took (ms), and how many notes there are. */
interface Start {
  readonly took: number;
  readonly notes: number;
}

const SENTENCE =
  '全年港口货物吞吐量完成5205万吨、增长27.5%，集装箱吞吐量突破10万标箱，周口中心港成为全国内河航运第二大港。';

const annotation = (number: number): Annotation => {
  const time = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  return {
    id: ulid(),
    body: {
      text: `第 ${number} 条：${SENTENCE.slice(0, 20 + (number % 30))}`,
      tags: ['港航'],
      colour: '石青',
      underline: false,
    },
    targets: [
      {
        report: 'zhoukou-2025',
        source: '0'.repeat(64),
        position: { start: number, end: number + 12 },
        quote: { exact: SENTENCE.slice(0, 12), prefix: SENTENCE.slice(0, 64), suffix: SENTENCE.slice(12) },
        sentence: { text: SENTENCE, start: number },
      },
    ],
    created: time,
    modified: time,
  };
};

const creation = (number: number): JournalDraft => {
  const note = annotation(number);
  const payload = { v: 1, annotation: note, resolves: [] };
  return {
    id: ulid(),
    noteId: note.id,
    kind: 'create',
    baseRev: null,
    writer: 'bench',
    time: note.created,
    payload: payload as never,
  };
};

const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** The floor of any durable save: the same bytes, appended and flushed, on the same disk. */
const bareAppends = async (folder: string): Promise<number[]> => {
  const handle = await open(join(folder, 'bare.log'), 'a');
  const times: number[] = [];
  for (let i = 0; i < SAVES; i += 1) {
    const bytes = Buffer.from(`${JSON.stringify(creation(i))}\n`);
    const since = performance.now();
    await handle.write(bytes);
    await handle.datasync();
    times.push(performance.now() - since);
  }
  await handle.close();
  return times;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

const fillJournal = async (folder: string): Promise<void> => {
  const keeping = await openKeeping(folder, '');
  if (!keeping.ok) throw new Error(keeping.fault.reason);
  const { journal, snapshots, space } = keeping.value;
  const added = await journal.append(Array.from({ length: NOTES }, (_, i) => creation(i)));
  if (!added.ok) throw new Error(added.fault.reason);
  const took = await timed(() => snapshots.make('manual'));
  console.log(`snapshot of ${NOTES} notes, written and read back: ${ms(took)}`);
  await snapshots.close();
  await journal.close();
  await space.settled();
};

/** What has been measured against its limit so far. */
const results: boolean[] = [];

const check = (what: string, value: number, limit: number): void => {
  results.push(value <= limit);
  console.log(`${value <= limit ? 'holds' : 'FAILS'}  ${what}: ${ms(value)}, at most ${ms(limit)}`);
};

const checkStart = async (page: Page, what: string, address: string): Promise<void> => {
  await page.goto('about:blank');
  const longest = await longestTask(page, async () => {
    await page.goto(address);
    await page.getByText('ready').waitFor({ timeout: 60_000 });
    // The copy is written after the notes are there.
    await page.waitForTimeout(2_000);
  });
  const { took, notes } = await page.evaluate<Start>(START);
  if (notes !== NOTES) throw new Error(`${notes} notes instead of ${NOTES}`);
  check(`${NOTES} notes ${what}`, took, 2_000);
  check(`${NOTES} notes ${what}, longest task (processor)`, longest, 50);
};

const checkList = async (page: Page): Promise<void> => {
  let all = 0;
  const longest = await longestTask(page, async () => {
    all = await page.evaluate<number>(TYPE_SEARCH);
  });
  const what = `list ${NOTES} notes after a change and look through all their words`;
  check(`${what}, longest task (processor)`, longest, 50);
  console.log(`       the same, in all: ${ms(all)}`);
};

const checkSaves = async (page: Page, folder: string): Promise<void> => {
  const bare = await bareAppends(folder);
  const saves = await page.evaluate<readonly number[]>(SAVE.replace('COUNT', String(SAVES)));
  bare.push(...(await bareAppends(folder)));
  const floor = share(bare, 0.95);
  console.log(`bare append + fdatasync: p50 ${ms(share(bare, 0.5))}, p95 ${ms(floor)}`);
  console.log(`note shown as saved: p50 ${ms(share(saves, 0.5))}`);
  check('note shown as saved, p95', share(saves, 0.95), 3 * floor + FRAME);
};

const run = async (): Promise<void> => {
  const [folder, port, root] = [await temporaryFolder(), await freePort(), await buildHostPage('notes-page')];
  await fillJournal(folder);
  const host = await runLoopbackProcess(folder, port, join(root, 'out', 'renderer'));
  if (!host.started.ok) throw new Error(host.started.fault.reason);
  const browser = await openOwnBrowser(folder, 'about:blank');
  try {
    await checkStart(browser.page, 'rebuilt from the journal', host.started.value.address);
    await checkStart(browser.page, 'read from the copy', `http://127.0.0.1:${port}/`);
    await checkList(browser.page);
    await checkSaves(browser.page, folder);
  } finally {
    await browser.close();
    await host.stop();
    await removeHostPage(root);
    await removeFolder(folder);
  }
};

// The host is the built one.
if (!buildIfStale()) process.exit(1);
await run();
process.exitCode = results.every(Boolean) ? 0 : 1;
