import { cutPredicate } from './object';
import { splitVerb, trimStart } from './subject';

/** Words by which money is given or spent, right before its number, and what that money is called. */
const GIVES =
  /(投入|投资|拿出|统筹|安排|拨付|筹措|筹集|争取|落实|下达|发放|出资|追加|整合|释放|募集|提供|兑付|兑现|设立)(?:资金|专项资金)?(?:了|约|近|超|超过|突破|共|共计|累计|达|到)*$/;
const BARE =
  /^((?:中央|国家|省级?|市级?|县级?|区级?|本级|各级)财政)?(?:累计|已|共|年内|先后|继续|持续|再|又|另)?(?:投入|投资|拿出|统筹|安排|拨付|筹措|筹集|争取|落实|下达|出资|追加|整合)?(?:资金)?$/;
const OF_ITSELF: ReadonlySet<string> = new Set(['投入', '投资', '出资']);

/** 安排30亿元国债资金支持…: the kind of money stands after the sum. */
const FUND =
  /^[^,。;、\d]{0,14}?(?:资金|经费|补贴|补助|贷款|国债|债券|基金|专款|奖补|红包|消费券|补偿(?:基?金|款)?|奖励金?|额度|救助金|助学金|奖学金|津贴|慰问金|税款|工资|欠薪|融资|赔款|专项债|保险金|抚恤金)(?:资金|经费|项目资金)?(?![一-龥]{0,2}[率额])/;

/** How far what the money is for may reach. */
const REACH = 48;
const LONGEST = 22;
const LEAD =
  /^(?:,|用于|专门|专项|主要|重点|全部|全力|持续|进一步|以|来|予以|给予|支持|保障(?!性)|对|为|的|了|进行了?|开始)/;

/** Tells whether the kind of money stands after the number, its giving before it. */
export const isGiven = (left: string, right: string): boolean => GIVES.test(left) && FUND.test(right);

/** The words of `right` that say what kind of money it is. */
export const fundIn = (right: string): string => FUND.exec(right)?.[0] ?? '';

/** A sum of money with the words around it. */
interface Spent {
  /** The noun of the words before it. */
  readonly noun: string;
  readonly left: string;
  /** All that stands after it in the sentence. */
  readonly rest: string;
}

/**
 * Money without words of its own is named by what it is for: 投资1.5亿元实施集中供热 is 集中供热投资. Null where it
 * has a name, or where it may be of what was said before (`followsOn`) and no purpose stands in its own clause.
 */
export function fundingName({ noun, left, rest: after }: Spent, followsOn: boolean): string | null {
  const verb = BARE.test(noun) ? GIVES.exec(left)?.[1] : undefined;
  if (verb === undefined) return null;
  const rest = after.slice(0, REACH);
  const purpose = rest.startsWith(',') && (followsOn || /完成投资/.test(left)) ? '' : purposeOf(rest);
  if (purpose === '' && followsOn) return null;
  const giver = BARE.exec(noun)?.[1] ?? '';
  if (giver !== '') return purpose === '' ? null : `${giver}${verb}${purpose}资金`;
  return purpose + (OF_ITSELF.has(verb) ? verb : `${verb === '拿出' ? '' : verb}资金`);
}

/** The thing meant by the words after the sum; after a comma only where they begin with what is done with it. */
function purposeOf(rest: string): string {
  if (/^[;。!?()]/.test(rest)) return '';
  const until = rest.slice(1).search(/[,。;!?()〔[]/);
  let words = until < 0 ? rest : rest.slice(0, until + 1);
  const leaps = words.startsWith(',');
  if (/^,?(?:比|较|占|同比|增|是|为20)/.test(words)) return '';
  let verbs = 0;
  for (let round = 0; round < 6; round++) {
    const before = words;
    words = words.replace(LEAD, '');
    const subject = splitVerb(trimStart(words));
    if (words.length > subject.noun.length) verbs++;
    words = subject.noun.replace(COUNT, '').replace(UNKNOWN_VERB, '').replace(EXTENT, '');
    if (words === before) break;
  }
  if (leaps && verbs === 0) return '';
  const several = WORKS.exec(words);
  if (several) return several[1] + '等' + several[2];
  const { noun } = cutPredicate((words.split(/\d/)[0] ?? '').replace(/进行了?/, ''));
  const name = noun.replace(/(?:[、和与及等的为近约超达]|总长|全长)+$/, '');
  return name.length >= 2 && name.length <= LONGEST ? name : '';
}

/** 饮水安全巩固提升、水利设施加强等工程. */
const WORKS = /^([^、的\d]{2,14}(?:提升|加强|改善|巩固|推广))(?:、[^、\d]{2,16})+等(?:\d+[个项])?(工程|项目)/;

/** A number with its unit before the thing meant: 6个重大科技专项, 110千伏变电站. */
const COUNT =
  /^\d[\d.]*[万亿]?[余多]?(?:公里|千伏|kV|平方米|千米|[个项处条所座家户名口台件批类眼亩米栋人](?:以上)?)?的?/;
/** 解决4.56万农村人口…, 办好40件…: two characters before a count are a verb. */
const UNKNOWN_VERB = /^[一-龥]{2}(?=\d[\d.]*[万亿]?[余多]?[一-龥]{3})/;
/** 全长25.4公里的. */
const EXTENT = /^(?:总长|全长|总投资|占地|建筑面积)(?:约)?\d[\d.]*[^\d,的]{1,5}的/;
