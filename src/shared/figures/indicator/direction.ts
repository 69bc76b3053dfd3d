import { indicatorNamed } from './lookup';

/** Things one wants less of, beyond the dictionary's. */
const LOWER =
  /(?:失业率|浓度|能耗|水耗|物耗|涨幅|价格|物价|不良率|不良贷款|事故|死亡|伤亡|排放|债务|转诊率|成本|时间|时限|天数(?<!优良天数)|负债率|恩格尔|贫困人口|发案|污染|赤字|碳强度|消耗|库存|逾期|杠杆率)/;
const DOWN = /(?:下降|降低|减少|压减|压缩|削减|压降|缩短)$/;

/** Tells whether more of the indicator is better; of a fall, which one plans only of what one wants less of, more is better too. */
export function higherIsBetter(indicator: string): boolean {
  if (DOWN.test(indicator)) return true;
  const known = indicatorNamed(indicator);
  return known ? known.higherIsBetter : !LOWER.test(indicator);
}
