import type { Observation } from '../report';
import { higherIsBetter } from '../figures/indicator/direction';
import { inUnit } from './apart';

const low = (value: Observation['value']): number => (typeof value === 'number' ? value : value[0]);
const high = (value: Observation['value']): number => (typeof value === 'number' ? value : value[1]);

/** So near a goal of 左右 on its worse side is for the reader to say: 7.4 against 7.5左右, 5.5 against 6左右. */
const NEAR = 0.1;

/** What 左右 allows: half a unit of the last digit printed, but no more than a tenth. 5 -> 0.5, 5.5 -> 0.05, 13000 -> 500, 10 -> 1. */
export function leeway(value: number): number {
  const text = String(value);
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const zeros = decimals === 0 && value !== 0 ? (/0*$/.exec(text)?.[0].length ?? 0) : 0;
  return Math.min(0.5 * 10 ** (decimals > 0 ? -decimals : zeros), NEAR * Math.abs(value));
}

/** Beyond this part of the goal a figure that rounds to it is no longer the goal, told finer (4.6 against 5). */
const FINER = 0.005;
const fineness = (value: number): number => 10 ** -(/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);

/** How a result stands to a goal that it reaches only when rounded to the digits the goal is printed with. */
export type Rounding = 'none' | 'finer' | 'coarse';

/** 61.27 against 61.3 is the goal told finer; 4.6 against 5, or just over a cap, rounds to it and is for the reader to say. */
export function roundingOf(target: Observation, result: Observation): Rounding {
  const goal = isCapped(target) ? high(target.value) : low(target.value);
  const reached = inUnit(low(result.value), result.unit, target.unit);
  const apart = Math.abs(reached - goal);
  if (apart === 0 || apart >= fineness(goal) / 2 || isFall(target) !== isFall(result)) return 'none';
  return apart <= FINER * Math.abs(goal) && (target.bound === '=' || target.bound === '~')
    ? 'finer'
    : 'coarse';
}

const isCapped = (target: Observation): boolean => target.bound === '<=' || !higherIsBetter(target.indicator);

const isFall = ({ indicator }: Observation): boolean => indicator.endsWith('下降');

/**
 * Tells whether a result meets a target of the same measure; units that do not convert count things one by one (处, 条). A cap is met at or under it, a floor at or
 * over it; 左右 allows half a unit of the last digit on the worse side; a rise planned and a fall told are opposed.
 */
export function judge(target: Observation, result: Observation): 'met' | 'missed' {
  const printed = inUnit(low(result.value), result.unit, target.unit);
  const reached = isFall(target) === isFall(result) ? printed : -printed;
  const cap = isCapped(target);
  const wanted = cap ? high(target.value) : low(target.value);
  // Never wider than what the reader is asked about: of 10 half a unit of the last digit would be five.
  const room = Math.min(leeway(wanted), NEAR * Math.abs(wanted));
  const slack = target.bound === '~' ? room + ROUNDING * wanted : 0;
  if (target.measure === 'rank') return reached <= wanted ? 'met' : 'missed';
  if (roundingOf(target, result) === 'finer') return 'met';
  if (cap) return reached <= wanted + slack ? 'met' : 'missed';
  return reached >= wanted - slack ? 'met' : 'missed';
}

/** Tells whether 左右, of the goal or of what is told, leaves open if the goal was reached. */
export function isRoughly(target: Observation, result: Observation): boolean {
  const wanted = isCapped(target) ? high(target.value) : low(target.value);
  const short = (isCapped(target) ? -1 : 1) * (wanted - inUnit(low(result.value), result.unit, target.unit));
  const near = short <= NEAR * Math.abs(wanted);
  return (
    (target.bound === '~' && short > 0 && near) ||
    (result.bound === '~' && Math.abs(short) <= ROUNDING * Math.abs(wanted))
  );
}

/** What binary fractions may be off by. */
const ROUNDING = 1e-9;

/** Tells whether a result says no more than that it is beyond a number (80%以上), from which a target of 81% cannot be told. */
export const isOpen = (target: Observation, result: Observation, verdict: string): boolean =>
  (result.bound === '>=' || result.bound === '>') &&
  (verdict === 'missed') === (target.bound !== '<=' && higherIsBetter(target.indicator));
