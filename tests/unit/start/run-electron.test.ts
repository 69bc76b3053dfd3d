import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doorOf, tellProgress } from '../../../scripts/fetch-electron.mjs';
import { runElectron } from '../../../scripts/run-electron.mjs';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

/** A program in Electron's place. */
const program = async (body: string): Promise<string> => {
  const path = join(folder, 'electron.sh');
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
};

describe('running Electron', () => {
  it.each([
    ['its window shows', 'echo "duidu: window"; exit 0', { code: 0, why: null }],
    ['another start has the window', 'echo "duidu: second"; exit 0', { code: 0, why: null }],
    ['its window shows and it crashes later', 'echo "duidu: window"; kill -SEGV $$', { code: 1, why: null }],
    [
      'it dies of the signal a missing sandbox gives (F5)',
      'kill -TRAP $$',
      { code: 1, why: 'Electron 没有显示窗口就结束了（SIGTRAP）' },
    ],
    [
      'it names the sandbox',
      'echo "FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found" >&2; kill -TRAP $$',
      { code: 1, why: 'Electron 的沙箱在这台机器上用不了' },
    ],
    ['it ends without a word', 'exit 0', { code: 0, why: 'Electron 没有显示窗口就结束了（0）' }],
    ['it shows nothing', 'exec sleep 60', { code: 1, why: 'Electron 半分钟没有显示窗口' }],
  ])('when %s', async (_what, body, expected) => {
    expect(await runElectron(await program(body), folder, { latest: 1_000 })).toEqual(expected);
  });

  it('that is not there says so', async () => {
    const { code, why } = await runElectron(join(folder, 'none'), folder);
    expect([code, why]).toEqual([1, expect.stringMatching(/^Electron 没有启动（.*ENOENT/)]);
  });

  it('asks for X11 where there is one, and does not let it run as Node (F4, F19)', async () => {
    const path = await program(`echo "$@ [$ELECTRON_RUN_AS_NODE]" > "${folder}/args"; echo "duidu: window"`);
    const { readFile } = await import('node:fs/promises');
    const args = async (env: Record<string, string>): Promise<string> => {
      await runElectron(path, '/root', { env: { PATH: process.env['PATH'] ?? '', ...env } });
      return (await readFile(join(folder, 'args'), 'utf8')).trim();
    };
    const x11 = process.platform === 'linux' ? '--ozone-platform=x11 ' : '';
    expect(await args({ DISPLAY: ':0', ELECTRON_RUN_AS_NODE: '1' })).toBe(`${x11}/root []`);
    expect(await args({})).toBe('/root []');
  });
});

describe('fetching Electron', () => {
  it.each([
    [{}, 'github.com:443'],
    [{ ELECTRON_MIRROR: 'https://npmmirror.com/mirrors/electron/' }, 'npmmirror.com:443'],
    [{ ELECTRON_MIRROR: 'http://nexus:8081/electron/' }, 'nexus:8081'],
    [{ npm_config_electron_mirror: 'http://nexus/electron/' }, 'nexus:80'],
    [{ HTTPS_PROXY: 'http://proxy:3128', ELECTRON_MIRROR: 'http://nexus:8081/' }, 'proxy:3128'],
  ])('knocks at the door that will be used: %o → %s (F19)', (env, expected) => {
    const { host, port } = doorOf(env);
    expect(`${host}:${port}`).toBe(expected);
  });

  it('tells every tenth once', () => {
    const said: string[] = [];
    const tell = tellProgress((line) => said.push(line));
    const total = 110 * 2 ** 20;
    for (let at = 0; at <= 100; at += 1) tell({ transferred: (total * at) / 100, total });
    tell({ transferred: 1, total: null });
    expect(said).toHaveLength(10);
    expect(said[4]).toBe('  已下载 50%（55 / 110 MB）');
  });
});
