import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReports } from '../../../src/cli/library';

const BIN = fileURLToPath(new URL('../../../bin/duidu.mjs', import.meta.url));

/** 中文测试：政府工作报告 in GB18030. */
const GB18030 = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6]);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duidu-cli-'));
  await writeFile(join(folder, 'gb.txt'), GB18030);
  await writeFile(join(folder, 'bom.txt'), '\ufeff政府工作报告\n各位代表：\n工作很好。');
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'binary.txt'), Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  await writeFile(join(folder, 'notes.md'), '不是报告');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const duidu = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: folder, maxBuffer: 64 << 20 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

interface Shown {
  readonly meta: { readonly id: string; readonly place: string };
  readonly sections: readonly { readonly heading: string; readonly start: number; readonly end: number }[];
  readonly paragraphs: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  readonly removed: readonly { readonly reason: string }[];
  readonly caveats: readonly { readonly type: string; readonly label: string }[];
}

describe('duidu parse', { timeout: 60_000 }, () => {
  test('prints the bundled reports from any folder', async () => {
    const { code, out } = await duidu('parse');
    const reports = JSON.parse(out) as Shown[];
    expect(code).toBe(0);
    expect(reports.map(({ meta }) => meta.id)).toEqual([
      'zhoukou-2022',
      'zhoukou-2022-highlights',
      'zhoukou-2023',
      'chuanhui-2024',
      'zhoukou-2025',
    ]);
  });

  test('prints one report as an object with ranges in the raw file', async () => {
    const { code, out } = await duidu('parse', 'bom.txt');
    const report = JSON.parse(out) as Shown;
    expect(code).toBe(0);
    expect(report.paragraphs).toMatchObject([
      { text: '政府工作报告', start: 0, end: 6 },
      { text: '各位代表：', start: 7, end: 12 },
      { text: '工作很好。', start: 13, end: 18 },
    ]);
  });

  test('names the file, the reason and the remedy, and still prints what it can read', async () => {
    const { code, out, err } = await duidu('parse', 'bom.txt', 'missing.txt', 'empty.txt');
    expect(code).toBe(1);
    expect((JSON.parse(out) as Shown[]).map(({ meta }) => meta.id)).toEqual(['bom']);
    expect(err).toMatch(/missing\.txt：没有这个文件或文件夹。.+\n.*empty\.txt：文件是空的。.+\n/);
  });

  test('tells wrong use with exit code 2', async () => {
    const [option, command, none] = await Promise.all([duidu('parse', '--fast'), duidu('prase'), duidu()]);
    expect([option.code, command.code, none.code]).toEqual([2, 2, 2]);
    expect(option.err).toContain('--fast：没有这个选项');
    expect(command.err).toContain('prase：没有这个命令');
  });

  test('tells its use', async () => {
    const { code, out } = await duidu('parse', '--help');
    expect([code, out.startsWith('用法：duidu parse')]).toEqual([0, true]);
  });
});

describe('loading', () => {
  test('a folder gives its files of every kind, an id a bundled report, a copy the catalog’s facts', async () => {
    const copy = join(folder, 'copy');
    const { reports, faults } = await loadReports([folder, 'zhoukou-2023']);
    expect(reports.map(({ id }) => id)).toEqual(['bom', 'gb', 'notes', 'zhoukou-2023']);
    expect(faults.map(({ code }) => code).sort()).toEqual(['archive-empty', 'file-empty']);
    expect((await loadReports([copy])).faults[0]).toMatchObject({ code: 'file-unreadable', subject: copy });
    expect(reports.at(-1)?.meta.place).toBe('周口市');
  });

  test('a folder without texts is a fault', async () => {
    const bare = await mkdtemp(join(folder, 'bare-'));
    expect((await loadReports([bare])).faults[0]?.code).toBe('folder-empty');
  });
});
