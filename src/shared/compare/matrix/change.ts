import type { Bound, Measure } from '../../report';
import { parseRational, subtract, toNumber } from '../../figures/unit/rational';
import { figure } from './figures';

/** A value in the unit of its row, as far as a change needs it. */
export interface Compared {
  readonly value: number | readonly [number, number];
  readonly bound: Bound;
}

/** Both stated exactly, or one of them only bounded: which sign the difference then carries, if any can be said. */
const signOf = (now: Bound, before: Bound, difference: number): string | null => {
  if (now === '=' && before === '=') return '';
  const about = [now, before].every((bound) => bound === '=' || bound === '~');
  if (about) return '约';
  if (before === '=' && difference >= 0 && (now === '>' || now === '>=')) return now === '>' ? '＞' : '≥';
  if (before === '=' && difference <= 0 && now === '<=') return '≥';
  if (now === '=' && difference <= 0 && (before === '>' || before === '>='))
    return before === '>' ? '＞' : '≥';
  if (now === '=' && difference >= 0 && before === '<=') return '≥';
  return null;
};

/**
 * The change in words: ↑20, ↓3.6, ↑＞795, 持平; null where the bounds leave the direction open, or for a range.
 * A share's or a growth's change is in percentage points; a rank that falls in number rises.
 */
export function changeWords(now: Compared, before: Compared, measure: Measure): string | null {
  if (typeof now.value !== 'number' || typeof before.value !== 'number') return null;
  const [left, right] = [parseRational(String(now.value)), parseRational(String(before.value))];
  if (!left || !right) return null;
  const difference = toNumber(subtract(left, right));
  const sign = signOf(now.bound, before.bound, difference);
  if (sign === null) return null;
  if (difference === 0) return sign === '' ? '持平' : null;
  const size = `${sign}${figure(Math.abs(difference))}`;
  if (measure === 'rank') return `${difference < 0 ? '升' : '降'} ${size} 位`;
  const points = measure === 'share' || measure === 'growth' ? ' 个百分点' : '';
  return `${difference > 0 ? '↑' : '↓'}${size}${points}`;
}
