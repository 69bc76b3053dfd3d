import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../../src/main/services/lock';
import type {} from '../../fixtures/host-page/main';
import type * as standInModule from '../../helpers/electron-stand-in';
import { buildHostPage, removeHostPage } from '../../helpers/host-page';
import { ROOT, removeFolder, temporaryFolder } from '../../helpers/places';

// What Electron does on people's machines, played by the stand-in: each of these left a person with nothing.

let root: string;
let folder: string;

beforeAll(async () => {
  root = await buildHostPage();
});

afterAll(() => removeHostPage(root));

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

/** A fresh stand-in, changed before the program runs over it. */
const standInWith = async (prepare: (app: (typeof standInModule)['app']) => void = () => undefined) => {
  vi.resetModules();
  vi.stubEnv('DUIDU_DATA', folder);
  const standIn = await import('../../helpers/electron-stand-in');
  standIn.app.root = root;
  prepare(standIn.app);
  const { startElectron } = await import('../../../src/main/electron/start');
  const started = startElectron();
  return { ...standIn, started };
};

type Started = Awaited<ReturnType<typeof standInWith>>;

const open = async (prepare?: (app: (typeof standInModule)['app']) => void) => {
  const standIn = await standInWith(prepare);
  await standIn.started;
  return standIn;
};

const windowOf = ({ openWindows }: Started) => {
  const [window] = openWindows();
  if (!window) throw new Error('No window is open.');
  return window;
};

const pageOf = (standIn: Started) => {
  const { page } = windowOf(standIn).webContents;
  if (!page) throw new Error('The window has no page.');
  return page;
};

const end = async (standIn: Started): Promise<void> => {
  for (const window of standIn.openWindows()) window.destroy();
  await standIn.app.ended();
};

const CHOICES = ['再试一次', '关闭硬件加速后重开', '改用浏览器打开', '退出'];
const log = (): Promise<string> => readFile(join(folder, 'electron', 'log.txt'), 'utf8');

