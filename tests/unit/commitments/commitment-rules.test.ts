import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commitment, Verdict } from '../../../src/shared/report';
import { traceCommitments } from '../../../src/shared/commitments';
import { indexedReport } from '../../helpers/indexed-report';

const QUIET = '各项工作进展顺利，成绩来之不易。';

/** What became of each target of one year's plan, given the paragraphs of the next year's review. */
const traceAll = (plan: string, ...review: readonly string[]): readonly Commitment[] =>
  traceCommitments([
    indexedReport(2023, QUIET, plan),
    indexedReport(2024, [...review, QUIET].join('\n'), QUIET),
  ]);

function trace(plan: string, ...review: readonly string[]): Commitment {
  const [first] = traceAll(plan, ...review);
  if (!first) throw new Error('no target was read');
  return first;
}

type Row = readonly [plan: string, review: string, verdict: Verdict, sure: boolean];

const check = (rows: readonly Row[]) => {
  test.each(rows)('%s → %s', (plan, review, verdict, sure) => {
    const found = trace(plan, review);
    expect([found.verdict, found.sure]).toEqual([verdict, sure]);
  });
};

describe('values are compared as they are meant', () => {
  check([
    ['建设高标准农田2万亩。', '建成高标准农田1万亩、在建1万亩。', 'partly', false],
    ['社会消费品零售总额增长1%。', '社会消费品零售总额下降2.2%。', 'missed', true],
    ['居民消费价格涨幅控制在3%左右。', '居民消费价格下降0.2%。', 'met', true],
    ['地区生产总值增长7.5%左右。', '地区生产总值增长7.4%。', 'missed', false],
    ['地区生产总值增长6%左右。', '地区生产总值增长5.5%。', 'met', false],
    ['地区生产总值增长6%左右。', '地区生产总值增长6.1%。', 'met', true],
    ['固定资产投资增长10%左右。', '固定资产投资增长6.4%。', 'missed', true],
    ['地区生产总值增长10%以上。', '地区生产总值增长10%左右。', 'met', false],
    ['生产总值增长6.5%—7%。', '生产总值增长6.7%。', 'met', true],
    ['技术合同成交额达到9000亿元。', '技术合同成交额1.02万亿元。', 'met', true],
    ['城镇登记失业率4.5%以内。', '城镇登记失业率3.8%。', 'met', true],
    ['森林覆盖率达到81%。', '森林覆盖率保持在80%以上。', 'missed', false],
    ['解决饮水安全问题373万人。', '解决了378万农村人口的饮水安全问题。', 'met', false],
    ['打通“断头路”3处。', '打通“断头路”6条。', 'met', true],
  ]);
});

describe('the same thing under other words', () => {
  check([
    ['规上工业增加值增长5%。', '规模以上工业增加值增长6%。', 'met', true],
    ['网络零售额增长10%以上。', '网络消费零售额增长20%。', 'met', true],
    ['改造老旧小区90个。', '90个老旧小区旧貌换新颜。', 'met', false],
    ['引进项目50个以上。', '引入项目77个。', 'met', false],
    ['实施村庄污水治理36个。', '完成21个傍河村庄生活污水治理。', 'missed', false],
    ['改造户厕8000座。', '新改造农村厕所4775座。', 'missed', false],
    ['地表水国考断面优良水体比例达到67%以上。', '全市地表水水质优良比例达84%。', 'met', false],
  ]);
});

