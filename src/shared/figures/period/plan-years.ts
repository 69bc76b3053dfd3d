import { hanValue } from '../number/han';

/** 十四五 is 2021-2025; the first five-year plan began in 1953. */
export function planYears(name: string): readonly [number, number] | null {
  const order = hanValue(name.slice(0, -1));
  if (order === null || order < 1 || order > 20) return null;
  const start = order >= 6 ? 1981 + (order - 6) * 5 : 1953 + (order - 1) * 5;
  return [start, start + 4];
}
