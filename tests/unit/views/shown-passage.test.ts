import { expect, it } from 'vitest';
import { shownPassage } from '../../../src/renderer/views/commitments/shown-passage';
import { extractObservations } from '../../../src/shared/figures';
import { parseReport } from '../../../src/shared/parse';

const TEXT = `沙棠县政府工作报告
——2022年1月10日在沙棠县第十七届人民代表大会第一次会议上
各位代表：
一、2021年工作回顾
一年来，我们坚持稳中求进工作总基调，统筹推进疫情防控和经济社会发展，各项事业都有了新的进步，一般公共预算收入完成6.5亿元，增长21.2%；地区生产总值预计完成55亿元，增长10%左右；固定资产投资完成78.3亿元，增长13%；规模以上工业增加值增长8.1%。
`;

it('shows a figure with what it is about, though the sentence before it is cut', () => {
  const report = parseReport({ id: 'satang-2022', raw: TEXT });
  const observation = extractObservations(report).find(({ value }) => value === 21.2)!;
  const { before, figure, after } = shownPassage(report, { range: observation.range, observation });
  expect(figure).toBe('21.2%');
  expect(before).toContain('一般公共预算收入完成6.5亿元，增长');
  expect(after).toMatch(/^；地区生产总值/);
  expect(after.endsWith('……')).toBe(true);
});
