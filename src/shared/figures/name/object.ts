import { GENERIC_NOUN, PREDICATE } from './lexicon';

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

const OPEN = /^(?:的|余|多|以上的|以内的|左右的)/;
const NO_NOUN =
  /^(?:$|[,。;、:!?)”’…∶\-—+与及]|和(?![美谐平田])|以上|以内|左右|关口|大关|台阶|实现|完成|得到|全部|投入|进一步|达(?![产标])|至|到(?!位)|比(?![赛武例])|较|同比|居(?![民住家])|稳居|位居|位列|排|列(?!车)|成为|被|为|是|已|均|基本|正在|顺利|占(?!地)|提高|提升|上升|下降|降(?![雨水碳])|减(?![税免排灾贫])|升(?![级学])|增(?![值量])|扩|拓展|缩|发展到|转为|变为|等$|,)/;
/** What follows a list mark but is said of the thing, and is no further thing (金牌、占全国1/3). */
const ASIDE = /、(?=占|居|比|较|增|同比|超|达|列|排|位居|总)/;
const LIST_END = /[、,和与及](?=$)|(?:等)?[、和与及]$/;

/** Reads the noun after a number: 个[省级开发区]工作全面推进. Empty where what follows is no noun. */
export function readObject(right: string, needsDe: boolean, open = true): Counted {
  const de = OPEN.exec(right)?.[0] ?? '';
  const body = right.slice(de.length);
  if ((needsDe && !de) || NO_NOUN.test(body)) return NONE;
  const fate = ONLY_FATE.exec(body);
  if (fate) return { ...NONE, fate: fate[1] ?? '' };
  const until = body.search(/[,。;:!?]/);
  const stretch = (until >= 0 ? body.slice(0, until) : body).split(ASIDE)[0] ?? '';
  const phrase = (open ? stretch : ownItem(stretch)).replace(LIST_END, '').replace(/[、,和与及]$/, '');
  const cut = cutPredicate(phrase);
  const noun = cut.noun.replace(/[、和与及等的]$/, '');
  const length = de.length + cut.noun.length;
  if (noun.length > 30) return { noun: noun.slice(0, 30), length, fate: '' };
  return { noun: withPredicate(noun, cut.predicate), length, fate: FATE.exec(cut.predicate)?.[1] ?? '' };
}

/** Before another number, what stands after the last list mark belongs to that one (839个海外仓、总面积1210万平方米). */
const ownItem = (stretch: string): string => {
  const mark = Math.max(stretch.lastIndexOf('、'), stretch.search(/和(?![美谐平田])(?!.*和(?![美谐平田]))/));
  return mark > 0 && mark < stretch.length - 1 ? stretch.slice(0, mark) : stretch;
};

/** Parts what is counted from what happened to it. */
export function cutPredicate(phrase: string): { noun: string; predicate: string } {
  let from = ONE_WORD.test(phrase) ? 1 : 2;
  const quote = phrase.startsWith('“') ? phrase.indexOf('”') : -1;
  if (quote > 0) from = quote;
  const open = phrase.slice(from).search(PREDICATE);
  const at = open < 0 ? phrase.length : from + open;
  return { noun: phrase.slice(0, at), predicate: phrase.slice(at) };
}

/** 镇均建立了…: a place of one character. */
const ONE_WORD = /^[县村镇乡省市州区](?=均|全部|完成|被|实现|已|进入|入选|获|列入|成为|建成|通过|达到)/;
/** Places counted: what happened in them tells which are meant (免征农业税的省). */
const PLACES =
  /^(?:省(?:\(区、市\)|份)?|[省市县](?:\(市(?:、区)?\)|\(区\)|\(市\)区|区)?|设区市|市州|地市|国家|国家和地区|镇|乡镇|街道|社区|行政村|村|州|区)$/;
const LONGEST_PREDICATE = 24;

/** 项目竣工投产 -> 竣工投产项目: a general noun is told apart by what happened to it. */
const withPredicate = (noun: string, predicate: string): string => {
  const place = PLACES.test(noun);
  if (!place && !GENERIC_NOUN.test(noun)) return noun;
  const word = predicate
    .replace(/^(?:全部|顺利|已经?|均|成功|正在|陆续|先后|集中|工作|初步)+/, '')
    .replace(/(?:\d|、(?![^(]*\))).*$/, '')
    .replace(/了/, '');
  if (place) return word.length > 1 && word.length <= LONGEST_PREDICATE ? `${word}的${noun}` : noun;
  return word.length > 1 && word.length <= 12 ? `${word}${noun}` : noun;
};
