import type { NumberToken } from '../number/token';
import { NAMES } from './lexicon';
import { splitsWord } from './words';

/** The thing counted that stands after its number, and what the text says of it. */
export interface Counted {
  readonly noun: string;
  /** Characters of `right` that the noun takes up. */
  readonly length: number;
  /** What is said of it, where that tells how it came about (建成交付): it shares no verb with its neighbours. */
  readonly fate: string;
}

/** 80个开工、175个建成投产: what stands after the number is all that is said of it. */
const ONLY_FATE =
  /^(?:全部|均|已|顺利|陆续)?((?:建成|竣工|投产|交付|开工|完工|启用|投用|投入使用|入住|投运)+)(?=$|[,、。;])/;
const NONE: Counted = { noun: '', length: 0, fate: '' };
const FATE =
  /^(?:全部|均|已|顺利|陆续)?((?:建成|竣工|投产|交付|开工|完工|启用|投用|投入使用|入住|开放|投运|达产)+)/;

const OPEN = /^(?:的|余|多(?!出)|以上的|以内的|左右的)/;
const NO_NOUN =
  /^(?:$|[,。;、:!?)”’…∶\-—+与及(]|(?:年度|全年|年初)?(?:目标|任务)(?:任务|值)?(?=$|[,。;、])|通过(?!率)|经过|按照|凭借|依托|借助|的?(?:历史性|重大|新的?|标志性)(?:突破|跨越|台阶|大关|高)|和(?![美谐平田])|以上|以内|左右|关口|大关|台阶|实现|完成|得到|全部|投入|进一步|达(?![产标])|至|到(?!位)|多出|并(?![网购])|前移|前进|后退|滑|跃|比(?![赛武例])|较|同比|居(?![民住家])|稳居|位居|位列|排|列(?!车)|成为|被|为|是|已|均|基本|正在|顺利|占(?!地)|提高|提升|上升|下降|降(?![雨水碳])|减(?![税免排灾贫])|升(?![级学])|增(?![值量])|扩|拓展|缩|发展到|转为|变为|等$|,)/;
/** What follows a list mark but is said of the thing, and is no further thing (金牌、占全国1/3). */
const ASIDE = /、(?=占|居|比|较|增|同比|超|达|列|排|位居|总)/;
const LIST_END = /(?:等)?(?:[、,和及或]|(?<!参)与)$/;

/** Reads the noun after a number: 个[省级开发区]工作全面推进. Empty where what follows is no noun. */
export function readObject(
  right: string,
  needsDe: boolean,
  { open, said }: { readonly open: boolean; readonly said: Said },
): Counted {
  const de = OPEN.exec(right)?.[0] ?? '';
  if (needsDe && !de) return NONE;
  const body = right.slice(de.length);
  const none = NO_NOUN.exec(body)?.[0];
  if (none !== undefined && !splitsWord(body, none.length)) return NONE;
  const only = ONLY_FATE.exec(body);
  if (only) return { ...NONE, fate: only[1] ?? '' };
  const until = body.search(/[,。;:!?]/);
  const stretch = (until >= 0 ? body.slice(0, until) : body).split(ASIDE)[0] ?? '';
  const phrase = (open ? stretch : ownItem(stretch)).replace(LIST_END, '');
  const cut = cutPredicate(phrase);
  const own = open ? cut.noun : cut.noun.replace(LEADS_ON, '');
  const counted = MEASURED.test(cut.predicate) ? own.replace(QUALITY, '') : own;
  const noun = (open ? counted : counted.replace(MEASURE_OF, '')).replace(
    /(?:[、和及等的由]|(?<=投资|项目|企业|人口|贷款|资金|家庭|学生)中|(?<=.{2})目标|(?<=.{2})(?:基本|以|进行了)|(?<!参)与)$/,
    '',
  );
  const length = de.length + own.length;
  if (noun.length > 30) return { noun: noun.slice(0, 30), length, fate: '' };
  const fate = FATE.exec(cut.predicate)?.[1] ?? '';
  const told = open || cut.predicate.includes('、') ? said : 'none';
  return { noun: withPredicate(noun, cut.predicate, told), length, fate };
}

