import { HOLDS, setsAt, signatureOf } from '../signature';
import { DEFINING_VERBS, ENDINGS, LIGHT_VERBS, OPENINGS } from './lexicon';
import { opensWord, splitsWord } from './words';

/** What the words before a number say, once time, place and reaching words are cut away. */
export interface Subject {
  /** Verbs at the head, defining ones only (新增, 建成交付). */
  readonly verb: string;
  /** The noun left; empty where the number follows on from what was said before. */
  readonly noun: string;
}

/** Cuts words that open a clause and words that only lead to the number. */
export function trimWords(text: string): string {
  return trimEnd(trimStart(text));
}

const REACH_OF_BEFORE = 5;

/** Tells whether a text may begin with an opening; 主汛期前 is told by its last character. */
const mayOpen = (text: string): boolean => {
  if (setsAt(text, 0) & HOLDS.opening) return true;
  const before = text.indexOf('前', 1);
  return before > 0 && before < REACH_OF_BEFORE;
};

export function trimStart(text: string): string {
  if (!mayOpen(text)) return text;
  const length = OPENING.exec(text)?.[0].length ?? 0;
  return splitsWord(text, length) ? trimWhole(text) : text.slice(length);
}

const ONE_OPENING = OPENINGS.map(({ pattern }) => pattern.source.slice(1)).join('|');
/** All openings, as often as they follow on each other. */
const OPENING = new RegExp(`^(?:${ONE_OPENING})+`);
const NEXT_OPENING = new RegExp(`^(?:${ONE_OPENING})`);

/** Cuts openings one by one, as far as none ends within a word (对 of 对上争取). */
function trimWhole(text: string): string {
  let rest = text;
  for (let length = 1; length > 0;) {
    length = NEXT_OPENING.exec(rest)?.[0].length ?? 0;
    if (opensWord(rest, length)) break;
    rest = rest.slice(length);
  }
  return rest;
}

function trimEnd(text: string): string {
  let end = text.length;
  // Most nouns end in the last character of no ending and are done at once.
  while (setsAt(text, end - 1) & HOLDS.ending) {
    const tail = tailOf(text, end);
    const ending = isProtected(tail) ? null : ENDING.exec(tail);
    if (!ending || ending[0] === '' || splitsWord(text, end - ending[0].length)) break;
    end -= ending[0].length;
  }
  return text.slice(0, end);
}

/** No ending is longer, with what may not stand before it; none without a time, a comparison or a mark is longer than the second. */
const [TAIL, SHORT_TAIL] = [28, 12];

function tailOf(text: string, end: number): string {
  const far = Math.max(0, end - TAIL);
  const reaches = signatureOf(text, far, end) & HOLDS.farEnding;
  return text.slice(reaches ? far : Math.max(0, end - SHORT_TAIL), end);
}

const ENDING = new RegExp(ENDINGS.map(({ pattern }) => pattern.source).join('|'));

/** Nouns that end like a verb and would be cut to pieces. */
const isProtected = (text: string): boolean =>
  /(?:转移就业|返乡创业|规模以上|增加值|进出口|出口|进口|存量|涨幅|降幅|(?<![到至])人均|投产率|企业上云|贷款新增|水土保持|创业)$/.test(
    text,
  );

/** A verb; true for one that belongs to the name. */
type Verb = readonly [string, boolean];

/** Verbs by the code of their first character, longest first. */
const VERBS = new Map<number, readonly Verb[]>();
for (const [list, defining] of [
  [DEFINING_VERBS, true],
  [LIGHT_VERBS, false],
] as const) {
  for (const word of list) {
    const known = VERBS.get(word.charCodeAt(0)) ?? [];
    VERBS.set(
      word.charCodeAt(0),
      [...known, [word, defining] as const].sort(([a], [b]) => b.length - a.length),
    );
  }
}

/** The longest verb that a text begins with. */
function verbAt(text: string): Verb | undefined {
  const known = setsAt(text, 0) & HOLDS.verb ? VERBS.get(text.charCodeAt(0)) : undefined;
  if (known === undefined) return undefined;
  for (const verb of known) if (text.startsWith(verb[0])) return verb;
  return undefined;
}

