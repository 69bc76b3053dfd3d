// Inside a network of its own, whose only line leads nowhere: opens the reader as `npm start` does, goes through every
// view, and says on one line what the kernel has counted for all processes together.
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { appWindow } from '../../../src/browser/app-window.mjs';
import { browserPath, watchErrors } from '../browser';
import { runLoopbackProcess } from '../loopback-process';
import { BUILT_PAGES, freePort } from '../places';
import { STOPS_OF_TOUR, prepareTour, tour } from '../tour';
import { LINE } from './line';

const [folder = '', tours = '1', seconds = '10'] = process.argv.slice(2);

const numbersOf = (text: string, name: string): readonly number[] => {
  const line = text.split('\n').find((one) => one.trim().startsWith(name)) ?? '';
  return line.trim().slice(name.length).trim().split(/\s+/).map(Number);
};

/** Where `/proc/net/dev` has the packets an interface has sent. */
const SENT = 9;

/** Packets that any process here has sent to another machine; the kernel's own words of IPv6 are left out. */
const outward = async (): Promise<number> => {
  const devices = await readFile('/proc/net/dev', 'utf8');
  const six = await readFile(`/proc/net/dev_snmp6/${LINE}`, 'utf8');
  const [own = NaN] = numbersOf(six, 'Icmp6OutMsgs');
  return (numbersOf(devices, `${LINE}:`)[SENT] ?? NaN) - own;
};

/** The other ends of all TCP sockets of this network, as the kernel writes them. */
const peers = async (): Promise<readonly string[]> => {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  const rows = tables.flatMap((table) => table.trim().split('\n').slice(1));
  return rows.map((row) => row.trim().split(/\s+/)[2]?.split(':')[0] ?? '');
};

const since = performance.now();
const host = await runLoopbackProcess(folder, await freePort(), BUILT_PAGES);
if (!host.started.ok) throw new Error(host.started.fault.reason);
const { address } = host.started.value;
const { args, env } = appWindow(folder, address);
// As `npm start` opens it; the driver itself names profile and page.
const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
  executablePath: browserPath(),
  headless: true,
  args: ['--headless=new', '--disable-gpu', ...args.filter((one) => !/^--(user-data-dir|app)=/.test(one))],
  ignoreDefaultArgs: ['--disable-features', '--disable-background-networking', '--disable-component-update'],
  env: env,
});
const page = context.pages()[0] ?? (await context.newPage());
const errors = watchErrors(page);
await page.goto(address);
await prepareTour(page);
for (let round = 0; round < Number(tours); round += 1) await tour(page, round);
// A browser's own calls home start within its first seconds.
const seen = new Set<string>();
do {
  (await peers()).forEach((peer) => seen.add(peer));
  await new Promise((resolve) => setTimeout(resolve, 50));
} while (performance.now() - since < Number(seconds) * 1_000);
const counted = await outward();
// The counters count: one attempt by this process itself must show.
await new Promise((resolve) => {
  const socket = connect({ host: '192.0.2.1', port: 9 })
    .once('close', resolve)
    .once('error', () => undefined);
  socket.setTimeout(500, () => socket.destroy());
});
const control = await outward();
await context.close();
await host.stop();
process.stdout.write(
  `\n${JSON.stringify({ views: STOPS_OF_TOUR * Number(tours), counted, control, peers: [...seen], errors })}\n`,
);
process.exit(0);
