import type { Measure } from '../../report';
import type { NumberToken } from '../number/token';
import { HOLDS, signatureOf } from '../signature';
import { MEASURES } from './rules';

/** 下降 in 能耗下降4%; empty where the number tells of no fall. */
export const fallOf = (left: string): string => MEASURES.fall.exec(left.slice(-16))?.[1] ?? '';

/** Level, growth, change, share or rank, from the unit and the words right before the number. */
export function measureOf(left: string, token: NumberToken, counted: boolean): Measure {
  if (token.unitClass === 'rank') return 'rank';
  const near = left.slice(-24);
  const { unit } = token;
  if (unit.includes('百分点') || unit.includes('千分点')) return 'change';
  if (unit.includes('位次')) return 'change';
  const moved =
    (signatureOf(near) & HOLDS.moves) !== 0 &&
    MEASURES.move.test(near) &&
    !MEASURES.stands.test(near) &&
    !MEASURES['moved-to'].test(near) &&
    !(MEASURES.mended.test(near) && !MEASURES.rises.test(unit));
  if (unit === '番') return 'growth';
  if (/自然增长率[^,。;]{0,6}$/.test(near)) return 'share';
  if (unit === '%' || unit === '‰' || unit === '成')
    return moved || MEASURES['rate-noun'].test(near) || MEASURES.saved.test(near) || MEASURES.cut.test(near)
      ? 'growth'
      : 'share';
  if (unit === '倍') return 'growth';
  if (unit === '位') return moved ? 'change' : MEASURES.ranked.test(near) ? 'rank' : 'level';
  return moved && (!counted || MEASURES.compared.test(near)) ? 'change' : 'level';
}

/** The measure, corrected by what the indicator is called. */
export function namedMeasure(measure: Measure, name: string, { token, left }: Printed): Measure {
  if (token.unit !== '%') return measure;
  if (measure === 'share') return MEASURES['growth-name'].test(name) ? 'growth' : measure;
  // 登记失业率、物价涨幅分别控制在4%以内、3%左右: only the second is a rate of growth.
  return measure === 'growth' &&
    MEASURES['share-name'].test(name) &&
    /涨幅|增速|增幅|增长率/.test(left.slice(-24))
    ? 'share'
    : measure;
}

interface Printed {
  readonly token: NumberToken;
  readonly left: string;
}
