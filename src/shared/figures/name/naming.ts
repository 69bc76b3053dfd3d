import type { NumberToken } from '../number/token';
import { placeOf } from '../place/place';
import { distribute, headOf } from './distribute';
import { fundIn, fundingName, isGiven } from './funding';
import { ATTRIBUTES } from './lexicon';
import { bare, followOn, OWN_TOTAL, remember, sharesVerb, type Memory } from './memory';
import { readObject, type Counted } from './object';
import { readSubject, splitVerb, trimStart, trimWords, type Subject } from './subject';

/** A number with the words around it, up to its neighbours. */
export interface Site {
  readonly token: NumberToken;
  readonly left: string;
  readonly right: string;
  /** True where no other number follows in the clause. */
  readonly last: boolean;
  /** Where the clause begins in the compact text. */
  readonly since: number;
  /** The whole compact sentence. */
  readonly text: string;
}

export interface Naming {
  readonly names: readonly string[];
  /** Characters of `right` that the name took up. */
  readonly taken: number;
}

/** Words after which the thing counted must follow. */
const OPEN_LEFT =
  /(?:的|为|于|向|对|把|将|使|让|给|每个?|各|着|全国|全市|全省|全县|全区|第[一二三]批|(?:全部|基本|已)[一-龥]{2,4})$/;
const VERB_END =
  /(?:新引进|引进|新增|新建|建成|培育|实施|完成|建设|打造|创建|安排|投入|争取|发放|新招引|招引|签约|累计|吸引|带动|谋划|派驻|包联|拆除|改造|新认定|认定|获批|荣获|获|有|达成|组建|设立|整治|办理|推动|推进|开展|举办|召开|储备|落实|投资|建立|形成|惠及|覆盖|服务|安置|解决|减少|增加|新设|开工|收到|纳入|确定|评为|公布|命名|发挥|加快)(?:了|约|近|超|超过|至少|共)?$/;
const LEVEL_ONLY = /^(?:国家|自治区|省|市|县|区|乡|镇|村|校)级(?:以上)?$/;
const FROM = /^(?:由|从)/;
/** 新增10家，累计达39家: the second is all there are. */
const TOTAL = /累计|总数|总量|共有/;
const SCALE = /亿?元$|%$/;

/** 排名分别升至世界第二、第三: words that only say in what the things named before are ranked. */
const RANKING = /^(?:世界|全国|全省|全市)?(?:排名|位次|名次)$/;

const LONGEST_LISTED = 18;

/** Names listed in the clause before 分别; a long clause is a sentence of its own. */
function fromLead(lead: string, count: number): readonly string[] | null {
  const names = /等/.test(lead) ? null : distribute(lead, count);
  return names?.every((name) => name.length <= LONGEST_LISTED) ? names : null;
}

/** Names of numbers in a row: those listed before them, or those of the clauses before (分别是2006年的2倍、1.8倍). */
export function nameRun(
  left: string,
  count: number,
  memory: Memory,
  since: number,
  lead: () => string,
): readonly string[] | null {
  const head = trimWords(headOf(left));
  const listed = distribute(left, count) ?? (head === '' ? fromLead(lead(), count) : null);
  if (listed && !RANKING.test(head)) {
    remember(memory, listed, false, since);
    memory.topic = listed.at(-1) ?? '';
    memory.recent = [...listed];
    return listed;
  }
  const follows = (RANKING.test(head) || readSubject(head).noun === '') && memory.recent.length >= count;
  return follows ? memory.recent.slice(-count) : null;
}

/** The name, or names (各1家), of one number; what it took of the words after it. */
export function nameOne(site: Site, memory: Memory, fallback: () => string): Naming {
  const { left, token, since } = site;
  const listed = /^[、和与及]/.test(left);
  const each = /各$/.test(left) && token.unitClass === 'count' ? splitEach(left) : null;
  if (each) {
    remember(memory, each, listed, since);
    return { names: each, taken: 0 };
  }
  const subject = readSubject(left);
  const { verb, noun } = placeless(subject, token);
  const funding = MONEY.test(token.unit) ? fundingOf(site, noun, memory.topic !== '') : null;
  if (funding) {
    remember(memory, [funding.name], listed, since);
    return { names: [funding.name], taken: funding.taken };
  }
  const object = objectOf(site, noun === '');
  if (noun === '' && FROM.test(left)) return { names: [startOf(memory, fallback())], taken: 0 };
  if (noun === '' && object.noun === '')
    return {
      names: [
        followOn(
          TOTAL.test(left) && !OWN_TOTAL.test(verb) ? '累计' : verb || object.fate,
          memory,
          fallback() || subject.noun,
        ),
      ],
      taken: 0,
    };
  const plain =
    verb === '' &&
    listed &&
    object.fate === '' &&
    !RATE.test(noun) &&
    !ATTRIBUTES.test(noun) &&
    (noun === '' || trimStart(left).startsWith(noun.slice(0, 2)));
  const shared = plain || (verb === '' && sharesVerb(memory, noun, left)) ? memory.verb : verb;
  const found =
    noun === ''
      ? { name: shared + (listed ? object.fate : '') + object.noun, taken: object.length }
      : label(shared, noun, object, site, memory, fallback);
  remember(memory, [found.name], listed, since);
  return { names: [found.name], taken: found.taken };
}

const MONEY = /元$/;
/** Rates are not newly built: 新增绿化面积…、森林覆盖率35%. */
const RATE = /(?:率|占比|比重|比例|水平)$/;

