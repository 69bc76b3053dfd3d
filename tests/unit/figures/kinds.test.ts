import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { extractObservations } from '../../../src/shared/figures';

/** `name value unit`, with the measure, bound or period where a row asks for them. */
type Row = readonly [sentence: string, ...figures: readonly string[]];

const reportOf = (review: string, plan: string): string =>
  [
    '政府工作报告',
    '——2027年2月20日在江岭县第十二届人民代表大会第二次会议上',
    '江岭县人民政府县长 沈若川',
    '各位代表：',
    '一、2026年工作回顾',
    '2026年，面对复杂形势，我们主要做了以下工作：',
    review,
    '二、2027年重点工作',
    plan,
    '各位代表！实干铸就辉煌。',
  ].join('\n');

const read = (review: string, plan = '坚持稳中求进。') =>
  extractObservations(parseReport({ id: 'r', raw: reportOf(review, plan) }));
const figures = (sentence: string): readonly string[] =>
  read(sentence).map(({ name, value, unit }) => `${name} ${String(value)} ${unit}`.trim());

const KINDS: Readonly<Record<string, readonly Row[]>> = {
  'a fall keeps its sign': [
    ['民间投资同比增长–0.9%，进口额增长－1.5%。', '民间投资 -0.9 %', '进口额 -1.5 %'],
    ['房地产投资增速为负6.2%。', '房地产投资 -6.2 %'],
    ['房屋施工面积负增长8.1%。', '房屋施工面积负增长 8.1 %'],
  ],
  'steps are no part of a name': [
    ['财政收入连跨三个十亿元台阶，达38.6亿元，年均增长9.3%。', '财政收入 38.6 亿元', '财政收入 9.3 %'],
    ['经济总量先后迈过5个百亿元关口，突破760亿元。', '经济总量 760 亿元'],
  ],
  'the rank of a rate is of the rate': [
    ['固定资产投资增长9.2%，增幅列全省第3位。', '固定资产投资 9.2 %', '固定资产投资增幅 3 位'],
    [
      '财政收入30亿元、增长6.1%，绝对额和增速分别居全市第2位、第1位。',
      '财政收入 30 亿元',
      '财政收入 6.1 %',
      '财政收入 2 位',
      '财政收入增速 1 位',
    ],
  ],
  'what is reached after 新增 is the total': [
    ['充电桩新增820个、累计达到3600个。', '充电桩新增 820 个', '充电桩 3600 个'],
  ],
  'lists share their tail, and 均 is of each': [
    ['教育、医疗方面支出分别达到9.6亿元、4.3亿元。', '教育方面支出 9.6 亿元', '医疗方面支出 4.3 亿元'],
    ['苹果、核桃产量均居全省前3位。', '苹果产量 3 位', '核桃产量 3 位'],
  ],
  'the subject of the sentence or clause before': [
    ['文旅产业持续升温。收入突破25亿元，接待人次增长18%。', '文旅产业收入 25 亿元', '文旅产业接待人次 18 %'],
    ['油菜播种面积9万亩，总产量1.4万吨。', '油菜播种面积 9 万亩', '油菜总产量 1.4 万吨'],
    ['优良天数320天，优良率87.7%，比上年增加12天。', '优良天数 320 天', '优良率 87.7 %', '优良天数 12 天'],
  ],
  'another scope and a comparison are told': [
    ['剔除汽车因素后，社会消费品零售总额增长8.2%。', '社会消费品零售总额(剔除汽车因素) 8.2 %'],
    ['工业用电量增长8.8%，比全国高2.9个百分点。', '工业用电量 8.8 %', '工业用电量比全国高 2.9 个百分点'],
  ],
  'shares and growth in words': [
    ['船舶出口占全国1/4，电商交易额翻了一番多。', '船舶出口占全国 25 %', '电商交易额 1 番'],
    ['近九成五的群众满意。', '群众满意 9.5 成'],
    ['农产品加工产值超百亿元，班列开行突破两千列。', '农产品加工产值 100 亿元', '班列开行 2000 列'],
    ['三次产业结构调整为9:45:46。', '第一产业比重 9 %', '第二产业比重 45 %', '第三产业比重 46 %'],
  ],
  'units and thousands': [
    [
      'PM2.5年均浓度降至33微克每立方米，河道流量达到800立方米每秒。',
      'PM2.5年均浓度 33 微克每立方米',
      '河道流量 800 立方米每秒',
    ],
    [
      '新购清雪车56辆（台），地区生产总值达到1 286.5亿元。',
      '新购清雪车 56 辆(台)',
      '地区生产总值 1286.5 亿元',
    ],
    ['龙潭2×66万千瓦机组投产。', '龙潭机组(2×66万千瓦) 66 万千瓦'],
    ['城乡居民收入比从2.51降为2.39。', '城乡居民收入比 2.51', '城乡居民收入比 2.39'],
  ],
  'what is no observation': [
    ['30万吨以下煤矿全部退出，重点抓好以下6个方面工作。'],
    ['17艘企业“快艇”竞相出海。'],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, rows) => {
  test.each(rows.map(([sentence, ...expected]) => [sentence, expected] as const))(
    '%s',
    (sentence, expected) => {
      expect(figures(sentence)).toEqual(expected);
    },
  );
});

describe('when and where', () => {
  test('a part of the year is not the year', () => {
    expect(read('前十个月，税收增长5.2%；前三季度，出口增长9%。').map(({ period }) => period)).toEqual([
      '2026-01/10',
      '2026-01/09',
    ]);
  });

  test('what is compared with is of its own time', () => {
    const periods = read('财政收入达到56亿元，较“十三五”末的31亿元增加25亿元。').map(({ period }) => period);
    expect(periods).toEqual(['2026', '2020', '2026']);
  });

  test('two years from the first one planned', () => {
    const [found] = read('', '两年之内建成公路120公里，债务余额不得突破98亿元。');
    expect([found?.period, found?.name]).toEqual(['2027-2028', '建成公路']);
  });

  test('不得突破 is a lid and 不得低于 a floor', () => {
    const bounds = read('', '债务余额不得突破98亿元，森林覆盖率不能低于40%。').map(({ bound }) => bound);
    expect(bounds).toEqual(['<=', '>=']);
  });

  test('a figure of a place above is not the own one', () => {
    const places = read('全省工业用电量增长5.8%，我县增长7.2%。').map(({ place }) => place);
    expect(places).toEqual(['全省', '江岭县']);
  });

  test('a level of government keeps its growth', () => {
    const places = read('县本级财政支出完成21亿元，增长2.4%。').map(({ place }) => place);
    expect(places).toEqual(['县本级', '县本级']);
  });
});
