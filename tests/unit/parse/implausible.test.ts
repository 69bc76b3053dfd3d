import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';

const caveatsOf = (sentence: string) => {
  const { caveats, clean } = parseReport({
    id: 'doubt',
    raw: `溪口县2031年政府工作报告\n各位代表：\n一、2030年工作回顾\n${sentence}\n二、2031年工作安排\n抓好落实。\n`,
  });
  return caveats.map(({ type, range }) => `${type} ${clean.slice(range.start, range.end)}`);
};

describe('numbers that cannot be as printed', () => {
  test.each([
    ['湿地保护率达到502%。', 'implausible 502'],
    ['城镇化率提高到58.5.3%，稳步推进。', 'implausible 58.5.3'],
    ['全县生产总值达到215.6亿元，增长53%。', 'implausible 53'],
    ['全县地区生产总值增长61.2%。', 'implausible 61.2'],
  ])('%s', (sentence, caveat) => {
    expect(caveatsOf(sentence)).toEqual([caveat]);
  });

  test.each([
    '拨备覆盖率达到312%，税收增长53%。',
    '“十四五”期间，全县生产总值增长53%。',
    '2030年与2025年相比，生产总值增长57.3%。',
    '高中阶段毛入学率达到102%。',
    '自2025.1.9起施行，城镇化率提高0.9个百分点，完成投资120%以上。',
  ])('sane: %s', (sentence) => {
    expect(caveatsOf(sentence)).toEqual([]);
  });
});

test.each([
  '空气质量持续改善，细颗粒物PM\n\n2.5\n\n浓度降至31微克/立方米，优良天数比例达到88%，群众对环境更加满意。',
  '一是聚焦扩大内需，着力提消费促投资\n大力提振消费需求。全面落实以旧换新政策，促进消费扩容提质，激发市场活力。\n二是聚焦实体经济，加快培育新动能\n做强主导产业。推动产业链条延伸，提升企业竞争力。',
  '1．“双随机”：随机抽取检查对象。\n4．“一网通办”：网上办理各类事项。',
])('whole text is not called cut: %s', (sentence) => {
  expect(caveatsOf(sentence).filter((caveat) => caveat.startsWith('truncated'))).toEqual([]);
});
