import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWindow } from '../../../src/browser/app-window.mjs';
import { removeFolder, temporaryFolder } from '../../helpers/places';

const ADDRESS = 'http://127.0.0.1:4571/#ticket=x';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

/** Flags that say where the window stands. */
const place = (): readonly string[] =>
  appWindow(folder, ADDRESS).args.filter((flag) => /^--(window-|start-)/.test(flag));

/** What the browser has written down when it was last closed. */
const written = async (text: string): Promise<void> => {
  await mkdir(join(folder, 'browser', 'Default'), { recursive: true });
  await writeFile(join(folder, 'browser', 'Default', 'Preferences'), text);
};

const stood = (place: object): string =>
  JSON.stringify({ browser: { app_window_placement: { 127: { 0: { 0: { '1_/': place } } } } } });

describe('the window in a browser', () => {
  it('opens at a sensible size the first time, on a profile that speaks Chinese and does not translate', async () => {
    expect(place()).toEqual(['--window-size=1440,900']);
    const made = await readFile(join(folder, 'browser', 'Default', 'Preferences'), 'utf8');
    expect(JSON.parse(made)).toMatchObject({
      translate: { enabled: false },
      intl: { accept_languages: 'zh-CN,zh' },
    });
    // Nothing was written down yet: as the first time.
    expect(place()).toEqual(['--window-size=1440,900']);
  });

  it('stands where it last stood', async () => {
    await written(stood({ left: 10, top: 20, right: 1220, bottom: 797, maximized: false }));
    expect(place()).toEqual(['--window-size=1210,777', '--window-position=10,20']);
    await written(stood({ left: 0, top: 0, right: 1200, bottom: 800, maximized: true }));
    expect(place()).toContain('--start-maximized');
  });

  it.each([
    ['{ damaged'],
    ['[]'],
    [stood({ left: 0, top: 0, right: 20, bottom: 20 })],
    [stood({ left: 'x' })],
  ])('opens as the first time where what was written down makes no sense: %s', async (text) => {
    await written(text);
    expect(place()).toEqual(['--window-size=1440,900']);
  });
});
