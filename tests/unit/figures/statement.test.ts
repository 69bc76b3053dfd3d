import { describe, expect, test } from 'vitest';
import { readStatements } from '../../../src/shared/figures/clause/statement';
import { compact } from '../../../src/shared/figures/token/compact';

const read = (sentence: string) =>
  readStatements(compact(sentence, { start: 0, end: sentence.length }).text, {
    label: () => '',
    before: () => '',
  });
const names = (sentence: string): readonly string[] => read(sentence).map(({ name }) => name);
const facts = (sentence: string) =>
  read(sentence).map(({ token, measure, bound }) => [token.value, measure, bound]);

describe('what a number is of', () => {
  test('the words before it', () => {
    expect(names('城镇新增就业6.95万人，农村劳动力转移就业5.5万人')).toEqual([
      '城镇新增就业',
      '农村劳动力转移就业',
    ]);
  });

  test('the words after it', () => {
    expect(names('12个省级开发区工作全面推进')).toEqual(['省级开发区']);
    expect(names('74个省重点项目完成投资592亿元')).toEqual(['省重点项目', '省重点项目完成投资']);
  });

  test('a rate held against another year is of what grew', () => {
    expect(names('规上工业增加值增长15.4%，增速较近两年翻一番')).toEqual([
      '规上工业增加值',
      '规上工业增加值增速',
    ]);
  });

  test('industries listed before are what an output is of', () => {
    expect(names('汽车灯具、食品加工等产业蓬勃发展，完成产值55.5亿元')).toEqual([
      '汽车灯具、食品加工等产业产值',
    ]);
  });

  test('a place abbreviated is no word that leads to the number', () => {
    expect(names('在湘高校技术合同本地转化占比超50%')).toEqual(['在湘高校技术合同本地转化占比']);
  });

  test('each thing of a list is held against the whole', () => {
    expect(names('园区规模工业增加值、税收增速分别高于全省2.2个和3.7个百分点')).toEqual([
      '园区规模工业增加值增速高于全省',
      '税收增速高于全省',
    ]);
  });

  test('an aspect of a general thing keeps the words that say which', () => {
    expect(names('全年招引项目41个，总投资超60亿元')).toEqual(['招引项目', '招引项目总投资']);
  });

  test('a unit of doses and of visits is no part of the name', () => {
    expect(names('规范占道经营7717处次，接种疫苗99.9万剂')).toEqual(['规范占道经营', '接种疫苗']);
  });

  test('a general noun is told apart by what happened to it', () => {
    expect(names('256个项目竣工投产')).toEqual(['竣工投产项目']);
  });

  test('each of a list with 分别 has its own', () => {
    expect(names('战略性新兴产业、高新技术产业、高技术产品分别增长12.7%、8.1%、6.6%')).toEqual([
      '战略性新兴产业',
      '高新技术产业',
      '高技术产品',
    ]);
  });

  test('分别 in a clause of its own means the clauses before', () => {
    expect(names('城镇居民收入达19233元，农村居民收入达7815元，分别是2006年的2倍、1.8倍').slice(2)).toEqual([
      '城镇居民收入',
      '农村居民收入',
    ]);
  });

  test('各1家 is one for each', () => {
    expect(names('创成省级示范基地、省级实践基地各1家')).toEqual(['创成省级示范基地', '创成省级实践基地']);
  });

  test('items of a list share its verb', () => {
    expect(names('新认定质量标杆企业1家、高新技术企业33家')).toEqual([
      '新认定质量标杆企业',
      '新认定高新技术企业',
    ]);
  });

  test('a follow-on number takes the indicator before it', () => {
    expect(names('港口货物吞吐量完成5205万吨，增长27.5%，居全省第1位')).toEqual(
      Array(3).fill('港口货物吞吐量'),
    );
  });

  test('an attribute takes its subject', () => {
    expect(names('“签约一批”项目41个、总投资437亿元')).toEqual(['“签约一批”项目', '“签约一批”项目总投资']);
  });

  test('a fall keeps a positive value and says so in its name', () => {
    expect(names('单位生产总值能耗下降4%左右')).toEqual(['单位生产总值能耗下降']);
  });
});

