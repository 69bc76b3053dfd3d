/** 不看的词: terms never listed, however they were found. The reader adds to these. */
export const DEFAULT_STOP_WORDS: readonly string[] = [
  '二十大',
  '十九大',
  '十八大',
  '二十届',
  '十九届',
  '一年来',
  '这一年',
  '过去一年',
  '各位代表',
  '政府工作报告',
  '工作回顾',
  '重点工作',
];

/** 总要看的词: policy terms that bear no quotes and may stand in a report once. The reader adds to these. */
export const DEFAULT_DICTIONARY: readonly string[] = [
  '新质生产力',
  '全国统一大市场',
  '中国式现代化',
  '高质量发展',
  '高水平对外开放',
  '乡村振兴',
  '共同富裕',
  '共同缔造',
  '营商环境',
  '放管服',
  '数字经济',
  '数字政府',
  '人工智能',
  '低空经济',
  '银发经济',
  '首发经济',
  '临港经济',
  '枢纽经济',
  '民营经济',
  '绿色低碳',
  '碳达峰',
  '碳中和',
  '双碳',
  '专精特新',
  '揭榜挂帅',
  '一网通办',
  '未来产业',
  '战略性新兴产业',
  '供给侧结构性改革',
  '扩大内需',
  '房住不炒',
  '保交楼',
  '保交房',
  '化债',
  '新型城镇化',
  '县域经济',
  '粮食安全',
  '脱贫攻坚',
  '疫情防控',
  '复工复产',
];

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/** Words that join, limit or count; a policy term neither begins nor ends with one. */
const FUNCTION_WORDS = words(`
  的 了 和 与 及 以 以及 并 或 等 在 对 为 把 被 由 从 到 至 向 于 将 更 最 不 也 都 又 还 就 使 让 给 其 之 该 各 每 这 那 某 是 有
  来 中 上 下 前 后 内 外 里 间 时 个 家 项 条 所 名 万 亿 元 人 户 套 台 位 次 批 种 年 月 日 亩 公里 万元 亿元 以上 以下 以内 左右
  超过 突破 达到 达 居 增长 下降 同比 分别 均 约 近 余 多 再 我们 我市 我区 全市 全区 全省 全国 全年 年内 今年 去年 一批 一个
  一是 二是 三是 四是 五是 多个 部分 有关 相关 主要 重点 重大 情况 问题 方面 要求 目标 任务 等等 一系列 系列 通过 作为 成为
  必须 始终 不断 先后 相继 已 已经 正式 累计 其中 特别 尤其 同时 此外`);

/** Words that set in motion what a term names, or praise it; no term begins with one. */
const OPENERS = words(`
  提高 提升 增加 减少 新增 新建 改建 改造 建成 开工 建设 实施 推进 推动 推广 促进 加快 加强 加大 深化 深入 强化 优化 完善 健全
  落实 开展 支持 鼓励 引导 打造 创建 培育 发展 实现 确保 力争 争取 坚持 围绕 聚焦 紧盯 抓好 做好 做大 做强 用好 扩大 巩固 拓展
  完成 全面 积极 扎实 大力 稳步 稳妥 持续 进一步 切实 着力 全力 高标准 高水平 统筹 组织 举办 成功 获批 入选 荣获 启动 投入 使用
  投用 引进 引育 引领 构建 建立 加强 严格 防范 化解 保障 改善 维护 盘活 激发 释放 增强 壮大 挖掘 发挥 筑牢 守牢 守住 办好 扩面
  安排 实行 出台 编制 设立 制定 继续 取消 放开 带动 赋予 提供 培养 防治 招引 梯次 集中 拉长 享受 激活 正在 具有 符合 现行 改革 逐步
  消除 整治 淘汰 加装 复制 学习 争创 树牢 狠抓 弘扬 凝聚 确立 倍感 繁荣 决不 一些 比较 下达 申请 遏制 疏通 采取 建好 管好 理顺
  新 大 小 好 高 低 快 稳 强 优 全 总 建 抓 促 保 成 做 用 推 创`);

/** Openers that a term may end with, being nouns too: 高质量发展, 城镇老旧小区改造. */
const CLOSERS = new Set(words('发展 建设 改造 提升 创建 保障 改革 整治 防治'));

const FUNCTION = new Set(FUNCTION_WORDS);

/** Tells whether a word may be the first of a policy term. */
export const mayOpenTerm = (word: string): boolean =>
  !FUNCTION.has(word) && !OPENER.has(word) && !isFigure(word);

