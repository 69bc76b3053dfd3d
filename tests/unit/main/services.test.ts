import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCall, serviceHandlers } from '../../../src/main/services/calls';
import { askHolder, lockAddress, lockFolder } from '../../../src/main/services/lock';
import { dataFolder } from '../../../src/main/services/data-folder';
import { cleanName, openFile, saveFile } from '../../../src/main/services/files';
import { ioFault } from '../../../src/main/services/io-fault';
import { openServices } from '../../../src/main/services/open-services';
import { hasDisplay, revealFolder } from '../../../src/main/services/reveal';
import { isCallName, readInput } from '../../../src/main/services/validate';
import { faultSentence, succeed } from '../../../src/shared/fault';
import { faultyFs, systemError } from '../../helpers/failing-fs';
import { draft } from '../../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/li/.local/share/duidu'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/duidu'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/li/.local/share/duidu'],
    ['darwin', {}, '/home/li/Library/Application Support/Duidu'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Duidu'],
    ['win32', {}, '/home/li/AppData/Roaming/Duidu'],
    ['linux', { DUIDU_DATA: '/elsewhere' }, '/elsewhere'],
  ] as const)('on %s with %o is %s', (platform, env, expected) => {
    expect(dataFolder(platform, env, '/home/li')).toBe(expected);
  });
});

describe('the lock on a data folder', () => {
  it('is held by one at a time and free again after its release', async () => {
    const first = await lockFolder(folder);
    const second = await lockFolder(folder);
    expect(first.ok).toBe(true);
    expect(second.ok ? '' : faultSentence(second.fault)).toContain(folder);
    expect(second.ok ? '' : second.fault.code).toBe('already-running');
    if (first.ok) await first.value.release();
    const third = await lockFolder(folder);
    expect(third.ok).toBe(true);
    if (third.ok) await third.value.release();
  });

  it('goes to exactly one of many that start at once', async () => {
    const locks = await Promise.all(Array.from({ length: 12 }, () => lockFolder(folder)));
    const held = locks.flatMap((lock) => (lock.ok ? [lock.value] : []));
    expect(held).toHaveLength(1);
    await Promise.all(held.map((lock) => lock.release()));
  });

  it('passes from a killed process to the next', async () => {
    // A socket file nobody listens on is what a killed host leaves behind.
    await writeFile(lockAddress(folder), '');
    const lock = await lockFolder(folder);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.value.release();
  });

  it('lets its holder answer one line, and nothing else', async () => {
    const lock = await lockFolder(folder, (line) => (line === 'open' ? 'address' : null));
    expect(await askHolder(folder, 'open')).toBe('address');
    expect(await askHolder(folder, 'other')).toBe('');
    expect(await askHolder(folder, 'x'.repeat(10_000))).toBe('');
    if (lock.ok) await lock.value.release();
    expect(await askHolder(folder, 'open')).toBe('');
  });

  it('lies outside a folder whose path is too long for a socket, and is a pipe on Windows', () => {
    const long = join(folder, 'x'.repeat(120));
    expect(Buffer.byteLength(lockAddress(long))).toBeLessThan(104);
    expect(lockAddress(long)).not.toBe(lockAddress(`${long}y`));
    expect(lockAddress(folder, 'win32')).toMatch(/^\\\\\.\\pipe\\duidu-[0-9a-f]{24}$/);
  });
});

