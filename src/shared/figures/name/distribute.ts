import { oneOf } from '../rule';
import { NAMES } from './lexicon';
import { trimWords, splitVerb } from './subject';

const TOGETHER = /^(.*)(?:分别|依次|各自?)(?!类|项|级|地|国|省|市|县|区|种|方)/s;

/** The words before 分别, or all of them where the list has no such word. */
export const headOf = (left: string): string => TOGETHER.exec(left)?.[1] ?? left;

export const saysEach = (left: string): boolean => TOGETHER.test(left);

/** Splits a list of names; marks inside quotes and brackets do not split. */
function splitList(text: string, marks: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (/[“(《]/.test(char)) depth++;
    else if (/[”)》]/.test(char)) depth--;
    else if (depth === 0 && marks.test(char) && !(char === '及' && /[上下]/.test(text.charAt(i + 2)))) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part !== '');
}

const TOWN_AND_COUNTRY = /^城乡(?!融合|一体)/;

/** 第一、二、三产业: each with its whole name. */
const sectorsOf = (head: string): string =>
  head.replace(
    /第?([一二])、第?([二三])(?:[、和]第?(三))?(?:次)?产(?:业|(?=增加值))/,
    (_, ...parts: readonly unknown[]) =>
      parts
        .slice(0, 3)
        .filter((part) => typeof part === 'string')
        .map((part) => `第${String(part)}产业`)
        .join('、'),
  );

/** Two things in one word, of which two numbers are told: 存贷款余额, 产销量. */
const PAIRED: readonly (readonly [RegExp, string, string])[] = [
  [/存贷款/, '存款', '贷款'],
  [/产销量?(?![率衔])/, '产量', '销量'],
  [/购销(?!差)/, '购进', '销售'],
  [/收支(?!平衡)/, '收入', '支出'],
];

/** 银行存贷款增速 with two numbers is 银行存款增速、银行贷款增速. */
function inPairs(head: string, count: number): string {
  const paired =
    count === 2 && !/[、和与及]/.test(head) ? PAIRED.find(([word]) => word.test(head)) : undefined;
  if (!paired) return head;
  const [word, first, second] = paired;
  return `${head.replace(word, first)}、${head.replace(word, second)}`;
}

/**
 * The names that `count` numbers in a row belong to (A、B、C分别增长x、y、z), in order; null where the words
 * before them do not list as many. 城乡居民 with two numbers is 城镇居民 and 农村居民.
 */
export function distribute(left: string, count: number): readonly string[] | null {
  const { verb, noun } = splitVerb(trimWords(inPairs(sectorsOf(headOf(left)), count)));
  if (noun === '') return null;
  for (const marks of [/[、和与及]/, /[、和]/, /、/, /和/]) {
    const parts = splitList(noun.replace(/以及/g, '及'), marks).map(trimWords);
    if (parts.length === count && parts.every((part) => part.length > 0)) return withShared(parts, verb);
  }
  if (count === 2 && TOWN_AND_COUNTRY.test(noun)) {
    return [noun.replace(TOWN_AND_COUNTRY, '城镇'), noun.replace(TOWN_AND_COUNTRY, '农村')];
  }
  return null;
}

/** 甲、乙分别实现税收2.1亿元、1.3亿元: the aspect of each stands after 分别; null where none does. */
export function withAspect(left: string, count: number): readonly string[] | null {
  const { noun } = splitVerb(trimWords(left.slice(headOf(left).length).replace(/^(?:分别|依次|各自?)/, '')));
  if (noun.length < 2 || noun.startsWith('占') || !NAMES.attribute.test(noun)) return null;
  return distribute(headOf(left), count)?.map((name) => (name.endsWith(noun) ? name : name + noun)) ?? null;
}

/** 甲、乙分别新认定60家和30家: how each came about stands after 分别; null where nothing of that kind does. */
export function withAct(left: string, count: number): readonly string[] | null {
  const act = ACT.exec(left)?.[1];
  if (act === undefined) return null;
  return distribute(headOf(left), count)?.map((name) => (name.includes(act) ? name : act + name)) ?? null;
}
const ACT =
  /(?:分别|依次|各)(?:已|又|再)?((?:新增|净增|新认定|认定|新建成?|建成|新开工|新引进|引进|新培育|培育|新登记|新设立|新获批|获批|新创建|创建|入选|新入选|查处|破获|办理|改造|拆除)+)(?:了|约|近|超过?|至少)*$/;

