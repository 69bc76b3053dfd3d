import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../helpers/places';

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources = (folder: string): readonly Source[] =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({
      path: join(folder, path),
      text: readFileSync(join(ROOT, 'src', folder, path), 'utf8'),
    }));

const using = (folder: string, words: RegExp): readonly string[] =>
  sources(folder)
    .filter(({ text }) => words.test(text))
    .map(({ path }) => path);

describe('the source', () => {
  it('is read by these tests', () => {
    expect(using('main', /registerSchemesAsPrivileged/)).toEqual([join('main', 'electron', 'scheme.ts')]);
  });

  it.each([
    ['openExternal (S-6)', /openExternal/],
    ['auto update, crash report (S-26)', /autoUpdater|crashReporter|contentTracing/],
    ['a page from file:// (S-9)', /loadFile|file:\/\//],
    [
      'a guard switched off (S-1)',
      /(contextIsolation|sandbox|webSecurity): false|nodeIntegration\w*: true|webviewTag: true|enableBlinkFeatures/,
    ],
    ['a way around CSP or CORS (S-8)', /bypassCSP|corsEnabled|allowServiceWorkers/],
    [
      'a client of the network',
      /\bfetch\(|https?\.(get|request)|net\.(fetch|request)|node:(https|dns|dgram|http2|tls)/,
    ],
    ['a header that lets others in (S-29)', /access-control-allow/i],
    ['code out of text', /\beval\(|new Function|runIn\w*Context/],
  ])('of the main process has no %s', (_what, words) => {
    expect(using('main', words)).toEqual([]);
  });

  it('of the preload hands on neither ipcRenderer nor an event (S-3)', () => {
    const [preload] = sources('preload');
    expect(preload?.text).toMatch(/satisfies Bridge/);
    expect(preload?.text).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer|listener\(_?event/);
  });

  it('of the page calls the network in its host and library only', () => {
    const outside = using('renderer', /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/).filter(
      (path) => !/^renderer.(host|library)./.test(path),
    );
    expect(outside).toEqual([]);
  });
});