describe('a name for a file', () => {
  it.each([
    ['对照表 2022—2025.csv', '对照表 2022—2025.csv'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\x.txt', 'C Windows x.txt'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['报告\u202Etxt.exe', '报告 txt.exe'],
    ['a\u0000b\n.md', 'a b.md'],
    ['...', '未命名'],
    ['', '未命名'],
    ['尾点.', '尾点'],
    ['.hidden', 'hidden'],
  ])('%j becomes %j', (name, expected) => {
    expect(cleanName(name)).toBe(expected);
  });

  it('keeps its ending and stays below 255 bytes', () => {
    const name = cleanName(`${'政'.repeat(300)}.docx`);
    expect(name).toMatch(/^政+\.docx$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });
});

describe('saving and opening a file', () => {
  it('replaces as a whole and leaves nothing else behind', async () => {
    const path = join(folder, '对照表.csv');
    await writeFile(path, 'old');
    expect(await saveFile(path, Buffer.from('new'))).toEqual(succeed(path));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['对照表.csv']);
  });

  it.each(['write', 'sync', 'rename'] as const)(
    'that fails at %s keeps the old file and says why',
    async (at) => {
      const path = join(folder, '对照表.csv');
      await writeFile(path, 'old');
      const fs = faultyFs((step) =>
        step === at ? Promise.reject(systemError('ENOSPC')) : Promise.resolve(),
      );
      const saved = await saveFile(path, Buffer.from('new'), {
        ...fs,
        open: async (...args) => {
          const handle = await fs.open(...args);
          // writeFile on a handle writes inside Node, past the step the test would fail.
          return Object.assign(handle, { writeFile: (bytes: Uint8Array) => handle.write(bytes) });
        },
      });
      expect(saved.ok ? '' : faultSentence(saved.fault)).toMatch(/磁盘已满/);
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['对照表.csv']);
    },
  );

  it('gives name and bytes, or words', async () => {
    const path = join(folder, '报告.txt');
    await writeFile(path, '政府工作报告');
    const opened = await openFile(path);
    expect(opened.ok && opened.value.name).toBe('报告.txt');
    expect(opened.ok && Buffer.from(opened.value.bytes).toString('utf8')).toBe('政府工作报告');
    const missing = await openFile(join(folder, '没有.txt'));
    expect(missing.ok ? '' : faultSentence(missing.fault)).toMatch(/没有\.txt.*找不到/);
  });

  it('refuses a file over 100 MB without reading it', async () => {
    const path = join(folder, 'big.txt');
    const { open } = await import('node:fs/promises');
    const handle = await open(path, 'w');
    await handle.truncate(100 * 1024 * 1024 + 1);
    await handle.close();
    const opened = await openFile(path);
    expect(opened.ok ? '' : opened.fault.code).toBe('file-too-large');
  });
});

describe('what comes from outside', () => {
  const good = draft({ text: '好' });
  const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as never;

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a string', 'drafts'],
    ['an array', [good]],
    ['no list', { drafts: good }],
    ['a key too many', { drafts: [good], more: 1 }],
    ['a key too many inside', { drafts: [{ ...good, seq: 1 }] }],
    ['an id that is no ULID', { drafts: [{ ...good, id: '../x' }] }],
    ['a kind that is none', { drafts: [{ ...good, kind: 'purge' }] }],
    ['a time that is none', { drafts: [{ ...good, time: 'yesterday' }] }],
    ['no payload', { drafts: [{ ...good, payload: undefined }] }],
    ['a function', { drafts: [{ ...good, payload: () => 1 }] }],
    ['NaN', { drafts: [{ ...good, payload: NaN }] }],
    ['a Date', { drafts: [{ ...good, payload: new Date() }] }],
    ['__proto__ as a key', { drafts: [{ ...good, payload: JSON.parse('{"__proto__":{"x":1}}') as never }] }],
    ['constructor as a key', { drafts: [{ ...good, payload: { a: { constructor: 1 } } }] }],
    ['depth 5,000', { drafts: [{ ...good, payload: deep }] }],
    ['100 MB', { drafts: [{ ...good, payload: 'x'.repeat(100 * 1024 * 1024) }] }],
    ['100,000 changes', { drafts: Array.from({ length: 100_000 }, () => good) }],
  ])('%s is refused before the handler', async (_what, raw) => {
    let entered = 0;
    const answer = await answerCall(
      'journal/append',
      () => {
        entered += 1;
        return Promise.resolve(succeed([]));
      },
      raw,
    );
    expect(answer.ok ? '' : answer.fault.code).toBe('bad-input');
    expect(entered).toBe(0);
  });

  it('does not touch a prototype', () => {
    readInput('journal/append', JSON.parse('{"drafts":[],"__proto__":{"polluted":true}}'));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('has a name on the list or none', () => {
    expect(isCallName('info')).toBe(true);
    expect(isCallName('constructor')).toBe(false);
    expect(isCallName('journal/purge')).toBe(false);
  });

  it.each([
    ['file/save', { name: 'x', mime: 'text/plain', bytes: 'text' }],
    ['file/open', { accept: ['.txt', '../x'] }],
    ['folder/reveal', { folder: '/etc' }],
    ['journal/read', { afterSeq: -1 }],
    ['page/pdf', {}],
  ] as const)('%s refuses what it was not made for', (name, raw) => {
    expect(readInput(name, raw).ok).toBe(false);
  });

  it('turns an exception of a handler into words', async () => {
    const answer = await answerCall('info', () => Promise.reject(new Error('boom')), null);
    expect(answer.ok ? '' : answer.fault).toMatchObject({ code: 'host-fault', detail: 'Error: boom' });
  });
});

