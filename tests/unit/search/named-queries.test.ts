import { describe, expect, it } from 'vitest';
import { rangeToRaw } from '../../../src/shared/parse';
import type { Hit } from '../../../src/shared/search';
import { createIndex, passagesOf, search, shadowOf } from '../../../src/shared/search';
import { bundledReports } from './reports';

/*
 * What a reader types, how many places the reports have, and which come first: as read in the reports, not as
 * the program says. A hit is told by its report and some words of its row.
 */
type Named = readonly [query: string, places: number, first: readonly string[]];

const EXACT: readonly Named[] = [
  // Two characters
  ['港口', 13, ['zhoukou-2025 打造港口枢纽', 'zhoukou-2025 港口型中国', 'zhoukou-2022 36个内河主要港口']],
  ['项目', 145, ['zhoukou-2022 聚焦项目', 'zhoukou-2022 坚持以项目建设为抓手', 'zhoukou-2022 加快项目进度']],
  ['高铁', 5, ['zhoukou-2025 加快建设平漯周高铁', 'zhoukou-2023 民用机场、平漯周高铁']],
  ['何晴', 3, ['zhoukou-2025 何晴', 'zhoukou-2023 何晴', 'zhoukou-2022-highlights 何晴']],
  // Three and four
  ['小巨人', 5, ['zhoukou-2023 小巨人”企业6家', 'zhoukou-2025 单项冠军企业4家']],
  ['胡友涛', 1, ['chuanhui-2024 川汇区人民政府区长']],
  ['太昊陵', 1, ['chuanhui-2024 太昊陵庙会']],
  ['断头路', 3, ['chuanhui-2024 4条断头路全线贯通']],
  ['十五五', 1, ['zhoukou-2025 十五五”良好开局']],
  [
    '营商环境',
    4,
    ['zhoukou-2025 持续优化营商环境', 'chuanhui-2024 打造更优营商环境', 'zhoukou-2025 综合配套改革64项'],
  ],
  [
    '招商引资',
    7,
    ['chuanhui-2024 精准实施招商引资', 'chuanhui-2024 招商引资效果显现', 'zhoukou-2023 投资额增长29.5%'],
  ],
  ['周商大会', 9, ['zhoukou-2022-highlights 第二届周商大会成功举行', 'zhoukou-2025 第四届周商大会']],
  ['三甲医院', 1, ['chuanhui-2024 创三甲医院工作']],
  ['老旧小区', 9, ['chuanhui-2024 持续提升老旧小区', 'zhoukou-2025 改造老旧小区8293户']],
  ['乡村振兴', 4, ['zhoukou-2023 乡村振兴扎实推进', 'chuanhui-2024 乡村振兴焕发新活力']],
  ['全省第一', 5, ['zhoukou-2025 规模、效益全省第一']],
  // Longer
  ['新质生产力', 2, ['chuanhui-2024 始终把培育新质生产力', 'chuanhui-2024 加快培育新质生产力']],
  ['高新技术企业', 11, ['zhoukou-2023 力争培育高新技术企业60家', 'chuanhui-2024 高新技术企业孵化园']],
  ['保税物流中心', 2, ['zhoukou-2025 积极申报保税物流中心', 'zhoukou-2023 具备封关运行条件']],
  ['港口货物吞吐量', 6, ['zhoukou-2025 完成5205万吨', 'zhoukou-2023 突破3000万吨', 'zhoukou-2022 2915万吨']],
  [
    '一般公共预算收入',
    6,
    ['chuanhui-2024 增长8％以上', 'zhoukou-2025 增长4.8%', 'chuanhui-2024 首次突破10亿元'],
  ],
  [
    '农村劳动力转移就业',
    5,
    ['zhoukou-2025 转移就业5万人', 'zhoukou-2025 转移就业4万人', 'zhoukou-2022 5.5万人'],
  ],
  [
    '深化医药卫生体制改革',
    2,
    ['zhoukou-2022 2021年度全国', 'zhoukou-2022-highlights 十个深化医药卫生体制改革'],
  ],
  [
    '完整、准确、全面贯彻新发展理念',
    3,
    ['chuanhui-2024 紧抓', 'zhoukou-2023 紧扣', 'zhoukou-2022 服务和融入'],
  ],
  // Numbers, in any writing
  ['5205', 1, ['zhoukou-2025 港口货物吞吐量完成5205万吨']],
  ['5,205万吨', 1, ['zhoukou-2025 港口货物吞吐量完成5205万吨']],
  ['**5205** 万吨', 1, ['zhoukou-2025 港口货物吞吐量完成5205万吨']],
  ['５２０５万吨', 1, ['zhoukou-2025 港口货物吞吐量完成5205万吨']],
  [
    '8%',
    4,
    ['chuanhui-2024 经济增长8％以上', 'zhoukou-2023 进出口总额增长8%', 'zhoukou-2023 进出口总额增长8%'],
  ],
  ['８ ％', 4, ['chuanhui-2024 经济增长8％以上']],
  ['349.2亿元', 1, ['zhoukou-2022 全市生产总值349.2亿元']],
  ['94.64万', 2, ['zhoukou-2023 94.64万贫困人口全部脱贫', 'zhoukou-2023 1112个']],
  ['12.7%、8.1%、6.6%', 1, ['zhoukou-2022 高技术产品分别增长']],
  ['2×100万千瓦', 2, ['zhoukou-2023 中煤周口', 'zhoukou-2022-highlights 中煤能源']],
  ['20万㎡', 1, ['chuanhui-2024 可燃夹芯彩钢板房']],
  ['全省第1位', 7, ['zhoukou-2025 增长4.8%,居全省第1位']],
  ['2022年11月25日', 1, ['zhoukou-2022-highlights 淮阳龙湖广场']],
  // Latin mixed in
  ['5g', 3, ['zhoukou-2022 5G技术应用标杆企业', 'zhoukou-2022 5G网络']],
  ['３Ｄ打印', 1, ['zhoukou-2022-highlights 增材制造技术']],
  ['CNC', 1, ['chuanhui-2024 红宝通讯']],
  ['B型', 2, ['zhoukou-2025 保税物流中心(B型)', 'zhoukou-2023 保税物流中心(B型)']],
  // Traditional
  ['營商環境', 4, ['zhoukou-2025 持续优化营商环境']],
  ['鄉村振興戰略', 1, ['zhoukou-2022 加快实施乡村振兴战略']],
  ['「三個一批」', 6, ['zhoukou-2022-highlights 项目建设综合评价', 'zhoukou-2025 三个一批”项目327个']],
  // Several words
  ['港口 集装箱', 12, ['zhoukou-2022 长滩港集装箱航线', 'zhoukou-2023 新增4条国际集装箱航线']],
  ['港口 -集装箱', 6, ['zhoukou-2025 打造港口枢纽', 'zhoukou-2025 港口型中国']],
  ['就业 目标', 3, ['chuanhui-2024 主要预期目标是']],
  ['增长 8%', 14, ['chuanhui-2024 经济增长8％以上', 'zhoukou-2023 进出口总额增长8%']],
  ['集装箱 16.3', 2, ['zhoukou-2025 集装箱达到16.3万标箱']],
  ['高新技术企业 科技型中小企业 138', 3, ['zhoukou-2025 新认定高新技术企业138家']],
  ['5G|3D打印', 4, ['zhoukou-2022 5G技术应用', 'zhoukou-2022 5G网络', 'zhoukou-2022-highlights 3D打印']],
  ['机场|高铁', 8, ['zhoukou-2022-highlights 周口机场建设', 'zhoukou-2023 民用机场、平漯周高铁']],
  ['粮食 总产|产量', 15, ['chuanhui-2024 粮食总产量达到1.67亿斤']],
  ['周口港|周口中心港 -淮阳', 2, ['zhoukou-2023 以周口中心港为龙头']],
  ['"重点项目 强力"', 1, ['chuanhui-2024 重点项目强力推进']],
  // Late in a long paragraph
  ['信访事项及时受理率', 1, ['chuanhui-2024 实现了信访事项及时受理率']],
  ['智能中式庭院门', 1, ['chuanhui-2024 长城门业智能中式庭院门项目']],
  // Nothing there
  ['PM2.5', 0, []],
  ['元宇宙 港口', 0, []],
  ['5206万吨', 0, []],
];

