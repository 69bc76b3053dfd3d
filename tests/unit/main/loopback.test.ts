import { mkdir, readFile, stat, writeFile, chmod, readdir } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoopbackHost } from '../../../src/main/loopback';
import { LOOPBACK_PORT, startLoopback } from '../../../src/main/loopback';
import { MAX_BODY } from '../../../src/main/loopback/body';
import { makeTickets, sameSecret, tokenPath } from '../../../src/main/loopback/secret';
import { faultSentence } from '../../../src/shared/fault';
import { CLIENT_HEADER, TOKEN_HEADER } from '../../../src/shared/host';
import { draft } from '../../helpers/journal-drafts';
import { freePort, removeFolder, temporaryFolder } from '../../helpers/places';
import { rawRequest, sendRaw } from '../../helpers/raw-http';
import { TRAVERSALS } from '../../helpers/traversals';

const SECRET = '外面的秘密 outside secret';

let folder: string;
let pages: string;
let port: number;
let host: LoopbackHost;
let token: string;

type Header = readonly [string, string];

const origin = (): string => `http://127.0.0.1:${port}`;

const own = (): readonly Header[] => [['Host', `127.0.0.1:${port}`]];

const callHeaders = (): readonly Header[] => [
  ...own(),
  ['Origin', origin()],
  ['Sec-Fetch-Site', 'same-origin'],
  [CLIENT_HEADER, '1'],
  ['Content-Type', 'application/json'],
  [TOKEN_HEADER, token],
];

const changed = (name: string, value: string | null): readonly Header[] => [
  ...callHeaders().filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
  ...(value === null ? [] : [[name, value] as const]),
];

const call = (name: string, input: unknown, headers: readonly Header[] = callHeaders()) =>
  sendRaw(port, rawRequest('POST', `/api/${name}`, headers, JSON.stringify(input)));

beforeAll(async () => {
  folder = await temporaryFolder();
  pages = join(folder, 'pages');
  await mkdir(pages);
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>对读</title>');
  await writeFile(join(folder, 'secret.txt'), SECRET);
  port = await freePort();
  const started = await startLoopback({ pages, folder: join(folder, 'data'), port });
  if (!started.ok) throw new Error(faultSentence(started.fault));
  host = started.value;
  token = await readFile(tokenPath(host.folder), 'utf8');
});

afterAll(async () => {
  await host.close();
  await removeFolder(folder);
});

describe('the address (S-27)', () => {
  it('is one fixed port', () => {
    expect(LOOPBACK_PORT).toBe(47_823);
  });

  it('is reachable on 127.0.0.1 only', async () => {
    const lan = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const address of [...lan.map((one) => one.address), '::1', '127.0.0.2']) {
      await expect(sendRaw(port, rawRequest('GET', '/', own()), address)).rejects.toThrow(
        /ECONNREFUSED|EADDRNOTAVAIL/,
      );
    }
  });

  it('taken by something else: a clear error and no other port', async () => {
    const taken = await freePort();
    const squatter = createServer().listen(taken, '127.0.0.1');
    const other = join(folder, 'other');
    const started = await startLoopback({ pages, folder: other, port: taken });
    squatter.close();
    expect(started.ok ? '' : faultSentence(started.fault)).toMatch(
      new RegExp(`^端口 ${taken}：端口被别的程序占用，对读没有启动。`),
    );
    // The folder is free again: the same start succeeds once the port is.
    const again = await startLoopback({ pages, folder: other, port: await freePort() });
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
  });

  it('of a host already running for the same person is given out again, with a new ticket', async () => {
    const second = await startLoopback({ pages, folder: host.folder, port });
    if (!second.ok) throw new Error(faultSentence(second.fault));
    expect(second.value.already).toBe(true);
    expect(second.value.address).not.toBe(host.address);
    expect(second.value.address).toMatch(new RegExp(`^${origin()}/#ticket=[\\w-]{43}$`));
    await second.value.close();
    expect((await call('info', null)).status).toBe(200);
  });
});