/** Before another number: 12个国家近800名 counts countries, and 38个监测点水质合格率达99% points. */
const LEADS_ON = /(?<=.{2})(?<![靠附接邻亲最新通经透])(?:近|约|超过?|逾|共|过)$/;
const MEASURE_OF =
  /(?<=.{2})(?:水质|空气质量|门诊|住院|规模以上工业|规上工业|全产业链)?(?:(?<!预增|新增)(?:总产值|产值|营业收入|销售收入|增加值|税收|利润)(?:占[^,。;]{2,16}?(?:比重|比例)?)?|(?:合格|覆盖|完好|满意|开工|投产|竣工|入住|办结|普及|使用|达标|优良|就业|参保|出租|签约|完成)(?:率|度)|(?:水质)?(?:优良|达标|合格)(?:水质|面积)?比例|次均费用)$/;

/** Before another number, what stands after the last list mark belongs to that one (839个海外仓、总面积1210万平方米). */
const ownItem = (stretch: string): string => {
  const mark = Math.max(
    stretch.lastIndexOf('、'),
    stretch.search(/(?<!国家)和(?![美谐平田])(?!.*(?<!国家)和(?![美谐平田]))/),
  );
  return mark > 0 && mark < stretch.length - 1 ? stretch.slice(0, mark) : stretch;
};

/** Parts what is counted from what happened to it. */
export function cutPredicate(phrase: string): { noun: string; predicate: string } {
  let from = ONE_WORD.test(phrase) ? 1 : 2;
  const quote = phrase.startsWith('“') ? phrase.indexOf('”') : -1;
  if (quote > 0) from = quote;
  const rest = phrase.slice(from);
  PREDICATES.lastIndex = 0;
  for (let found = PREDICATES.exec(rest); found; found = PREDICATES.exec(rest)) {
    const at = from + found.index;
    if (!inQuotes(phrase, at) && !splitsWord(phrase, at))
      return { noun: phrase.slice(0, at), predicate: phrase.slice(at) };
  }
  return { noun: phrase, predicate: '' };
}

const inQuotes = (phrase: string, at: number): boolean =>
  phrase.lastIndexOf('“', at - 1) > phrase.lastIndexOf('”', at - 1);

const PREDICATES = new RegExp(NAMES.predicate.source, 'g');

/** 46个断面水质达标率: sections are counted, and their water is what is measured. */
const MEASURED = /^(?:达标|合格|优良|综合|平均)?[一-龥]{0,3}(?:率|比例)/;
const QUALITY = /(?<=.{2})(?:水质|空气质量|水体|质量|综合|平均|饮水|饮用水|投资)$/;

/** 镇均建立了…: a place of one character. */
const ONE_WORD = /^[县村镇乡省市州区](?=均|全部|完成|被|实现|已|进入|入选|获|列入|成为|建成|通过|达到)/;
/** Places counted: what happened in them tells which are meant (免征农业税的省). */
const PLACES =
  /^(?:省(?:\(区、市\)|份)?|[省市县](?:\(市(?:、区)?\)|\(区\)|\(市\)区|区)?|设区市|市州|地市|国家|国家和地区|镇|乡镇|街道|社区|行政村|村|州|区)$/;
const LONGEST_PREDICATE = 24;

/** How much of what happened to the things counted belongs to their name: of a share all, of bare things their state. */
type Said = 'all' | 'state' | 'none';
/** 505万失业人员实现再就业, 75家融资平台转型或退出. */
const STATE =
  /^(?:全部|已经?|均|都|先后|顺利|成功|初步|陆续|率先|提前|早日)*(?:实现|完成(?!投资|产值)|享受|参加|获评|获批|获得|荣获|入选|列入|纳入|被评为|被认定|被命名|评为|解决|告别|用上|通上|喝上|搬[进入]|脱贫|摘帽|出列|退出|转型|建立|接受|得到|大幅|擦亮|通过|达到|达标|建成(?=.{2})|落户|投用|取消|下放|关停|改造|接入|融入)/;
/** What ends in the middle of a quote, or goes on to another number. */
const IS_OPEN =
  /“[^”]*$|(?:达到?|超过?|增长|增加|提高|下降|减少|完成|突破|以上)$|^(?:参加|享受|实现|获得|接受|得到|通过|纳入|列入|建立|解决)$/;