describe('a window', () => {
  it('shows though nothing ever says that it is ready (F3)', async () => {
    const standIn = await open((app) => (app.readyToShow = false));
    await vi.waitFor(() => expect(windowOf(standIn).shown).toBe(true), { timeout: 4_000 });
    expect(await log()).toContain('the window shows');
    await end(standIn);
  });

  it('whose page does not load shows, with choices, and leaves the lock free when it ends (F6)', async () => {
    const standIn = await standInWith((app) => (app.loadFails = 'ERR_FAILED'));
    standIn.person.button = CHOICES.indexOf('退出');
    await standIn.started;
    await standIn.app.ended();
    const asked = standIn.person.asked.at(-1);
    expect(asked?.words).toMatch(/没有显示出来[^]*批注都在[^]*ERR_FAILED/);
    expect(asked?.options).toMatchObject({ buttons: CHOICES });
    const lock = await lockFolder(folder);
    expect(lock.ok).toBe(true);
    if (lock.ok) await lock.value.release();
  });

  it('is shown by a second start even where it was not yet, and hears of its files (F6, F18)', async () => {
    const standIn = await open();
    await pageOf(standIn).getByText('ready 3').waitFor();
    const opened = windowOf(standIn);
    opened.shown = false;
    const path = join(folder, '内江.docx');
    await writeFile(path, '报告');
    standIn.app.emit('second-instance', {}, ['--flag'], folder, { files: [path] });
    expect([opened.shown, opened.focused]).toEqual([true, 1]);
    await pageOf(standIn).waitForFunction(() => window.hostPage.handed.length === 1);
    const read = await pageOf(standIn).evaluate(async () => {
      const { host, handed } = window.hostPage;
      const [one] = handed;
      const file = await host.readHandedFile(one?.path ?? '');
      const other = await host.readHandedFile('/etc/passwd');
      return [
        one?.name,
        file.ok && new TextDecoder().decode(file.value.bytes),
        other.ok ? '' : other.fault.code,
      ];
    });
    expect(read).toEqual(['内江.docx', '报告', 'file-not-handed']);
    // What another program could have sent instead is shown the window and nothing else.
    standIn.app.emit('second-instance', {}, [], folder, { files: [1] });
    standIn.app.emit('open-file', new standIn.StandInEvent(), join(folder, 'none.txt'));
    expect(standIn.app.userModelId).toBe('cn.duidu.reader');
    await end(standIn);
  });

  it('keeps its place and size under a name of its own (F12)', async () => {
    const standIn = await open();
    expect(windowOf(standIn).options).toMatchObject({ name: 'reader', windowStatePersistence: true });
    await end(standIn);
  });

  it('loads again once by itself when its process dies; the second time the person chooses (F7, F28)', async () => {
    const standIn = await open();
    const { webContents } = windowOf(standIn);
    await pageOf(standIn).getByText('ready 3').waitFor();
    const crash = async (): Promise<void> => {
      const devTools = await pageOf(standIn).context().newCDPSession(pageOf(standIn));
      void devTools.send('Page.crash').catch(() => undefined);
      await vi.waitFor(() => expect(webContents.crashed).toBe(true), { timeout: 10_000 });
    };
    await crash();
    await vi.waitFor(() => expect(webContents.crashed).toBe(false), { timeout: 10_000 });
    await pageOf(standIn).getByText('ready 3').waitFor();
    expect(standIn.person.asked).toEqual([]);
    standIn.person.button = CHOICES.indexOf('关闭硬件加速后重开');
    await crash();
    await vi.waitFor(() => expect(standIn.app.relaunches).toHaveLength(1));
    expect(standIn.person.asked.at(-1)?.options).toMatchObject({ buttons: CHOICES });
    await end(standIn);
    // The log is what is left to ask (F28).
    expect(await log()).toContain('render process gone: crashed');
    const next = await open();
    expect(next.app.accelerated).toBe(false);
    const hardware = next.menuItems().find(({ label }) => label?.startsWith('硬件加速'));
    expect(hardware?.checked).toBe(false);
    hardware?.click?.();
    await next.app.ended();
    expect(next.app.relaunches).toHaveLength(1);
    const again = await open();
    expect(again.app.accelerated).toBe(true);
    await end(again);
  });

  it('names what keeps a process from starting at all, and asks before a hung page is ended (F7)', async () => {
    const standIn = await open();
    const window = windowOf(standIn);
    standIn.person.button = 0;
    window.webContents.emit('render-process-gone', {}, { reason: 'launch-failed', exitCode: 18 });
    await vi.waitFor(() => expect(standIn.person.asked.at(-1)?.words).toMatch(/网络盘[^]*管理员/));
    window.emit('unresponsive');
    await vi.waitFor(() => expect(standIn.person.asked.at(-1)?.words).toMatch(/没有回应/));
    expect(window.webContents.forcedCrashes).toBe(0);
    standIn.person.button = 1;
    window.emit('unresponsive');
    await vi.waitFor(() => expect(window.webContents.forcedCrashes).toBe(1));
    await end(standIn);
  });

  it('goes without hardware acceleration when the last start never showed its window (F7)', async () => {
    const { openPreferences } = await import('../../../src/main/electron/preferences');
    openPreferences(join(folder, 'electron')).set({ starting: true });
    const standIn = await open();
    expect(standIn.app.accelerated).toBe(false);
    await end(standIn);
    expect(openPreferences(join(folder, 'electron')).get()).toEqual({ starting: false, acceleration: false });
  });

  it('that hangs can be closed, after a question (F11)', { timeout: 30_000 }, async () => {
    const standIn = await open();
    await pageOf(standIn).getByText('ready 3').waitFor();
    const window = windowOf(standIn);
    window.webContents.send = () => undefined;
    standIn.person.button = 1;
    await window.close();
    await standIn.app.ended();
    expect(standIn.person.asked.at(-1)?.words).toContain('没有回应');
  });
});

describe('copying', () => {
  it('works, as the program grants it; reading the clipboard does not (F1)', async () => {
    const standIn = await open();
    const page = pageOf(standIn);
    await page.getByText('ready 3').waitFor();
    const copied = await page.evaluate(() =>
      navigator.clipboard.writeText('5205万吨').then(
        () => 'copied',
        (error: unknown) => String(error),
      ),
    );
    expect(copied).toBe('copied');
    expect(standIn.grants('clipboard-read')).toBe(false);
    await end(standIn);
  });
});

describe('printing', () => {
  it.each([
    [
      { size: 'A3', orientation: 'landscape', grey: true },
      { pageSize: 'A3', landscape: true, color: false },
    ],
    [
      { size: 'A4', orientation: 'portrait', grey: false },
      { pageSize: 'A4', landscape: false, color: true },
    ],
  ] as const)('passes the paper on: %o (F8, F21)', async (paper, expected) => {
    const standIn = await open();
    const { webContents } = windowOf(standIn);
    const page = pageOf(standIn);
    await page.getByText('ready 3').waitFor();
    await page.evaluate(async (chosen) => {
      await window.hostPage.host.print(chosen);
      await window.hostPage.host.printToPdf(chosen);
    }, paper);
    expect(webContents.lastPrint).toEqual({
      ...expected,
      printBackground: true,
      margins: { marginType: 'none' },
    });
    expect(webContents.lastPdf).toMatchObject({
      pageSize: expected.pageSize,
      landscape: expected.landscape,
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    });
    webContents.printer = [false, 'No printers available on the network'];
    const answer = await page.evaluate((chosen) => window.hostPage.host.print(chosen), paper);
    expect(answer).toMatchObject({
      ok: false,
      fault: { code: 'no-printer', reason: '这台机器上没有打印机' },
    });
    await end(standIn);
  });
});