describe('the services', () => {
  it('answer all calls and give the folder free at the end', async () => {
    const opened = await openServices(folder, '/pages');
    if (!opened.ok) throw new Error(opened.fault.reason);
    const revealed: string[] = [];
    const calls = serviceHandlers({
      ...opened.value.services,
      reveal: (path) => {
        revealed.push(path);
        return Promise.resolve(succeed(null));
      },
    });
    const info = await calls.info(null);
    expect(info.ok && info.value).toMatchObject({ dataFolder: folder, reportsFolder: '/pages/reports' });
    expect((await calls['journal/append']({ drafts: [draft('一')] })).ok).toBe(true);
    const head = await calls['journal/head'](null);
    expect(head.ok && head.value.entries).toBe(1);
    const entries = await calls['journal/read']({ afterSeq: 0 });
    expect(entries.ok && entries.value).toHaveLength(1);
    await calls['folder/reveal']({ folder: 'data' });
    await calls['folder/reveal']({ folder: 'reports' });
    expect(revealed).toEqual([folder, '/pages/reports']);
    await opened.value.close();
    expect((await lockFolder(folder)).ok).toBe(true);
  });

  it('do not open without a journal, and hold no lock then', async () => {
    await mkdir(join(folder, 'notes.jsonl'));
    const opened = await openServices(folder, '/pages');
    expect(opened.ok ? '' : faultSentence(opened.fault)).toMatch(/同名的文件夹/);
    const lock = await lockFolder(folder);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.value.release();
  });
});

describe('the file manager', () => {
  it('needs a display', async () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
    const answer = await revealFolder(folder, false);
    expect(answer.ok ? '' : faultSentence(answer.fault)).toMatch(/没有图形界面/);
  });
});

describe.skipIf(process.platform !== 'linux')('the file manager of a Linux desktop', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('is started on the folder', async () => {
    const opener = join(folder, 'xdg-open');
    await writeFile(opener, `#!/bin/sh\nprintf '%s' "$1" > "${folder}/shown"\n`, { mode: 0o755 });
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
    expect(await revealFolder('/some where', true)).toEqual(succeed(null));
    await vi.waitFor(async () => expect(await readFile(join(folder, 'shown'), 'utf8')).toBe('/some where'));
  });

  it('that is not there is a fault in words', async () => {
    vi.stubEnv('PATH', folder);
    const answer = await revealFolder(folder, true);
    expect(answer.ok ? '' : faultSentence(answer.fault)).toMatch(
      /没有找到文件管理器。请在文件管理器里自行打开/,
    );
  });
});

describe('a system error in words', () => {
  it('names what, where and why, and keeps the technical text', () => {
    expect(ioFault('批注日志', '/a/b', systemError('EBUSY'))).toMatchObject({
      code: 'io-ebusy',
      subject: '批注日志（/a/b）',
      reason: '文件正被别的程序占用',
    });
    expect(ioFault('文件', '/a', 'odd')).toMatchObject({ code: 'io-unknown', detail: 'odd' });
  });
});
