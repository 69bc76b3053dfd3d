import type { Topic } from '../report';
import { TOPICS } from '../report';

/** Words that speak for a topic, each with its weight. A word stands under one topic only. */
const KEYWORDS: Readonly<Record<Exclude<Topic, '其他'>, string>> = {
  综合经济:
    '生产总值2 经济运行3 稳增长2 综合实力3 经济总量2 一般公共预算2 居民人均可支配收入2 经济向好2 持续向好2 经济增长2 宏观政策2 整体好转1 金融1 贷款1 财政1 四上1 三大攻坚战2 金融机构1',
  科技创新:
    '科技3 创新2 研发2 专利2 实验室2 高新技术2 孵化2 高新区2 人才1 中试1 成果转化2 聚才2 育才2 专精特新1 研究院1 首席1',
  产业发展:
    '产业2 产业生态4 工业2 制造2 集群2 转型升级2 技改2 企业1 数字化1 数字经济2 建材2 智能终端3 钢铁1 产业链2 换道1 电子信息2 开发区1',
  投资与项目:
    '招商3 项目2 投资2 有效投资2 三个一批2 签约1 开工1 专项债2 争取资金2 项目资金2 抓项目3 周商大会1',
  消费与内需:
    '消费3 内需3 商圈2 电商2 商业1 以旧换新2 零售2 消费潜力3 城区经济2 夜经济1 房地产2 住房1 促消费2',
  港航物流与开放:
    '港口3 港航3 临港3 物流2 集装箱2 航运2 开放2 外贸2 外资2 泊位2 通关1 保税2 友城2 经开区2 进出口2 航线1 招引1',
  改革与营商环境:
    '改革2 营商环境4 营商4 放管服3 政务服务2 审批2 国企2 涉企2 万人助万企2 惠企3 经营主体2 市场主体2 减税2 个转企2 小微企业1 民营经济2 银企2 对接1',
  农业农村:
    '农业3 农村3 乡村4 粮食3 农民2 高标准农田2 脱贫2 返贫2 农产品2 种植1 耕地2 畜牧2 和美乡村2 村集体1 农户1 水利1 沟渠1',
  城市建设:
    '城市3 城镇化3 城镇1 承载2 老旧小区2 城区2 城市更新3 棚改2 安置房2 市政2 城建3 城管2 道路1 停车位1 供暖1 街区1 城乡1 断头路2 绿化1 基础设施1',
  民生保障:
    '民生4 就业3 教育3 医疗3 养老3 社会保障3 社保2 医改3 学校2 医院2 救助2 社会事业3 福祉2 健康2 学位1 托育1 实事2 敬老院1 群众1 家门口1 幼儿园1 医药2 医保1',
  文化旅游:
    '文化3 旅游3 文旅4 文创3 杂技2 文明2 景区2 道德名城2 古城1 遗址1 非遗2 文物2 体育1 戏1 庙会1 历史街区1',
  生态环保:
    '生态3 绿色2 低碳3 污染3 污染防治5 污水3 环保3 大气3 环境质量2 节能2 扬尘2 蓝天2 碧水2 水体2 清四乱2 土壤2 美丽1 环境1 空气质量2 垃圾1',
  安全与治理:
    '安全3 治理2 风险3 平安3 稳定1 信访2 应急3 防汛3 疫情4 防控2 消防2 社会治理3 扫黑2 矛盾1 化解1 执法1 法治1 底线1 国防1 支部1 党建1 普法1',
  政府自身建设:
    '自身建设5 廉洁4 依法行政4 主题教育3 为政4 从政4 理政4 施政4 清正廉洁3 廉政4 作风3 效能1 人大1 政协1 能力作风4 从严治党3',
};

/** Weight of a heading's word against the share of the text that speaks for a topic. */
const HEADING_WEIGHT = 6;
const BODY_WEIGHT = 10;

interface Keyword {
  readonly word: string;
  readonly weight: number;
  readonly topic: Topic;
}

const KEYWORD_LIST: readonly Keyword[] = TOPICS.flatMap((topic) =>
  topic === '其他'
    ? []
    : KEYWORDS[topic]
        .split(' ')
        .map((entry) => ({ word: entry.slice(0, -1), weight: Number(entry.slice(-1)), topic })),
);

/** Keywords by their first character, longest first, so that 产业生态 is not read as 生态. */
const BY_FIRST = new Map<string, Keyword[]>();
for (const keyword of [...KEYWORD_LIST].sort((a, b) => b.word.length - a.word.length)) {
  const first = keyword.word[0] as string;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), keyword]);
}

/** Tells how strongly a text speaks for each topic; absent topics count nothing. Words do not overlap. */
export function topicScores(text: string): TopicScores {
  const scores = new Map<Topic, number>();
  for (let index = 0; index < text.length;) {
    const found = BY_FIRST.get(text[index] as string)?.find(({ word }) => text.startsWith(word, index));
    if (found) scores.set(found.topic, (scores.get(found.topic) ?? 0) + found.weight);
    index += found?.word.length ?? 1;
  }
  return scores;
}

export type TopicScores = ReadonlyMap<Topic, number>;

/** Scores of several texts together. */
export function sumScores(parts: readonly TopicScores[]): TopicScores {
  const sum = new Map<Topic, number>();
  for (const part of parts) for (const [topic, score] of part) sum.set(topic, (sum.get(topic) ?? 0) + score);
  return sum;
}

/** The topic of a section: its heading decides where it can, its text breaks ties and speaks where the heading is silent. */
export function topicOf(heading: string, body: TopicScores): Topic {
  const fromHeading = topicScores(heading);
  const total = [...body.values()].reduce((sum, score) => sum + score, 0) || 1;
  let best: Topic = '其他';
  let bestScore = 0;
  for (const topic of TOPICS) {
    const score =
      (fromHeading.get(topic) ?? 0) * HEADING_WEIGHT + ((body.get(topic) ?? 0) / total) * BODY_WEIGHT;
    if (score > bestScore) [best, bestScore] = [topic, score];
  }
  return best;
}