describe('dialogs', () => {
  it('begin where the last one ended, also after a restart, and give a name its ending (F16)', async () => {
    const first = await open();
    const save = (standIn: Started) =>
      pageOf(standIn).evaluate(() =>
        window.hostPage.host.saveFile({ name: '表.csv', mime: 'text/csv', bytes: new Uint8Array([49]) }),
      );
    await pageOf(first).getByText('ready 3').waitFor();
    first.person.savesTo = join(folder, '周口2023.5');
    expect(await save(first)).toEqual({
      ok: true,
      value: { saved: true, path: join(folder, '周口2023.5.csv') },
    });
    // The name with its ending was not the one the dialog has asked about.
    expect(await save(first)).toEqual({ ok: true, value: { saved: false } });
    expect(first.person.asked.at(-1)?.words).toContain('已经在这个文件夹里');
    await end(first);
    const second = await open();
    await pageOf(second).getByText('ready 3').waitFor();
    await save(second);
    expect(second.person.asked.at(-1)?.words).toBe(join(folder, '表.csv'));
    await pageOf(second).evaluate(() => window.hostPage.host.openFiles(['.txt']));
    expect(second.person.asked.at(-1)?.options).toMatchObject({ defaultPath: folder });
    await end(second);
  });
});

describe('menus', () => {
  it('open at a right click with what can be done there (F10)', async () => {
    const standIn = await open();
    const { webContents } = windowOf(standIn);
    await pageOf(standIn).getByText('ready 3').waitFor();
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
    const labels = (params: object): readonly (string | undefined)[] => {
      webContents.emit('context-menu', {}, { editFlags, selectionText: '', isEditable: false, ...params });
      return standIn.poppedItems().map(({ label }) => label);
    };
    expect(labels({ isEditable: true })).toEqual(['剪切', '复制', '粘贴', '全选']);
    expect(labels({ selectionText: ' 高新技术企业\n' })).toEqual([
      '复制',
      '全选',
      undefined,
      '查找“高新技术企业”',
    ]);
    standIn.chooseMenu('查找“高新技术企业”', standIn.poppedItems());
    await pageOf(standIn).waitForFunction(() => window.hostPage.commands.includes('find-selection'));
    expect(labels({ editFlags: { ...editFlags, canCopy: false } })).toEqual(['全选']);
    await end(standIn);
  });

  it('have every key for larger and smaller, and load anew (F13)', async () => {
    const standIn = await open();
    const keys = (role: string) =>
      standIn.menuItems().flatMap((item) => (item.role === role ? [item.accelerator ?? 'its own'] : []));
    expect(keys('zoomIn')).toEqual(['its own', 'CmdOrCtrl+=', 'CmdOrCtrl+numadd']);
    expect(keys('zoomOut')).toEqual(['its own', 'CmdOrCtrl+numsub']);
    expect(keys('resetZoom')).toEqual(['its own', 'CmdOrCtrl+num0']);
    expect(keys('reload')).toEqual(['CmdOrCtrl+R', 'F5']);
    await end(standIn);
  });

  it('begin with the program’s own on macOS, all in Chinese (F14)', async () => {
    vi.resetModules();
    const standIn = await import('../../helpers/electron-stand-in');
    const { installMenu } = await import('../../../src/main/electron/menu');
    const place = {
      info: { version: '1', dataFolder: '/x', snapshotFolder: '/x', reportsFolder: '/x', display: true },
      send: vi.fn(),
      reveal: vi.fn(),
      requests: () => ({ own: 0, stopped: 0 }),
      logFolder: '/log',
      accelerated: true,
      accelerate: vi.fn(),
    };
    installMenu(place, 'darwin');
    expect(standIn.menuBar().map(({ label }) => label)).toEqual([
      '对读',
      '文件(&F)',
      '编辑(&E)',
      '查看(&V)',
      '窗口',
      '帮助(&H)',
    ]);
    const roles = (standIn.menuBar()[0]?.submenu ?? []).flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(['services', 'hide', 'hideOthers', 'unhide', 'quit']);
    expect(standIn.menuItems().filter(({ role }) => role === 'quit')).toHaveLength(1);
    for (const { label, type } of standIn.menuItems())
      if (type !== 'separator') expect(label).toMatch(/\p{Script=Han}/u);
    standIn.chooseMenu('打开日志文件夹');
    expect(place.reveal).toHaveBeenCalledWith('/log');
  });
});

