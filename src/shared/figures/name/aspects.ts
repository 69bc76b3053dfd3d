import { oneOf } from '../rule';
import { bare, type Memory } from './memory';

const AMOUNT = oneOf('总量 总额 总数 规模 绝对量 绝对额 绝对值 数量 总值 额度 存量');
const ASPECT = `(?:${AMOUNT}|${oneOf('增速 增幅 增长率 增长速度 人均 增量 占比 均值 人均水平 增长额')})`;
const ASPECTS = new RegExp(`^[、,]?(?:其)?(${ASPECT}(?:[、和与及]${ASPECT})+)`);
const IS_AMOUNT = new RegExp(`^${AMOUNT}$`);

/** 总量和增速 after a name: the amount is the thing itself, the rate is its growth; null where other words stand. */
export function aspectList(head: string, { current }: Memory): readonly string[] | null {
  const listed = current === '' ? undefined : ASPECTS.exec(head)?.[1];
  const plain = bare(current) || current;
  return listed?.split(/[、和与及]/).map((one) => (IS_AMOUNT.test(one) ? plain : plain + one)) ?? null;
}