/** Words that begin like a verb but are the head of a noun. */
const NOUN_HEAD =
  /^(?:[一-龥]{2}率$|增加值|按时|按期|及时|及格|再就业|再贷款|再制造|建成区|建设用地|完成率|改造率|覆盖率|开放型|服务业|服务贸易|储备粮|培训机构|有效|有色|有机|在校|在建|在岗|治理率|绿化率|绿化覆盖|建设投资|建设项目资金|落实率|共同|计算机|计生|向阳|以旧换新|对外|对接|对[^,。;、]{2,10}(?:贡献率|拉动率)|和美|及格|稳定就业率|办理时|获得感|减税|转移支付|转移就业|服务消费|注册资本|注册资金|注册商标|投入强度|投入产出|征收率|办结率|办理率|受理率|处置率|覆盖面|安置房|安置点|登记失业|保持率|提升率|支持率|将军|让利|给排水|给水|使用|治理面积|与会|服务收入|绿化面积|硬化率|提升工程|接待游客|救助金|救助资金|争取额度|安置补偿|移民|为民|种植面积|种植业|搬迁安置|营造林|获奖|有线|有轨|再生|可再生|从业|在营|在册|在园|在训|在产|在谈|在库|有进出口|有研发|有实绩|对口|对俄|对欧|按揭|以工代赈|共享|共建|高标准农田|计划|集中供|集中式|集中养|同步增|预算内|预算外|预算收|预算支|提升改造|服务贸|服务业|服务机|服务站|服务中|服务网|服务点|覆盖人|投放车|建设规模|建设里程|建设面积|建设工地|统筹资金|获奖|成功率|减少率|减少值|落实到位|增加额|增加量|登记注册|保持率|申报纳税|组织收入|转移收入|发放率|发放贷款余额|注册会员|认定率|举办地|接待人次|接待量|接待国|开放度|支持力度)/;

/** 建好, 抓好. */
const WELL = /^好(?=$|[一-龥]{2})(?![人评转莱])/;

/** Splits a trimmed text into the verbs at its head and the noun after them. */
export function splitVerb(text: string): Subject {
  let rest = text;
  let verb = '';
  for (let round = 0; round < 5; round++) {
    const head = verbAt(rest);
    if (!head || NOUN_HEAD.test(rest) || opensWord(rest, head[0].length)) break;
    const object = rest.slice(head[0].length);
    const after = trimStart(object.startsWith('好') ? object.replace(WELL, '') : object);
    if (head[0].length === 1 && after !== '' && after.length < 2) break;
    if (head[1]) verb += head[0];
    rest = after;
  }
  return { verb, noun: rest };
}

const CUT_VERBS =
  /(?:新增|新建|改造|建成(?!区)|实施|完成(?!率)|培育|引进|创建|打造|举办|发放|争取|累计|拆除|排查|安装|新修|荣获|获批|认定|交付(?!率)|派驻|吸引|带动|减免|筹措|拨付|建设(?!用地|项目|投资|资金|规模|债)|投资(?!额|强度|完成|增|总|者|规|项)|投入(?!强度|资金|产出|增|占))/g;

/**
 * A noun of more than sixteen characters holds a sentence of its own: what follows its last verb is meant, and of
 * money spent also who or what it was spent on (临空经济区完成投资).
 */
export function shorten(noun: string): Subject {
  const listed = noun.length > 18 && noun.includes('、') ? lastOf(noun) : noun;
  if (listed.length <= 16) return splitVerb(trimStart(listed));
  let cut = -1;
  for (const found of listed.matchAll(CUT_VERBS)) {
    const inQuotes = listed.lastIndexOf('“', found.index) > listed.lastIndexOf('”', found.index);
    if (!inQuotes && listed.length - found.index - found[0].length >= 2) cut = found.index;
  }
  const rest = splitVerb(trimStart(cut > 0 ? listed.slice(cut) : listed));
  return rest.noun === '投资' && cut > 3
    ? { verb: '', noun: trimEnd(listed.slice(0, cut)) + rest.noun }
    : rest;
}

/** The last item of a list; 甲、乙、丙“新三样”出口 is of the whole list, which the quote names. */
const lastOf = (noun: string): string =>
  /(?<=、[^、]{2,8})“新?[一二两三四五六七八九十][^”]{1,4}”[^、]{2,}$/.exec(noun)?.[0] ??
  GENERAL_ITEM.exec(noun)?.[0] ??
  noun.slice(noun.lastIndexOf('、') + 1);

/** 群众身边的体育场地、设施: a general word needs the item before it. */
const GENERAL_ITEM = /(?<=的)[^的、]{2,8}、(?:设施|场所|设备|用品|活动|服务)$/;

/** 提前一个多月完成了全年财税任务: what stands before 完成了 is how, not what. */
const DONE_BEFORE = /^[^,。;、“”]{2,}?(?:完成|取得|打赢)了(?=.{2})/;

/** Reads the words left of a number. */
export function readSubject(left: string): Subject {
  const { verb, noun } = splitVerb(trimWords(left.includes('了') ? left.replace(DONE_BEFORE, '') : left));
  const short = noun.length > 16 ? shorten(noun) : { verb: '', noun };
  return { verb: short.verb || verb, noun: trimEnd(short.noun) };
}
