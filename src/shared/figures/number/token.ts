import type { Bound } from '../../report';
import type { UnitClass } from '../unit/match';

/** A number in a compact sentence, with what is written around it. Offsets are into the compact text. */
export interface NumberToken {
  /** The digits themselves: `5205`, `1-2`, `1万6千`, `第一位` -> `一`. */
  readonly start: number;
  readonly end: number;
  /** Where the expression begins, marks before the digits included: `第` of `第3位`, `前` of `前30强`. */
  readonly head: number;
  /** End of the whole expression: multiplier, unit and 以上 included. */
  readonly tail: number;
  readonly value: number | readonly [number, number];
  /** As written, half-width, multiplier included: `万吨`. Empty where none is written. */
  readonly unit: string;
  readonly unitClass: UnitClass | 'bare' | 'rank';
  /** What the number's own ending says: 余, 多, 以上, 以内, 左右; `=` otherwise. */
  readonly bound: Bound;
  /** Which part of a ratio it is (12.8:40.1:47.1), from 1. */
  readonly part?: number;
}

/** Where a token stands. */
export type TokenPlace = Pick<NumberToken, 'start' | 'end' | 'head'>;

/** What stands after the digits of a number. */
export type TokenEnding = Pick<NumberToken, 'unit' | 'unitClass' | 'tail' | 'bound'>;

/** Makes a token. Every number passes here: objects of one shape are read several times faster than of many. */
export const tokenOf = (
  { start, end, head }: TokenPlace,
  value: NumberToken['value'],
  { unit, unitClass, tail, bound }: TokenEnding,
): NumberToken => ({ start, end, head, tail, value, unit, unitClass, bound });
