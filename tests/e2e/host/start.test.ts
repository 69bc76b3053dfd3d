import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserPath } from '../../helpers/browser';
import { readTraffic } from '../../helpers/net-log';
import { ROOT, freePort, removeFolder, temporaryFolder } from '../../helpers/places';
import { rawRequest, sendRaw } from '../../helpers/raw-http';

let folder: string;
let port: number;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
  port = await freePort();
});

afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await removeFolder(folder);
});

interface Started {
  readonly child: ChildProcess;
  /** Everything said so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Started => {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], {
    env: { PATH: process.env.PATH, HOME: folder, DUIDU_DATA: folder, DUIDU_PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  return { child, said: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
};

const says = ({ said }: Started, words: RegExp): Promise<void> =>
  vi.waitFor(() => expect(said()).toMatch(words), { timeout: 30_000, interval: 50 });

/** A program in place of the browser; it leaves its process id and arguments behind. */
const standInBrowser = async (rest: string): Promise<string> => {
  const path = join(folder, 'browser.sh');
  await writeFile(
    path,
    `#!/bin/sh\necho $$ > "${folder}/pid"\nprintf '%s\\n' "$@" > "${folder}/args"\n${rest}\n`,
  );
  await chmod(path, 0o755);
  return path;
};

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#ticket=[\w-]{43}/;

describe('npm start', () => {
  it('without a display says so, prints the address it serves, and ends by Ctrl+C', async () => {
    const reader = start([]);
    await says(reader, /这台机器没有图形界面，请在 Chromium、Chrome 或 Edge 里打开下面的地址。\n[^]*Ctrl\+C/);
    expect(reader.said()).toMatch(ADDRESS);
    expect(reader.said()).toContain(folder);
    const page = await sendRaw(port, rawRequest('GET', '/', [['Host', `127.0.0.1:${port}`]]));
    expect(page.status).toBe(200);
    reader.child.kill('SIGINT');
    expect(await reader.ended).toBe(0);
    await expect(sendRaw(port, '')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('while it runs already: says so and gives a new address of the same reader', async () => {
    const first = start(['--serve']);
    await says(first, ADDRESS);
    const second = start(['--serve']);
    expect(await second.ended).toBe(0);
    expect(second.said()).toMatch(/对读已经在运行/);
    expect(ADDRESS.exec(second.said())?.[0]).not.toBe(ADDRESS.exec(first.said())?.[0]);
  });

  it('with its port taken by something else: one clear sentence, no other port', async () => {
    const squatter = createServer().listen(port, '127.0.0.1');
    const reader = start(['--serve']);
    expect(await reader.ended).toBe(1);
    squatter.close();
    expect(reader.said()).toMatch(new RegExp(`^端口 ${port}：端口被别的程序占用，对读没有启动。[^\\n]+\\n$`));
  });

  it('with a display but no browser says which address to open', async () => {
    const reader = start(['--loopback'], { DISPLAY: ':77', DUIDU_BROWSER: join(folder, 'none') });
    await says(reader, /按要求用浏览器打开，请在 Chromium[^]*Ctrl\+C/);
    expect(reader.said()).toMatch(ADDRESS);
    reader.child.kill('SIGTERM');
    expect(await reader.ended).toBe(0);
  });

  it('handed over to a browser already open stays until Ctrl+C', async () => {
    const browser = await standInBrowser('exit 0');
    const reader = start(['--loopback'], { DISPLAY: ':77', DUIDU_BROWSER: browser });
    await says(reader, /窗口在已经打开的浏览器里/);
    expect((await sendRaw(port, rawRequest('GET', '/', [['Host', `127.0.0.1:${port}`]]))).status).toBe(200);
    reader.child.kill('SIGINT');
    expect(await reader.ended).toBe(0);
  });

  it('with an Electron that dies before its window shows says why and opens the browser instead (F5)', async () => {
    await writeFile(join(folder, 'electron'), '#!/bin/sh\nkill -TRAP $$\n', { mode: 0o755 });
    const browser = await standInBrowser('exit 0');
    const reader = start([], {
      DISPLAY: ':77',
      DUIDU_BROWSER: browser,
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      // Electron is not offered to root, as which tests may run.
      NODE_OPTIONS: '--import=data:text/javascript,process.getuid=()=>1000',
    });
    await says(reader, /Electron 没有显示窗口就结束了（SIGTRAP），在 .*browser\.sh 里打开。\n[^]*Ctrl\+C/);
    reader.child.kill('SIGINT');
    expect(await reader.ended).toBe(0);
  });

  it(
    'opens an app window that talks to nobody, and ends when the window does (S-25, S-26)',
    { timeout: 60_000 },
    async () => {
      const log = join(folder, 'net.json');
      const browser = await standInBrowser(
        `exec "${browserPath()}" --headless=new --disable-gpu --log-net-log="${log}" --net-log-capture-mode=Everything "$@"`,
      );
      const since = Date.now();
      const reader = start(['--loopback'], { DISPLAY: ':77', DUIDU_BROWSER: browser });
      const reports = (): Promise<void> =>
        vi.waitFor(async () => expect(await readFile(log, 'utf8')).toContain('/reports/chuanhui-2024.txt'), {
          timeout: 40_000,
          interval: 200,
        });
      await reports();
      const args = await readFile(join(folder, 'args'), 'utf8');
      expect(args).toMatch(new RegExp(`--app=http://127.0.0.1:${port}/#ticket=`));
      expect(args).not.toContain(await readFile(join(folder, 'loopback.token'), 'utf8'));
      // No bar over the window: neither for rules and proxies, nor for root, whom the one line tells instead.
      expect(args).not.toMatch(/host-resolver-rules|no-proxy-server/);
      const root = process.getuid?.() === 0;
      expect([args.includes('--test-type'), reader.said().includes('浏览器没有沙箱')]).toEqual([root, root]);
      // A browser's own calls home start within its first seconds; a window closed sooner counts as handed over.
      await vi.waitFor(() => expect(Date.now() - since).toBeGreaterThan(9_000), { timeout: 12_000 });
      process.kill(Number(await readFile(join(folder, 'pid'), 'utf8')), 'SIGTERM');
      expect(await reader.ended).toBe(0);
      const traffic = await readTraffic(log);
      console.log(
        `browser: ${traffic.connections.join(', ')}; datagrams sent: ${traffic.datagrams}; names looked up: ${traffic.lookups}`,
      );
      expect(traffic).toEqual({ connections: [`127.0.0.1:${port}`], datagrams: 0, lookups: 0 });
    },
  );
});
