import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portableFolder, sessionFolder } from '../../../src/main/services/data-folder';
import { outsideBundle } from '../../../src/main/services/outside-bundle';
import { fileManager } from '../../../src/main/services/reveal';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

describe('what Chromium keeps of its own (F17)', () => {
  it.each([
    [
      'out of a profile that roams',
      'win32',
      '/roaming/Duidu',
      { APPDATA: '/roaming', LOCALAPPDATA: '/local' },
      '/local/Duidu/electron',
    ],
    [
      'beside notes that lie elsewhere',
      'win32',
      '/d/Duidu',
      { APPDATA: '/roaming', LOCALAPPDATA: '/local' },
      '/d/Duidu/electron',
    ],
    [
      'beside the notes where Windows names no place',
      'win32',
      '/roaming/Duidu',
      { APPDATA: '/roaming' },
      '/roaming/Duidu/electron',
    ],
    ['beside the notes', 'linux', '/home/li/duidu', { LOCALAPPDATA: '/local' }, '/home/li/duidu/electron'],
  ] as const)('lies %s', (_what, platform, notes, env, expected) => {
    expect(sessionFolder(notes, platform, env)).toBe(expected);
  });
});

describe('a portable program (F17)', () => {
  it('keeps its notes beside it where a folder of that name stands, and nowhere else', async () => {
    expect(portableFolder(join(folder, 'Duidu.exe'), {})).toBeNull();
    const notes = join(folder, '批注');
    await mkdir(notes);
    expect(portableFolder(join(folder, 'Duidu.exe'), {})).toBe(notes);
    const inBundle = join(folder, 'Duidu.app', 'Contents', 'MacOS', 'Duidu');
    expect(portableFolder(inBundle, {})).toBe(notes);
    const mounted = '/tmp/.mount_Duidu/duidu';
    expect(portableFolder(mounted, { APPIMAGE: join(folder, 'Duidu.AppImage') })).toBe(notes);
    expect(portableFolder(mounted, { PORTABLE_EXECUTABLE_DIR: folder })).toBe(notes);
    expect(portableFolder(mounted, {})).toBeNull();
  });
});

describe('a program that is started from ours (F24)', () => {
  it.each([
    ['win32', { SystemRoot: 'D:\\Windows' }, 'D:\\Windows\\explorer.exe'],
    ['win32', {}, 'C:\\Windows\\explorer.exe'],
    ['darwin', {}, 'open'],
    ['linux', {}, 'xdg-open'],
  ] as const)('is no other of the same name: the file manager on %s', (platform, env, expected) => {
    expect(fileManager(platform, env)).toBe(expected);
  });

  it.each([
    [{ LD_LIBRARY_PATH: '/usr/local/lib' }, '/usr/local/lib'],
    [{ APPDIR: '/tmp/.mount_D', LD_LIBRARY_PATH: '/tmp/.mount_D/usr/lib:/opt/lib' }, '/opt/lib'],
    [{ APPDIR: '/tmp/.mount_D', LD_LIBRARY_PATH: '/tmp/.mount_D/usr/lib:' }, undefined],
    [{ APPDIR: '/tmp/.mount_D', LD_LIBRARY_PATH: '/tmp/.mount_Db/lib' }, '/tmp/.mount_Db/lib'],
    [{ APPDIR: '/tmp/.mount_D' }, undefined],
  ])('loads no library of an AppImage: %o → %s', (env: Record<string, string>, expected) => {
    const given = outsideBundle({ HOME: '/home/li', ...env });
    expect(given['LD_LIBRARY_PATH']).toBe(expected);
    expect(given['HOME']).toBe('/home/li');
  });
});