describe('the name (S-28)', () => {
  it.each([
    'evil.example',
    'localhost',
    '0.0.0.0:PORT',
    '[::1]:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.1:PORT',
    '2130706433:PORT',
    '127.0.0.1:PORT.evil.example',
    '127.0.0.1:PORT, evil.example',
    'user@127.0.0.1:PORT',
    '127.0.0.1.:PORT',
    '',
  ])('%j is answered with no body', async (name) => {
    const answer = await sendRaw(
      port,
      rawRequest('GET', '/', [['Host', name.replace('PORT', String(port))]]),
    );
    expect(answer).toMatchObject({ status: 421, body: '' });
  });

  it('missing, twice, or in an absolute address is answered with no body', async () => {
    const twice: readonly Header[] = [...own(), ['Host', 'evil.example']];
    const answers = await Promise.all([
      sendRaw(port, rawRequest('GET', '/', [])),
      sendRaw(port, rawRequest('GET', '/', twice)),
      sendRaw(port, rawRequest('GET', '/', [...twice].reverse())),
      sendRaw(port, rawRequest('GET', `${origin()}/`, own())),
      sendRaw(port, rawRequest('GET', 'http://evil.example/', own())),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 421, body: '' });
  });
});

describe('a call (S-29)', () => {
  it('from our own page is answered', async () => {
    const answer = await call('journal/append', { drafts: [draft('好')] });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: [{ seq: 1 }] });
    expect(JSON.parse((await call('journal/read', { afterSeq: 0 })).body)).toMatchObject({
      ok: true,
      value: [{ payload: '好', seq: 1 }],
    });
  });

  it.each<[string, string, string | null, number]>([
    ['no Origin', 'Origin', null, 403],
    ['Origin null', 'Origin', 'null', 403],
    ['another Origin', 'Origin', 'http://evil.example', 403],
    ['an Origin that begins alike', 'Origin', 'http://127.0.0.1:1', 403],
    ['no Sec-Fetch-Site', 'Sec-Fetch-Site', null, 403],
    ['Sec-Fetch-Site cross-site', 'Sec-Fetch-Site', 'cross-site', 403],
    ['Sec-Fetch-Site same-site', 'Sec-Fetch-Site', 'same-site', 403],
    ['no header of ours', CLIENT_HEADER, null, 403],
    ['a plain form', 'Content-Type', 'text/plain', 415],
    ['JSON with a charset', 'Content-Type', 'application/json; charset=gbk', 415],
    ['no token', TOKEN_HEADER, null, 401],
    ['a wrong token', TOKEN_HEADER, 'A'.repeat(43), 401],
    ['a token too long', TOKEN_HEADER, 'A'.repeat(9_000), 401],
  ])('with %s is refused with no body and changes nothing', async (_what, name, value, status) => {
    const before = (await call('journal/head', null)).body;
    const answer = await call('journal/append', { drafts: [draft('坏')] }, changed(name, value));
    expect(answer).toMatchObject({ status, body: '' });
    expect((await call('journal/head', null)).body).toBe(before);
  });

  it('with its token in the query or a cookie is refused', async () => {
    const bare = [...changed(TOKEN_HEADER, null), ['Cookie', `${TOKEN_HEADER}=${token}`] as const];
    expect((await call('info', null, bare)).status).toBe(401);
    expect((await call(`info?${TOKEN_HEADER}=${token}`, null, bare)).status).toBe(401);
  });

  it('with bad input is answered in words', async () => {
    const answer = await call('journal/append', { drafts: [{ id: 1 }] });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'bad-input' } });
    expect((await sendRaw(port, rawRequest('POST', '/api/info', callHeaders(), '{'))).status).toBe(400);
    expect((await call('constructor', null)).status).toBe(404);
    expect((await call('page/pdf', null)).status).toBe(404);
  });

  it('never gets leave for another origin, and every answer carries the safe headers', async () => {
    const answers = await Promise.all([
      call('info', null),
      call('info', null, changed('Origin', 'http://evil.example')),
      sendRaw(port, rawRequest('GET', '/', own())),
      sendRaw(port, rawRequest('OPTIONS', '/api/info', [...own(), ['Origin', 'http://evil.example']])),
      sendRaw(port, rawRequest('GET', '/none.txt', own())),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 200, 403, 404]);
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
          "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
          "frame-ancestors 'none'; require-trusted-types-for 'script'",
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    }
  });
});

