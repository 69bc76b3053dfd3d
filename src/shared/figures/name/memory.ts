import type { Measure } from '../../report';
import type { NumberToken } from '../number/token';
import type { Site } from './site';
import { NAMES } from './lexicon';
import { shorten, splitVerb, trimWords } from './subject';

/** What a sentence has spoken of so far, clause by clause. */
export interface Memory {
  /** The noun that attributes (总投资, 占比) belong to. */
  topic: string;
  /** What an aspect of that topic belongs to. */
  owned: { readonly topic: string; readonly owner: string };
  /** The name that follow-on numbers (增长27.5%) take. */
  current: string;
  /** The verb that items of one list share (新认定…2家、…1家). */
  verb: string;
  /** Names of the last numbers, for 分别 in a clause of its own. */
  readonly recent: string[];
  /** Names of the clause before, for 均 in a clause of its own. */
  clause: readonly string[];
  /** The last number said to grow, by its name: 增长7%以上、力争达到8% goes on about growth. */
  grown: string;
  /** Where the clause that named `current` begins. */
  since: number;
  /** What the clause before leaves out of the figures after it (扣除房地产因素). */
  qualifier: string;
  /** The last number with its name. */
  last: { readonly name: string; readonly unit: string; readonly measure: Measure } | null;
  /** The last name that had each unit: 比上年增加9天 after a rate goes on about what had days. */
  readonly byUnit: Map<string, string>;
  /** Names whose amount was told. */
  readonly leveled: Set<string>;
}

export const emptyMemory = (): Memory => ({
  topic: '',
  owned: { topic: '', owner: '' },
  current: '',
  verb: '',
  recent: [],
  clause: [],
  grown: '',
  since: 0,
  qualifier: '',
  last: null,
  byUnit: new Map(),
  leveled: new Set(),
});

/** Lets a sentence turn to a subject named without a number. */
export function turnTo(memory: Memory, subject: string, since: number): void {
  if (subject === '') return;
  memory.topic = subject;
  memory.current = subject;
  memory.verb = '';
  memory.grown = '';
  memory.last = null;
  memory.since = since;
  memory.byUnit.clear();
}

/** The name with what its clause leaves out: 固定资产投资(扣除房地产因素). */
export const qualify = (name: string, { qualifier }: Memory): string =>
  qualifier === '' || name === '' || name.includes(qualifier) ? name : `${name}(${qualifier})`;

/** Units of a share, a growth or a rank. */
export const RELATIVE = /%|‰|百分点|千分点|倍|番|成|位|^$/;
const scaleless = (unit: string): string => unit.replace(/^[十百千万亿]+(?=.)/, '');

/** Remembers the number just named. */
export function noteNumber(memory: Memory, name: string, { unit }: NumberToken, measure: Measure): void {
  memory.last = { name, unit, measure };
  if (measure === 'level') memory.leveled.add(name);
  if (!RELATIVE.test(unit)) memory.byUnit.set(scaleless(unit), name);
}

/** A rise or a fall; a level that is reached (增长8%，达到8.1亿元) is of the thing just named. */
const CHANGES = /(?:增加|减少|净增|新增|增长|提高|下降|缩短|压减|多|少|增|减)(?:了|约|近|超过?)*$/;

/** The name that a change of this unit takes: the last one of the same unit where the current one has another. */
export function nameByUnit(memory: Memory, left: string, { unit }: NumberToken): string {
  if (RELATIVE.test(unit) || memory.last === null || !CHANGES.test(left)) return memory.current;
  const same = memory.byUnit.get(scaleless(unit));
  return same === undefined || scaleless(memory.last.unit) === scaleless(unit) ? memory.current : same;
}

/** A name without the verbs at its head. */
export const bare = (name: string): string =>
  (splitVerb(name).noun || name).replace(
    /(?<=.{3})(?:已|全部)?(?:新增|净增|新?开工(?:建设)?|基本建成|建成|竣工|(?<!建设)(?<!培育)投产)$/,
    '',
  );

/** Gives what an aspect belongs to: 油茶 of 油茶种植面积, 国企 of 国企资产总额. */
export const ownerOf = (topic: string): string => {
  const owner = bare(topic);
  const cut = owner.replace(NAMES['aspect-tail'], '');
  return cut.length >= 2 ? cut : owner;
};

/** The owner of the topic, worked out once for each. */
function ownerIn(memory: Memory): string {
  if (memory.owned.topic !== memory.topic)
    memory.owned = { topic: memory.topic, owner: ownerOf(memory.topic) };
  return memory.owned.owner;
}

/** Verbs that hold for every item of a list; 新开工 holds for its own item only. */
const LISTING =
  /^(?:新组建|组建|新修复|修复|新备案|废止|新入统|新入规|新开工改造|开工改造|新开工建设|新增|新建|改建|扩建|改扩建|新改扩建|新改建|新建改扩建|建成|新建成|培育|新培育|培养|引进培养|培养引进|培育引进|认定|新认定|创建|创成|新创建|新创成|打造|改造|新引进|引进|新修|安装|获评|获批|入选|累计|办理|制定|修订|排查|救助|发放|开通|新开通|增加|增设|拆除|派驻|遴选|筹建|建设|整治|治理|发展|种植|争创|申报|铺设|敷设|架设|改造提升|提升改造|升级改造|提档升级|提质升级|购置|清淤|疏浚|硬化|营造|引育|新引育|维修|加固|新设立|新设|设立|关闭|关停|取缔|淘汰|查处|破获|新登记|新登记注册|注册|招聘|培训|选派|修建|更换|疏通|清理|整修|修复|化解|压减|削减|出台|举办|资助|安置)+$/;