/** Tells whether a word may be the last of a policy term. */
export const mayCloseTerm = (word: string): boolean =>
  !FUNCTION.has(word) && !isFigure(word) && (!OPENER.has(word) || CLOSERS.has(word));

/** Tells whether a word may stand inside: 和 and figures make lists and statistics of terms, not terms. */
export const mayStandInTerm = (word: string): boolean => !INNER_WALLS.has(word) && !isFigure(word);

const OPENER = new Set(OPENERS);

const INNER_WALLS = new Set(
  words('和 与 及 以及 并 或 等 了 在 对 为 把 被 将 达到 突破 超过 增长 完成 新增 居'),
);

const isFigure = (word: string): boolean => /\d/.test(word);

/** Words that do not set in motion where they begin a longer one: 新质生产力, 中间品贸易, 保障性住房, 小店经济, 改革开放. */
const NOUN_STARTS = new Set(words('新 高 中 小 多 向 大 全 总 优 强 保障 集中 学习'));

/** Beginnings that make a phrase a statement: it joins, limits, counts, praises or sets in motion. */
const NO_START = new RegExp(
  `^(?:${[...new Set([...FUNCTION_WORDS, ...OPENERS])]
    .filter((word) => !NOUN_STARTS.has(word))
    .sort((a, b) => b.length - a.length)
    .join(
      '|',
    )}|打好|打赢|布局|扮靓|率先|守牢|加力|政府专项|活动|多措|时期|高质量办好|十分|残奥会|生产安全事故|守护|当好|抢抓|聚力|推出|倡导|严守|贯彻|践行|谋划|织密|扎牢|交织|坚定|抓|续|跃居|稳居|绽放|走深|接待|主动|高效|依托|立足|助力|服务好|凝心|心无|越来越|感恩|持之以恒|毫不|探索|丰富|深刻|擘画|融入|撬动|回应|免费|转化为|面临|破获|顺利|营造|降低|力|要|我|他|会|业|性|化|等|级|县|市|省|区|村|个|多个|保障(?!性)|向着|[一二三四五六七八九十]+是|习近平|党中央|第|共同|同|率|更|再|能|可|所|入|镇|水毁|路|修|委|根本|掌舵|奋力|谱写|坚决|牢记|迈|还|且|则|即|如|只|便|才|却)`,
);

/** Endings that leave a phrase open, or are said of a matter: 作用明显提升. */
const NO_END =
  /(?:的|了|和|与|及|以|等|在|对|为|把|被|由|从|到|至|向|于|将|更|最|不|也|都|又|其|之|一|新|大|全|总|省|市|县|级|个|提升|提高|增强|改善|增长|下降|推进|加快|加强|完善|突破|达到|超过|实现|取得|明显|持续|不断|进一步|建成|开工|投用|投产|获批|入选|(?<![匠家模动斗])精神|指示|会议|项目|企业|任务|要求|情况|问题|方面|工作|成效|成果|进展|结果|同志|群众|人民|严峻|平稳|管理|更加|主体活|国际航|叠加|前行|有力|扎实|蝶变|不容忽视|潜力|应享尽享|基础|质效|效能|全会|挑战|困难|压力|发生|代表|委员|地区|部门|单位|我们|水平|能力|力度|速度|比重|比例|数量|总量|规模|总额|收入|支出|投资|产量|产值|面积|万|亿|年|月|日|人|户|家|以上|左右)$/;

/** A list in short is no term: 新材料等产业, 金融等领域. */
const LIST = /[^同平均优]等(?!级|学|待)/;

/** Tells whether a phrase may begin a policy term; see `mayOpenTerm` for single words. */
export const startsLikeTerm = (phrase: string): boolean => !NO_START.test(phrase) && !LIST.test(phrase);

/** Tells whether a policy term may end so. */
export const endsLikeTerm = (phrase: string): boolean => !NO_END.test(phrase);

/** Names of single things end so: a project, a device, a house, a prize. They have a list of their own. */
const NAME_END =
  /(?:奖|杯|号|医院|学校|小学|中学|大学|学院|集团|公司|产业园|科技园|园区|公园|大桥|高速|高铁|铁路|机场|车站|水库|电站|大道|大街|小区|广场|博物馆|文化馆|体育馆|剧院|码头|港区|枢纽|电影周|马拉松|博览会|洽谈会|论坛|文化节|艺术节|展会|大赛|联赛|之王|一号|二号)$/;

/** Tells whether a term is the name of one thing and no policy. */
export const isName = (term: string): boolean => NAME_END.test(term);
