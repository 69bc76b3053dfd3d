import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasArchiver, packProgram, runPacked, type Packed } from '../../helpers/packed-program';
import { removeFolder, temporaryFolder } from '../../helpers/places';

let folder: string;
let packed: Packed;

beforeAll(async () => {
  folder = await temporaryFolder();
  packed = await packProgram(folder);
});

afterAll(() => removeFolder(folder));

describe('the packed program', () => {
  it('starts outside the project with nothing but its own files, and opens a report (F2, F9)', async () => {
    const data = join(folder, 'data');
    const seen = await runPacked(packed.program, data);
    expect(seen.errors).toEqual([]);
    expect(seen.foreign).toEqual([]);
    expect(seen.paragraphs).toBeGreaterThan(5);
    const reports = join(`${packed.program}.unpacked`, 'out', 'renderer', 'reports');
    expect(seen.info).toMatchObject({ dataFolder: data, reportsFolder: reports });
    expect(readdirSync(reports)).toContain('zhoukou-2023.txt');
  });

  it('has no other package in it, no second format of a face, and nothing left to install', async () => {
    expect(packed.files.filter((path) => /node_modules|\.woff$|\.map$|\.ts$/.test(path))).toEqual([]);
    expect(packed.files).toEqual(
      expect.arrayContaining(['package.json', 'out/main/index.js', 'out/preload/index.cjs']),
    );
    const { default: meta } = (await import(join(packed.program, 'package.json'), {
      with: { type: 'json' },
    })) as { default: Record<string, unknown> };
    expect(Object.keys(meta)).not.toEqual(expect.arrayContaining(['dependencies']));
    expect(meta).toMatchObject({
      main: 'out/main/index.js',
      type: 'module',
      desktopName: 'cn.duidu.reader.desktop',
    });
  });

  it.skipIf(!hasArchiver)('is an archive of at most 30 MB (needs npm ci --prefix packaging)', () => {
    const bytes = packed.archive?.bytes ?? NaN;
    const inside = packed.archive?.entries.filter((entry) => /^pack/.test(entry)) ?? [];
    console.log(`app.asar: ${bytes} bytes, ${packed.files.length} files`);
    expect(bytes).toBeLessThan(30 * 1024 * 1024);
    expect(inside.some((entry) => /[/\\\\]reports[/\\\\]/.test(entry))).toBe(false);
    expect(inside.length).toBeGreaterThan(400);
    expect(existsSync(packed.program)).toBe(true);
  });
});