/** The names of a list that one number is stated of (A、B、C均增长9%); null where the words list no things. */
export function distributeEach(head: string): readonly string[] | null {
  const marks = head.match(/[、和与及]/g)?.length ?? 0;
  for (let count = Math.min(marks + 1, 8); count > 1; count--) {
    const names = distribute(head, count);
    if (names?.every((name) => name.length > 1 && name.length <= 24)) return names;
  }
  return distribute(head, 2);
}

/** Measured aspects: at the end of the last name of a list they hold for all of them. */
const AMOUNT = oneOf(
  '交易规模 增加值 总产值 产值 产量 总产量 单产 销售额 销量 零售额 交易额 成交额 营业额 业务量 业务收入 营收 营业收入 主营业务收入 销售收入 综合收入 吞吐量 发送量 运输量 货运量 客运量 周转量 客流量 客流 投资额 投资 投入 收入 支出 余额 贷款 存款 面积 装机 装机容量 用电量 发电量 用水量 产能 利润 税收 利用外资 进出口 出口额 进口额 价格 存栏 出栏 存栏量 出栏量',
);
const RATE = oneOf(
  '参合率 毛入学率 入托率 普及率 覆盖率 就业率 参保率 入学率 达标率 优良率 普及率 巩固率 合格率 完成率 治理率 处理率 利用率 满意率 满意度 机械化率 失业率 入园率 签约率 开工率 办结率 城镇化率 增长率 自给率 普惠率 装机占比 营收占比 营业收入占比 增加值占比 投资占比 销量占比 产值占比 渗透率 转化率 化率',
);
const THINGS = oneOf(
  '时间 案件 接待人次 人次 报销比例 浓度 平均浓度 年均浓度 增速 数量 数 人数 户数 里程 标准 补助标准 事故起数 死亡人数 排放量 强度 经费 项目 企业 工程',
);
const WHERE = oneOf('领域 行业 产业 服务 方面 类 环节 项目');
const MEAN = oneOf(
  '日均 人均 年均 月均 户均 累计 新增 全年 净 毛 医保 社保 养老保险 医疗保险 失业保险 工伤保险 基本医疗保险 基本养老保险',
);
/** 领域投资额, 日均客流, 增加值占规上工业比重. */
const SHARED = new RegExp(
  `(?:${WHERE})?(?:${MEAN})?(?:${AMOUNT}|${RATE}|${THINGS})(?:占[^、]{2,14}?(?:比重|比例))?$`,
);

const HEAD = new RegExp(`(${AMOUNT}|${RATE}|${THINGS})$`);

/** 城镇、农村居民人均可支配收入: the first is of the same thing on the other side. */
const SIDE = /^(?:(?:城镇|农村|城市|乡村)(?:常住居民|居民)?|中央|地方|出口|进口)$/;
const SIDE_HEAD = /^(?:城镇|农村|城市|乡村|中央|地方)/;
const PEOPLE = /^(?:常住)?居民/;

/** A name with a quantity word of its own needs no other. */
const OWN_HEAD =
  /(?:数|量|额|率|值|费用?|比重|比例|水平|规模|面积|人次|件次|就业|强度|标准|总产|余额|收入|支出)$/;

/** 事故起数、死亡人数: what the first is a number of owns the others too. */
const COUNTED = /^(.{2,})(?:起数|拥有量|申请量)$/;
const COUNTS = /^(?:死亡人数|受伤人数|死伤人数|伤亡人数|经济损失|直接经济损失|授权量|申请量|拥有量)$/;

function withOwner(parts: readonly string[]): readonly string[] {
  const [first = ''] = parts;
  const owner = COUNTED.exec(first)?.[1];
  if (owner !== undefined) return parts.map((part) => (COUNTS.test(part) ? owner + part : part));
  const thing = first.replace(NAMES['aspect-tail'], '');
  return thing.length < 2 || thing === first
    ? parts
    : parts.map((part) => (part.length <= 3 && NAMES.attribute.test(part) ? thing + part : part));
}

