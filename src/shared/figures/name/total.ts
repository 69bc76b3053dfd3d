import type { NumberToken } from '../number/token';
import type { Memory } from './memory';

/** 新增10家，累计达39家: the second is all there are. */
export const TOTAL = /累计|总数|总量|共有/;

const NEW = /^(?:新增|净增)|(?:新增|净增)$/;
const REACHED =
  /(?:达到?|突破|超过|增至|增加到|增长到|升至|扩大到|扩大至|累计达到?|总数达到?|总量达到?|至|到|超)(?:了|约|近)?$/;
const scaleless = (unit: string): string => unit.replace(/^[十百千万亿]+(?=.)/, '');

/** The name of all there is, for the name of what was added. */
export const totalName = (name: string): string => {
  const total = name.replace(GAINED, '');
  return total.length >= 2 ? total : name;
};
const GAINED = /^(?:新增|净增|新认定|新培育|新建成?|新引进|新登记|新设立|新获批|新创建)/;

/** Of 新增70公里、达到480公里 the second is all there is: the name without 新增; null where it is not such a number. */
export function totalOf(left: string, token: NumberToken, { current, last }: Memory): string | null {
  if (last === null || !NEW.test(current) || !REACHED.test(left)) return null;
  const same = scaleless(last.unit) === scaleless(token.unit);
  const total = current.replace(NEW, '');
  return same && total.length >= 2 ? total : null;
}
