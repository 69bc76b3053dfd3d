import { GENERIC_NOUN, PREDICATE } from './lexicon';

/** The thing counted that stands after its number, and what the text says of it. */
export interface Counted {
  readonly noun: string;
  /** Characters of `right` that the noun takes up. */
  readonly length: number;
}

const OPEN = /^(?:的|余|多|以上的|以内的|左右的)/;
const NO_NOUN =
  /^(?:$|[,。;、:!?)”’…∶\-—+与及]|和(?![美谐平田])|以上|以内|左右|实现|完成|得到|全部|投入|进一步|达(?![产标])|至|到(?!位)|比(?![赛武例])|较|同比|居(?![民住家])|稳居|位居|位列|排|列(?!车)|成为|被|为|是|已|均|基本|正在|顺利|占(?!地)|提高|提升|上升|下降|降(?![雨水碳])|减(?![税免排灾贫])|升(?![级学])|增(?![值量])|扩|拓展|缩|发展到|转为|变为|等$|,)/;
/** What follows a list mark but is said of the thing, and is no further thing (金牌、占全国1/3). */
const ASIDE = /、(?=占|居|比|较|增|同比|超|达|列|排|位居|总)/;
const LIST_END = /[、,和与及](?=$)|(?:等)?[、和与及]$/;

/** Reads the noun after a number: 个[省级开发区]工作全面推进. Empty where what follows is no noun. */
export function readObject(right: string, needsDe: boolean, open = true): Counted {
  const de = OPEN.exec(right)?.[0] ?? '';
  const body = right.slice(de.length);
  if ((needsDe && !de) || NO_NOUN.test(body)) return { noun: '', length: 0 };
  const until = body.search(/[,。;:!?]/);
  const stretch = (until >= 0 ? body.slice(0, until) : body).split(ASIDE)[0] ?? '';
  const phrase = (open ? stretch : ownItem(stretch)).replace(LIST_END, '').replace(/[、,和与及]$/, '');
  const cut = cutPredicate(phrase);
  const noun = cut.noun.replace(/[、和与及等的]$/, '');
  if (noun.length > 30) return { noun: noun.slice(0, 30), length: de.length + cut.noun.length };
  return { noun: withPredicate(noun, cut.predicate), length: de.length + cut.noun.length };
}

/** Before another number, what stands after the last list mark belongs to that one (839个海外仓、总面积1210万平方米). */
const ownItem = (stretch: string): string => {
  const mark = Math.max(stretch.lastIndexOf('、'), stretch.search(/和(?![美谐平田])(?!.*和(?![美谐平田]))/));
  return mark > 0 && mark < stretch.length - 1 ? stretch.slice(0, mark) : stretch;
};

function cutPredicate(phrase: string): { noun: string; predicate: string } {
  let from = 2;
  const quote = phrase.startsWith('“') ? phrase.indexOf('”') : -1;
  if (quote > 0) from = quote;
  const open = phrase.slice(from).search(PREDICATE);
  const at = open < 0 ? phrase.length : from + open;
  return { noun: phrase.slice(0, at), predicate: phrase.slice(at) };
}

/** 项目竣工投产 -> 竣工投产项目: a general noun is told apart by what happened to it. */
const withPredicate = (noun: string, predicate: string): string => {
  if (!GENERIC_NOUN.test(noun)) return noun;
  const word = predicate
    .replace(/^(?:全部|顺利|已|均|成功|正在|陆续|先后|集中|工作)/, '')
    .replace(/[\d、].*$/, '');
  return word.length > 1 && word.length <= 12 ? `${word}${noun}` : noun;
};
