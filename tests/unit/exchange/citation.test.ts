import { describe, expect, it } from 'vitest';
import { citePassages } from '../../../src/shared/exchange';
import { parseReport } from '../../../src/shared/parse';
import { reportOf } from './notes';

const at = (id: string, words: string) => {
  const report = reportOf(id);
  const start = report.clean.indexOf(words);
  return { report, range: { start, end: start + words.length } };
};

const PORT = at('zhoukou-2025', '港口货物吞吐量完成5205万吨');
const SPEECH = at('chuanhui-2024', '一般公共预算收入首次突破10亿元');

describe('复制并带出处', () => {
  it('as an official document quotes: report, year, section, quote and sentence', () => {
    expect(citePassages([PORT], 'official')).toBe(
      '2025年《周口市政府工作报告》（解读）“2024年工作回顾”部分“改革开放纵深推进”一节：“港口货物吞吐量完成5205万吨”（原句：“港口货物吞吐量完成5205万吨，增长27.5%，集装箱达到16.3万标箱，增长56%”）',
    );
  });

  it('as GB/T 7714 lists its sources', () => {
    expect(citePassages([PORT], 'gbt7714').split('\n')).toEqual([
      '“港口货物吞吐量完成5205万吨”（原句：“港口货物吞吐量完成5205万吨，增长27.5%，集装箱达到16.3万标箱，增长56%”）[1]',
      '[1] 何晴, 黄佳, 苑美丽, 等. 周口市政府工作报告（解读）[Z]. 2025: 2024年工作回顾·改革开放纵深推进.',
    ]);
    expect(citePassages([SPEECH], 'gbt7714').split('\n').at(-1)).toMatch(
      /^\[1\] 胡友涛\. 川汇区政府工作报告\[R\]\. 2024-02-20: .+\.$/,
    );
  });

  it('numbers several passages, one source once', () => {
    const lines = citePassages([PORT, SPEECH, PORT], 'gbt7714').split('\n');
    expect(lines.map((line) => /\[\d\](?=$| )/.exec(line)?.[0])).toEqual(['[1]', '[2]', '[1]', '[1]', '[2]']);
  });

  it('puts quotation marks inside a quotation one level down, and says a whole sentence once', () => {
    const { report, range } = at('zhoukou-2025', '“引企入周”');
    const sentence = report.sentences.find(
      (each) => each.range.start <= range.start && range.end <= each.range.end,
    )!;
    const text = citePassages([{ report, range: sentence.range }], 'official');
    expect(text).toContain('‘引企入周’');
    expect(text).not.toContain('原句');
  });

  const LONG = `生产总值达到3635.62亿元${'，这一年各项工作都有新的进展和成效'.repeat(6)}；港口货物吞吐量完成5205万吨，增长27.5%；${'民生实事件件有着落，'.repeat(6)}群众满意。`;

  it('gives of a long sentence only the clauses around the quote, and several items with their breaks', () => {
    const report = parseReport({
      id: 'own',
      raw: `某市政府工作报告\n一、工作回顾\n${LONG}\n新增就业7万人。\n`,
    });
    const start = report.clean.indexOf('完成5205万吨');
    const [text] = [citePassages([{ report, range: { start, end: start + 8 } }], 'official')];
    expect(text).toContain('（原句：“……港口货物吞吐量完成5205万吨，增长27.5%……”）');
    const end = report.clean.indexOf('万人') + 2;
    const from = report.clean.indexOf('群众满意');
    expect(citePassages([{ report, range: { start: from, end } }], 'official')).toContain(
      '群众满意。\n新增就业7万人',
    );
  });

  it('names the paper of an article where the text does', () => {
    const raw = '某市政府工作报告解读\n来源：某市日报 记者 张三\n一、工作回顾\n新增就业7万人。\n';
    const report = parseReport({ id: 'own', raw }, { genre: '解读', year: 2025 });
    const start = report.clean.indexOf('新增');
    expect(citePassages([{ report, range: { start, end: start + 7 } }], 'official')).toContain(
      '（解读，《某市日报》）',
    );
  });
});
