import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchElectron } from '../../../scripts/fetch-electron.mjs';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;
let server: Server;
let asked: string[];
let address: string;

/** A mirror, or a proxy, that sends a megabyte of nothing for whatever is asked. */
beforeEach(async () => {
  folder = await temporaryFolder();
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-length': 1 << 20 }).end(Buffer.alloc(1 << 20));
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  await removeFolder(folder);
});

/** As `npm start` fetches, with these variables; what it said and why nothing came. */
const fetchWith = async (env: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries({ XDG_CACHE_HOME: folder, ...env })) vi.stubEnv(name, value);
  const said: string[] = [];
  const why = await fetchElectron((line) => said.push(line), process.env, join(folder, 'mark'));
  return { said, why };
};

describe('fetching Electron (F19)', () => {
  it('goes to the mirror that is named, tells how far it is, takes nothing with another sum, and pauses', async () => {
    const mirror = { ELECTRON_MIRROR: `${address}/electron/` };
    const first = await fetchWith(mirror);
    expect(asked).toEqual([expect.stringMatching(/^\/electron\/v\d+\.\d+\.\d+\/electron-v.+\.zip$/)]);
    expect(first.said[0]).toContain(`正在从 ${address}/electron/ 下载 Electron`);
    expect(first.said.at(-1)).toMatch(/^ {2}已下载 100%/);
    expect(first.why).toMatch(/^没有 Electron，下载没有完成（.*checksum/);
    const second = await fetchWith(mirror);
    expect(second.said).toEqual([]);
    expect(second.why).toMatch(/今天从 .* 没有下载成（可以用 ELECTRON_MIRROR 指一个镜像）/);
    expect(asked).toHaveLength(1);
    // Another mirror is tried at once.
    await fetchWith({ ELECTRON_MIRROR: `${address}/other/` });
    expect(asked).toHaveLength(2);
  });

  it('says which door is closed, and by what it can be gone round', async () => {
    server.close();
    const { said, why } = await fetchWith({ ELECTRON_MIRROR: `${address}/electron/` });
    expect(said).toEqual([]);
    expect(why).toBe(
      `没有 Electron，连不上 ${address.slice('http://'.length)}（可以用 ELECTRON_MIRROR 指一个镜像，用 HTTPS_PROXY 指代理）`,
    );
  });

  it('goes through the proxy of the environment', async () => {
    const { why } = await fetchWith({
      HTTP_PROXY: address,
      ELECTRON_MIRROR: 'http://mirror.invalid/electron/',
    });
    expect(asked).toEqual(['CONNECT mirror.invalid:80']);
    expect(why).toMatch(/^没有 Electron，下载没有完成/);
  });
});
