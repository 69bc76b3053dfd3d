import { indicatorNamed } from '../indicator/lookup';
import { convert, sameDimension, unitValue } from './convert';
import { matchMultiplier } from './match';

/** Units in which a panel states what the dictionary has no unit for: one for each dimension. */
const PREFERRED: Readonly<Record<string, string>> = {
  money: '亿元',
  usd: '亿美元',
  mass: '万吨',
  length: '公里',
  area: '平方公里',
  volume: '万立方米',
  power: '万千瓦',
  energy: '亿千瓦时',
  container: '万标箱',
  share: '%',
  point: '个百分点',
  celsius: '℃',
};

/** 94.64万户 counts in 户: a multiplier before a counting word is written out. */
const withoutMultiplier = (unit: string): string => unit.slice(matchMultiplier(unit, 0)?.[0].length ?? 0);

/** The unit that all observations of an indicator share in a panel; the own unit where it cannot be converted. */
export function commonUnit(indicator: string, unit: string): string {
  const stated = indicatorNamed(indicator)?.unit;
  if (stated !== undefined && sameDimension(stated, unit)) return stated;
  const preferred = PREFERRED[unitValue(unit).dimension] ?? withoutMultiplier(unit);
  return convert(1, unit, preferred) === null ? unit : preferred;
}
