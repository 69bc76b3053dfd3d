import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../../src/main/services/lock';
import type {} from '../../fixtures/host-page/main';
import { buildHostPage, removeHostPage } from '../../helpers/host-page';
import { draft } from '../../helpers/journal-drafts';
import { removeFolder, temporaryFolder } from '../../helpers/places';
import { startStandIn } from '../../helpers/reader';
import { TRAVERSALS } from '../../helpers/traversals';

type StandIn = Awaited<ReturnType<typeof startStandIn>>;

let root: string;
let folder: string;
let standIn: StandIn;

beforeAll(async () => {
  root = await buildHostPage();
});

afterAll(() => removeHostPage(root));

const windowOf = (all: StandIn = standIn) => {
  const [window] = all.openWindows();
  if (!window?.webContents.page) throw new Error('No window is open.');
  return { window, contents: window.webContents, page: window.webContents.page };
};

const quit = async (all: StandIn): Promise<void> => {
  for (const window of all.openWindows()) {
    await window.webContents.page?.close();
  }
  all.app.quit();
  await all.app.ended();
};

const openWindow = async (): Promise<void> => {
  folder = await temporaryFolder();
  standIn = await startStandIn(folder, root);
  await windowOf().page.getByText('ready 3').waitFor();
};

const closeWindow = async (): Promise<void> => {
  await quit(standIn);
  await removeFolder(folder);
};

const PAPER = { size: 'A4', orientation: 'portrait', grey: true } as const;

const START = 'https://duidu.app.test/';