describe('what is not the same is not judged', () => {
  check([
    ['外贸进出口增长5%。', '外贸出口增长8%。', 'different-scope', false],
    ['基本建成棚户区改造13万套。', '棚户区改造开工11万套。', 'different-scope', false],
    ['新增设施农业1万亩。', '设施农业面积达到2.4万亩。', 'different-scope', false],
    ['网络零售额增长10%。', '网络零售额260亿元。', 'different-scope', false],
    ['单位生产总值能耗下降2%。', '生产总值增长5.5%。', 'not-mentioned', false],
    ['城镇新增就业6万人以上。', '过去五年，城镇新增就业35万人。', 'different-scope', false],
  ]);

  test('a paragraph on five years tells no year’s sum, whatever year stands nearest', () => {
    const found = trace(
      '植树造林15万亩。',
      '——这是生态治理成效明显改善的五年。深入实施综合整治，累计完成植树造林69万亩。',
    );
    expect([found.verdict, found.sure]).toEqual(['different-scope', false]);
  });

  test('五年 said once holds for the stretch up to the next 分号', () => {
    const review = '存款余额15678亿元；五年城镇新增就业24万人，农村劳动力转移就业37万人。';
    const found = traceAll('城镇新增就业6万人。农村劳动力转移就业15万人。', review);
    expect(found.map(({ verdict, sure }) => [verdict, sure])).toEqual([
      ['different-scope', false],
      ['different-scope', false],
    ]);
  });

  test('growth over an earlier year is of other years than the target', () => {
    const found = trace('单位生产总值能耗下降4%。', '单位生产总值能耗比2018年下降20%。');
    expect([found.verdict, found.sure, found.result?.observation?.value]).toEqual([
      'different-scope',
      false,
      20,
    ]);
  });

  test('a number many times the target is offered, never shown as fact', () => {
    expect(trace('脱贫人口1228人。', '脱贫人口9563人。').sure).toBe(false);
  });

  test('a sentence on a part of the place is offered, never shown as fact', () => {
    const found = trace('实际利用外资增长5%。', '开发区营业收入增长65.8%，实际利用外资增长91.6%。');
    expect(found.sure).toBe(false);
    expect(trace('实际利用外资增长5%。', '实际利用外资增长5.3%。').sure).toBe(true);
  });

  test('what the next plan says of where it starts from is offered, never shown as fact', () => {
    const plan = '基本公共卫生服务经费补助标准提高到35元。';
    const [found] = traceCommitments([
      indexedReport(2023, QUIET, plan),
      indexedReport(2024, QUIET, '基本公共卫生服务经费补助标准由35元提高到40元。'),
    ]);
    expect([found?.result?.observation?.value, found?.sure]).toEqual([35, false]);
  });

  test('two results of one name that differ are offered, never shown as fact', () => {
    expect(trace('粮食总产量180亿斤。', '粮食总产量190亿斤。粮食总产量达到170亿斤。').sure).toBe(false);
  });
});

describe('lists', () => {
  test('a verb said once holds for the list, in the plan and in the review', () => {
    const found = traceAll(
      '新增高新技术企业20家、科技型中小企业50家。',
      '新增高新技术企业30家、科技型中小企业35家。',
    );
    expect(found.map(({ verdict }) => verdict)).toEqual(['met', 'missed']);
  });

  test('a whole told by its parts is reached, missed, or reached in part', () => {
    const plan = '居民人均可支配收入增长8.5%。';
    const told = (town: string, land: string) =>
      trace(plan, `城镇居民人均可支配收入增长${town}，农村居民人均可支配收入增长${land}。`).verdict;
    expect([told('9%', '10%'), told('5%', '6%'), told('5.3%', '8.8%')]).toEqual(['met', 'missed', 'partly']);
  });
});

describe('部分完成 and 无数值', () => {
  check([
    ['建成养老服务综合体12个。', '养老服务综合体12个正在加快建设。', 'partly', false],
    ['建成市民文化中心1个。', '市民文化中心主体完工。', 'partly', false],
    ['建成市民文化中心1个。', '市民文化中心基本建成。', 'partly', false],
    ['开行中欧班列600列以上。', '中欧班列开行数量持续增长。', 'no-value', false],
    ['居民消费价格涨幅3%左右。', '居民消费价格涨幅保持较低水平。', 'no-value', false],
  ]);

  test('an investment before the name of a thing is its size: the verb is judged', () => {
    const { verdict, result } = trace('投资2500万元实施七节河水生态修复工程。', '完成七节河水生态修复工程。');
    expect([verdict, result?.observation]).toEqual(['met', null]);
  });

  test('words strewn over a clause are not the name they make up', () => {
    const review = '加强水利、农村危房改造、铁路和公路等薄弱环节建设。';
    expect(trace('新建改建农村公路20万公里。', review).verdict).toBe('not-mentioned');
  });
});

