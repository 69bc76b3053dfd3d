import type { Observation, Report } from '../../report';
import { indicatorNamed } from '../indicator/lookup';
import { endYear } from '../series/series';
import { paragraphAt } from './where';

const REACH = 26;
/** 比2002年增长65.5%, 是2006年的2.2倍, 比五年前增加…: growth over more than one year. */
const BASE = /(?:比|较|是|为)(?:(\d{4})\s*年|“[^”]{2,5}”|五年前|十年前|20世纪|改革)[^，。；,;]{0,14}$/;

/** Whether a growth or change is over the year before, as targets are, and not over some earlier year. */
export function isOverLastYear({ clean }: Report, { measure, range, period }: Observation): boolean {
  if (measure !== 'growth' && measure !== 'change') return true;
  const found = BASE.exec(clean.slice(Math.max(0, range.start - REACH), range.start));
  return found === null || Number(found[1] ?? 0) === endYear(period) - 1;
}

const FIVE_YEARS = /^[^。]{0,12}(?:五年来|这五年|过去五年|这是[^。，]{2,24}的五年)/;
const HEAD = 48;

/** A sum told in a paragraph on five years (这是生态改善的五年) that its period takes for one year's; a state is none. */
export function isSumOfYears(report: Report, { range, period, measure, indicator }: Observation): boolean {
  if (period.length !== 4 || (measure !== 'level' && measure !== 'change')) return false;
  const paragraph = paragraphAt(report, range.start)?.range;
  const head =
    paragraph && report.clean.slice(paragraph.start, Math.min(range.start, paragraph.start + HEAD));
  return head !== undefined && FIVE_YEARS.test(head) && indicatorNamed(indicator)?.state !== true;
}
