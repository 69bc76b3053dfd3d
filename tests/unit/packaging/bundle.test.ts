import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../scripts/build.mjs';
import { ROOT } from '../../helpers/places';

const OUT = join(ROOT, 'out');

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

/** What a built module asks for, by import, re-export or require. */
const wantsOf = (path: string): readonly string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|[;\n}])\s*(?:import|export)\b[^'"\n;]*?(?:from\s*)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|\brequire\(\s*["']([^"']+)["']\s*\)/g,
    ),
  ].flatMap(([, from, dynamic, required]) => from ?? dynamic ?? required ?? []);

beforeAll(() => {
  if (!buildIfStale()) throw new Error('The build failed.');
}, 120_000);

describe('the built program', () => {
  it('needs nothing that is not in it but Node and Electron (F2)', () => {
    const modules = filesBelow(join(OUT, 'main')).filter((path) => path.endsWith('.js'));
    expect(modules).toContain('index.js');
    for (const path of modules)
      for (const wanted of wantsOf(join(OUT, 'main', path))) {
        const here = wanted.startsWith('.') && existsSync(join(OUT, 'main', path, '..', wanted));
        expect(wanted.startsWith('node:') || wanted === 'electron' || here, `${path} wants ${wanted}`).toBe(
          true,
        );
      }
    expect(wantsOf(join(OUT, 'main', 'index.js'))).toContain('electron');
  });

  it('has a preload that a sandbox takes: it asks for Electron and nothing else (F2)', () => {
    const wanted = wantsOf(join(OUT, 'preload', 'index.cjs'));
    expect([...new Set(wanted)]).toEqual(['electron']);
    expect(builtinModules).not.toContain('electron');
  });

  it('holds each face once, in the format its browsers take', () => {
    const fonts = filesBelow(OUT).filter((path) => /\.(woff2?|ttf|otf)$/.test(path));
    expect(fonts.length).toBeGreaterThan(100);
    expect(fonts.filter((path) => !path.endsWith('.woff2'))).toEqual([]);
    const css = filesBelow(OUT).filter((path) => path.endsWith('.css'));
    for (const path of css) expect(readFileSync(join(OUT, path), 'utf8')).not.toMatch(/\.woff\)/);
  });

  // 16 MB without the libraries that read people's own files; with them, and the character maps of PDF, 30.
  it('is at most 30 MB', () => {
    const bytes = filesBelow(OUT).reduce((sum, path) => sum + statSync(join(OUT, path)).size, 0);
    expect(bytes).toBeLessThan(30 * 1024 * 1024);
  });
});