const NEAR: readonly Named[] = [
  ['岗口', 13, ['zhoukou-2025 打造港口枢纽']],
  ['项木', 145, ['zhoukou-2022 聚焦项目']],
  ['太昊铃', 1, ['chuanhui-2024 太昊陵庙会']],
  ['高新技木企业', 11, ['zhoukou-2023 力争培育高新技术企业60家']],
  ['高新技术企业', 2, ['zhoukou-2025 高新技术产业、战略性新兴产业', 'zhoukou-2022 高新技术产业、高技术产品']],
  ['营商环景', 4, ['zhoukou-2025 持续优化营商环境', 'chuanhui-2024 打造更优营商环境']],
  ['新质产力', 2, ['chuanhui-2024 始终把培育新质生产力']],
  ['三甲医疗院', 1, ['chuanhui-2024 创三甲医院工作']],
  ['港口货吞物吐量', 6, ['zhoukou-2025 完成5205万吨']],
  [
    '国家历史文化名诚',
    4,
    ['zhoukou-2022-highlights 积极申报国家历史文化名城', 'zhoukou-2025 力争创成全国文明城市'],
  ],
  ['项木简设', 12, ['zhoukou-2022 坚持以项目建设为抓手']],
  ['"营商环景"', 0, []],
  ['5206万吨', 0, []],
  ['十六五', 0, []],
  ['区块链', 0, []],
];