describe('未提及', () => {
  test('is sure only where no clause comes near', () => {
    expect(trace('建设养老服务综合体12个。', '粮食总产量190亿斤。').sure).toBe(true);
    expect(trace('建设养老服务综合体12个。', '综合体育馆投入使用。').sure).toBe(false);
  });

  test('is asked about where the next report names the thing, though not where it looks back', () => {
    const [found] = traceCommitments([
      indexedReport(2023, QUIET, '开展职业技能培训6场。'),
      indexedReport(2024, QUIET, '广泛开展职业技能培训。'),
    ]);
    expect([found?.verdict, found?.sure]).toEqual(['not-mentioned', false]);
  });

  test.each([
    ['the very number stands there', '整治坑塘230个。', '治理水塘230个。'],
    ['the number is a condition', '对纳税过100万元的骨干企业给予扶持。', '全区社会治安持续向好。'],
    ['the number tells what is there already', '聚焦12个省级主导产业强链补链。', '全区社会治安持续向好。'],
    ['the number is a stock', '该县有高速公路3条，且有12个出入口。', '全区社会治安持续向好。'],
    ['the number is where something comes from', '审批事项由85项减为26项。', '全区社会治安持续向好。'],
    ['the number measures a thing', '设立100万元人才发展基金。', '全区社会治安持续向好。'],
    ['the number is an effect', '降低税率可使农民减轻负担70亿元。', '全区社会治安持续向好。'],
    ['the number is a difference', '发行国债比去年减少200亿元。', '全区社会治安持续向好。'],
    ['the words before it are no name', '经过认真比较，定在7.5%左右。', '全区社会治安持续向好。'],
    ['the thing has nearly the same name there', '筹集租赁房源5万套以上。', '筹集保障性租赁房4.5万套。'],
    ['the number is of several years', '今后一个时期，落户农业转移人口260万人。', '全区社会治安持续向好。'],
  ])('is asked about where %s', (_, goal, told) => {
    const { verdict, sure } = trace(goal, told);
    expect([verdict === 'not-mentioned' && sure, verdict]).toEqual([false, verdict]);
  });
});

test.each([
  ['培育省级“专精特新”企业500家。', '新增“专精特新”企业803家。'],
  ['新建农村公路25公里。', '改建农村公路37公里。'],
  ['培育科技型中小企业1.8万家。', '科技型中小企业总数达2.49万家。'],
  ['实施总投资11.35亿元的16个城市建设项目。', '15个城市建设项目全面开工。'],
])('%s is not surely answered by %s', (goal, told) => {
  expect(trace(goal, told).sure).toBe(false);
});

test('the reason says what was compared with what', () => {
  expect(trace('生产总值增长7%。', '生产总值增长6.5%。').reason).toBe(
    '目标生产总值增长7%，结果生产总值增长6.5%，未达目标。',
  );
  expect(trace('网络零售额增长10%。', '网络零售额260亿元。').reason).toContain(
    '目标说的是增速，这里说的是数量',
  );
});

const UNRELATED = [
  '举办全民健身运动会，群众体育蓬勃发展。',
  '接待外地客商100余次，签约合作协议36份。',
  '破获电信网络诈骗案件91件，打掉团伙9个。',
  '公开招聘教师216名，教育集团化办学稳步推进。',
  '拆除违法建设17万平方米，城市面貌焕然一新。',
];

test('unrelated sentences around a result change no verdict', () => {
  const plans: readonly (readonly [string, string])[] = [
    ['城镇新增就业6万人以上。', '城镇新增就业7.2万人。'],
    ['生产总值增长7%。', '生产总值增长6.5%。'],
    ['新增规模以上工业企业1000家。', '净增规上工业企业超1000家。'],
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...plans),
      fc.shuffledSubarray(UNRELATED),
      fc.shuffledSubarray(UNRELATED),
      ([plan, told], before, after) => {
        const alone = trace(plan, told);
        const among = trace(plan, [...before, told, ...after].join(''));
        expect([among.verdict, among.sure, among.reason]).toEqual([alone.verdict, alone.sure, alone.reason]);
      },
    ),
    { seed: 20240220, numRuns: 30 },
  );
});
