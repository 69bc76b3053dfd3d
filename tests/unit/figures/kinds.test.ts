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
    ['烟草零售额同比增长—6.2%。', '烟草零售额 -6.2 %'],
    ['民间投资同比增长–0.9%，进口额增长－1.5%。', '民间投资 -0.9 %', '进口额 -1.5 %'],
    ['房地产投资增速为负6.2%。', '房地产投资 -6.2 %'],
    ['房屋施工面积负增长8.1%。', '房屋施工面积负增长 8.1 %'],
  ],
  'steps are no part of a name': [
    ['财政收入连跨三个十亿元台阶，达38.6亿元，年均增长9.3%。', '财政收入 38.6 亿元', '财政收入 9.3 %'],
    ['经济总量先后迈过5个百亿元关口，突破760亿元。', '经济总量 760 亿元'],
  ],
  'the rank of a rate is of the rate': [
    [
      '生产总值增长6.3%，总量居全省第6位、增速居全省第2位。',
      '生产总值 6.3 %',
      '生产总值总量 6 位',
      '生产总值增速 2 位',
    ],
    ['政务服务能力位列全省前三。', '政务服务能力 3 位'],
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
    [
      '第一、二、三产业增加值分别增长3.4%、7.1%、6.2%。',
      '第一产业增加值 3.4 %',
      '第二产业增加值 7.1 %',
      '第三产业增加值 6.2 %',
    ],
    [
      '地铁1号线、2号线日均客流分别为12.4万人次、9.8万人次。',
      '地铁1号线日均客流 12.4 万人次',
      '地铁2号线日均客流 9.8 万人次',
    ],
    [
      '城镇职工、城乡居民医保参保率分别达到98.2%、97.4%。',
      '城镇职工医保参保率 98.2 %',
      '城乡居民医保参保率 97.4 %',
    ],
    ['法人单位、从业人员均翻一番。', '法人单位 1 番', '从业人员 1 番'],
    ['教育、医疗方面支出分别达到9.6亿元、4.3亿元。', '教育方面支出 9.6 亿元', '医疗方面支出 4.3 亿元'],
    ['苹果、核桃产量均居全省前3位。', '苹果产量 3 位', '核桃产量 3 位'],
  ],
  'the subject of the sentence or clause before': [
    ['接待游客860万人次，综合收入72亿元。', '接待游客 860 万人次', '旅游综合收入 72 亿元'],
    ['新能源车销量3.2万辆，渗透率达到41%。', '新能源车销量 3.2 万辆', '新能源车渗透率 41 %'],
    ['岭东区生产总值增长7.2%，岭西区增长6.8%。', '岭东区生产总值 7.2 %', '生产总值 6.8 %'],
    ['民营经济加快发展。户数增至12.6万户。', '民营经济户数 12.6 万户'],
    ['文旅产业持续升温。收入突破25亿元，接待人次增长18%。', '文旅产业收入 25 亿元', '文旅产业接待人次 18 %'],
    ['油菜播种面积9万亩，总产量1.4万吨。', '油菜播种面积 9 万亩', '油菜总产量 1.4 万吨'],
    ['优良天数320天，优良率87.7%，比上年增加12天。', '优良天数 320 天', '优良率 87.7 %', '优良天数 12 天'],
  ],
  'another scope and a comparison are told': [
    [
      '税收收入增速高于全省3.1个百分点、居全省第4位。',
      '税收收入增速高于全省 3.1 个百分点',
      '税收收入增速 4 位',
    ],
    ['剔除汽车因素后，社会消费品零售总额增长8.2%。', '社会消费品零售总额(剔除汽车因素) 8.2 %'],
    ['工业用电量增长8.8%，比全国高2.9个百分点。', '工业用电量 8.8 %', '工业用电量比全国高 2.9 个百分点'],
  ],
  'shares and growth in words': [
    ['近七成规上企业开展数字化改造。', '开展数字化改造的规上企业 7 成'],
    ['粮食产量连续八年稳定在百万吨以上。', '粮食产量 100 万吨'],
    ['超六成行政村集体收入过20万元。', '行政村集体收入 6 成', '行政村集体收入 20 万元'],
    ['船舶出口占全国1/4，电商交易额翻了一番多。', '船舶出口占全国 25 %', '电商交易额 1 番'],
    ['近九成五的群众满意。', '群众满意 9.5 成'],
    ['农产品加工产值超百亿元，班列开行突破两千列。', '农产品加工产值 100 亿元', '班列开行 2000 列'],
    ['三次产业结构调整为9:45:46。', '第一产业比重 9 %', '第二产业比重 45 %', '第三产业比重 46 %'],
  ],
  'units and thousands': [
    ['平均受教育年限由9.8年提高到10.6年。', '平均受教育年限 9.8 年', '平均受教育年限 10.6 年'],
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
  'a heading that ran into its sentence is no part of a name': [
    ['全县经济运行稳中有进全年实现地区生产总值712亿元。', '地区生产总值 712 亿元'],
    ['工业经济提质增效规上工业增加值增长8.2%。', '规上工业增加值 8.2 %'],
    ['成功举办茶文化节、现场签约12.8亿元。', '现场签约 12.8 亿元'],
  ],
  'what is counted is told apart by what happened to it': [
    ['5家企业上榜全省民营企业500强。', '上榜全省民营企业500强的企业 5 家'],
    ['18个行政村通上天然气。', '通上天然气的行政村 18 个'],
    ['为1200名残疾儿童提供康复服务。', '为残疾儿童提供康复服务 1200 名'],
    ['总投资120亿元的云储项目创全市工业投资新高。', '云储项目总投资 120 亿元'],
    ['38个监测点水质合格率达99%。', '监测点 38 个', '监测点水质合格率 99 %'],
    ['马拉松吸引12个国家和地区近800名选手参赛。', '吸引国家和地区 12 个', '选手 800 名'],
    ['向上争取资金19亿元。', '向上争取资金 19 亿元'],
    ['改造配电台区260个。', '改造配电台区 260 个'],
  ],
  'what is no observation': [
    ['在16个社区和商圈新增托位1200个。', '新增托位 1200 个'],
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

  test('the start of a plan is the year before it', () => {
    const periods = read('财政收入达到56亿元，比“十四五”初的31亿元多出25亿元。').map(({ period }) => period);
    expect(periods).toEqual(['2026', '2020', '2026']);
  });

  test('a place compared with is not the place of the number', () => {
    const places = read('零售额增长7.1%，比全国快1.9个百分点。').map(({ place }) => place);
    expect(places).toEqual(['江岭县', '江岭县']);
  });

  test('of a rate and a growth in one list each keeps its measure', () => {
    const measures = read('登记失业率、物价涨幅均控制在3%以内。').map(({ measure }) => measure);
    expect(measures).toEqual(['share', 'growth']);
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