const reports = bundledReports();
const index = createIndex(reports.flatMap(passagesOf));

const isHit = (hit: Hit | undefined, expected: string): boolean => {
  const [report = '', ...words] = expected.split(' ');
  return hit?.passage.report === report && shadowOf(hit.passage.text).includes(shadowOf(words.join(' ')));
};

/** The expected hits, with what came instead where one did not. */
const compared = (hits: readonly Hit[], first: readonly string[]): readonly string[] =>
  first.map((expected, at) =>
    isHit(hits[at], expected) ? expected : `${hits[at]?.passage.report} ${hits[at]?.excerpt.text}`,
  );

describe('queries a reader types, on the bundled reports', () => {
  it.each(EXACT)('%s: %i places', (query, places, first) => {
    const { total, hits } = search(index, query);
    expect(total.matches).toBe(places);
    expect(compared(hits, first)).toEqual(first);
  });

  it.each(NEAR)('near %s: %i places', (query, places, first) => {
    const { near } = search(index, query, { near: true });
    expect(near?.total.matches).toBe(places);
    expect(compared(near?.hits ?? [], first)).toEqual(first);
  });

  it('leads from every match to the characters of the raw file', () => {
    const byId = new Map(reports.map((report) => [report.id, report]));
    for (const query of ['高新技术企业', '5205万吨', '规上工业企业研发活动', '政府工作报告']) {
      for (const { passage, matches } of search(index, query, { limit: Infinity }).hits) {
        const report = byId.get(passage.report);
        for (const { range } of matches) {
          const raw = report && rangeToRaw(report, range);
          const text = raw && report.raw.slice(raw.start, raw.end).replace(/[\s*]|—\s*\d+\s*—/g, '');
          expect(text).toBe(query);
        }
      }
    }
  });

  it('shows a match that stands late in a long paragraph, cut at its sentence', () => {
    const [hit] = search(index, '信访事项及时受理率').hits;
    expect(hit?.passage.text.length).toBeGreaterThan(500);
    expect(hit?.excerpt.text.slice(hit.excerpt.marks[0]?.start, hit.excerpt.marks[0]?.end)).toBe(
      '信访事项及时受理率',
    );
    expect(hit?.excerpt.text.length).toBeLessThanOrEqual(80);
    expect([hit?.excerpt.cutBefore, hit?.excerpt.cutAfter]).toEqual([true, true]);
  });
});