describe('what a number is of, in harder sentences', () => {
  test.each([
    ['28个省（区、市）全部免征了农业税', ['免征农业税的省(区、市)']],
    ['7个镇均建立了区域养老服务中心', ['建立区域养老服务中心的镇']],
    ['及时足额拨付1600万元就业补助资金', ['拨付就业补助资金']],
    ['中央安排30亿元国债资金支持中西部乡镇卫生院建设', ['中央安排国债资金']],
    ['统筹20亿元实施6个重大科技专项', ['重大科技专项统筹资金', '重大科技专项']],
    ['投资1.5亿元实施集中供热工程', ['集中供热工程投资']],
    ['投入2115万元，实施财政衔接资金项目12个', ['财政衔接资金项目投入', '财政衔接资金项目']],
    ['建议按时办结率100%', ['建议按时办结率']],
    ['加大救助力度，累计救助916人次', ['累计救助']],
    ['单产连续3年居粮食主产省第1位', ['单产']],
    ['认定科技型中小企业80家以上，高新技术企业10家以上', ['认定科技型中小企业', '认定高新技术企业']],
    ['新增科技型中小企业80家，高新技术企业达到10家', ['新增科技型中小企业', '高新技术企业']],
    [
      '城镇居民、农村居民人均可支配收入分别增长4.6%和6.7%',
      ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ],
    ['新增2个示范县、总数居全国首位', ['新增示范县', '示范县总数']],
    ['重大项目80个开工、175个建成投产', ['重大项目', '建成投产重大项目']],
    ['投资4500万元，月明河桥主体基本完工', ['投资']],
    ['北京大兴国际机场临空经济区完成投资262亿元，中期目标如期实现', ['北京大兴国际机场临空经济区投资']],
    ['投资2110万元解决4.56万农村人口饮水安全问题', ['农村人口饮水安全问题投资', '解决农村人口饮水安全问题']],
    ['宅基地改革和管理工作全省名列第五、全市第一', ['宅基地改革和管理工作', '宅基地改革和管理工作']],
    ['争取再就业资金698万元', ['再就业资金']],
    [
      '城镇居民人均可支配收入和农村居民人均纯收入，分别实际增长58.3%和29.2%',
      ['城镇居民人均可支配收入', '农村居民人均纯收入'],
    ],
    [
      '上海机场航空货邮和旅客吞吐量分别达到420.6万吨、1.25亿人次，排名分别升至世界第二、世界第三',
      ['上海机场航空货邮吞吐量', '上海机场旅客吞吐量', '上海机场航空货邮吞吐量', '上海机场旅客吞吐量'],
    ],
    ['涉农贷款余额从2007年末的6.12万亿元增加到2012年末的17.63万亿元', ['涉农贷款余额', '涉农贷款余额']],
    ['棚户区改造开工11万套、基本建成13.2万套', ['棚户区改造开工', '建成棚户区改造']],
    ['新增国土绿化面积3954万亩、森林覆盖率35%', ['新增国土绿化面积', '森林覆盖率']],
    ['改造老旧小区8293户、1.6万套安置房建成交付', ['改造老旧小区', '建成交付安置房']],
    ['盯紧总投资38.8亿元的17个省市重点项目建设', ['省市重点项目建设总投资', '省市重点项目建设']],
    [
      '绿色建材等产业被评为省级特色产业集群，总数达到6家，居全省第1位',
      ['省级特色产业集群总数', '省级特色产业集群总数'],
    ],
    ['开行图定班列184列、居西北第二', ['开行图定班列', '开行图定班列']],
    ['优良天数在全市平原县排名第二', ['优良天数']],
    ['跨境结算量稳居西部和边境省区第一', ['跨境结算量']],
    ['产权制度改革完成年度任务，位列全省第一', ['产权制度改革']],
    ['总部、研发中心分别新认定60家和30家', ['新认定总部', '新认定研发中心']],
    ['老旧小区改造开工量、完工量均实现翻番', ['老旧小区改造开工量', '老旧小区改造完工量']],
    ['建设国家物流基地和16个区域物流枢纽', ['建设区域物流枢纽']],
    ['85%以上农户参与农业产业化经营', ['参与农业产业化经营的农户']],
    ['发放救助资金118.7亿元、惠及310万人', ['发放救助资金', '救助资金惠及人数']],
    ['实际使用外资175亿美元、约合1243亿元', ['实际使用外资', '实际使用外资']],
    ['生产总值增长5.7%，高于全国0.7个百分点', ['生产总值', '生产总值增速高于全国']],
    ['总投资60亿元、占地1500亩的服装产业园开工', ['服装产业园总投资', '服装产业园占地']],
    ['治沙、种草分别完成年度任务的113%、148%', ['治沙完成年度任务', '种草完成年度任务']],
    ['完成200公里农村公路提档升级改造', ['农村公路提档升级改造']],
    ['银川至北京时间由18小时缩短到5小时', ['银川至北京时间']],
    ['改造老旧小区、农村危房、抗震农房等3.5万户', ['改造老旧小区等']],
  ])('%s', (sentence, expected) => {
    expect(names(sentence)).toEqual(expected);
  });
});

