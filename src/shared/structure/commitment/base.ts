import type { Observation, Report } from '../../report';
import { endYear } from '../series/series';

const REACH = 26;
/** 比2002年增长65.5%, 是2006年的2.2倍, 比五年前增加…: growth over more than one year. */
const BASE = /(?:比|较|是|为)(?:(\d{4})\s*年|“[^”]{2,5}”|五年前|十年前|20世纪|改革)[^，。；,;]{0,14}$/;

/** Whether a growth or change is over the year before, as targets are, and not over some earlier year. */
export function isOverLastYear({ clean }: Report, { measure, range, period }: Observation): boolean {
  if (measure !== 'growth' && measure !== 'change') return true;
  const found = BASE.exec(clean.slice(Math.max(0, range.start - REACH), range.start));
  return found === null || Number(found[1] ?? 0) === endYear(period) - 1;
}
