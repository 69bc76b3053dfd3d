import type { NumberToken } from '../number/token';
import { placeOf } from '../place/place';
import { HOLDS, setsAt, signatureOf } from '../signature';
import { aspectList } from './aspects';
import { cleanWords } from './clean';
import { beforeComparison, comparisonOf } from './comparison';
import { distributeEach } from './distribute';
import { fundIn, fundingName, isGiven } from './funding';
import { labelled } from './label';
import {
  bare,
  followOn,
  isAmong,
  isAspect,
  isStock,
  nameByUnit,
  OWN_TOTAL,
  OWN_VERB,
  partOf,
  RELATIVE,
  remember,
  sharesVerb,
  type Memory,
} from './memory';
import { awardAfter, betteredIn, cutPredicate, firstItem, readObject, type Counted } from './object';
import { NAMES } from './lexicon';
import { placedIn } from './ranked';
import { rankOf, rateHeld } from './rate-rank';
import type { Site } from './site';
import { readSubject, splitVerb, trimStart, trimWords, type Subject } from './subject';
import { TOTAL, totalOf } from './total';

export interface Naming {
  readonly names: readonly string[];
  /** Characters of `right` that the name took up. */
  readonly taken: number;
  /** True where the number has no words of its own. */
  readonly follows?: boolean;
}

const FROM = /^(?:由|从)/;
const SCALE = /亿?元$|%$/;

/** The name, or names (各1家, 均增长7%), of one number; what it took of the words after it. */
export function nameOne(site: Site, memory: Memory, fallback: () => string): Naming {
  const left = cleanWords(site.left);
  const listed = (setsAt(left, 0) & HOLDS.join) !== 0;
  const each = eachOf(left, site, memory);
  if (each) {
    remember(memory, each, listed, site.since);
    memory.recent.splice(0, Infinity, ...each);
    return { names: each, taken: 0 };
  }
  const comparison = comparisonOf(site.left, site.token.unit);
  if (comparison !== '') return compared(comparison, site.left, memory, fallback);
  const held = rateHeld(left, site.token, memory);
  if (held !== null) memory.current = held;
  const rate = held ?? rankOf(left, site.token, memory);
  if (rate !== null) return { names: [rate], taken: 0, follows: true };
  const own = placedIn(left, site.token);
  return nameSingle(own === site.left ? site : { ...site, left: own }, listed, memory, fallback);
}

const BOTH =
  /(?:均|都|皆|双双)(?:分别)?(?:[已仅也]|实现|保持|稳定|达到?|超过?|突破|高于|低于|不低于|翻了?|增长|增加|提高|提升|下降|减少|上升|增至|升至|降至|在|为|居|稳居|位居|列|排名?|位列|跻身|进入|控制在|前移|扩大|全[国省市县区]|以上|了|约|近|至|到)*$/;
const NOT_BOTH = /(?:人|户|年|月|日|地|亩|平|县|村|镇|户|车|床|班|生)均[^均]*$/;

/** The several things one number is stated of, each by its name; null where it is of one. */
function eachOf(left: string, { token }: Site, memory: Memory): readonly string[] | null {
  if (left.endsWith('各')) return token.unitClass === 'count' ? splitEach(left, memory) : null;
  if (!(signatureOf(left) & HOLDS.both)) return null;
  const head = BOTH.test(left) && !NOT_BOTH.test(left) ? left.replace(BOTH, '') : null;
  if (head === null) return null;
  const aspects = aspectList(head, memory);
  if (aspects) return aspects;
  if (trimWords(head) === '') return memory.clause.length > 1 ? memory.clause : null;
  return distributeEach(head);
}

/** 增速高于全省: what is compared is the rate. */
const TOLD_RATE = /(增速|增幅|增长速度)[^一-龥]*$/;

/** A distance from another figure: named by what is compared and what with. */
function compared(comparison: string, left: string, memory: Memory, fallback: () => string): Naming {
  const before = beforeComparison(left);
  const { verb, noun } = readSubject(before);
  const own = verb + noun;
  const grew =
    own === '' && memory.last?.measure === 'growth' && !/百分点[^,。;]*$/.test(before) ? '增速' : '';
  const rate = TOLD_RATE.exec(before)?.[1] ?? grew;
  const named = own === '' ? followOn('', memory, fallback()) : own;
  const base = named === '' || NAMES['rate-name'].test(named) ? named : named + rate;
  if (own !== '') memory.current = base;
  return { names: [base === '' ? comparison : base + comparison], taken: 0, follows: own === '' };
}

