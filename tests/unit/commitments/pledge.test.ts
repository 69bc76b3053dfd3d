import { describe, expect, test } from 'vitest';
import type { TracedPledge } from '../../../src/shared/report';
import { tracePledges } from '../../../src/shared/commitments';
import { PLEDGE_ROWS } from '../../../src/shared/commitments/pledge/pledge-rows';
import { progressIn } from '../../../src/shared/commitments/pledge/stage';
import { STAGE_ROWS } from '../../../src/shared/commitments/pledge/stage-rows';
import { SYNC_ROWS } from '../../../src/shared/commitments/pledge/sync-rows';
import { isFindable } from '../../../src/shared/commitments/pledge/object';
import { WISH_ROWS } from '../../../src/shared/commitments/pledge/wish-rows';
import { indexedReport } from '../../helpers/indexed-report';

const QUIET = '各项工作进展顺利，成绩来之不易。';

const traceAll = (plan: string, review: string, next = QUIET): readonly TracedPledge[] =>
  tracePledges([indexedReport(2023, QUIET, plan), indexedReport(2024, review, next)]).filter(
    ({ pledge }) => pledge.report === '周口市-2023',
  );

const stagesOf = (plan: string) => traceAll(`${plan}。`, QUIET).map(({ pledge }) => pledge.stage);

const brief = (traced: readonly TracedPledge[]) =>
  traced.map(({ pledge: { object, stage }, verdict, sure }) => [object, stage, verdict, sure]);

describe('rows of the grammar', () => {
  test.each(PLEDGE_ROWS)('$stage: $example is read and $counter is not', ({ stage, example, counter }) => {
    expect([stagesOf(example).includes(stage), stagesOf(counter).includes(stage)]).toEqual([true, false]);
  });

  test.each(STAGE_ROWS)(
    '$stage: $example is read and $counter is not',
    ({ stage, kinds, example, counter }) => {
      const [kind = 'project'] = kinds;
      expect(progressIn(example, kind).stage).toBe(stage);
      expect(progressIn(counter, kind).stage).not.toBe(stage);
    },
  );

  test.each(WISH_ROWS)('$example is a wish and $counter a thing', ({ example, counter }) => {
    expect([isFindable(example), isFindable(counter)]).toEqual([false, true]);
  });

  test.each(SYNC_ROWS)('$example is read and $counter is not', ({ pattern, example, counter }) => {
    expect([pattern.test(example), pattern.test(counter)]).toEqual([true, false]);
  });
});

describe('a list', () => {
  const objectsOf = (plan: string) => traceAll(`${plan}。`, QUIET).map(({ pledge }) => pledge.object);

  test.each([
    ['推动建立自然人、法人统一代码', ['自然人、法人统一代码']],
    ['加快电力、油气等体制改革', ['电力、油气等体制改革']],
    ['谋划推动青禾民用机场、云麓高铁等项目建设', ['青禾民用机场', '云麓高铁']],
    ['推进青禾、云麓投资协定谈判', ['青禾投资协定', '云麓投资协定']],
    ['完成东坪、西坪和青禾污水处理厂提标扩容工程建设', ['东坪', '西坪', '青禾']],
    ['跟进青禾机场、云麓物流基地等在谈项目', ['青禾机场', '云麓物流基地']],
  ])('%s', (plan, objects) => {
    const found = objectsOf(plan);
    expect(found.length).toBe(objects.length);
    expect(objects.every((object, at) => found[at]?.startsWith(object))).toBe(true);
  });

  test('of fields to be reformed is no item', () => {
    expect(objectsOf('继续推进科技、教育、文化等领域改革')).toEqual([]);
  });
});

test('silence on a reform is asked, on a building it is sure', () => {
  const [reform] = brief(traceAll('深化青禾排污权交易改革。', QUIET));
  const [bridge] = brief(traceAll('建成霞汀大桥。', QUIET));
  expect(reform).toEqual(['青禾排污权交易改革', 'underway', 'not-mentioned', false]);
  expect(bridge).toEqual(['霞汀大桥', 'built', 'not-mentioned', true]);
});

