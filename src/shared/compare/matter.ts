import { pairOf, shareOf } from './background';
import { ANY_NUMBER } from './fold';
import type { Pairs } from './likeness';

/**
 * Words that any matter may stand among: what is done to it, how, where, how much, and the nouns that only say of what
 * sort it is (体系, 工程, 水平). 加快推进乡村水务建设 and 加快数字乡村建设 have a long frame in common and another matter.
 */
const FRAME_WORDS = `
  提高 提升 增加 减少 新增 新建 改建 扩建 改造 建成 开工 建设 实施 推进 推动 推广 推行 促进 加快 加强 加大 加力
  深化 深入 强化 优化 完善 健全 落实 开展 支持 鼓励 引导 打造 创建 培育 发展 实现 确保 力争 争取 坚持 围绕 聚焦
  紧盯 抓好 做好 做大 做强 做优 用好 扩大 巩固 拓展 完成 全面 积极 扎实 大力 稳步 稳妥 持续 进一步 切实 着力
  全力 高水平 高质量 统筹 组织 举办 成功 获批 入选 荣获 启动 投入 使用 投用 投产 引进 引育 引领 构建 建立 严格
  改善 维护 盘活 激发 释放 增强 壮大 挖掘 发挥 筑牢 守牢 守住 办好 扎牢 有序 有效 有力 更好 更大 更多 更加 不断
  继续 认真 努力 奋力 坚决 坚定 始终 先后 相继 已经 正式 累计 其中 特别 尤其 同时 此外 主动 充分 广泛 加速
  提质 增效 扩容 升级 提档 迈出 迈上 新步伐 新台阶 新突破 新成效 取得 显著 明显 成效 突破 达到 超过 增长 下降
  同比 分别 左右 以上 以下 以内 预计 全年 年内 今年 去年 去年底 我市 我县 我省 我国 全市 全县 全省 全区
  全国 各级 各类 各项 一批 一系列 系列 工作 工程 项目 行动 计划 体系 机制 制度 政策 措施 能力 水平 力度 质量
  效能 服务 管理 保障 治理 重点 重大 主要 关键 领域 方面 问题 任务 目标 情况 作用 优势 特色 基础 力量 活力 动力
  潜力 规模 总量 总额 数量 比重 比例 占比 增速 增幅 位居 居全国 居全省 居全市 居全县 位列 第一 前列 实行 进行 启用 编制 制定 出台 研究 探索
  谋划 布局 建好 管好 抓住 抓紧 抓实 抓细 突出 注重 加以 给予 提供 形成 成为 作为 通过 按照 根据 为了 以及 基本
  初步 创新 改革 转型 协同 联动 融合 整合 集聚 示范 试点 试验 省级 市级 县级 国家级 精准 科学 合理 规范 常态化
  长效 专项 集中 整治 提标 结构 调整 保护 修复 防范 化解 遏制 打击 严厉 依法 严防 坚守 牢固 牢牢 把握 树立 贯彻
  执行 连续 保持 历史新高 新高 首批 首个 因地制宜 坚持不懈 致力于 队伍 总投资 惠及 重要 根本 更大力度 存在 不足 主要是 以来 日益
  顺利 进展 月份 见第 页 中央财政 安排 我们 必须 要 年 的 了 与 及 现有 相关 有关 投资 新改建 新改扩建 新增加 招引 力推 我区 为主 为重点 为抓手 为核心`
  .trim()
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length);

/** What reports write in two ways. */
const SHORT_FORMS = [
  ['规模以上', '规上'],
  ['农村路', '农村公路'],
  ['综合试验区', '综试区'],
  ['自由贸易', '自贸'],
  ['国有企业', '国企'],
  ['民营企业', '民企'],
  ['中央企业', '央企'],
  ['经济技术开发区', '经开区'],
  ['高新技术产业开发区', '高新区'],
  ['研究与试验发展', '研发'],
] as const;

/** A number with its unit: 33.6万台套, 118 亿元. */
const FIGURE = `${String.fromCharCode(ANY_NUMBER)}[万亿]*(?:个百分点|公里|平方米|立方米|千瓦|[个家项条所户人亩套台元年月日吨斤米座处张名辆件])?`;

const FRAME = new RegExp(`(?:${FIGURE}|${FRAME_WORDS.join('|')})+`);

/** The character pairs of what a passage speaks of, without its frame; a character left alone is a pair with nothing. */
export function matterPairs(codes: readonly number[]): Pairs {
  const pairs = new Set<number>();
  const text = SHORT_FORMS.reduce(
    (long, [form, plain]) => long.replaceAll(form, plain),
    String.fromCharCode(...codes),
  );
  for (const part of text.split(FRAME)) {
    if (part.length === 1) pairs.add(pairOf(part.charCodeAt(0), 0));
    for (let at = 1; at < part.length; at += 1)
      pairs.add(pairOf(part.charCodeAt(at - 1), part.charCodeAt(at)));
  }
  return [...pairs];
}

/** Gives what the pairs are worth in all, in nats: more for those that fewer reports know. */
export const worthOf = (pairs: Pairs): number => pairs.reduce((sum, pair) => sum + worth(pair), 0);

/** Gives what both have, in nats. */
export function sharedWorth(a: Iterable<number>, b: ReadonlySet<number>): number {
  let sum = 0;
  for (const pair of a) if (b.has(pair)) sum += worth(pair);
  return sum;
}

/** The same of two short lists: looking through them is faster than hashing. */
export function sharedWorthOf(a: Pairs, b: Pairs): number {
  let sum = 0;
  for (const pair of a) if (b.includes(pair)) sum += worth(pair);
  return sum;
}

/** What has been worked out, by pair; logarithms of the same pairs are asked for thousands of times. */
const worths: number[] = [];

function worth(pair: number): number {
  for (let next = worths.length; next <= pair; next += 1)
    worths.push(Math.max(0.1, -Math.log(shareOf(next)) - 1));
  return worths[pair] ?? 0;
}