function nameSingle(site: Site, listed: boolean, memory: Memory, fallback: () => string): Naming {
  const { left, token, since } = site;
  const { verb, noun } = placeless(entered(readSubject(left), token), token, memory);
  const done = token.unit === '%' && memory.current !== '' ? PLAN_DONE.exec(left)?.[1] : undefined;
  if (done !== undefined) return { names: [`${memory.current}完成${done}`], taken: 0, follows: true };
  const funding = token.unit.endsWith('元') ? fundingOf(site, noun, memory.topic !== '') : null;
  if (funding) {
    remember(memory, [funding.name], listed, since);
    return { names: [funding.name], taken: funding.taken };
  }
  const object = awardAfter(site, betteredIn(left, objectOf(site, { noun, verb })), verb + noun);
  if (noun === '' && FROM.test(left)) return { names: [startOf(memory, fallback())], taken: 0 };
  if (noun === '' && object.noun === '') return following(site, verb || object.fate, memory, fallback);
  const several = object.noun === '' ? severalIn(left) : '';
  if (several !== '') {
    remember(memory, [several], listed, since);
    return { names: [several], taken: 0 };
  }
  const plain =
    verb === '' &&
    !OWN_VERB.test(noun) &&
    listed &&
    !(isStock(left) && /^(?:新增|净增)/.test(memory.verb)) &&
    object.fate === '' &&
    !RATE.test(noun) &&
    !isAspect(noun) &&
    (noun === '' || trimStart(left).startsWith(noun.slice(0, 2)));
  const shared = plain || (verb === '' && sharesVerb(memory, noun, site)) ? memory.verb : verb;
  const found =
    noun === ''
      ? { name: joined(shared, joined(listed ? object.fate : '', object.noun)), taken: object.length }
      : labelled({ verb: shared, noun, object }, site, memory, fallback);
  const { topic } = memory;
  const name = isAmong(left) ? partOf(memory, found.name) : found.name;
  remember(memory, [name], listed, since);
  // 重点项目62个，其中14个列入省级，完成投资…: the aside owns no aspect.
  if (isAmong(left) && token.unitClass === 'count' && topic !== '') memory.topic = topic;
  return { names: [name], taken: found.taken };
}

/** The name of a number without words of its own. */
function following({ left, token }: Site, verb: string, memory: Memory, fallback: () => string): Naming {
  const total = verb === '' ? totalOf(left, token, memory) : null;
  if (total !== null) {
    memory.current = total;
    return { names: [total], taken: 0, follows: true };
  }
  memory.current = nameByUnit(memory, left, token);
  const isTotal = TOTAL.test(left) && !OWN_TOTAL.test(verb) && !RELATIVE.test(token.unit);
  const own = isTotal ? '累计' : verb === '累计' && RELATIVE.test(token.unit) ? '' : verb;
  const reached = own === '惠及' ? reachedBy(token.unit, memory) : '';
  const spent = own === '' && token.unit.endsWith('元') ? spentOn(left, memory.current) : '';
  const isRank = token.unitClass === 'rank' || token.unit === '位';
  const name = reached || followOn(own, memory, isRank ? doerIn(fallback()) : fallback()) + spent;
  return { names: [name || rankIn(left, token)], taken: 0, follows: true };
}

/** 产权制度改革完成年度任务，位列全省第一: what is ranked is the subject of the clause before. */
const doerIn = (lead: string): string => cutPredicate(trimStart(lead)).noun;

/** 发放社会救助资金118.7亿元、惠及310万人: people are reached by what was named. */
function reachedBy(unit: string, { current }: Memory): string {
  const whom = /(人次?|户)$/.exec(unit)?.[1];
  const by = bare(current);
  if (whom === undefined || current === '' || by.includes('惠及')) return '';
  return `${by}惠及${whom === '人次' ? whom : `${whom}数`}`;
}

/** 温暖工程年度任务全面完成，投入近200亿元: money spent on what was named. */
function spentOn(left: string, current: string): string {
  const spent = SPENDS.exec(left)?.[1] ?? '';
  return current === '' || MONEY.test(current) ? '' : spent;
}
const SPENDS = /(投入|投资)(?:资金)?(?:了|约|近|超|超过|达|达到|共|累计)*$/;
const MONEY = /投资|投入|资金|支出|经费|收入|财政|额|产值|利润|税|款|费|补贴|补助/;

/** 跻身全省20强 of a place that is named by itself: its rank there. */
const SCOPE = /(?:全国|全省|全市|全区|世界|全球|[东中西]部)[一-龥]{0,8}$/;

const rankIn = (left: string, { unitClass, unit }: NumberToken): string =>
  (unitClass === 'rank' || unit === '位') && SCOPE.test(left)
    ? `${(SCOPE.exec(left)?.[0] ?? '').replace(/(?:排名|位居|居|列|排)$/, '')}排名`
    : '';

/** A verb that the thing counted already has is said once. */
const joined = (verb: string, thing: string): string => (thing.startsWith(verb) ? thing : verb + thing);