/** What is measured of one thing, one after another: 开工量、完工量; 解决率、满意率. */
const MEASURED = new RegExp(
  `(?:${oneOf('开工 完工 竣工')}量|件次|人次|${oneOf('就业 解决 满意 巩固 资助 参保 普惠 反馈 转办 办结 合格 回复 答复 见面 完成 开工 竣工 投产 达标 签约 知晓 参与 落实 优良 入园 入学 升学 及时 按时反馈 即时转办 按时办结 毛入园 毛入学')}[率度])$`,
);

/** 诉求解决率、满意率: what the first is measured of, the next is measured of too. */
function measured(parts: readonly string[]): readonly string[] {
  let owner = '';
  return parts.map((part) => {
    const own = MEASURED.exec(part)?.[0] ?? '';
    if (own === '') return part;
    if (own !== part) owner = part.slice(0, -own.length);
    return own === part && owner.length > 1 ? owner + part : part;
  });
}

/** 宁波港货物和集装箱吞吐量: whose the first is, the others are too. */
const PLACED = /^([一-龥]{2,8}(?:港|机场|口岸|园区|开发区|高新区|经开区|自贸区))[一-龥]{2,}/;

function placed(parts: readonly string[]): readonly string[] {
  const owner = parts.length === 2 ? PLACED.exec(parts[0] ?? '')?.[1] : undefined;
  return owner === undefined || parts[1]?.startsWith(owner) || PLACED.test(parts[1] ?? '')
    ? parts
    : parts.map((part, at) => (at === 0 ? part : owner + part));
}

/** 地铁1号线、2号线: what is numbered stands before the first. */
function numbered(parts: readonly string[]): readonly string[] {
  const [, thing = ''] = /^([一-龥]{2,8})\d+[号期标批]/.exec(parts[0] ?? '') ?? [];
  return thing === '' ? parts : parts.map((part) => (/^\d+[号期标批]/.test(part) ? thing + part : part));
}

/** 市、县市政设施完好率: what the last level has the first has too. */
function levelled(parts: readonly string[]): readonly string[] {
  const rest = /^[省市县区乡村]((?!级).{3,})$/.exec(parts.at(-1) ?? '')?.[1];
  const bare = parts.slice(0, -1).every((part) => /^(?:省|[设]?区?市|县|乡|镇|村)$/.test(part));
  return rest !== undefined && bare
    ? parts.map((part, at) => (at < parts.length - 1 ? part + rest : part))
    : parts;
}

function withShared(listed: readonly string[], verb: string): readonly string[] {
  const parts = measured(withOwner(placed(numbered(levelled(listed)))));
  const last = parts.at(-1) ?? '';
  if (parts.slice(0, -1).every((part) => SIDE.test(part)) && SIDE_HEAD.test(last)) {
    const rest = last.replace(SIDE_HEAD, '');
    return parts.map((part) => {
      if (part === last) return verb + part;
      return verb + part + (part.endsWith('居民') ? rest.replace(PEOPLE, '') : rest);
    });
  }
  const shared = sharedTail(parts);
  const ratio = /(?:占比|比重)$/.exec(parts.at(-1) ?? '')?.[0] ?? '';
  if (ratio !== '' && parts.slice(0, -1).every((part) => OWN_HEAD.test(part) && !part.endsWith(ratio)))
    return parts.map((part) => verb + (part.endsWith(ratio) ? part : part + ratio));
  return parts.map(
    (part) =>
      verb +
      (shared &&
      part !== last &&
      (!SHARED.test(part) || (BODIES.test(part) && !BODIES.test(shared))) &&
      !OWN_HEAD.test(part) &&
      part.length <= 14
        ? part + (part.endsWith('产业') ? shared.replace(/^产业/, '') : shared)
        : part),
  );
}

/** 高新技术企业、中小企业贷款: bodies that own what the last has. */
const BODIES = /(?:企业|项目|主体|行业)$/;

/** Gives what the last name of a list has and the others lack: after a character they share (3号线、5号线日均客流), or a known head. */
function sharedTail(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  const [first = ''] = parts;
  const known = SHARED.exec(last);
  if (!known) return '';
  const mark = last.indexOf(first.slice(-1), 1);
  const parallel = mark > 0 && mark < known.index + known[0].length - 1 ? last.slice(mark + 1) : '';
  const tail = parallel.length > known[0].length && !SHARED.test(first) ? parallel : known[0];
  if (tail.length < last.length) return tail;
  const [, head = ''] = HEAD.exec(last) ?? [];
  return head.length < last.length ? head : '';
}
