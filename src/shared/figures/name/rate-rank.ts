import type { NumberToken } from '../number/token';
import { bare, followOn, type Memory } from './memory';
import { readSubject } from './subject';

/** 增速居全省第2位: the rank is of the rate of growth. */
const RATE = /(增速|增幅|增长率|增长速度|增长幅度)(?:[^,。;、增]{0,16})$/;
/** 总量居全省第6位、增速居全省第2位: both are of the thing itself. */
const AMOUNT = /(?<=.{2})(?:总量|规模|绝对量|绝对值)$/;
const NAMED_RATE = /(?:增速|增幅|增长率|增长速度)$/;

/** The name of a rank that is of a rate of growth; null where it is not. */
export function rankOf(left: string, token: NumberToken, memory: Memory): string | null {
  if (token.unitClass !== 'rank' && token.unit !== '位') return null;
  const found = RATE.exec(left);
  if (found) {
    const { verb, noun } = readSubject(left.slice(0, found.index));
    const own = verb + noun;
    const base = (own === '' ? followOn('', memory, '') : own).replace(AMOUNT, '');
    if (own !== '') memory.current = own;
    return base === '' || NAMED_RATE.test(base) ? base || null : base + (found[1] ?? '增速');
  }
  const { last } = memory;
  const onlyGrowth = last?.measure === 'growth' && !memory.leveled.has(last.name);
  // 总额年均增长12%，从第三位升到第二位: a place moved from is of the amount.
  return onlyGrowth && !/[由从]$/.test(left) && readSubject(left).noun === '' && !NAMED_RATE.test(last.name)
    ? `${last.name}增速`
    : null;
}

const HELD_RATE = /^[、,]?(增速|增幅|涨幅)(?:(?:较|比)[^,]{0,10}|增长了?)?$/;
const OF_RATE = /增速|增幅|涨幅/;

/** Names the rate of 增速较上年翻一番: it is the rate that is so many times another, not what grows. */
export function rateHeld(left: string, { unit }: NumberToken, { current }: Memory): string | null {
  if ((unit !== '番' && unit !== '倍') || current === '') return null;
  const rate = HELD_RATE.exec(left)?.[1];
  return rate === undefined ? null : OF_RATE.test(current) ? current : (bare(current) || current) + rate;
}