/** 入选省级名单的小学, 竣工投产项目. */
const LONG_PREDICATE = /^(?:入选|上榜|列入|纳入|荣获|享受|参加|用上|通上|接受|获得).{4,}/;

/** 项目竣工投产 -> 竣工投产项目: a general noun is told apart by what happened to it. */
const withPredicate = (noun: string, predicate: string, said: Said): string => {
  const place = said === 'all' || PLACES.test(noun) || (said === 'state' && STATE.test(predicate));
  if (!place && !NAMES['generic-noun'].test(noun)) return noun;
  const word = predicate
    .replace(
      /^(?:全部|顺利|已经?|均|都|成功|正在|陆续|先后|集中|工作|初步|率先|提前|早日|被(?=[评认命列纳]))+/,
      '',
    )
    .replace(/(?:(?<!\d)\d+(?!\d*强)|、(?![^(]*\))).*$/, '')
    .replace(/了/, '');
  if (word.length <= 1 || word.length > LONGEST_PREDICATE || IS_OPEN.test(word)) return noun;
  if (place)
    return said === 'state' && word.length <= 4 && !PLACES.test(noun) ? word + noun : `${word}的${noun}`;
  if (word.length > 12 && !LONG_PREDICATE.test(word)) return noun;
  return LONG_PREDICATE.test(word) ? `${word}的${noun}` : `${word}${noun}`;
};

/** 9所中学、16门课程入选省级示范名单: a title won is what is counted, and holds for all of the list. */
const AWARD =
  /^[^,。;]{0,60}?((?:(?<=全部|均)(?:完成|实现|建立|接入)|入选|获批|获评|荣获|上榜|列入|纳入|被评为|被认定为|评为|认定为|获得|获(?=[国省市县全]))[^,。;、\d]{2,20})(?=[,。;]|$)/;
const MAY_AWARD = /入选|获|上榜|列入|纳入|评为|认定为|[部均](?:完成|实现|建立|接入)/;
/** A list goes on: only counted things stand before the title. */
const LISTED =
  /^(?:[^,。;\d]{1,12}[、和]\d+[\d.]*[万余]?[个家项所门名位处座条支件部]){0,4}[^,。;\d、]{1,14}?(?=(?:全部|均)(?:完成|实现|建立|接入)|入选|获批|获评|荣获|上榜|列入|纳入|被评为|被认定为|评为|认定为|获得|获[国省市县全])/;
/** 为860名困难老人实施白内障手术: what was done for whom. */
const DONE_FOR =
  /^[^,。;\d、]{2,12}?((?:免费)?(?:实施|开展|提供|发放|办理|安装|落实|解决|减免|配备|配发|改造|购买|报销|追回))(了)?([^,。;、\d]{2,12})(?=[,。;]|$)/;

/** 8个国家级、4个省级区域医疗中心. */
const LEVEL_ONLY = /^(?:国家|自治区|省|市|县|区|部)级(?:以上)?$/;
const SHARED_TAIL =
  /^[、和]\d[\d.]*万?[个家项座处名所条]?(?:国家|自治区|省|市|县|区|部)级(?:以上)?([^,。;、\d]{2,12}?)(?=[,。;、和]|建设|$)/;

/** 实施24个老旧小区、7个棚户区改造: what is done is said once, after the last. */
const DOES = /(?:实施|推进|完成|加快|启动|开展|抓好)(?:了|好)?$/;
const DONE = '(?:项目建设|改造提升|提升改造|改造|治理|整治|修复|创建|建设|项目)';
const DONE_AFTER = new RegExp(
  `^[、和与]\\d[\\d.]*[余多]?万?(?:公里|平方米|[个项家座处所条户眼栋套间台亩])[^,。;、\\d]{2,24}?(${DONE})(?=[,。;、和]|$)`,
);
const ENDS_DONE = new RegExp(
  `(?:${DONE}|工程|任务|行动|建设|[硬绿亮美净范]化|改扩建|新建|扩建|专项|试点|计划)$`,
);
const headAfter = (left: string, noun: string, rest: string): string =>
  DOES.test(left) && !ENDS_DONE.test(noun)
    ? (DONE_ITSELF.exec(rest)?.[0] ?? DONE_AFTER.exec(rest)?.[1] ?? '')
    : '';