describe('the token', () => {
  it('lies in a file of its owner and stays the same', async () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await stat(tokenPath(host.folder))).mode & 0o777).toBe(0o600);
    expect((await stat(host.folder)).mode & 0o777).toBe(0o700);
  });

  it('others could read is thrown away', async () => {
    const other = join(folder, 'exposed');
    await mkdir(other);
    await writeFile(tokenPath(other), token, { mode: 0o644 });
    await chmod(tokenPath(other), 0o644);
    const started = await startLoopback({ pages, folder: other, port: await freePort() });
    if (started.ok) await started.value.close();
    expect(await readFile(tokenPath(other), 'utf8')).not.toBe(token);
    expect((await stat(tokenPath(other))).mode & 0o777).toBe(0o600);
  });

  it('is given for a ticket once', async () => {
    const ticket = new URL(host.address).hash.slice('#ticket='.length);
    const first = await call('session', { ticket }, changed(TOKEN_HEADER, null));
    expect(JSON.parse(first.body)).toEqual({ ok: true, value: { token } });
    const second = await call('session', { ticket }, changed(TOKEN_HEADER, null));
    expect(JSON.parse(second.body)).toMatchObject({ ok: false, fault: { code: 'ticket-used' } });
    expect((await call('session', { ticket }, changed('Origin', 'null'))).status).toBe(403);
  });

  it('is compared whole, and old tickets give way', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('ab', 'abc')).toBe(false);
    expect(sameSecret(undefined, 'abc')).toBe(false);
    const tickets = makeTickets();
    const [oldest = '', ...others] = Array.from({ length: 9 }, () => tickets.issue());
    expect(tickets.redeem(oldest)).toBe(false);
    expect(others.every((ticket) => tickets.redeem(ticket))).toBe(true);
  });
});

describe('a page or file', () => {
  it.each(TRAVERSALS.filter((path) => path.startsWith('/') && !/[ \0]/.test(path)))(
    '%j gives nothing away',
    async (path) => {
      const answer = await sendRaw(port, rawRequest('GET', path, own()));
      expect([400, 404, 421]).toContain(answer.status);
      expect(answer.body).toBe('');
    },
  );

  it('is shown to a person who follows a link, not to another site that embeds it', async () => {
    const from = (site: string, mode: string, dest: string): readonly Header[] => [
      ...own(),
      ['Sec-Fetch-Site', site],
      ['Sec-Fetch-Mode', mode],
      ['Sec-Fetch-Dest', dest],
    ];
    const status = async (headers: readonly Header[]): Promise<number> =>
      (await sendRaw(port, rawRequest('GET', '/', headers))).status;
    expect(await status(from('none', 'navigate', 'document'))).toBe(200);
    expect(await status(from('cross-site', 'navigate', 'document'))).toBe(200);
    expect(await status(from('cross-site', 'navigate', 'iframe'))).toBe(403);
    expect(await status(from('cross-site', 'no-cors', 'script'))).toBe(403);
    expect(await status(from('same-site', 'cors', 'empty'))).toBe(403);
  });

  it('answers HEAD without a body', async () => {
    const answer = await sendRaw(port, rawRequest('HEAD', '/', own()));
    expect(answer).toMatchObject({ status: 200, body: '' });
  });
});

