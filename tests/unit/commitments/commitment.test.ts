import { describe, expect, test } from 'vitest';
import type { Commitment, Verdict } from '../../../src/shared/report';
import { traceCommitments } from '../../../src/shared/commitments';
import { leeway } from '../../../src/shared/commitments/verdict';
import { indexedReport } from '../../helpers/indexed-report';

const NOTHING = '各项工作进展顺利，成绩来之不易。';

/** What became of the only target of one year's plan, given the next year's review. */
function trace(plan: string, review: string): Commitment {
  const [only] = traceCommitments([indexedReport(2023, NOTHING, plan), indexedReport(2024, review, NOTHING)]);
  if (!only) throw new Error('no target was read');
  return only;
}

describe('verdicts', () => {
  test.each<[string, string, Verdict, boolean]>([
    ['城镇新增就业6万人以上。', '城镇新增就业7.2万人。', 'met', true],
    ['生产总值增长7%。', '生产总值增长6.5%。', 'missed', true],
    ['生产总值增长6%左右。', '生产总值增长5.5%。', 'met', false],
    ['生产总值增长5.5%左右。', '生产总值增长5.4%。', 'missed', false],
    ['固定资产投资增长10%左右。', '固定资产投资增长6.4%。', 'missed', true],
    ['固定资产投资增长10%左右。', '固定资产投资增长9.6%。', 'met', false],
    ['新增城镇就业2000人左右。', '新增城镇就业1600人。', 'missed', true],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率5.5%。', 'met', true],
    ['居民消费价格涨幅控制在3%左右。', '居民消费价格上涨0.8%。', 'met', true],
    ['单位生产总值能耗下降3%。', '单位GDP能耗降低3.5%。', 'met', true],
    ['粮食总产量达到180亿斤以上。', '粮食总产量930万吨。', 'met', true],
    ['粮食总产量达到180亿斤以上。', '粮食总产量增长3%。', 'different-scope', false],
    ['建设养老服务综合体12个。', NOTHING, 'not-mentioned', true],
    // What a plan tells of the time gone by, or only counts in passing, may be no goal.
    ['促进了产业升级，新建和改造渠系管线360公里。', NOTHING, 'not-mentioned', false],
    ['形成了涵盖民生改善的26项考核指标。', NOTHING, 'not-mentioned', false],
    ['清理工作基本结束，取消收费占清理收费的57.3%。', NOTHING, 'not-mentioned', false],
    ['建设养老服务综合体12个。', '养老服务综合体建设有序推进。', 'no-value', false],
  ])('%s → %s', (plan, review, verdict, sure) => {
    const commitment = trace(plan, review);
    expect([commitment.verdict, commitment.sure]).toEqual([verdict, sure]);
  });

  test('what a 综述 says counts, and what it leaves out is not 未提及', () => {
    const plan = indexedReport(2023, NOTHING, '城镇新增就业6万人以上。建设养老服务综合体12个。');
    const { report, observations } = indexedReport(2024, '城镇新增就业7.2万人。', NOTHING);
    const survey = { report: { ...report, meta: { ...report.meta, genre: '综述' as const } }, observations };
    const verdicts = (later: ReturnType<typeof indexedReport>) =>
      traceCommitments([plan, later])
        .filter(({ target }) => target.report === plan.report.id)
        .map(({ verdict }) => verdict);
    expect(verdicts(survey)).toEqual(['met', 'report-missing']);
    expect(verdicts({ report, observations })).toEqual(['met', 'not-mentioned']);
  });

  test('a result is pointed at by its own characters', () => {
    const { result } = trace('城镇新增就业6万人以上。', '这一年我们办成了不少实事。城镇新增就业7.2万人。');
    expect(result?.report).toBe('周口市-2024');
    expect(result?.observation?.value).toBe(7.2);
  });

  test('a five-year total is no result of a one-year target', () => {
    const commitment = trace('城镇新增就业6万人以上。', '过去五年，城镇新增就业35万人。');
    expect([commitment.verdict, commitment.sure]).toEqual(['different-scope', false]);
  });

  test('省级 is not 国家级', () => {
    expect(trace('新增国家级绿色工厂3家。', '新增省级绿色工厂9家。').sure).toBe(false);
  });

  test('without the next report nothing is judged', () => {
    const [only] = traceCommitments([indexedReport(2023, NOTHING, '城镇新增就业6万人以上。')]);
    expect([only?.verdict, only?.result]).toEqual(['report-missing', null]);
  });
});

test('左右 allows half a unit of the last digit, and a tenth at most', () => {
  expect([5, 5.5, 13000, 1.39, 10, 1000].map(leeway)).toEqual([0.5, 0.05, 500, 0.005, 1, 100]);
});
