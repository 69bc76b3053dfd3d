/**
 * Words that hold a character the grammar takes for a mark of its own (与 in 参与, 达 in 欠发达): no cut goes through them.
 * A row is read as a list of whole words.
 */
const WHOLE = `
  再开发 其他 其它 其余 现有 次均 至少 向上 向中央 向国家 向上级 向省 欠发达 发达 达标 通达 直达 送达 抵达 到达 雷达 马达 达人 达产 参与 与会 给予 赋予 植被 被褥 棉被 来华 来宾 来源 来料 来访 来信 来电 来水 来客 外来 往来 本来
  见义勇为 原来 未来 来福 对上 对下 对外 对内 对口 对接 对标 对比 对俄 对欧 对台 对港 对账 对虾 反对 针对 应对 绝对 相对 国家和地区 地区和国家 和美 和谐 和田 和平 共和 和睦 和睦 饱和 暖和 温和 和解 和林
  出口 进口 进出口 转为 行为 作为 人为 为民 为农 为老 因为 成为 较为 为企 比例 比重 比赛 比武 比值 占比 对比 同比 比亚迪 直接 接受 接待 接种 接收 承接 衔接 嫁接 链接
  接续 对接 间接 均衡 平均 人均 户均 均等 将军 将来 将乐 名将 健将 干将 大将 获得感 收获 捕获 获奖 获益 被动 及格 普及 及时 以及 涉及 惠及 顾及 累及 波及 埃及
  公益 受益 效益 权益 收益 自来水 自建 自主 自然 自贸 自治 自营 自动 各自 亲自 自费 自愿 自驾 自住 自持 来自 自行 至今 甚至 冬至 夏至 使用 使命 天使 大使 使馆 出使 促使
  让利 转让 出让 受让 有机 有色 有效 有轨 有线 所有 国有 私有 持有 拥有 富有 有关 有序 占地 抢占 侵占 入库 出库 到位 到期 到岗 报到 签到 到户 到村 到校 达州 安达 会展
  都市 首都 成都 都江堰 古都 再生 再就业 再造 再贷款 再担保 再融资 再制造 在建 在校 在岗 在园 在训 在线 存在 现在 内在 实在 在职 在编 在产 在研 在营 在库 在册 在保 在外 在学 在室
  在京 在津 在冀 在沪 在湘 在鄂 在赣 在粤 在闽 在浙 在皖 在鲁 在豫 在晋 在陕 在川 在渝 在黔 在滇 在桂 在辽 在吉 在琼 在甘 在宁 在青 在疆 对非 对美 对日 对韩 对东盟
  内外 境内 区内 室内 国内 院内 圈内 海内 预算内 市内 县内 省内 校内 域内 期内 年内 规模以上 规模以下 以上 以下 以内 可再生 可持续 可支配 可追溯 可循环 可利用 许可 认可 可降解
  共享 共建 公共 共同 共用 共富 共治 共赢 共管 共青 提升工程 提前批 前期 前沿 前瞻 目前 提前 先进 先锋 先行 先导 优先 领先 率先 等级 等额 均等 平等 初等 中等 高等 同等 等候
  减税 减负 减排 减灾 减贫 减免 减量 减碳 减肥 减振 降碳 降水 降雨 降尘 降本 降费 增值 增加值 增收 增效 增设 增量 增信 增发 新增 增殖 增压 增资 扩容 扩建 扩权 扩面
  超市 超算 超高 超限 超低 超级 超滤 超声 超长 过境 过渡 过程 通过 过敏 过冬 过滤 破碎 破产 突破口 破解 约谈 签约 预约 节约 集约 履约 违约 合约 契约 解约 续约 特约 条约 公约 制约 特约 纽约
  近海 近郊 近岸 邻近 近视 近零 靠近 亲近 近代 近地 完成率 落实率 落地 实施方案 设施 措施 实施 施工 建成区 建成率 成效 成果 成人 成本 成品 成交 成年 成分 成渝 形成 组成 构成 合成 集成 达成
  开放 开展 开发 开通 开行 开工 公开 展开 离开 开园 开业 开源 开学 入学 入园 入选 入户 入村 入境 投入 收入 引入 加入 融入 纳入 列入 深入 导入 接入 准入 转入 并入
  年均 月均 日均 亩均 地均 居民 居家 居住 旧居 定居 移居 宜居 安居 居室 居委 列车 系列 班列 序列 陈列 专列 系列化 排水 排放 排污 排查 排涝 安排 减排 排名 编排 排列 排演 排灌 排口
  保持 保障 保险 保护 稳定 控制 管控 防控 维持 坚持 主持 支持 扶持 限制 研制 机制 体制 制造 法制 编制 定制 复制 制度 制定 制品 制药 制氢
`;

const LONGEST = 5;
const words: ReadonlySet<string> = new Set(WHOLE.trim().split(/\s+/));
/** Where a pair of neighbours is looked up; two pairs may share a place. */
const placeOf = (text: string, at: number): number =>
  (text.charCodeAt(at - 1) * 31 + text.charCodeAt(at)) & 0xffff;
/** All pairs of neighbours in them: a cut between two others goes through none, and is known at once. */
const pairs = new Uint8Array(0x10000);
for (const word of words) for (let at = 1; at < word.length; at++) pairs[placeOf(word, at)] = 1;

/** Tells whether the text begins with a whole word longer than `length`: then no verb of that length stands at its head. */
export function opensWord(text: string, length: number): boolean {
  if (length <= 0 || pairs[placeOf(text, length)] !== 1) return false;
  for (let end = length + 1; end <= Math.min(text.length, LONGEST); end++)
    if (words.has(text.slice(0, end))) return true;
  return false;
}

/** Tells whether a cut right before `text[at]` would go through a whole word. */
export function splitsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length || pairs[placeOf(text, at)] !== 1) return false;
  for (let start = Math.max(0, at - LONGEST + 1); start < at; start++) {
    for (let end = at + 1; end <= Math.min(text.length, start + LONGEST); end++)
      if (words.has(text.slice(start, end))) return true;
  }
  return false;
}
