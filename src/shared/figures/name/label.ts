import { indicatorNamed } from '../indicator/lookup';
import { NAMES } from './lexicon';
import type { Memory } from './memory';
import { bare, isAspect, ownerOf } from './memory';
import { cutPredicate, type Counted } from './object';
import type { Site } from './site';
import { splitVerb, trimWords } from './subject';

/** What stands before a number and what is counted after it. */
interface Words {
  readonly verb: string;
  readonly noun: string;
  readonly object: Counted;
}

interface Named {
  readonly name: string;
  /** Characters of the words after the number that the name took up. */
  readonly taken: number;
}

/** 贡献了全省74.6%的规模工业增加值. */
const GIVES = /^(?:贡献|创造|提供|承担)$/;
/** Words after which the thing counted must follow. */
const OPEN_LEFT =
  /(?:的|为|于|向|对|把|将|使|让|给|每个?|各|着|全国|全市|全省|全县|全区|第[一二三]批|(?:全部|基本|已)[一-龥]{2,4})$/;
const VERB_END =
  /(?:新引进|引进|新增|新建|建成|培育|实施|完成|建设|打造|创建|安排|投入|争取|发放|新招引|招引|签约|累计|吸引|带动|谋划|派驻|包联|拆除|改造|新认定|认定|获批|荣获|获|有|达成|组建|设立|整治|办理|推动|推进|开展|举办|召开|储备|落实|投资|建立|形成|惠及|覆盖|服务|安置|解决|减少|增加|新设|开工|收到|纳入|确定|评为|公布|命名|发挥|加快)(?:了|约|近|超|超过|至少|共)?$/;
const LEVEL_ONLY = /^(?:国家|自治区|省|市|县|区|乡|镇|村|校)级(?:以上)?$/;
const SCALE = /亿?元$|%$/;
/** 盯紧总投资38.8亿元的…项目: an aspect of what follows, after a verb the dictionary does not know. */
const ASPECT =
  /^(?:[一-龥]{0,4}?|.*[和与、等])(总投资|计划投资|总长|总里程|总面积|占地|建筑面积|年产值|总规模)$/;

/** 总投资60亿元、占地1500亩、建筑面积100万平米的服装产业园: what all these sizes are of. */
const SIZES = /^(?:总投资|计划投资|占地|总?建筑面积|总面积|总长)$/;
const SIZED =
  /^(?:[、,](?:总投资|计划投资|占地|总?建筑面积|总面积|总长|年产值)(?:约|近|超过?)?\d[\d.]*[万亿]?[一-龥]{1,3}){1,3}的([^,。;、\d]{2,20})/;
const sizedIn = (rest: string): string => cutPredicate(SIZED.exec(rest)?.[1] ?? '').noun;

/** The name where words stand before the number, and perhaps the thing counted after it. */
export function labelled(words: Words, site: Site, memory: Memory, fallback: () => string): Named {
  const { verb, noun, object } = words;
  const { left, right, token } = site;
  const aspect = /^的/.test(right) && object.noun ? ASPECT.exec(noun)?.[1] : undefined;
  const held = SIZES.test(noun) ? sizedIn(site.text.slice(token.tail)) : '';
  if (held !== '') return { name: held + noun, taken: 0 };
  if (aspect !== undefined) return { name: object.noun + aspect, taken: object.length };
  if (object.noun && (token.unitClass === 'count' || !SCALE.test(token.unit))) return ofCounted(words, site);
  if (object.noun && /的$/.test(left)) return { name: object.noun, taken: object.length };
  if (LEVEL_ONLY.test(noun) && memory.current)
    return { name: verb + noun + levelless(memory.current), taken: 0 };
  if (GIVES.test(noun) && /^的/.test(right) && object.noun)
    return { name: noun + object.noun, taken: object.length };
  if (!isAspect(noun)) return { name: verb + noun.replace(/(?<=.{3})等$/, ''), taken: 0 };
  if (/^的/.test(right) && object.noun) return { name: object.noun + noun, taken: object.length };
  const stage = SCHOOLED.test(noun) ? stageIn(fallback()) : '';
  if (stage !== '') return { name: verb + stage + noun, taken: 0 };
  if (memory.topic === '') memory.topic = titleIn(fallback());
  return { name: owned(verb, noun, wholeOf(memory)), taken: 0 };
}

/** 招引项目 of 招引项目41个，总投资60亿元: a general thing keeps the words that say which. */
const wholeOf = ({ topic, current }: Memory): string =>
  NAMES['generic-noun'].test(topic) && current.endsWith(topic) ? current : topic;

/** 吸引8万人次参与: what those counted did names nothing by itself. */
const ONLY_DONE = /^(?:参与|参加|观看|到场|受益)$/;

function ofCounted({ verb, noun, object }: Words, { left, token: { unit, unitClass } }: Site): Named {
  if (ONLY_DONE.test(object.noun)) return { name: verb + noun + object.noun, taken: object.length };
  const open = VERB_END.exec(left)?.[0].replace(/(?:了|约|近|超过?|至少|共)$/, '');
  const name =
    open && noun.endsWith(open) && noun.length > open.length
      ? splitVerb(open).verb
      : context({
          verb,
          noun,
          left,
          isCount: unitClass === 'count' && !/^[人名万亿千]/.test(unit),
        });
  return { name: name + object.noun, taken: object.length };
}