/** 改造老旧小区、危房、抗震农房等3.5万户: the number is of the whole list, of which the first is named. */
function severalIn(left: string): string {
  const first = SEVERAL.exec(left)?.[1];
  if (first === undefined) return '';
  const { verb, noun } = readSubject(first);
  return noun.length < 2 || noun.length > 16 ? '' : `${verb}${noun}等`;
}
const SEVERAL = /^[、,]?([^、]{4,24}?)(?:、[^、]{2,20}){2,}等(?:近|约|超过?|共|累计)*$/;

/** Rates are not newly built: 新增绿化面积…、森林覆盖率35%. */
const RATE = /(?:率|占比|比重|比例|水平)$/;
/** 完成调整预算的97.2%: how far the plan was done is an aside, and what follows goes on about the thing itself. */
const PLAN_DONE =
  /^[、,]?(?:为|占|完成)了?((?:年度|年初|调整|全年|上年)?(?:预算|计划|任务|目标)(?:数|任务)?)的?$/;

interface Named {
  readonly name: string;
  readonly taken: number;
}

/** Money named by its kind, which stands after it, or by what it is for. */
function fundingOf({ left, right, text, token }: Site, noun: string, followsOn: boolean): Named | null {
  if (/^的/.test(right)) return null;
  if (isGiven(left, right)) {
    const fund = fundIn(right);
    const { verb, noun: giver } = splitVerb(trimWords(left.replace(/拿出$/, '')));
    return { name: (giver.length <= 8 ? verb + giver : verb) + fund, taken: fund.length };
  }
  const name = fundingName({ noun, left, rest: text.slice(token.tail) }, followsOn);
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

/** 进入全国百强: where a rank is entered is no thing that was ranked. */
const ENTERS = /^(?:进入|跻身|位列|入围|上榜|荣登|登上|晋级|名列)(?=全|世界|我|中国|[东中西]部)/;

const entered = (subject: Subject, { unitClass }: NumberToken): Subject =>
  unitClass === 'rank' && ENTERS.test(subject.verb + subject.noun) ? { verb: '', noun: '' } : subject;

/** A place alone names nothing that is counted or ranked: 川汇区11次 follows on from what was said before. */
function placeless(subject: Subject, { unit, unitClass }: NumberToken, memory: Memory): Subject {
  const { noun } = subject;
  if (noun === '' || placeOf(noun) !== noun) return subject;
  if (unitClass === 'count' || unitClass === 'rank') return { ...subject, noun: '' };
  if (!RELATIVE.test(unit)) return subject;
  // 青麓区生产总值增长7.2%，临渚区增长6.8%: the second is of what the first is of.
  const first = placeOf(memory.current) ?? '';
  const rest = memory.current.startsWith(first) ? memory.current.slice(first.length) : memory.current;
  if (rest.length < 2) return subject;
  memory.current = rest;
  return { ...subject, noun: '' };
}

/** 85%以上农户参与…: what stands after the share is what it is a share of, and does or has something. */
const OWNERS =
  /^的?(?!用于|[在可进为由投来属符通能都集是已均被要将得达实完开])[一-龥]{2,12}?(?:参与|实现|达到|完成|建立|享受|建成|拥有|通过|纳入|接受|通上|用上)/;
const NOTHING: Counted = { noun: '', length: 0, fate: '' };
/** 覆盖96%以上自然村: a share of what stands after it. */
const REACHED_SHARE = /(?:覆盖|惠及|带动|占|服务)(?:了|近|约|超过?)*$/;

function objectOf({ token, left, right, last, text }: Site, { verb, noun }: Subject): Counted {
  const unnamed = noun === '';
  if (token.unitClass === 'rank' || token.unit === '番') return NOTHING;
  const share = token.unit === '%' || token.unit === '成';
  const taken =
    unnamed ||
    token.unitClass === 'count' ||
    !SCALE.test(token.unit) ||
    right.startsWith('的') ||
    /(?:下达|安排|拨付|投放|发行|筹集)的$/.test(left);
  if (!taken) return NOTHING;
  const needsDe =
    (share &&
      !(
        unnamed &&
        (token.unit === '成' || REACHED_SHARE.test(left) || (left === '' && OWNERS.test(right)))
      )) ||
    token.unit === '倍' ||
    token.unit.includes('百分点');
  const whole = readObject(right, needsDe, {
    open: last,
    said:
      share && unnamed
        ? 'all'
        : unnamed && (verb === '' || verb === '新增') && token.unitClass === 'count'
          ? 'state'
          : 'none',
  });
  return token.unitClass === 'measure'
    ? firstItem(whole, /^的[^,。;]*/.exec(text.slice(token.tail))?.[0] ?? '')
    : whole;
}

function splitEach(left: string, memory: Memory): readonly string[] | null {
  const { verb: own, noun } = splitVerb(trimWords(left.replace(/各$/, '')));
  const verb = own === '' && left.startsWith('、') ? memory.verb : own;
  const parts = noun.split(/[、和与及]/).filter((part) => part.length > 1);
  return parts.length > 1 ? parts.map((part) => verb + part) : null;
}