const MOST_RECENT = 6;

/** Remembers names just given, so that later numbers can follow on; attributes leave the topic as it is. */
export function remember(memory: Memory, names: readonly string[], listed: boolean, since: number): void {
  const last = names.at(-1) ?? '';
  // The owner is a part of the topic: where the first character is not in it, nothing need be worked out.
  const isAttribute =
    last !== memory.topic && memory.topic.includes(last.charAt(0)) && last.startsWith(ownerIn(memory));
  if (!isAttribute) memory.topic = last;
  memory.current = last;
  const { verb } = splitVerb(last);
  if (verb !== '') memory.verb = LISTING.test(verb) ? verb : '';
  else if (!listed) memory.verb = '';
  memory.recent.push(...names);
  if (memory.recent.length > MOST_RECENT) memory.recent.splice(0, memory.recent.length - MOST_RECENT);
  memory.since = since;
}

/** Kinds of which new ones are told and all there are: listed after one another they share a verb. */
const KINDS =
  /(?:企业|主体|平台|人才|单位|合作社|中心|机构|实验室|品牌|车间|工厂|学校|基地|园区|园|就业|人员)$/;
/** 新增企业6400家、从业人员达到43.8万人: what is reached is all there is. */
export const isStock = (left: string): boolean => STOCK.test(left);
const STOCK = /累计|总数|总量|达到|达(?=[约近超]?$)|共有|现有|保有/;

/** 新增技能人才32.2万人，高技能人才9.5万人: after a comma only a thing of the same kind shares the verb. */
export function sharesVerb(
  memory: Memory,
  noun: string,
  { left, token }: Pick<Site, 'left' | 'token'>,
): boolean {
  if (memory.verb === '' || OWN_VERB.test(noun)) return false;
  if (isAmong(left))
    return (
      noun.length >= 2 && scaleless(memory.last?.unit ?? '') === scaleless(token.unit) && !STOCK.test(left)
    );
  return (
    noun.length >= 4 &&
    (memory.current.endsWith(noun.slice(-4)) ||
      (KINDS.test(noun) && KINDS.test(memory.current) && !STOCK.test(left)))
  );
}

/** 其中企业1.2万户: a part of what was newly registered was so too. */
const AMONG = /^[、,(]?其中/;
export const isAmong = (left: string): boolean => AMONG.test(left);
/** 再就业 says itself how it came about. */
export const OWN_VERB = /^(?:再就业|转移就业|返乡创业|脱贫|在建|续建|就业困难)|再就业$/;

/** 累计救助916人次: what was done is told, and is the name where nothing was named before. */
export const OWN_TOTAL = /^累计.{2}/;
const NOTHING = { verb: '', noun: '' };
/** 打赢禁捕硬仗，查处46起: a call to action is no thing that was counted. */
const SLOGAN =
  /(?:打好|打赢|打响|办好|做好|抓好|守好|用好|建好|筑牢|织密|严打|严厉打击|狠抓|紧盯|聚焦|坚持|深化|强化|创新|健全|完善|构建|扎实|深入|持续|全面|加强|加大)/;
const TOTAL_HEAD = /(?<=.{2})(?:总量|总数|总户数|总人数|数量)$/;

/** A number without words of its own takes the name before it, under its own verb (建成交付3.69万套). */
export function followOn(verb: string, memory: Memory, fallback: string): string {
  if (LISTING.test(verb)) memory.verb = verb;
  if (memory.current) return verb ? verb + bare(memory.current).replace(TOTAL_HEAD, '') : memory.current;
  const alone = OWN_TOTAL.test(verb) || (verb !== '' && SLOGAN.test(fallback));
  const { verb: kept, noun } = alone ? NOTHING : shorten(trimWords(fallback));
  memory.current = (verb || kept) + noun;
  memory.topic = noun;
  return memory.current;
}

/** Tells whether a noun is only an aspect of what was named before. */
export const isAspect = (noun: string): boolean => NAMES.attribute.test(noun);

/** 其中农村 of 新建充电桩: where, and not what. */
const SOMEWHERE = /^(?:农村|城镇|城市|城区|县城|乡村|省内|省外|市外|境外)$/;

/** Names a part told after 其中: 企业 of 经营主体: a general word says of what it is a part. */
export function partOf({ current }: Memory, name: string): string {
  const whole = bare(current);
  if (SOMEWHERE.test(bare(name)) && whole.length >= 2) return splitVerb(current).verb + bare(name) + whole;
  return NAMES['generic-noun'].test(name) && whole.length >= 2 && !name.includes(whole)
    ? `${whole}中的${name}`
    : name;
}