/** Money laid out or earned is not of an aggregate that was named before (生产总值…，五年累计完成投资…). */
const OWN_SUM = /^(?:完成投资|投资|投资额|资金|总投资|税收|利润|利税)$/;

/** Money laid out is of a project that was named, of no other indicator. */
const isOwnSum = (noun: string, topic: string): boolean =>
  OWN_SUM.test(noun) && indicatorNamed(topic) !== null && !/(?:项目|工程|企业)$/.test(topic);

/** 接待游客860万人次，综合收入72亿元. */
const GUESTS = /^(?:累计)?接待.*(?:游客|人次|旅客)/;
const INCOME = /^(?:(?:综合|总)?收入|创收)$/;

function owned(verb: string, noun: string, topic: string): string {
  const own = topic === '' || noun.includes(topic) || (verb !== '' && verb !== '累计');
  if (own || isOwnSum(noun, bare(topic))) return verb + noun;
  if (noun === '人均') return `人均${bare(topic)}`;
  if (GUESTS.test(topic) && INCOME.test(noun)) return `旅游${noun}`;
  // 占全省 is of the amount itself, 产量 of the thing.
  const of = noun.startsWith('占') ? bare(topic) : aspectless(ownerOf(topic), noun);
  const owner = NAMES['generic-noun'].test(of) ? topic : of;
  return owner + noun;
}

/** 河北汇源项目 for 当年完成投资 after 河北汇源项目总投资: what was named, without an aspect of the same kind. */
const aspectless = (owner: string, aspect: string): string =>
  owner.endsWith(aspect) ? owner.slice(0, -aspect.length).replace(/总$/, '') : owner;

/** 产业被评为省级特色产业集群，总数达到6家: what the clause before says something became. */
const titleIn = (lead: string): string =>
  /(?:评为|认定为|命名为|列为|入选|获批)([^,。;、]{3,16})$/.exec(lead)?.[1] ?? '';

/** 普及高中阶段教育,毛入学率达到90%: a rate of schooling is of the stage that the clause before speaks of. */
const SCHOOLED = /^(?:毛入[学园]率|巩固率|入[学园]率|普惠率)$/;
const stageIn = (lead: string): string =>
  /(学前教育|(?:[一-龥]{1,4})?义务教育|高中阶段(?:教育)?|高等教育|职业教育|特殊教育)[一-龥]{0,12}$/
    .exec(lead)?.[1]
    ?.replace(/^(?:提高|普及|发展|推进|加强)/, '') ?? '';

/** A long list of instances right before what is counted, with its verb; empty where there is none. */
function listBefore(left: string): string {
  const { verb, noun } = splitVerb(trimWords(left));
  const items = noun.split('、');
  if (noun.length <= LONGEST || items.length < 3 || /[和与及、]$/.test(left)) return '';
  return items.some((item) => item.length > LONGEST || splitVerb(item).verb !== '')
    ? ''
    : verb + instances(noun);
}

/** The words before a counted thing. */
interface Before {
  readonly verb: string;
  readonly noun: string;
  readonly left: string;
  /** True where things are counted, no people and no amount. */
  readonly isCount: boolean;
}

/** Longer words before a counted thing are a clause of their own. */
const LONGEST = 14;

/** Gives what stays of the words before a counted thing: little where they only lead to it. */
function context({ verb, noun, left, isCount }: Before): string {
  if (OPEN_LEFT.test(left) && !/的$/.test(left)) return '';
  if (JOINED.test(left)) return verb;
  const listed = isCount ? listBefore(left) : '';
  if (listed !== '') return listed;
  if (noun.length <= LONGEST) return verb + noun;
  const item = noun.slice(noun.lastIndexOf('、') + 1);
  if (isCount && item !== noun) return /[和与及、]$/.test(left) ? verb : verb + instances(noun);
  return item.length <= LONGEST ? verb + item : '';
}

/** 国家骨干冷链物流基地和16个区域物流枢纽: what is joined to the count is another thing. */
const JOINED = /[一-龥”)](?:[和与及、]|以及)$/;

const LIST = /^([^、“]{2,12}|“[^”]{1,12}”[^、]{0,8})、/;

/** 电子元器件等 of 电子元器件、生物制造、能源智能开发: of a long list of instances the first stands for all. */
const instances = (noun: string): string => {
  const [, first] = LIST.exec(noun.slice(noun.lastIndexOf('的') + 1)) ?? [];
  const named = first?.replace(LED_BY, '').replace(/等$/, '') ?? '';
  return named.length < 2 ? '' : `${named}等`;
};
/** Words that lead to the first of a list: 集中力量抓好江北新城. */
const LED_BY =
  /^(?:同(?=[一-龥]{2})|[^、]{0,8}?(?:抓好|建好|用好|完成|盯住|运营好|以及(?:应对)?|颁布了|力量|针对|先后同|培育|发展|实施))+/;

/** 省级标准化学校 -> 标准化学校, for 市级12所 after it. */
const levelless = (name: string): string =>
  bare(name).replace(/^(?:国家|自治区|省|市|县|区|乡|镇|村|校)级(?:以上)?/, '');
