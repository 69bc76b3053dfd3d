import { describe, expect, it } from 'vitest';
import { traceWording } from '../../../src/shared/compare';
import { isSameObject } from '../../../src/shared/compare/wording/same-object';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';

const make = (id: string, plan: string): Report =>
  parseReport({ id, raw: `县政府工作报告\n二、2025年重点工作\n${plan}` });

describe('力度变化', () => {
  it('compares words that govern one thing', () => {
    expect(isSameObject('青年发展型城市建设', '青年发展友好型城市建设')).toBe(true);
    expect(isSameObject('民用机场、平漯周高铁等项目', '平漯周高铁、疏港铁路')).toBe(true);
    expect(isSameObject('老旧管网改造', '城市更新')).toBe(false);
    expect(isSameObject('建立和完善促进房地产市场平稳健康发展的长效机制', '房地产市场平稳运行')).toBe(false);
  });

  it('says nothing where the words stand before different things', () => {
    const before = make('a', '实施城市更新行动，推进老旧管网改造，打造宜居韧性智慧城市。');
    const after = make('b', '深化城市更新，加强老旧管网改造，打造宜居韧性智慧城市。');
    expect(traceWording([before, after]).shifts).toEqual([]);
  });
});

describe('新提法', () => {
  const before = make('a', '推进企业改革，发展现代农业。完善道路交通设施。');

  it('are seen without quotation marks, said once', () => {
    const after = make('b', '完成公交化改革，建设云端牧场，大力发展纸鸢经济。');
    const found = traceWording([before, after]).fresh.map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(['云端牧场', '纸鸢经济']));
  });

  it('may begin with a character that joins or praises where it stands alone', () => {
    const after = make('b', '发展小店经济，用好超长期特别国债，建设网络强国。');
    const found = traceWording([before, after]).fresh.map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(['小店经济', '超长期特别国债', '网络强国']));
  });

  it('are neither lists in short nor counts', () => {
    const after = make('b', '培育新材料等产业，坚持一件一件解决，落实三项举措。');
    const found = traceWording([before, after]).fresh.map(({ text }) => text);
    expect(found.filter((text) => /等|一件|三项/.test(text))).toEqual([]);
  });

  it('may be words that the dictionary cuts to characters', () => {
    const after = make('b', '实施医疗卫生强基工程，制定容错纠错机制，开展医保全民参保计划。');
    const found = traceWording([before, after]).fresh.map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(['医疗卫生强基工程', '医保全民参保计划']));
  });

  it('are no head alone with words that say nothing of it, nor a system without its reform', () => {
    const after = make(
      'b',
      '深化金融体制改革。落实国家重大政策，国家重大政策效应显现，承接国家重大政策。宣传民营经济促进法。',
    );
    const found = traceWording([before, after]).fresh.map(({ text }) => text);
    expect(found.filter((text) => /^(?:金融体制|国家重大政策)$/.test(text))).toEqual([]);
  });

  it('cut no word', () => {
    const after = make('b', '进一步释放消费潜力，建设零碳园区。');
    const found = traceWording([before, after]).fresh.map(({ text }) => text);
    expect(found.filter((text) => text.startsWith('步'))).toEqual([]);
  });
});
