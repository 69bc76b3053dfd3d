import { expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { extractObservations } from '../../../src/shared/figures';

const HEAD = '政府工作报告\n——2008年3月5日在第十一届全国人民代表大会第一次会议上\n';
const timesOf = (heading: string, sentence: string): readonly string[] =>
  extractObservations(
    parseReport({ id: 'made', raw: `${HEAD}一、${heading}\n各项工作进展顺利。${sentence}\n` }),
  ).map(({ value, kind, period }) => [String(value), kind, period].join(' '));

test.each([
  [
    '过去五年工作回顾',
    '国内生产总值从2002年的12.03万亿元增长到2007年的24.66万亿元，财政收入由1.89万亿元增加到5.13万亿元。',
    ['12.03 result 2002', '24.66 result 2007', '1.89 result 2002', '5.13 result 2003-2007'],
  ],
  [
    '过去五年工作回顾',
    '城镇居民人均可支配收入由2002年7703元增加到2007年13786元，农村居民人均纯收入由2476元增加到4140元。',
    ['7703 result 2002', '13786 result 2007', '2476 result 2002', '4140 result 2007'],
  ],
  [
    '2008年主要任务',
    '到2010年生产总值达到1.7万亿元（2005年价），人均生产总值达到2.4万元。',
    ['1.7 target 2010', '2.4 target 2010'],
  ],
  [
    '2007年工作回顾',
    '近三年淘汰落后炼钢产能9000多万吨、水泥2.3亿吨。两年来新建学校2400所。粮食产量连续三年超过1万亿斤。',
    ['9000 result 2005-2007', '2.3 result 2005-2007', '2400 result 2006-2007', '1 result 2007'],
  ],
  [
    '2008年主要任务',
    '已建成的主要有：加固堤防6100公里；新增公路1.2万公里。今年新增公路2万公里。',
    ['6100 result 2007', '1.2 result 2007', '2 target 2008'],
  ],
  [
    '2008年主要任务',
    '关税总水平已由15.3%降到12%。目前教育经费支出超过2万亿元，今年达到3万亿元。在现有3条线路基础上，新开5条。',
    [
      '15.3 result 2007',
      '12 result 2007',
      '2 result 2007',
      '3 target 2008',
      '3 result 2007',
      '5 target 2008',
    ],
  ],
  [
    '2008年主要任务',
    '改造升级已有园区，建成示范区15个。加快现有园区晋档升级，打造示范区6个。',
    ['15 target 2008', '6 target 2008'],
  ],
  ['2007年工作回顾', '2003年新型农村合作医疗开展以来，兑付补偿资金1.35亿元。', ['1.35 result 2007']],
])('%s: %s', (heading, sentence, times) => {
  expect(timesOf(heading, sentence)).toEqual(times);
});

test('a growth after a semicolon goes on over the year the part before is held against', () => {
  const [days, index, dust, next] = extractObservations(
    parseReport({
      id: 'made',
      raw: `${HEAD}一、2007年工作回顾\n各项工作进展顺利。空气优良天数达到310天，比2002年增加98天；空气综合指数和PM2.5平均浓度分别下降46.7%和55.8%。工业用电量增长7.2%。\n`,
    }),
  ).slice(1);
  expect([days?.value, index?.base, dust?.value, dust?.base, next?.value, next?.base]).toEqual([
    98,
    '2002',
    55.8,
    '2002',
    7.2,
    undefined,
  ]);
});

test.each(['同比下降46.7%', '比上年下降46.7%', '全年下降46.7%', '用工成本，2007年下降46.7%'])(
  'a growth that says itself over what it is, is over that: %s',
  (words) => {
    const read = extractObservations(
      parseReport({
        id: 'made',
        raw: `${HEAD}一、2007年工作回顾\n各项工作进展顺利。空气优良天数比2002年增加98天；空气综合指数${words}。\n`,
      }),
    );
    expect(read.map(({ value, base }) => [value, base])).toEqual([
      [98, undefined],
      [46.7, undefined],
    ]);
  },
);