/** 完成200公里农村公路提档升级改造: all that stands to the end of the clause is what is done. */
const DONE_ITSELF =
  /^(?:提档升级|提质升级|提质扩容|提质增效|提升|提标|改造|扩建|加固|升级|治理|整治|建设|整修)+(?:工程|项目|任务)?(?=[,。;、]|$)/;

const BETTERS = /(?:提升|提高|完善|改善|增强|加强|强化|拓展|优化|发挥好?)(?:了|近|约|首批|现有)*$/;
const BETTERED =
  /(?<=.{3})的?(?:特色)?(?:(?:运营|服务|建设|发展|管理|办学|办园|通行)?(?:水平|能力|品质|功能|条件)(?:建设|提升)?|(?:日常|安全)?监管)$/;

/** 提升21个景区运营水平: the places are counted, not what is bettered of them. */
export const betteredIn = (left: string, object: Counted): Counted =>
  object.noun !== '' && BETTERS.test(left) ? { ...object, noun: object.noun.replace(BETTERED, '') } : object;

/** The counted thing with what it won, or with what was done for it; as it is where the text says neither. */
export function awardAfter({ text, token, left }: Around, found: Counted, before: string): Counted {
  if (found.noun === '' || token.unit.endsWith('元')) return found;
  const rest = text.slice(token.tail, token.tail + 90);
  if (token.unitClass !== 'count')
    return { ...found, noun: found.noun + headAfter(left, found.noun, rest.slice(found.length)) };
  const tail = LEVEL_ONLY.test(found.noun) ? (SHARED_TAIL.exec(rest.slice(found.length))?.[1] ?? '') : '';
  const object = {
    ...found,
    noun: found.noun + (tail || headAfter(left, found.noun, rest.slice(found.length))),
  };
  const done = /(?:为|给|帮助|对|向)(?:了|近|约|超过?)*$/.test(left) ? DONE_FOR.exec(rest) : null;
  const whom = /(?:为|给|帮助|对|向)(?=(?:了|近|约|超过?)*$)/.exec(left)?.[0] ?? '';
  if (done)
    return {
      ...object,
      noun: `${whom}${rest.slice(0, rest.indexOf(done[1] ?? ''))}${done[1] ?? ''}${done[3] ?? ''}`,
    };
  if (before !== '' || object.noun.length > 12 || !MAY_AWARD.test(rest) || !LISTED.test(rest)) return object;
  const award = AWARD.exec(rest)?.[1]?.replace(/^被/, '');
  return award === undefined || object.noun.includes(award.slice(0, 2))
    ? object
    : { ...object, noun: award.endsWith(object.noun) ? award : `${award}的${object.noun}` };
}

interface Around {
  readonly text: string;
  readonly token: NumberToken;
  readonly left: string;
}

/** Money told of all of a list: 总投资26亿元的江北大桥、玉林热电等9个项目. */
const OF_SEVERAL =
  /^的(?:(?![万亿]元)[^,。;])*?等(?:\d+[个项座条家处所]|一批)?((?:[一-龥]{0,8}?)(?:项目|工程|社区|道路|园区|基地|中心|企业|学校|医院|公园|厂))?/;
/** Gives of a list of projects the first, which alone is of this size (2×100万千瓦燃煤机组、周口钢铁…等项目). */
export function firstItem(object: Counted, rest: string): Counted {
  const mark = object.noun.search(/、(?![^(]*\))/);
  if (object.noun.startsWith('“')) return object;
  const first = mark > 1 ? object.noun.slice(0, mark) : object.noun;
  const kind = OF_SEVERAL.exec(rest.startsWith(`的${first}、`) ? rest : '');
  const noun = kind === null || /(?:项目|工程)$/.test(first) ? first : `${first}等${kind[1] ?? ''}`;
  return mark > 1 || noun !== first
    ? { fate: '', noun, length: object.length - (object.noun.length - first.length) }
    : object;
}