describe('what became of a promise in words', () => {
  test.each([
    ['开工建设青禾大桥。', '青禾大桥开工建设。', ['青禾大桥', 'started', 'met', true]],
    ['建成通车霞汀大桥。', '霞汀大桥主体合龙。', ['霞汀大桥', 'in-use', 'partly', true]],
    [
      '确保霞汀港区二期工程开工。',
      '霞汀港区二期工程因环评未获批复，未能开工。',
      ['霞汀港区二期工程', 'started', 'missed', true],
    ],
    ['建成云麓水厂一期。', '云麓水厂二期建成投用。', ['云麓水厂一期', 'built', 'not-mentioned', false]],
    ['建成青禾大桥。', '青禾隧道建成通车，青禾大桥完成桩基施工。', ['青禾大桥', 'built', 'partly', false]],
    ['建成投运青禾变电站。', '青禾变电站预计明年投运。', ['青禾变电站', 'in-use', 'partly', false]],
    ['建成东湖体育公园。', '西山体育公园建成开放。', ['东湖体育公园', 'built', 'not-mentioned', false]],
    ['建成临江至云岚铁路。', '临云铁路建成通车。', ['临江至云岚铁路', 'built', 'met', false]],
    ['建成松岭水库。', '松岭水库完成大坝填筑。', ['松岭水库', 'built', 'partly', false]],
    ['建成北溪大桥。', '北溪大桥连接线建成通车。', ['北溪大桥', 'built', 'met', false]],
    ['修订物业管理办法。', '物业管理办法修订完成征求意见。', ['物业管理办法', 'issued', 'partly', false]],
    ['开工建设青禾高铁。', '青禾高铁开工在即。', ['青禾高铁', 'started', 'partly', false]],
    [
      '加快青禾县医院新院区建设。',
      '青禾县医院建设进展顺利。',
      ['青禾县医院新院区', 'underway', 'met', false],
    ],
    ['争创国家森林城市。', '荣获国家森林城市称号。', ['国家森林城市', 'awarded', 'met', true]],
    ['出台养老服务促进条例。', QUIET, ['养老服务促进条例', 'issued', 'not-mentioned', true]],
    [
      '实施城区内涝排水改造工程。',
      '城区积水排涝问题得到有效解决。',
      ['城区内涝排水改造工程', 'underway', 'not-mentioned', false],
    ],
    [
      '支持青禾高新区创建国家高新区。',
      '青禾高新区获批国家高新区。',
      ['青禾高新区（国家高新区）', 'awarded', 'met', true],
    ],
    [
      '争创国家级生态文明示范县。',
      '被命名为全国生态文明建设示范区。',
      ['国家级生态文明示范县', 'awarded', 'met', false],
    ],
    [
      '完成青禾宅基地制度改革。',
      '宅基地改革顺利完成。',
      ['青禾宅基地制度改革', 'completed', 'no-value', false],
    ],
  ] as const)('%s → %s', (plan, review, expected) => {
    expect(brief(traceAll(plan, review))).toEqual([expected]);
  });

  test('a list of projects gives one item each', () => {
    const objects = traceAll('推动青禾大桥、滨河快速路、墨沙水库等项目开工建设。', QUIET).map(
      ({ pledge }) => pledge.object,
    );
    expect(objects).toEqual(['青禾大桥', '滨河快速路', '墨沙水库']);
  });

  test('a numbered list without a stop between gives one item each', () => {
    const objects = traceAll('其中交通工程2项：（1）青禾线大修工程（2）云麓大街南延工程。', QUIET).map(
      ({ pledge }) => pledge.object,
    );
    expect(objects).toEqual(['青禾线大修工程', '云麓大街南延工程']);
  });

  test.each([
    ['水利工程2项：⑴城内大街南延（至青禾路）⑵青禾景观带二期工程。', ['城内大街南延', '青禾景观带二期工程']],
    ['水利工程1项：青禾万人饮水安全工程。', ['青禾万人饮水安全工程']],
    ['力促青承高速建成投运、青禾至云麓高铁直达。', ['青承高速', '青禾至云麓高铁']],
    ['推进青禾南湖、云麓湖等创建5A级景区。', ['青禾南湖（5A级景区）', '云麓湖（5A级景区）']],
    ['与邻市共同编制青禾都市圈空间规划。', ['青禾都市圈空间规划']],
    ['制定加强进口、促进青禾口岸贸易平衡的指导意见。', ['加强进口、促进青禾口岸贸易平衡的指导意见']],
    ['嘉禾冰温库7月底前完工投用。', ['嘉禾冰温库']],
    ['推动青禾机械配件园、云麓生物园等项目加快落实落地。', ['青禾机械配件园', '云麓生物园']],
    ['完成青禾、云麓片区安置区主体建设。', ['青禾片区安置区', '云麓片区安置区']],
    ['梯次打通青禾路北延、云麓街东延等一批“断头路”。', ['青禾路北延', '云麓街东延']],
    ['深入实施《青禾制造2035》。', ['《青禾制造2035》']],
    ['深化青禾农村土地制度改革试点。', ['青禾农村土地制度改革试点']],
    ['鼓励大中型银行设立青禾普惠金融事业部。', ['青禾普惠金融事业部']],
  ])('%s names %j', (plan, objects) => {
    expect(traceAll(plan, QUIET).map(({ pledge }) => pledge.object)).toEqual(objects);
  });

  test('names in quotation marks side by side, and one thing more after a sum, are items of their own', () => {
    const objects = traceAll(
      '确保“青禾服装产业园”“云麓智慧新城”项目投产达效。完成青禾路、云麓街等道路绿化和临江口提升工程。',
      QUIET,
    ).map(({ pledge }) => pledge.object);
    expect(objects).toEqual([
      '“青禾服装产业园”',
      '“云麓智慧新城”项目',
      '青禾路道路绿化',
      '云麓街道路绿化',
      '临江口提升工程',
    ]);
  });

  test('the same promise made again is shown as such', () => {
    const [only] = traceAll('开工建设青禾大桥。', QUIET, '开工建设青禾大桥。');
    expect([only?.verdict, only?.sure, only?.repeated?.report]).toEqual(['missed', false, '周口市-2024']);
  });

  test('同步 compares two figures of one report and shows both', () => {
    const [only] = traceAll(
      '居民收入增长与经济增长同步。',
      '地区生产总值增长5.4%，居民人均可支配收入增长4.1%。',
    );
    expect([only?.verdict, only?.sure, only?.result?.other !== undefined]).toEqual(['missed', true, true]);
  });

  test.each([
    '我们要坚定不移推动高质量发展，努力开创各项事业新局面。',
    '持续优化营商环境，大力发展现代服务业。',
    '各级干部要敢于担当、善于作为。',
    '加快推进治理体系和治理能力现代化。',
    '完成村卫生室建设12所。',
    '积极谋划覆盖面广、带动能力强、社会效益好的项目。',
    '深入开展“四进校园”活动，扩大社会保险覆盖面。',
    '重点做好在建项目，确保待建项目按计划开工。',
    '建好“花园城市”，推进宜居宜业品质新城建设。',
    '加快零工市场、直播基地和人岗对接平台建设。',
    '引导塑料机械企业入园，吸引更多人才落地。',
    '实施补短板、强功能、破瓶颈工程，加快重要节点建设。',
    '尚未建设的项目不准开工。',
    '抓好违法违规圈占土地、违规违建项目、房地产开发项目等重点领域清理规范。',
    '推动5G技术、大数据、物联网快速发展。',
    '打造各具特色的乡村学校，打通城市“断头路”。',
  ])('%s is no item', (plan) => {
    expect(traceAll(plan, QUIET)).toEqual([]);
  });

  test('an alias says why it is the same', () => {
    const [only] = traceAll('建成双创孵化中心。', '双创中心建成投用。');
    expect(only?.alias).toContain('双创中心');
  });
});
