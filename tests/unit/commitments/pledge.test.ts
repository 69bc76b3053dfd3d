import { describe, expect, test } from 'vitest';
import type { TracedPledge } from '../../../src/shared/report';
import { tracePledges } from '../../../src/shared/commitments';
import { PLEDGE_ROWS } from '../../../src/shared/commitments/pledge/pledge-rows';
import { progressIn } from '../../../src/shared/commitments/pledge/stage';
import { STAGE_ROWS } from '../../../src/shared/commitments/pledge/stage-rows';
import { SYNC_ROWS } from '../../../src/shared/commitments/pledge/sync-rows';
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

  test.each(SYNC_ROWS)('$example is read and $counter is not', ({ pattern, example, counter }) => {
    expect([pattern.test(example), pattern.test(counter)]).toEqual([true, false]);
  });
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
    ['争创国家森林城市。', '荣获国家森林城市称号。', ['国家森林城市', 'awarded', 'met', true]],
    ['出台养老服务促进条例。', QUIET, ['养老服务促进条例', 'issued', 'not-mentioned', true]],
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
  ])('%s is no item', (plan) => {
    expect(traceAll(plan, QUIET)).toEqual([]);
  });

  test('an alias says why it is the same', () => {
    const [only] = traceAll('建成双创孵化中心。', '双创中心建成投用。');
    expect(only?.alias).toContain('双创中心');
  });
});