describe('measure and bound', () => {
  test.each([
    ['生产总值增长6.3%', [6.3, 'growth', '=']],
    ['粮食总产量较上年增产0.36万吨', [0.36, 'change', '=']],
    ['一次性增加学位4.4万个', [4.4, 'level', '=']],
    ['转诊率降至13%', [13, 'share', '=']],
    ['居民消费价格涨幅控制在3%左右', [3, 'growth', '~']],
    ['城镇调查失业率控制在5%以内', [5, 'share', '<=']],
    ['一般性支出压缩比例不低于10%', [10, 'growth', '>=']],
    ['一般公共预算收入首次突破10亿元大关', [10, 'level', '>']],
    ['旅游综合收入增长1.6倍', [1.6, 'growth', '=']],
    ['至少建设2个标杆企业', [2, 'level', '>=']],
    ['空气质量指数排名前进28个位次', [28, 'change', '=']],
    ['对世界经济增长贡献率超过30%', [30, 'share', '>']],
    ['城镇登记失业率低于4.6%', [4.6, 'share', '<=']],
    ['压减政府性基金项目30%', [30, 'growth', '=']],
    ['工商登记前置审批精简85%', [85, 'growth', '=']],
  ])('%s', (sentence, fact) => {
    expect(facts(sentence)).toEqual([fact]);
  });

  test('the word before the first of several with 分别 bounds them all, one after a number only its own', () => {
    expect(facts('产值分别突破70和50亿元').map(([, , bound]) => bound)).toEqual(['>', '>']);
    expect(facts('甲产业、乙产业分别增长5%、6%以上').map(([, , bound]) => bound)).toEqual(['=', '>=']);
  });

  test('from and to are both told, and which is which', () => {
    expect(read('义务教育优质均衡率由16%提高至40.5%').map(({ from }) => from)).toEqual([true, false]);
  });
});

describe('what is no observation', () => {
  test.each([
    '2022年8月30日上午',
    '落实“5个5”推进机制，常态化开展“三个一批”活动',
    '构建“1+9”港口体系和“53211”工程',
    '打造15分钟便民生活圈',
    '国家5A级景区、5G网络和G107国道',
    '连续7年位居前列',
    '河南省第十三届运动会、二十届二中全会',
    '加快组装3#、4#厂房',
    '必须把发展作为第一要务，放在首位',
    '空气质量位居全省第一方阵',
    '坚持24小时值班值守',
    '《2024年行动计划》',
    '与500强企业座谈',
    '连续10个季度保持在全国第一方阵',
    '抓紧两个11万伏变电站项目运作',
    '凝聚13亿人民的智慧和力量',
    '6100万湖北人民备受鼓舞',
  ])('%s', (sentence) => {
    expect(read(sentence)).toEqual([]);
  });

  test('a threshold only says which things are counted', () => {
    expect(read('超5亿元项目5个以上').map(({ token }) => token.value)).toEqual([5]);
    expect(read('全部财政收入超10亿元的县（市）达到52个').map(({ token }) => token.value)).toEqual([52]);
    expect(read('引进10亿元以上项目3个').map(({ token }) => token.value)).toEqual([3]);
    expect(read('培育100家年产值10亿元以上的农产品加工产业集群').map(({ token }) => token.value)).toEqual([
      100,
    ]);
    expect(read('完成631个农宅空置率30%—50%的“空心村”治理').map(({ token }) => token.value)).toEqual([631]);
    expect(read('营业收入超50亿元、超100亿元产业集群6个和4个').map(({ token }) => token.value)).toEqual([
      6, 4,
    ]);
  });
});