describe('a package', () => {
  it('beside a folder 批注 keeps everything in it, Chromium’s own files too, and speaks Chinese (F17, F25)', async () => {
    const beside = join(folder, '批注');
    await mkdir(beside);
    const standIn = await standInWith((app) => {
      vi.stubEnv('DUIDU_DATA', '');
      app.isPackaged = true;
      app.paths.set('exe', join(folder, 'Duidu.exe'));
    });
    await standIn.started;
    await pageOf(standIn).getByText('ready 3').waitFor();
    const info = await pageOf(standIn).evaluate(() => window.hostPage.host.info());
    expect(info.ok && info.value.dataFolder).toBe(beside);
    for (const name of ['userData', 'sessionData'])
      expect(standIn.app.getPath(name)).toBe(join(beside, 'electron'));
    expect(standIn.app.switches.get('lang')).toBe('zh-CN');
    await end(standIn);
    expect(await readFile(join(beside, 'electron', 'log.txt'), 'utf8')).toContain('the window shows');
    vi.unstubAllEnvs();
  });

  it('that is told to do without the sandbox opens in a browser instead, and refuses a debugger and a proxy (F5, F26, S-11)', async () => {
    vi.stubEnv('DUIDU_BROWSER', join(folder, 'no-browser'));
    const standIn = await standInWith((app) => {
      app.isPackaged = true;
      app.switches.set('no-sandbox', '').set('remote-debugging-port', '9222').set('proxy-server', 'x');
    });
    await standIn.started;
    await standIn.app.ended();
    vi.stubEnv('DUIDU_BROWSER', process.env['DUIDU_BROWSER'] ?? '');
    expect(standIn.openWindows()).toEqual([]);
    expect(standIn.person.asked.map(({ words }) => words).join()).toMatch(/没有 Chromium、Chrome 或 Edge/);
    expect([...standIn.app.switches.keys()]).not.toContain('remote-debugging-port');
    expect([...standIn.app.switches.keys()]).not.toContain('proxy-server');
    vi.unstubAllEnvs();
  });

  it('shows its reports where a file manager can go: beside the archive (F9)', async () => {
    const { outsideArchive } = await import('../../../src/main/services/open-services');
    expect(outsideArchive('/opt/Duidu/resources/app.asar/out/renderer/reports')).toBe(
      '/opt/Duidu/resources/app.asar.unpacked/out/renderer/reports',
    );
    expect(outsideArchive('C:\\Duidu\\resources\\app.asar\\out')).toBe(
      'C:\\Duidu\\resources\\app.asar.unpacked\\out',
    );
    expect(outsideArchive(ROOT)).toBe(ROOT);
  });
});

describe('on Wayland', () => {
  it.each([
    ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, ['duidu'], true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, ['duidu', 'x.docx'], true],
    ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, ['duidu', '--ozone-platform=x11'], false],
    ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, ['duidu', '--ozone-platform=wayland'], false],
    ['linux', { XDG_SESSION_TYPE: 'wayland' }, ['duidu'], false],
    ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, ['duidu'], false],
    ['darwin', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, ['duidu'], false],
  ] as const)('starts again on X11: %s %o %j → %s (F4)', async (platform, env, argv, expected) => {
    const { wantsX11 } = await import('../../../src/main/electron/ozone');
    expect(wantsX11(argv, env, platform)).toBe(expected);
  });

  it('starts again with its arguments, before it asks for the lock; an AppImage by its own file (F4)', async () => {
    vi.stubEnv('XDG_SESSION_TYPE', 'wayland');
    vi.stubEnv('DISPLAY', ':0');
    vi.stubEnv('APPIMAGE', '/home/li/Duidu.AppImage');
    const standIn = await standInWith();
    await standIn.started;
    await standIn.app.ended();
    expect(standIn.app.handedOver).toBeNull();
    expect(standIn.openWindows()).toEqual([]);
    expect(standIn.app.relaunches).toEqual([
      {
        execPath: '/home/li/Duidu.AppImage',
        args: [...process.argv.slice(1), '--ozone-platform=x11'],
      },
    ]);
    vi.unstubAllEnvs();
  });
});
