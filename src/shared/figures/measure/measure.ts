import type { Measure } from '../../report';
import type { NumberToken } from '../number/token';

/** Verbs and nouns of movement right before the number. */
const MOVE =
  /(?:增长|增加|降价|涨价|增产|增收|增幅|增速|(?<!新)增|涨幅|上涨|上升|上调|提高|提升|扩大|下降|下调|下跌|降低|降幅|降|减少|减|减亏|压减|压缩|压降|缩短|缩减|削减|精简|回落|收窄|涨|拉动|(?<!不|不得|不能|不可|不应|不准|不许)(?:高于|低于)|高出|快于|前移|前进|后退|上扬|跌|翻|提速|改善|(?:比|较)[^,。;]{1,10}[多少高低快])(?:了|约为?|近|达到?|超过?|逾|突破|为|均|分别(?:为|达到?|是)?|各|不低于|不超过|至少|再|控制在|保持在|[一-龥]{0,2}(?:比例|幅度|率)(?:达到?|为|不低于|控制在)?|就?达|目标值?(?:(?:确定|设定|安排|拟定|调整)为|为|是|定在|定为)?|预计|力争|实现|稳定在|预期|累计|平均|年均|大约|接近|仅|实际)*$/;
const RATE_NOUN = /(?:增速|增幅|涨幅|降幅|(?<!自然)增长率|增长速度|减幅|涨跌幅|上涨率)[^,。;]{0,10}$/;
const SAVED = /(?:压缩|压减|压降|削减)[^,。;]{0,8}(?:比例|幅度)[^,。;]{0,4}$/;
const MOVED_TO =
  /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压减|压缩|缩短|回落|降|升|增|减)(?:到|至|为)(?:了|约|近|超过?|不足|不低于|不少于|不高于|至少|每人|人均|户均|每[年月]|历史[^,]{0,4})*$/;

/** 对世界经济增长贡献率超过30%, 登记失业率低于4.6%: shares, whatever words of movement stand before them. */
const STANDS = /(?:贡献率[^,。;]{0,6}|(?:率|比重|占比|比例)(?:稳定|控制|保持)?(?:高于|低于))$/;
/** 压减政府性基金项目30%: what is cut stands between the verb and the number. */
const CUT =
  /(?:^|[、,])(?:[一-龥]{2,4}(?=压减|削减|精简))?(?:压减|削减|精简|缩减)(?:(?!率|占|比重|比例)[^,。;、\d]){2,20}$/;

/** 改造提升公路77公里: what is mended does not rise; money, rates and ranks do. */
const MENDED = /提升(?:了|约|近)?$/;
const RISES = /元$|%|‰|位|百分点|倍|成/;

/** 增加3个泊位 counts berths, 比上年增加3个 is a change. */
const COMPARED = /(?:比|较)[^,。;]{1,10}$/;

/** The word of a fall right before the number; a fall keeps a positive value and says so in its name. */
const FALL =
  /(负增长|改善|下降|下调|下跌|降低|减少|压减|压缩|压降|缩短|缩减|削减|回落|收窄|减亏|(?<![下升])降|(?<![裁])减)(?:了|约|近|超过?|逾|幅度?|比例|均|分别|各|达到?|为|不低于|不少于|至少|力争)*$/;

/** 下降 in 能耗下降4%; empty where the number tells of no fall. */
export const fallOf = (left: string): string => FALL.exec(left.slice(-16))?.[1] ?? '';

/** 全国排名53位. */
const RANKED = /(?:排名|位次|名次|位居|名列|位列|居|列|排)[^,。;]{0,6}$/;

/** Level, growth, change, share or rank, from the unit and the words right before the number. */
export function measureOf(left: string, token: NumberToken, counted: boolean): Measure {
  if (token.unitClass === 'rank') return 'rank';
  const near = left.slice(-24);
  const { unit } = token;
  if (unit.includes('百分点') || unit.includes('千分点')) return 'change';
  if (unit.includes('位次')) return 'change';
  const moved =
    MOVE.test(near) &&
    !STANDS.test(near) &&
    !MOVED_TO.test(near) &&
    !(MENDED.test(near) && !RISES.test(unit));
  if (unit === '番') return 'growth';
  if (/自然增长率[^,。;]{0,6}$/.test(near)) return 'share';
  if (unit === '%' || unit === '‰' || unit === '成')
    return moved || RATE_NOUN.test(near) || SAVED.test(near) || CUT.test(near) ? 'growth' : 'share';
  if (unit === '倍') return 'growth';
  if (unit === '位') return moved ? 'change' : RANKED.test(near) ? 'rank' : 'level';
  return moved && (!counted || COMPARED.test(near)) ? 'change' : 'level';
}

/** Names that are rates of growth themselves (物价涨幅从21.7%回落到14.8%). */
const GROWTH_NAME = /(?:涨幅|增速|增幅|降幅|增长速度|增长幅度|增长(?:预期)?目标|(?<!自然)增长率)/;

/** The measure, corrected by what the indicator is called. */
export function namedMeasure(measure: Measure, name: string, { token, left }: Printed): Measure {
  if (token.unit !== '%') return measure;
  if (measure === 'share') return GROWTH_NAME.test(name) ? 'growth' : measure;
  // 登记失业率、物价涨幅分别控制在4%以内、3%左右: only the second is a rate of growth.
  return measure === 'growth' && SHARE_NAME.test(name) && /涨幅|增速|增幅|增长率/.test(left.slice(-24))
    ? 'share'
    : measure;
}

interface Printed {
  readonly token: NumberToken;
  readonly left: string;
}

const SHARE_NAME = /(?:失业|参保|覆盖|入学|入园|普及|达标|优良|合格|城镇化|城市化)率$/;