describe('the window', () => {
  beforeAll(openWindow);
  afterAll(closeWindow);

  it('has every guard on, and the whole program its sandbox (S-1)', () => {
    const { window } = windowOf();
    const { preload, ...guards } = window.options.webPreferences;
    expect(guards).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
    });
    expect(preload).toBe(join(root, 'out', 'preload', 'index.cjs'));
    expect(standIn.app.sandboxed).toBe(true);
    expect(window.shown).toBe(true);
  });

  it('shows named functions to the page and nothing else (S-3)', async () => {
    const shape = await windowOf().page.evaluate(() => {
      const names = (value: object, at: string): string[] =>
        Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
          part !== null && typeof part === 'object'
            ? names(part, `${at}${key}.`)
            : [`${at}${key}: ${typeof part}`],
        );
      return names((window as unknown as { duidu: object }).duidu, '');
    });
    expect(shape.sort()).toEqual(
      [
        'capabilities.kind: string',
        'capabilities.pdf: boolean',
        'capabilities.reveal: boolean',
        'journal.append: function',
        'journal.head: function',
        'journal.read: function',
        'info: function',
        'leave: function',
        'library.append: function',
        'library.getPiece: function',
        'library.head: function',
        'library.openOriginal: function',
        'library.putPiece: function',
        'library.read: function',
        'onCommand: function',
        'onFilesHanded: function',
        'onLeaving: function',
        'openFiles: function',
        'print: function',
        'printToPdf: function',
        'readHandedFile: function',
        'revealFolder: function',
        'saveFile: function',
        'snapshots.list: function',
        'snapshots.make: function',
        'snapshots.read: function',
        'space: function',
        'takeHandedFiles: function',
      ].sort(),
    );
  });

  it('hands a command on without the event it came with', async () => {
    const { page, contents } = windowOf();
    await page.evaluate(() => {
      const scope = window as unknown as {
        duidu: { onCommand(listener: (...args: unknown[]) => void): void };
      };
      scope.duidu.onCommand((...args) => document.body.setAttribute('data-args', JSON.stringify(args)));
    });
    contents.send('command', 'print');
    await page.waitForSelector('body[data-args=\'["print"]\']');
  });

  it.each([
    ['no frame', null],
    ['a frame inside', { url: 'app://duidu/', parent: { url: 'app://duidu/', parent: null } }],
    ['about:blank', { url: 'about:blank', parent: null }],
    ['an empty address', { url: '', parent: null }],
    ['another origin', { url: 'https://evil.example/', parent: null }],
    ['another app', { url: 'app://evil/', parent: null }],
    ['a file', { url: 'file:///duidu/', parent: null }],
    ['a name before @', { url: 'app://duidu@evil/', parent: null }],
    ['a name after @', { url: 'app://evil@duidu/', parent: null }],
    ['a longer name', { url: 'app://duidu.evil/', parent: null }],
  ])('answers no call from %s (S-4)', async (_what, frame) => {
    const before = await readdir(folder);
    const channels = standIn.channels();
    // Twelve of notes, files, pages and folders, four of snapshots and space, six of own reports.
    expect(channels).toHaveLength(22);
    for (const channel of channels) {
      const answer = await standIn.invokeAs(frame, channel, { drafts: [draft('坏')] });
      expect(answer).toMatchObject({ ok: false, fault: { code: 'refused-sender' } });
    }
    expect(await readFile(join(folder, 'notes.jsonl'), 'utf8')).toBe('');
    expect(await readdir(folder)).toEqual(before);
    expect(standIn.person.asked).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['two arguments', [{ drafts: [] }, 1]],
    ['100 MB', [{ drafts: [draft('x'.repeat(100 * 1024 * 1024))] }]],
    ['a wrong shape', [{ drafts: 'all' }]],
    ['__proto__', [JSON.parse('{"drafts":[],"__proto__":{"x":1},"y":1}')]],
  ])('refuses %s from its own page (S-4)', async (_what, args) => {
    const own = { url: 'app://duidu/', parent: null };
    const answer = await standIn.invokeAs(own, 'journal/append', ...(args as unknown[]));
    expect(answer).toMatchObject({ ok: false, fault: { code: 'bad-input' } });
  });

  it.each([
    'http://127.0.0.1:9/',
    'https://evil.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:window.trapped=1',
    'smb://127.0.0.1/x',
    'ms-settings:privacy',
    'mailto:a@b.c',
    'ftp://127.0.0.1/',
    'chrome://settings',
    'view-source:http://127.0.0.1:9/',
    './reports/zhoukou-2023.txt',
    'https://evil.app.test/',
    // about:blank is not in this list: a stock Chromium goes there without asking anybody; see the next test.
  ])('stays where it is when sent to %s, by every way (S-5)', async (address) => {
    const { page } = windowOf();
    await page.evaluate((to) => {
      const link = (target: string): HTMLAnchorElement => {
        const element = document.createElement('a');
        element.href = to;
        element.target = target;
        element.textContent = 'x';
        document.body.append(element);
        return element;
      };
      const attempts = [
        () => location.assign(to),
        () => location.replace(to),
        () => link('').click(),
        () => link('_blank').click(),
        () => link('elsewhere').dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true })),
        () => window.open(to)?.focus(),
      ];
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          document.body.setAttribute('data-thrown', to);
        }
      }
    }, address);
    // An answer from the page proves that its document has survived the attempts so far.
    expect(await page.evaluate(() => window.hostPage.add([1, 2]))).toBe(3);
    await vi.waitFor(() => expect(page.context().pages()).toHaveLength(1));
    expect(page.url()).toBe(START);
    expect(await page.evaluate(() => 'trapped' in window)).toBe(false);
    expect(standIn.openWindows()).toHaveLength(1);
  });

  it('denies redirects, frames and webviews wherever they come from', () => {
    const { contents } = windowOf();
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      for (const url of [
        'https://evil.example/',
        'about:blank',
        'app://evil/',
        'app://duidu/reports/x.txt',
      ]) {
        const event = Object.assign(new standIn.StandInEvent(), { url });
        contents.emit(name, event);
        expect(event.defaultPrevented, `${name} ${url}`).toBe(true);
      }
    }
    const reload = Object.assign(new standIn.StandInEvent(), { url: 'app://duidu/#place' });
    contents.emit('will-navigate', reload);
    expect(reload.defaultPrevented).toBe(false);
    expect(contents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it.each(
    (
      'clipboard-read display-capture fullscreen geolocation idle-detection media ' +
      'mediaKeySystem midi midiSysex notifications pointerLock keyboardLock openExternal speaker-selection ' +
      'storage-access top-level-storage-access window-management unknown fileSystem hid serial usb ' +
      'deprecated-sync-clipboard-read'
    ).split(' '),
  )('is given no permission: %s (S-7)', (permission) => {
    const answers: boolean[] = [];
    const own = { isMainFrame: true, requestingUrl: 'app://duidu/' };
    standIn.settings.permissionRequest?.(null, permission, (allowed) => answers.push(allowed), own);
    expect(answers).toEqual([false]);
    expect(standIn.settings.permissionCheck?.(null, permission, 'app://duidu/')).toBe(false);
    expect(standIn.settings.devicePermission?.()).toBe(false);
  });

  it.each([
    ['its own page', { isMainFrame: true, requestingUrl: 'app://duidu/' }, true],
    ['a frame inside', { isMainFrame: false, requestingUrl: 'app://duidu/' }, false],
    ['another origin', { isMainFrame: true, requestingUrl: 'app://evil/' }, false],
  ])('may write text to the clipboard from %s only (S-7, F1)', (_who, asking, expected) => {
    expect(standIn.grants('clipboard-sanitized-write', asking)).toBe(expected);
  });

  it('serves app:// as a plain secure origin, its scripts kept compiled (S-8, F23)', async () => {
    expect(standIn.settings.privileges).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    const page = await standIn.askScheme('app://duidu/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await standIn.askScheme('app://duidu/', 'POST')).status).toBe(405);
    const head = await standIn.askScheme('app://duidu/', 'HEAD');
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  it.each(TRAVERSALS.filter((path) => path.startsWith('/')))(
    'gives nothing away for %j (S-8)',
    async (path) => {
      // Chromium resolves dots before it asks; whatever is left must be our own file or nothing.
      const address = `app://duidu${path}`;
      const answer = URL.canParse(address) ? await standIn.askScheme(address) : null;
      const body = (await answer?.text()) ?? '';
      expect([200, 404]).toContain(answer?.status ?? 404);
      if (answer?.status === 200) expect(new URL(address).pathname).toMatch(/^\/(index\.html)?$/);
      expect(body).not.toContain('root:');
    },
  );

  it.each(['app://evil/', 'app://duidu.evil/index.html', 'app://duidu2/'])(
    'has no page at %s (S-8)',
    async (address) => {
      expect((await standIn.askScheme(address)).status).toBe(404);
    },
  );

  it('stops and counts every request but its own (S-26, F15)', async () => {
    const elsewhere = [
      'https://redirector.gvt1.com/edgedl/chrome/dict/zh.bdic',
      'http://127.0.0.1:9/',
      'wss://evil.example/',
      'file:///etc/passwd',
      'ftp://evil.example/',
      'app://evil/',
      'blob:https://evil.example/1',
      'devtools://devtools/bundled/inspector.html',
    ];
    for (const url of elsewhere) expect(await standIn.isStopped(url), url).toBe(true);
    for (const url of ['app://duidu/', 'blob:app://duidu/1', 'data:image/png;base64,']) {
      expect(await standIn.isStopped(url), url).toBe(false);
    }
    standIn.chooseMenu('关于对读');
    const about = standIn.person.asked.at(-1)?.words ?? '';
    expect(Number(/拦下的网络请求：(\d+) 次/.exec(about)?.[1])).toBeGreaterThanOrEqual(elsewhere.length);
    expect(about).toContain(folder);
    expect(standIn.settings.spellChecker).toBe(false);
    expect(standIn.settings.downloadsPrevented).toBe(true);
    expect([...standIn.app.switches.keys()]).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'dns-prefetch-disable',
      ]),
    );
    expect(standIn.app.switches.get('host-resolver-rules')).toBe('MAP * ^NOTFOUND');
    expect(standIn.app.switches.has('no-proxy-server')).toBe(true);
  });

  it('shows itself when the reader is started a second time (S-12)', () => {
    const { window } = windowOf();
    window.minimized = true;
    standIn.app.emit('second-instance');
    expect(window.minimized).toBe(false);
    expect(window.focused).toBe(1);
  });
});

