import { mayOpenTerm, mayStandInTerm, startsLikeTerm } from './stop-words';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What policies, industries and institutions are called at their end; what stands before it tells which one is meant. */
const HEADS = words(`
  经济 金融 贸易 产业 农业 旅游 消费 财政 预算 制度 体制 改革 机制 行动 工程 计划 战略 保卫战 攻坚战 体系 红线 底线 政策 规划 模式
  园区 示范区 试验区 功能区 保护区 优势区 集群 服务圈 生活圈 平台 联合体 共同体 医共体 医联体 银行 基金 国债 专项债 债券 债转股
  牧场 农场 工厂 城市 县城 乡村 社区 校园 企业 算力 大模型 数据 能源 储能 电网 制造 交通 物流 养老 托育 就业 保险
  长制 清单 试点 审批 执法 监管 督查 评审 评价 补贴 标准 条例 促进法 通则 文明 足迹 认证 并举 合一 同治 共治 融合 下沉 兜底
  强国 中国 社会 工匠精神 家精神 理念 住房 税 贸易港 新区 关系 化债 支付 重建 扣除 互补 道理 生产力 工业化 现代化 赛道 业态 场景 硬道理 共享
  事业部 公司 储备 居住 评价制 负面清单 全覆盖 责任制 承包制 用工 票决 竞争 门户 驿站 走廊 公园体制 革命 赋能 招商 定制 用地 置换 普及 服务 治理 人才 队伍 大厅 专区 热线`);

const HEAD = new RegExp(`(?:${HEADS.join('|')})$`);

/** Tells whether a phrase ends as names of policies do. */
export const endsInHead = (text: string): boolean => HEAD.test(text);

/** Before a head these only say how much of it, how good or whose it is. */
const PLAIN = new RegExp(
  `^(?:${words(`
  我国 我省 我市 我县 我区 全国 全省 全市 全县 全区 国家 省级 市级 县级 重点 重大 主要 关键 相关 有关 各类 各级 各项 一批 现代 传统
  新型 优势 特色 基础 公共 社会 经济 高端 高质量 高水平 高标准 优质 综合 专项 日常 长期 年度 工作 项目 企业 产业 市场 城市 农村 乡村 城乡
  群众 人民 政府 部门 基层 干部 党员 群众性 规模 规上 有效 良好 完善 安全 发展 建设 服务 管理 保障 治理 改革 政策 制度 体系 行业 领域 地区
  深度 恢复 修复 系统 源头 国家重大 区域 本地 当地 外地 新增 其他 多种 更多 这些 那些 主导 支柱 龙头 骨干 重要 核心 先进 新兴 大型 中小 民营 国有`).join(
    '|',
  )})+$`,
);

/** 深化金融体制改革 coins no 金融体制. */
const SYSTEM = /(?:体制|机制|制度)$/;

const LONGEST = 10;
/** The dictionary cuts what it does not know to characters: 医疗, 卫生, 强, 基, 工程. */
const MOST_WORDS = 6;
const SHORTEST_MODIFIER = 2;

/**
 * Terms a report coins without quoting them: a modifier of its own and a head (粮食生产功能区, 公司制改革), free on both
 * sides: after a mark or a word that sets in motion, before a mark or a word that no term holds.
 */
export function coinedTerms(phrases: readonly (readonly string[])[]): readonly string[] {
  return phrases.flatMap((phrase) =>
    phrase.flatMap((word, first) =>
      isFree(phrase[first - 1]) && mayOpenTerm(word) ? runsFrom(phrase, first) : [],
    ),
  );
}

/** Single characters the dictionary cuts off from the word they begin: 全方位, 多层次, 高起点. */
const PREFIX = new Set('全高多新大小优强总低一二第再夯坚重非去');

/** And those it cuts off from the word they end: 竞争力, 积极性. */
const SUFFIX = new Set('力性化率区链圈业者量度型感权网群');

const isFree = (before: string | undefined): boolean =>
  before === undefined || (!mayOpenTerm(before) && !PREFIX.has(before));

/** A single character is a verb more often than a noun: 产业拼“市场”. */
const isClosed = (next: string | undefined): boolean =>
  next === undefined || !mayOpenTerm(next) || (next.length === 1 && !endsInHead(next) && !SUFFIX.has(next));

/**
 * Runs of words that stand free in a phrase: between marks and words that join or set in motion. A part of something longer
 * stands in none: 涉企行政 of 涉企行政事业性收费.
 */
export function freeRuns(phrases: readonly (readonly string[])[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const phrase of phrases)
    phrase.forEach((_, first) => {
      if (!isFree(phrase[first - 1])) return;
      let text = '';
      for (let last = first; last < phrase.length && text.length <= LONGEST; last += 1) {
        text += phrase[last] ?? '';
        if (isClosed(phrase[last + 1])) runs.add(text);
      }
    });
  return runs;
}

function runsFrom(phrase: readonly string[], first: number): readonly string[] {
  let text = '';
  for (let last = first; last < Math.min(phrase.length, first + MOST_WORDS); last += 1) {
    const word = phrase[last] ?? '';
    if (!mayStandInTerm(word)) return [];
    text += word;
    if (text.length > LONGEST) return [];
    const next = phrase[last + 1];
    const closed = isClosed(next) && !(next === '改革' && SYSTEM.test(text));
    if (closed && last > first && startsLikeTerm(text) && hasOwnModifier(text)) return [text];
  }
  return [];
}

/** Tells whether a phrase is a head with words before it that say nothing of it: 国家重大政策, 系统治理. */
export const isPlain = (text: string): boolean =>
  endsInHead(text) && !LAW.test(text) && !hasOwnModifier(text);

/** A law is named whole, however plain its words: 民营经济促进法. */
const LAW = /(?:法|条例|通则)$/;

function hasOwnModifier(text: string): boolean {
  const modifier = text.replace(HEAD, '');
  return modifier !== text && modifier.length >= SHORTEST_MODIFIER && !PLAIN.test(modifier);
}