/** Money named by its kind, which stands after it, or by what it is for. */
function fundingOf({ left, right, text, token }: Site, noun: string, followsOn: boolean): Named | null {
  if (/^的/.test(right)) return null;
  if (isGiven(left, right)) {
    const fund = fundIn(right);
    const { verb, noun: giver } = splitVerb(trimWords(left));
    return { name: (giver.length <= 8 ? verb + giver : verb) + fund, taken: fund.length };
  }
  const name = fundingName(noun, left, text, token.tail, followsOn);
  return name === null ? null : { name, taken: 0 };
}

/** 每吨钢的综合能耗，由…降低到…: a clause that begins with 由 speaks of the clause before it. */
function startOf(memory: Memory, fallback: string): string {
  const before = readSubject(fallback);
  if (before.noun === '') return memory.current;
  memory.current = before.verb + before.noun;
  memory.topic = before.noun;
  return memory.current;
}

/** A place alone names nothing that is counted or ranked: 川汇区11次 follows on from what was said before. */
function placeless(subject: Subject, { unitClass }: NumberToken): Subject {
  const counted = unitClass === 'count' || unitClass === 'rank';
  return counted && subject.noun !== '' && placeOf(subject.noun) === subject.noun
    ? { ...subject, noun: '' }
    : subject;
}

const NOTHING: Counted = { noun: '', length: 0, fate: '' };

function objectOf({ token, right, last }: Site, unnamed: boolean): Counted {
  if (token.unitClass === 'rank') return NOTHING;
  const needsDe = token.unit === '%' || token.unit === '倍' || token.unit.includes('百分点');
  const whole = readObject(right, needsDe, last);
  const object = token.unitClass === 'measure' ? firstItem(whole) : whole;
  return unnamed || token.unitClass === 'count' || !SCALE.test(token.unit) || /^的/.test(right)
    ? object
    : NOTHING;
}

/** Of a list of projects only the first is of this size (2×100万千瓦燃煤机组、周口钢铁…等项目). */
function firstItem(object: Counted): Counted {
  const mark = object.noun.search(/、(?![^(]*\))/);
  return mark > 1 && !object.noun.startsWith('“')
    ? { fate: '', noun: object.noun.slice(0, mark), length: object.length - (object.noun.length - mark) }
    : object;
}

interface Named {
  readonly name: string;
  readonly taken: number;
}

/** The name where words stand before the number, and perhaps the thing counted after it. */
function label(
  verb: string,
  noun: string,
  object: Counted,
  site: Site,
  memory: Memory,
  fallback: () => string,
): Named {
  const { left, right, token } = site;
  if (object.noun && (token.unitClass === 'count' || !SCALE.test(token.unit))) {
    const open = VERB_END.exec(left)?.[0].replace(/(?:了|约|近|超过?|至少|共)$/, '');
    const name =
      open && noun.endsWith(open) && noun.length > open.length
        ? splitVerb(open).verb
        : context(verb, noun, left);
    return { name: name + object.noun, taken: object.length };
  }
  const aspect = /^的/.test(right) && object.noun ? ASPECT.exec(noun)?.[1] : undefined;
  if (aspect !== undefined) return { name: object.noun + aspect, taken: object.length };
  if (object.noun && /的$/.test(left)) return { name: object.noun, taken: object.length };
  if (LEVEL_ONLY.test(noun) && memory.current)
    return { name: verb + noun + levelless(memory.current), taken: 0 };
  if (!ATTRIBUTES.test(noun)) return { name: verb + noun, taken: 0 };
  if (/^的/.test(right) && object.noun) return { name: object.noun + noun, taken: object.length };
  if (memory.topic === '') memory.topic = titleIn(fallback());
  const owned = memory.topic !== '' && !noun.includes(memory.topic) && (verb === '' || verb === '累计');
  return { name: owned ? ownerOf(memory.topic, noun) + noun : verb + noun, taken: 0 };
}

/** 河北汇源项目 for 当年完成投资 after 河北汇源项目总投资: what was named, without an aspect of the same kind. */
function ownerOf(topic: string, aspect: string): string {
  const owner = bare(topic);
  return owner.endsWith(aspect) ? owner.slice(0, -aspect.length).replace(/总$/, '') : owner;
}

/** 盯紧总投资38.8亿元的…项目: an aspect of what follows, after a verb the dictionary does not know. */
const ASPECT = /^[一-龥]{1,4}?(总投资|计划投资|总长|总里程|总面积|占地|建筑面积|年产值|总规模)$/;

/** 产业被评为省级特色产业集群，总数达到6家: what the clause before says something became. */
const titleIn = (lead: string): string =>
  /(?:评为|认定为|命名为|列为|入选|获批)([^,。;、]{3,16})$/.exec(lead)?.[1] ?? '';

/** What stays of the words before a counted thing: little where they only lead to it. */
function context(verb: string, noun: string, left: string): string {
  if (OPEN_LEFT.test(left) && !/的$/.test(left)) return '';
  if (noun.length <= 14) return verb + noun;
  const item = noun.slice(noun.lastIndexOf('、') + 1);
  return item.length <= 14 ? verb + item : '';
}

/** 省级标准化学校 -> 标准化学校, for 市级12所 after it. */
const levelless = (name: string): string =>
  bare(name).replace(/^(?:国家|自治区|省|市|县|区|乡|镇|村|校)级(?:以上)?/, '');

function splitEach(left: string): readonly string[] | null {
  const { verb, noun } = splitVerb(trimWords(left.replace(/各$/, '')));
  const parts = noun.split(/[、和与及]/).filter((part) => part.length > 1);
  return parts.length > 1 ? parts.map((part) => verb + part) : null;
}
