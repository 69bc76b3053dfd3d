/**
 * Things of one sort that reports say the same words of: what is said of one says nothing of another (抓好水污染防治,
 * 加强土壤污染防治). Each row is a family, each of its entries the names of one member.
 */
const FAMILIES = [
  '城镇 农村|乡村|村庄',
  '进口 出口',
  '收入 支出',
  '存款 贷款',
  '水污染|水环境|碧水|黑臭 土壤|净土 大气|空气|蓝天|扬尘|散煤 噪声',
  '义务教育|中小学 普通高中|高中 职业教育|职教|职业院校 高等教育|高校|大学 学前教育|幼儿园 特殊教育',
  '养老保险|养老金|养老医疗保险 医疗保险|医保 失业保险 工伤保险',
  '公路 铁路|高铁 机场|民航|航空 港口|航道|水运',
  '化学需氧量 氨氮 二氧化硫 氮氧化物 细颗粒物',
  '小麦 玉米 水稻 油菜 大豆 棉花',
  '第一产业|一产 第二产业|二产 第三产业|三产',
  '垃圾 污水 厕',
  '国有企业|国企|央企 民营企业|民企|民营经济 外资企业|外企',
  '学校 医院',
  '房地产|楼市 政府债务|地方债|隐性债 金融机构|金融风险',
  '东部 中部 西部 东北',
  '光伏 风电 核电 水电 煤电|火电',
  '粮食 蔬菜 生猪|肉|奶 水果|林果',
  '教育 医疗|卫生 养老 托育 住房 文化 体育',
  '妇女|儿童 老年|老龄 残疾',
  '专利 商标',
  '博物馆 图书馆 文化馆 体育馆',
  '失业 通胀|物价|消费价格',
  '乡村振兴 脱贫攻坚',
  '小区 城中村 危房',
  '市场监管|食品|药品 安全生产|生产安全 信访 消防',
  '森林|造林|林地 草原|草地 湿地 耕地|农田',
].map((family) => family.split(' ').map((names) => new RegExp(names)));

/** Tells whether both name a member of one family and none is named by both. */
export const areRivals = (a: string, b: string): boolean =>
  FAMILIES.some((members) => {
    const own = members.filter((names) => names.test(a));
    return own.length > 0 && !own.some((names) => names.test(b)) && members.some((names) => names.test(b));
  });
