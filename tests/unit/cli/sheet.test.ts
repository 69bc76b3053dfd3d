import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runSheet } from '../../../src/cli/sheet';

const folder = mkdtempSync(join(tmpdir(), 'duidu-sheet-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in this process: what it says, and its exit code. */
const sheet = async (args: readonly string[]) => {
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  const code = await runSheet(args).finally(() => spy.mockRestore());
  return { code, err: said.join('') };
};

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The words of an HTML sheet, as a person reads them. */
const wordsOf = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ');

describe('duidu sheet', () => {
  test('makes a sheet to read in a browser, with its sources', async () => {
    const out = join(folder, '对照表.html');
    const { code, err } = await sheet(['zhoukou-2023', 'zhoukou-2025', '--out', out]);
    expect([code, err]).toEqual([0, expect.stringContaining('已写到')]);
    const words = wordsOf(out);
    for (const told of [
      '周口市政府工作报告对照表',
      '5,205',
      '＞3,000',
      '新提法',
      '文本校验 06072193、f3572878',
    ])
      expect(words).toContain(told);
    expect(words).toContain('港口货物吞吐量完成5205万吨');
  });

  test('keeps to the parts, topics and paper asked for', async () => {
    const out = join(folder, '一样.html');
    const args = ['--part', '提法', '--topic', '科技创新', '--paper', 'A3', '--landscape', '--out', out];
    expect((await sheet(['zhoukou-2023', 'zhoukou-2025', ...args])).code).toBe(0);
    const words = wordsOf(out);
    expect(words).toContain('新提法');
    expect(words).not.toContain('指标（单位）');
    expect(readFileSync(out, 'utf8')).toContain('@page { size: A3 landscape;');
  });

  test('says in Chinese what is wrong with the command', async () => {
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['zhoukou-2023', '--out', 'a.pdf'], '要二至四篇报告'],
      [['zhoukou-2023', 'zhoukou-2025'], '没有写要存成哪个文件'],
      [['zhoukou-2023', 'zhoukou-2025', '--out', 'a.doc'], '看不出是哪种格式'],
      [['zhoukou-2023', 'zhoukou-2025', '--out', 'a.csv', '--topic', '体育'], '没有这个领域'],
      [['zhoukou-2023', 'zhoukou-2025', '--out', 'a.csv', '--part', '目录'], '没有这个内容'],
      [['zhoukou-2023', 'zhoukou-2025', '--out', 'a.csv', '--paper', 'B5'], '没有这个纸张'],
    ];
    for (const [args, words] of wrong) {
      const { code, err } = await sheet(args);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    }
    const gone = await sheet(['zhoukou-2023', 'zhoukou-2025', '--out', join(folder, '没有', 'a.csv')]);
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('文件夹不存在')]);
  });

  test('says that a PDF needs a browser where there is none', async () => {
    vi.stubEnv('DUIDU_BROWSER', join(folder, 'none'));
    const { code, err } = await sheet(['zhoukou-2022', 'zhoukou-2023', '--out', 'a.pdf']);
    vi.unstubAllEnvs();
    expect([code, err]).toEqual([1, expect.stringContaining('没有找到 Chromium、Chrome 或 Edge')]);
  });
});

describe('reports that have little to compare', () => {
  const wordy = () => file('无数.txt', '一、工作回顾\n坚持稳中求进。\n\n二、重点工作\n加强队伍建设。\n');
  const other = () => file('别的.txt', '一、工作回顾\n团结奋斗。\n\n二、重点工作\n推进各项事业。\n');

  test.each([
    ['a report against itself', () => ['zhoukou-2023', 'zhoukou-2023'], [], '两栏是同一篇报告'],
    [
      'two texts alike',
      () => [wordy(), file('抄本.txt', readFileSync(wordy(), 'utf8'))],
      [],
      '两篇原文完全相同',
    ],
    ['no numbers', () => [wordy(), other()], [], '没有两栏都有的数'],
    [
      'a topic one of them lacks',
      () => [wordy(), 'zhoukou-2025'],
      ['--topic', '港航物流与开放'],
      '没有“港航物流与开放”领域的章节',
    ],
  ] as const)('%s: says so, and prints what there is', async (_, reports, options, words) => {
    const out = join(folder, '少.html');
    const { code, err } = await sheet([...reports(), ...options, '--out', out]);
    expect([code, err]).toEqual([0, expect.stringContaining(words)]);
    expect(wordsOf(out)).toContain(words);
  });
});