describe('the limits (S-30)', () => {
  it('cut a body that is too large, announced or not', async () => {
    const announced = rawRequest('POST', '/api/info', [
      ...callHeaders(),
      ['Content-Length', String(MAX_BODY + 1)],
    ]);
    expect((await sendRaw(port, announced)).status).toBe(413);
    const head = rawRequest('POST', '/api/info', [...callHeaders(), ['Transfer-Encoding', 'chunked']]);
    const size = 1_100_000;
    const chunk = `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`;
    const answer = await sendRaw(port, `${head}${chunk.repeat(Math.ceil(MAX_BODY / size) + 1)}0\r\n\r\n`);
    expect(answer.status).toBe(413);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'CONNECT', 'OPTIONS', 'NONSENSE'])(
    'refuse %s',
    async (method) => {
      const answer = await sendRaw(port, rawRequest(method, '/', own()));
      // CONNECT is dropped without a word; Node's parser refuses a method it has never heard of.
      expect([0, 400, 403, 405]).toContain(answer.status);
      expect(answer.body).toBe('');
    },
  );

  it('refuse POST to a page and GET to a call', async () => {
    expect((await sendRaw(port, rawRequest('POST', '/', callHeaders(), '{}'))).status).toBe(405);
    expect((await sendRaw(port, rawRequest('GET', '/api/info', callHeaders()))).status).toBe(405);
  });

  it('cut off a client that does not finish its request', { timeout: 40_000 }, async () => {
    const since = Date.now();
    const slow = (bytes: string) => sendRaw(port, bytes);
    const unfinished = rawRequest('POST', '/api/info', [...callHeaders(), ['Content-Length', '100']]);
    const answers = await Promise.all([slow('GET / HTTP/1.1\r\nHost: '), slow(unfinished)]);
    expect(Date.now() - since).toBeLessThan(15_000);
    expect(answers.every(({ status }) => status === 0 || status === 400 || status === 408)).toBe(true);
  });

  it(
    'hold against 10,000 random requests: no crash, nothing from outside the folder',
    { timeout: 120_000 },
    async () => {
      const method = fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'TRACE', 'GE T', '\0', 'get', '');
      const path = fc.oneof(
        fc.constantFrom(
          '/',
          '/api/info',
          '/api/journal/append',
          '/api/',
          '/api/__proto__',
          '/secret.txt',
          '*',
          ...TRAVERSALS,
        ),
        fc.webPath(),
        fc.string({ maxLength: 30 }),
      );
      const header = fc.tuple(
        fc.constantFrom(
          'Host',
          'Origin',
          'Content-Length',
          'Transfer-Encoding',
          'Expect',
          'Upgrade',
          'Connection',
          TOKEN_HEADER,
          'Range',
        ),
        fc.oneof(
          fc.constantFrom(
            `127.0.0.1:${port}`,
            origin(),
            'chunked',
            '100-continue',
            'websocket',
            '-1',
            '99999999999',
            'bytes=0-',
          ),
          fc.string({ maxLength: 20 }),
        ),
      );
      const body = fc.string({ maxLength: 60 });
      const request = fc.record({ method, path, headers: fc.array(header, { maxLength: 5 }), body });
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(request, { minLength: 20, maxLength: 20 }), async (requests) => {
          const answers = await Promise.all(
            requests.map(({ method, path: to, headers, body: text }) =>
              sendRaw(port, `${rawRequest(method, to, headers, text)}\r\n\r\n`).catch(() => null),
            ),
          );
          answered += answers.length;
          for (const answer of answers) expect(`${answer?.body ?? ''}`).not.toContain('outside secret');
        }),
        { seed: 30, numRuns: 500, endOnFailure: true },
      );
      expect(answered).toBe(10_000);
      expect((await call('info', null)).status).toBe(200);
      expect((await readdir(folder)).sort()).toEqual(['data', 'exposed', 'other', 'pages', 'secret.txt']);
    },
  );

  it('survive a client that goes away in the middle', async () => {
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(port, '127.0.0.1');
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.write(rawRequest('POST', '/api/info', [...callHeaders(), ['Content-Length', '1000']]));
      socket.resetAndDestroy();
    }
    expect((await call('info', null)).status).toBe(200);
  });
});
