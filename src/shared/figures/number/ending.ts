import type { Bound } from '../../report';
import { HOLDS, setsAt } from '../signature';

const SUFFIX = /(?:及以上|以上|以内|之内|以下|左右|上下|之多|多(?![出于样])|余)/y;

/** Words after a number that bound it. A range from below comes first: 以上 after 余 keeps the stronger word. */
const SUFFIX_BOUND: Readonly<Record<string, Bound>> = {
  及以上: '>=',
  以上: '>=',
  以内: '<=',
  之内: '<=',
  以下: '<=',
  左右: '~',
  上下: '~',
  之多: '=',
  多: '>',
  余: '>',
};

/** Gives what stands after a number and its unit and bounds it (以上, 左右, 余): its end and the bound, `=` where none does. */
export function endingBound(text: string, at: number): { readonly tail: number; readonly bound: Bound } {
  if (!(setsAt(text, at) & HOLDS.suffix)) return { tail: at, bound: '=' };
  SUFFIX.lastIndex = at;
  const suffix = SUFFIX.exec(text)?.[0] ?? '';
  return { tail: at + suffix.length, bound: SUFFIX_BOUND[suffix] ?? '=' };
}