describe('the menu and the dialogs', () => {
  beforeAll(openWindow);
  afterAll(closeWindow);

  it('send the commands the page knows, in Chinese, until the page stops listening', async () => {
    const { page } = windowOf();
    const pairs = [
      ['打开报告…', 'open-report'],
      ['书架', 'shelf'],
      ['打印', 'print'],
      ['设置', 'settings'],
      ['在这一篇里查找', 'find-in-report'],
      ['搜索全部报告', 'find-everywhere'],
    ] as const;
    for (const [label] of pairs) standIn.chooseMenu(label);
    await page.waitForFunction((count) => window.hostPage.commands.length === count, pairs.length);
    expect(await page.evaluate(() => [...window.hostPage.commands])).toEqual(
      pairs.map(([, command]) => command),
    );
    for (const { label, type } of standIn.menuItems())
      if (type !== 'separator') expect(label).toMatch(/\p{Script=Han}/u);
    standIn.chooseMenu('打开批注文件夹');
    await page.evaluate(() => window.hostPage.deafen());
    standIn.chooseMenu('设置');
    expect(await page.evaluate(() => window.hostPage.commands.length)).toBe(pairs.length);
  });

  it('save where the person says, under a clean name, or not at all', async () => {
    const { page } = windowOf();
    const save = (name: string) =>
      page.evaluate(
        (suggested) =>
          window.hostPage.host.saveFile({
            name: suggested,
            mime: 'text/csv',
            bytes: new TextEncoder().encode('周口'),
          }),
        name,
      );
    expect(await save('../对照表.csv')).toEqual({ ok: true, value: { saved: false } });
    expect(standIn.person.asked.at(-1)).toMatchObject({
      words: join(standIn.app.getPath('documents'), '对照表.csv'),
      options: {
        filters: [{ name: 'CSV', extensions: ['csv'] }],
        properties: expect.arrayContaining(['showOverwriteConfirmation']) as unknown,
      },
    });
    const path = join(folder, '对照表.csv');
    standIn.person.savesTo = path;
    expect(await save('无后缀')).toEqual({ ok: true, value: { saved: true, path } });
    expect(await readFile(path, 'utf8')).toBe('周口');
    standIn.person.savesTo = join(folder, 'none', 'x.csv');
    expect(await save('x.csv')).toMatchObject({ ok: false, fault: { code: 'io-enoent' } });
  });

  it('open what the person chooses', async () => {
    const { page } = windowOf();
    const open = () =>
      page.evaluate(async () => {
        const opened = await window.hostPage.host.openFiles(['.txt']);
        return opened.ok
          ? opened.value.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])
          : opened.fault.code;
      });
    expect(await open()).toEqual([]);
    const paths = ['一.txt', '二.txt'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, path.slice(-5));
    standIn.person.opens = paths;
    expect(await open()).toEqual([
      ['一.txt', '一.txt'],
      ['二.txt', '二.txt'],
    ]);
    standIn.person.opens = [...paths, join(folder, '三.txt')];
    expect(await open()).toBe('io-enoent');
  });

  it.each([
    [true, '', { ok: true, value: null }],
    [false, 'Print job canceled', { ok: true, value: null }],
    [
      false,
      'Invalid printer settings',
      { ok: false, fault: { code: 'print-failed', detail: 'Invalid printer settings' } },
    ],
  ] as const)('print: %s %s', async (done, reason, expected) => {
    const { page, contents } = windowOf();
    contents.printer = [done, reason];
    const before = contents.prints;
    expect(
      await page.evaluate(() =>
        window.hostPage.host.print({ size: 'A4', orientation: 'portrait', grey: true }),
      ),
    ).toMatchObject(expected);
    expect(contents.prints).toBe(before + 1);
  });

  it('make a PDF of the page', async () => {
    const start = await windowOf().page.evaluate(async () => {
      const made = await window.hostPage.host.printToPdf({ size: 'A4', orientation: 'portrait', grey: true });
      return made.ok ? new TextDecoder().decode(made.value.slice(0, 5)) : made.fault.code;
    });
    expect(start).toBe('%PDF-');
  });
});

