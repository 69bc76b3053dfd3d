import type { Report } from '../report';

const REACH = 60;
/** 扣除房地产因素，…; 剔除留抵退税因素后…: what a figure leaves out that the plain one holds. */
const LEFT_OUT = /(?:扣除|剔除|不含|不包括|除去|除开|按可比口径扣除)([^，。；、]{1,14}?)(?:等?因素|影响|后|外|[，]|$)/;

/** What is left out of the figure at an offset (房地产), or empty; said in its clause or the one before it. */
export function leftOut({ clean }: Report, at: number): string {
  const sentence = clean.slice(Math.max(0, at - REACH), at).split(/[。；\n]/).at(-1) ?? '';
  const clauses = sentence.split('，');
  const own = LEFT_OUT.exec(clauses.at(-1) ?? '')?.[1];
  if (own !== undefined) return own;
  const before = clauses.at(-2) ?? '';
  return /\d/.test(before) ? '' : (LEFT_OUT.exec(`${before}，`)?.[1] ?? '');
}
