import type { NumberToken } from './token';
import { WEIGHTS } from '../weights';

/** 三次产业结构 12.8:40.1:47.1. */
const RATIO = /(\d{1,3}(?:\.\d+)?)[:∶](\d{1,3}(?:\.\d+)?)[:∶](\d{1,3}(?:\.\d+)?)(?![\d:∶])/y;

/** The three shares of a ratio that begins at `at`; null where the three numbers are no parts of a hundred. */
export function readRatio(text: string, at: number): readonly NumberToken[] | null {
  RATIO.lastIndex = at;
  const found = RATIO.exec(text);
  if (!found) return null;
  const parts = found.slice(1);
  if (Math.abs(parts.reduce((sum, part) => sum + Number(part), 0) - 100) > WEIGHTS.ratioRounding.value)
    return null;
  let start = at;
  return parts.map((part, order) => {
    const end = start + part.length;
    const token: NumberToken = {
      start,
      end,
      head: start,
      tail: at + found[0].length,
      value: Number(part),
      unit: '%',
      unitClass: 'measure',
      bound: '=',
      part: order + 1,
    };
    start = end + 1;
    return token;
  });
}
