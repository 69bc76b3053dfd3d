/**
 * How long the built reader takes to a usable shelf, beside an empty React page in the same browser in the same run.
 * Cold: a fresh profile each time. Warm: the same profile again. Rounds are interleaved; medians are printed.
 * Bounds: cold under 3 times the empty page, warm under 1.8 times.
 * The longest report is opened twice: at once, while the program's later parts still load, and once they are there, as a hand does.
 */
import react from '@vitejs/plugin-react';
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchProfile } from '../../tests/helpers/browser';
import { runLoopbackProcess } from '../../tests/helpers/loopback-process';
import { BUILT_PAGES, ROOT, freePort, removeFolder, temporaryFolder } from '../../tests/helpers/places';
import { inNewPage, median, timeAfterClick, timeToShow } from './measure';

const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

const serveEmptyPage = async (folder: string, port: number): Promise<Server> => {
  await build({
    root: join(ROOT, 'bench', 'startup', 'empty'),
    base: './',
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/').split('?')[0]!;
    readFile(join(folder, path)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
};

interface Round {
  readonly empty: readonly [cold: number, warm: number];
  readonly reader: readonly [cold: number, warm: number];
  readonly longest: readonly [atOnce: number, settled: number];
}

const LONGEST = '.cover[data-report="chuanhui-2024"]';
const SHELF = '.cover[data-report]';

/** A fresh profile and a fresh host, since the address a host gives opens one window. */
const measureRound = async (emptyAddress: string, port: number): Promise<Round> => {
  const folder = await temporaryFolder();
  const context = await launchProfile(folder);
  const host = await runLoopbackProcess(join(folder, 'data'), port, BUILT_PAGES);
  try {
    if (!host.started.ok) throw new Error(host.started.fault.reason);
    const readerAddress = host.started.value.address;
    // A first page takes the browser's own start upon itself.
    await inNewPage(context, (page) => page.goto('about:blank'));
    const show = (address: string, selector: string) =>
      inNewPage(context, (page) => timeToShow(page, address, selector));
    // The window stays until the host has let it in: an address opens one window, and this profile needs three.
    const showReader = () =>
      inNewPage(context, async (page) => {
        const time = await timeToShow(page, readerAddress, SHELF);
        await page.getByText('已保存').waitFor();
        return time;
      });
    const emptyCold = await show(emptyAddress, '#root h1');
    const readerCold = await showReader();
    const emptyWarm = await show(emptyAddress, '#root h1');
    const readerWarm = await showReader();
    const openLongest = (settle: (page: Page) => Promise<void>) =>
      inNewPage(context, async (page) => {
        await timeToShow(page, readerAddress, SHELF);
        await settle(page);
        return timeAfterClick(page, LONGEST, '.text .prose');
      });
    const atOnce = await openLongest(() => Promise.resolve());
    const settled = await openLongest((page) => page.waitForLoadState('networkidle'));
    return {
      empty: [emptyCold, emptyWarm],
      reader: [readerCold, readerWarm],
      longest: [atOnce, settled],
    };
  } finally {
    await context.close();
    await host.stop();
    await removeFolder(folder);
  }
};

const folder = await temporaryFolder();
const [emptyPort, readerPort] = [await freePort(), await freePort()];
const empty = await serveEmptyPage(join(folder, 'empty'), emptyPort);
const rounds: Round[] = [];
try {
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await measureRound(`http://127.0.0.1:${emptyPort}/`, readerPort));
} finally {
  empty.close();
  await removeFolder(folder);
}

const row = (label: string, index: 0 | 1, bound: number) => {
  const base = median(rounds.map((round) => round.empty[index]));
  const own = median(rounds.map((round) => round.reader[index]));
  const ratio = own / base;
  console.log(
    `${label}: 空白 React 页 ${base.toFixed(0)} ms，对读书架 ${own.toFixed(0)} ms，${ratio.toFixed(2)} 倍（上限 ${bound}）${ratio < bound ? '' : ' 超出'}`,
  );
  return ratio < bound;
};
console.log(`${ROUNDS} 轮中位数`);
const held = [row('冷启动', 0, 3), row('热启动', 1, 1.8)];
const opening = (index: 0 | 1): string => median(rounds.map(({ longest }) => longest[index])).toFixed(0);
console.log(`打开最长的一篇: 书架一出就点 ${opening(0)} ms，书架静下来再点 ${opening(1)} ms`);
process.exitCode = held.every(Boolean) ? 0 : 1;
