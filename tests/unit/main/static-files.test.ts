import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheHeader } from '../../../src/main/services/page-headers';
import { mediaType, resolveStatic } from '../../../src/main/services/static-files';
import { removeFolder, temporaryFolder } from '../../helpers/places';
import { TRAVERSALS } from '../../helpers/traversals';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  root = join(folder, 'pages');
  await mkdir(join(root, 'reports'), { recursive: true });
  await mkdir(join(folder, 'pages-secret'));
  await writeFile(join(root, 'index.html'), 'page');
  await writeFile(join(root, 'reports', 'zhoukou-2023.txt'), 'report');
  await writeFile(join(root, 'reports', 'unknown.exe'), 'binary');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'pages-secret', 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  await symlink(folder, join(root, 'out'));
  await symlink(join(root, 'index.html'), join(root, 'alias.html'));
});

afterAll(() => removeFolder(folder));

describe('a path below the page', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/reports/zhoukou-2023.txt', 'reports/zhoukou-2023.txt'],
  ])('%s is %s', async (path, file) => {
    expect(await resolveStatic(root, path)).toBe(join(root, file));
  });

  it('has at least 40 hostile forms to refuse', () => {
    expect(new Set(TRAVERSALS).size).toBeGreaterThanOrEqual(40);
  });

  it.each(TRAVERSALS)('%j is refused', async (path) => {
    expect(await resolveStatic(root, path)).toBeNull();
  });

  it.each([
    '/link.txt',
    '/out/secret.txt',
    '/alias.html',
    '/reports',
    '/reports/unknown.exe',
    '/none.txt',
    '/INDEX.html',
  ])('%s leads out of the folder or to nothing shipped', async (path) => {
    expect(await resolveStatic(root, path)).toBeNull();
  });

  it('never leaves the folder, whatever is asked', { timeout: 30_000 }, async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'reports',
      '%2e%2e',
      'secret.txt',
      'index.html',
      '\\',
      'C:',
      '~',
      'out',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const found = await resolveStatic(root, `/${parts.join('/')}`);
        expect(found === null || found === join(root, 'index.html')).toBe(true);
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });

  it('is nothing where there is no page', async () => {
    expect(await resolveStatic(join(folder, 'none'), '/')).toBeNull();
  });

  it('is kept by the browser only when its name carries its content', () => {
    expect(cacheHeader('/assets/index-q50lpSXU.css')).toContain('immutable');
    expect(cacheHeader('/reports/zhoukou-2023.txt')).toBe('no-store');
    expect(cacheHeader('/')).toBe('no-store');
    expect(mediaType('x.WOFF2')).toBe('font/woff2');
  });
});