describe('a window that goes', () => {
  beforeEach(openWindow);
  afterEach(closeWindow);

  it('asks before text that is not saved is left, by closing and by loading anew (F11)', async () => {
    const { page, window: opened } = windowOf();
    await page.evaluate(() => window.hostPage.holdUnsaved());
    const asked = (): number => standIn.person.asked.filter(({ words }) => words.includes('没有存上')).length;
    await opened.close();
    await vi.waitFor(() => expect(asked()).toBe(1));
    expect(await page.evaluate(() => window.hostPage.add([2, 2]))).toBe(4);
    // Chromium asks only on a page the person has touched.
    await page.click('h1');
    await page.evaluate(() => location.reload()).catch(() => undefined);
    await vi.waitFor(() => expect(asked()).toBe(2));
    expect(await page.evaluate(() => window.hostPage.add([2, 2]))).toBe(4);
    standIn.person.button = 1;
    await opened.close();
    await vi.waitFor(() => expect(standIn.openWindows()).toHaveLength(0));
    await standIn.app.ended();
  });

  it('answers with words once it is gone', async () => {
    await windowOf().window.close();
    await standIn.app.ended();
    const own = { url: 'app://duidu/', parent: null };
    expect(await standIn.invokeAs(own, 'page/print', PAPER)).toMatchObject({
      ok: false,
      fault: { code: 'no-window' },
    });
  });
});

describe('a start that cannot be', () => {
  beforeEach(async () => {
    folder = await temporaryFolder();
  });

  afterEach(() => removeFolder(folder));

  it('while another host writes the notes: says so and ends', async () => {
    const claim = await lockFolder(folder);
    const second = await startStandIn(folder, root);
    await second.app.ended();
    expect(second.person.asked.map(({ words }) => words).join()).toMatch(/对读没有打开[^]*对读已经打开/);
    expect(second.openWindows()).toEqual([]);
    if (claim.ok) await claim.value.release();
  });

  it('a second time in the same session: ends without a word, the first one shows itself (S-12)', async () => {
    vi.resetModules();
    const electron = await import('../../helpers/electron-stand-in');
    electron.app.first = false;
    const { startElectron } = await import('../../../src/main/electron/start');
    await startElectron();
    await electron.app.ended();
    expect(electron.openWindows()).toEqual([]);
    expect(electron.person.asked).toEqual([]);
  });

  it('the entry starts the reader', async () => {
    vi.resetModules();
    vi.stubEnv('DUIDU_DATA', folder);
    const electron = await import('../../helpers/electron-stand-in');
    electron.app.root = root;
    await import('../../../src/main/electron');
    await vi.waitFor(() => expect(electron.openWindows()[0]?.shown).toBe(true), { timeout: 20_000 });
    await quit(electron);
  });
});
