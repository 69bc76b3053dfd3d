import { bisect } from '../../text';
import { OF_SECTORS } from '../name/parts';
import { splitVerb } from '../name/subject';
import type { NumberToken } from '../number/token';
import { oneOf } from '../rule';
import { HOLDS, setsAt, signatureOf } from '../signature';

/** Start and end of a stretch of text. */
export type Stretch = readonly [number, number];

const QUOTES = [
  ['“', '”', 24],
  ['‘', '’', 24],
  ['《', '》', 80],
  ['「', '」', 24],
  ['"', '"', 24],
] as const;

/** Spans of short quoted or titled matter, in order: what stands in “…” or 《…》 is a name (“1+9”, “5个5”), not a statement. */
export function nameSpans(text: string): readonly Stretch[] {
  if (!(signatureOf(text) & HOLDS.nameMark)) return [];
  const spans: Stretch[] = [];
  for (const [open, close, limit] of QUOTES) {
    let at = text.indexOf(open);
    while (at >= 0) {
      const end = text.indexOf(close, at + 1);
      if (end < 0) break;
      if (end - at <= limit) spans.push([at, end]);
      at = text.indexOf(open, end + 1);
    }
  }
  return merged(spans.sort(([a], [b]) => a - b));
}

function merged(spans: readonly Stretch[]): readonly Stretch[] {
  const out: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = out.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

const LETTER = /[A-Za-z]/;
/** Left of the digits: part of a code, a sum of slogans, a decimal date, a footnote mark. */
const CODE_BEFORE = /(?:[A-Za-z][-.]?|[+×*xX/·•:#№]|\d\.|[〔[【]|[A-Za-z]\d*[-—])$/;
const NAME_AFTER = /^(?:[+#·•:×*]|[〕\]】]|[A-Za-z])/;
/** What follows a bare number that is a date, an ordinal or part of a proper name. */
const DATE_AFTER =
  /^(?:年|月|日|号|时|点钟?|分(?!之)|世纪|年代|后|届|周年|余年|多年|几年|来年|级|强|国道|省道|县道|线|路|中|大|院|师|团|军|字)/;
const UNIT_NAME_AFTER = /^(?:级(?!别)|年代|年一遇|国道|热线)/;
/** A number with its unit that only narrows down which things are meant (5亿元以上项目, 60岁以上老人). */
const THRESHOLD =
  /^(?:及)?(?:以上|以下|以内)?(?:的)?(?:重点|重大|制造业|服务业|农业|产业|工业|文旅|技改|基础设施|在建|新建|大|优质|签约|招商|省|市)*(?:项目|企业|工程|产业集群|集群|单体|大项目|老人|老年人|人群|人口|人员|儿童|青年|劳动力|县|乡镇|开发区|园区|产业园|平台|商圈|基地|村集体)/;
const OWN_TIME =
  /(?:时间|时限|时长|天数|(?:同比|(?:比|较)(?:上年|去年|\d{4}年)(?:同期)?)(?:增加|减少)|周期|寿命|年龄|工期|期限|缩短|压缩|压减|提速|提前|减少|优良天|达标天|环节|平均|不(?:得|能|可|应)?超过|办结|审批|办理)[^,。;]{0,10}$/;

const inSpan = (at: number, spans: readonly Stretch[]): boolean =>
  spans.length > 0 &&
  (spans[bisect(spans.length, (index) => (spans[index]?.[0] ?? 0) < at) - 1]?.[1] ?? -1) > at;

/** Tells whether a number states a quantity, rather than a date, an ordinal, a name or a duration. */
export function isQuantity(text: string, token: NumberToken, spans: readonly Stretch[]): boolean {
  if (inSpan(token.start, spans)) return false;
  if (token.unitClass === 'rank') return isRank(text, token);
  if (token.part !== undefined) return OF_SECTORS.test(text.slice(Math.max(0, token.head - 44), token.head));
  const before = text.slice(Math.max(0, token.head - 12), token.head);
  // 每50公斤 is what something is counted by.
  if (before.endsWith('每') && (token.unitClass === 'measure' || /^[十百千万]+[人户]$/.test(token.unit)))
    return false;
  if (token.head !== token.start || text.charAt(token.start) === '第') return false;
  if (!isHan(text, token.head - 1) && CODE_BEFORE.test(before)) return isTimes(text, token, before);
  if (!isHan(text, token.end) && isCode(text.charAt(token.end), token)) return false;
  if (token.unitClass === 'bare') return isIndex(text, token);
  if (token.unitClass === 'duration') return isDuration(text, token, before);
  return !isName(text, token, before);
}

/** No code and no footnote goes on with a character: most numbers stand between two. */
const isHan = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x4e00;

/** Tells whether the character right after the digits makes them part of a code or a note. */
const isCode = (next: string, { unit }: NumberToken): boolean =>
  /[+#·•×*〕\]】]/.test(next) || (LETTER.test(next) && !LETTER.test(unit.charAt(0)));

/** 2×100万千瓦: the second factor is the quantity. */
const isTimes = (text: string, token: NumberToken, before: string): boolean =>
  /\d[×*xX]$/.test(before) &&
  token.unitClass === 'measure' &&
  !NAME_AFTER.test(text.slice(token.end, token.end + 1));

const isRank = (text: string, token: NumberToken): boolean =>
  token.bound !== '<=' ||
  /(?:[全我][国省市]|世界|全球|进入|跻身|位居|居|列|排名)[^,。;]{0,10}$/.test(
    text.slice(Math.max(0, token.head - 14), token.head),
  );

const INDEX_NAME = oneOf(
  '倍差 之比 收入比 收入比值 比值 指数 容积率 系数 得分 评分 分值 收入倍数 生师比 存贷比',
);
/** The index itself, or where it was before: 收入比由2.68缩小至. */
const INDEX = new RegExp(
  `${INDEX_NAME}[^,。;\\d]{0,6}(?:[由从][^,。;\\d]{0,6}\\d+(?:\\.\\d+)?[^,。;\\d]{1,8})?$`,
);

/** A number without a unit counts only where an index or a ratio is named right before it (城乡居民收入倍差缩小至1.83). */
const isIndex = (text: string, token: NumberToken): boolean =>
  INDEX.test(text.slice(Math.max(0, token.head - 26), token.head)) &&
  !DATE_AFTER.test(text.slice(token.end, token.end + 3));

/** 平均受教育年限达到11.4年: what is measured is itself a number of years. */
const OWN_YEARS =
  /(?:年限|学制|折旧期|存续期)[^,。;\d]{0,8}(?:[由从][^,。;\d]{0,6}\d+(?:\.\d+)?年[^,。;\d]{1,8})?$/;

function isDuration(text: string, token: NumberToken, before: string): boolean {
  const after = text.slice(token.tail, token.tail + 4);
  if (token.unit === '年') return OWN_YEARS.test(text.slice(Math.max(0, token.head - 30), token.head));
  if (token.unit === '日' || token.unit === '个月') return false;
  if (token.unit === '岁') return /(?:寿命|年龄)[^,。;]{0,8}$/.test(before);
  if (/^[一-龥]/.test(after) && !/^(?:以内|以上|左右|之内|内|优良|达标|[和、及])/.test(after)) return false;
  return OWN_TIME.test(before);
}

/** 连续10个季度, 24个小时: stretches of time. */
const STRETCH = /^(?:季度|小时|工作日|交易日|年头|春秋|星期|学期)/;
/** 13亿人民, 14亿多人口的大国: words for all the people, no figure of anything. */
const PEOPLE =
  /^(?:多)?(?:[一-龥]{2,3}的)?(?:[一-龥]{2,3}(?=人民|儿女))?(?:各族)?(?:人民(?!币)|中国人|中华儿女|父老|同胞|人口(?:的)?大国|儿女)/;

/** 公交与轨道50米内换乘比例: a distance within a name. */
const WITHIN = /^(?:范围)?内[一-龥]{2,8}(?:比例|率|占比)/;

/** 110千伏 says which lines are meant. */
const isVolts = (next: string): boolean => next.startsWith('伏') || next === '千伏' || next === '万伏';

const isScaled = ({ unit }: NumberToken): boolean => unit.endsWith('万') || unit.endsWith('亿');

function isName(text: string, token: NumberToken, before: string): boolean {
  if (isScaled(token) && PEOPLE.test(text.slice(token.tail, token.tail + 12))) return true;
  if (token.unit.endsWith('方') && text.charAt(token.tail) === '面') return true;
  const unitEnd = token.tail;
  const after = text.slice(unitEnd, unitEnd + 12);
  if (
    (setsAt(after, 0) & HOLDS.unitName && UNIT_NAME_AFTER.test(after)) ||
    (token.unit === '个' && STRETCH.test(after))
  )
    return true;
  if (WITHIN.test(after) || (before.endsWith('时速') && /^[一-龥]{2}/.test(after))) return true;
  if (token.unit === '番' && /(?:作为|两个)翻$/.test(before)) return true;
  if (signatureOf(after, 0, Math.min(3, after.length)) & HOLDS.session)
    if (/^(?:次会议|.{0,2}届)/.test(after) && /第[^,。]*$/.test(before)) return true;
  if (isVolts(text.slice(token.end, token.end + 2))) return true;
  if (isAnnounced(text, token, after) || isPlaceOfAction(text, token, before)) return true;
  if (isOfSome(text, token) || (token.unit === '人' && /^[制份]/.test(after))) return true;
  return isThreshold(text, token, after);
}

/** 以下7个方面: a list is announced; 11艘“快艇”: a figure of speech; 130万人口的大县: said of the place in passing. */
const ANNOUNCES = /(?:以下|下列|下述|如下|下面|这|那|上述|前述)(?:的)?$/;
const FIGURES: ReadonlySet<string> = new Set('艘匹朵颗把扇盏头架枚只');
const QUOTED = /^[一-龥]{0,6}“[^”]{1,4}”(?!企业|项目|工程|品牌|产品)/;
const INHABITED =
  /^人口(?:以上|以下)|^(?:多|余)?人口的[一-龥]{0,6}(?:地方|城市|大?县|大?市|大?区|大?省|地区|家庭)/;

function isAnnounced(text: string, token: NumberToken, after: string): boolean {
  const near = text.slice(Math.max(0, token.head - 4), token.head);
  if (token.unitClass === 'count' && setsAt(text, token.head - 1) & HOLDS.announces && ANNOUNCES.test(near))
    return true;
  if (FIGURES.has(token.unit) && QUOTED.test(after)) return true;
  if (token.unit === '个' && (STEPS.test(after) || WATCHWORD.test(after))) return true;
  return isScaled(token) && INHABITED.test(text.slice(token.tail, token.tail + 14));
}

/** 连续跃上3个台阶. */
const STEPS = /^(?:[十百千万亿]*元?级?)?(?:新)?(?:台阶|大关|关口)/;
/** 实现6个“稳步提升”: 一是…. */
const WATCHWORD = /^“[^”]{2,8}”:/;
/** 在13个乡镇扩充学位: the number says where. */
const WHERE =
  /(?:^|[,;。、:!])(?:分别|同时|率先|先后|已)?(?:在|于)(?:全[市县区省国])?(?:\d+[个家所处][^,。;\d]{1,8}[、和与及])?$/;
const isPlaceOfAction = (text: string, token: NumberToken, before: string): boolean =>
  token.unitClass === 'count' &&
  (signatureOf(before) & HOLDS.unnamedDigit) !== 0 &&
  WHERE.test(before) &&
  !/^(?:以上|以内)/.test(text.slice(token.end, token.end + 2));

/** 超50亿元、超100亿元产业集群: two thresholds of one thing. */
const LISTED_THRESHOLD =
  /^[超过]\d[\d.]*[万亿]*元、(?:超|过|超过)\d[\d.]*[万亿]*元(?:以上)?(?:的)?(?:项目|企业|产业|集群|开发区|园区|村)/;

/** 培育100家年产值10亿元以上的集群: between a count and its noun, a bounded value only says which are counted. */
const isQualified = (text: string, token: NumberToken, after: string): boolean =>
  after.startsWith('的') &&
  /^的[^,。;、]/.test(after) &&
  (token.bound === '>=' ||
    token.bound === '<=' ||
    typeof token.value !== 'number' ||
    /[超过达]$/.test(text.slice(Math.max(0, token.head - 2), token.head))) &&
  /\d[个家项所户处座名](?!百分)(?:(?!达到|完成|增长|实现|提高|总投资)[^,。;、\d]){1,10}$/.test(
    text.slice(Math.max(0, token.head - 16), token.head),
  );

/** After these words a bounded value is a value, whatever stands after it. */
const REACHES =
  /(?:达|到|实现|完成|突破|超|超过|增长|增加|提高|下降|降低|减少|新增|投入|投资|筹集|争取|到位|拨付|安排|发放|保持|稳定|控制|维持|低于|少于|至|为|在|了|约|均|率|额|量|值|收入|支出|面积|产值|产量|比重|占|资金|开工|建成|改造|治理|销售|出口|进口|余|规模|力争|确保|建设|流转|造林|绿化|化解|清收|盘活|收储|供应|引进|签约)$/;
const GOES_ON =
  /^(?:的)?(?:用于|支持|投入|完成|实现|建设|全部|主要|带动|拉动|增长|居|位居|占|达|比|较|同比|左右|目标|任务|$|[^一-龥的])/;

/** 20万千瓦以下小火电机组: a bounded size with a noun right after it says which things are meant. */
const limitsNoun = (text: string, token: NumberToken, after: string): boolean =>
  /^(?:的)?[一-龥]{2}/.test(after) &&
  !GOES_ON.test(after) &&
  splitVerb(after.replace(/^的/, '')).verb === '' &&
  !REACHES.test(text.slice(Math.max(0, token.head - 4), token.head));

/** 30户以上自然村, 15平方米以下的低收入家庭: how large those are that are meant. */
const SIZED =
  /^(?:的)?[一-龥]{0,8}(?:村寨|自然村|行政村|村庄|村屯|村组|聚居点|居民点|小区|社区|屯|家庭|农户|集体|学校)/;
const isSized = (text: string, token: NumberToken, after: string): boolean =>
  token.tail > token.end + 1 &&
  /以[上下]$/.test(text.slice(token.end, token.tail)) &&
  SIZED.test(after) &&
  (/^[户人口]$/.test(token.unit) || (after.startsWith('的') && !/[%‰成倍元]$/.test(token.unit))) &&
  !/(?:达到?|新增|完成|实现|改造|惠及|覆盖|帮助|解决|涉及|超过?|为|使|让|对|[余近约共])$/.test(
    text.slice(Math.max(0, token.head - 4), token.head),
  );

/** 培育一批营业收入超100亿元的集团: how large each of them shall be. */
const SOME =
  /(?:一批|(?<![\d百千万])多[个家]|几[个家])(?:(?!总投资)[^,。;、\d]){0,12}(?:(?:超|超过)?\d[\d.]*[万亿]*元)?、?(?:超|超过|达到?|突破|上|在)?$/;
const OF_SIZE =
  /^(?:、(?:超|超过)?\d|、有|(?:以上|级)?的|(?:以上|级)?[一-龥]{0,4}(?:企业|项目|产业|集群|园区|集团|基地))/;
const isOfSome = (text: string, token: NumberToken): boolean =>
  token.unitClass === 'measure' &&
  OF_SIZE.test(text.slice(token.end + token.unit.length, token.tail + 8)) &&
  SOME.test(text.slice(Math.max(0, token.head - 30), token.head));

/** Money, weight and size before 以上项目, or after 超 before 项目, only say which things are counted. */
function isThreshold(text: string, token: NumberToken, after: string): boolean {
  if (token.unit.includes('百分点')) return false;
  if (isQualified(text, token, after) || isSized(text, token, after)) return true;
  if (token.unitClass !== 'measure' || /^[%‰成番倍]$/.test(token.unit)) return false;
  if (LISTED_THRESHOLD.test(text.slice(token.head - 1, token.tail + 16))) return true;
  const suffix = /(?:以上|以下|以内)$/.exec(text.slice(token.end, token.tail))?.[0] ?? '';
  if (suffix) return THRESHOLD.test(after) || limitsNoun(text, token, after);
  const before = text.slice(Math.max(0, token.head - 3), token.head);
  return /(?:超|过|超过)$/.test(before) && THRESHOLD.test(after);
}
