import type { Observation, Period, Report } from '../report';
import { indicatorNamed } from '../figures/indicator/lookup';
import { endYear } from '../figures/series/series';
import { STOCK, type Stated } from './act';
import { paragraphAt } from './where';

const isMove = ({ measure }: Observation): boolean => measure === 'growth' || measure === 'change';
const lastYears = (period: Period, years: number): Period =>
  `${String(Number(period) - years + 1)}-${period}`;

const REACH = 26;
/** 比2002年增长65.5%, 是2006年的2.2倍, 比五年前增加…: growth over more than one year. */
const BASE = /(?:比|较|是|为)(?:(\d{4})\s*年|“[^”]{2,5}”|五年前|十年前|20世纪|改革)[^，。；,;]{0,14}$/;
const MEAN = /年均[^，。；]{0,6}$/;

/** Over how many years a growth or change is; one where it is over the year before, as targets are. */
function yearsOfMove({ clean }: Report, { range, period }: Observation): number {
  const base = BASE.exec(clean.slice(Math.max(0, range.start - REACH), range.start));
  return base ? Math.max(1, endYear(period) - Number(base[1] ?? endYear(period) - FIVE)) : 1;
}

/** Whether a growth or change is over the year before, as targets are, and not over some earlier year. */
export const isOverLastYear = (report: Report, observation: Observation): boolean =>
  !isMove(observation) || yearsOfMove(report, observation) === 1;

const isMean = ({ clean }: Report, { range }: Observation): boolean =>
  MEAN.test(clean.slice(Math.max(0, range.start - REACH), range.start));

const FIVE = 5;
const FIVE_YEARS = /^[^。]{0,12}(?:五年来|这五年|过去五年|这是[^。，]{2,24}的五年)/;
const HEAD = 48;
/** 五年城镇新增就业265.8万人，农村劳动力转移就业374.1万人: said once in a stretch between 分号, until a year is named. */
const IN_STRETCH = /(?:^|[，,、：])(?:过去|这|近)?(?:五年(?!规划|计划|行动)|[三四]年(?:来|间|累计))/;
const ONE_YEAR = /\d{4}年|全年|去年|今年|一年/;
const STRETCH = 160;

function isSumOfFive(report: Report, { range }: Observation): boolean {
  const paragraph = paragraphAt(report, range.start)?.range;
  if (!paragraph) return false;
  const { clean } = report;
  if (FIVE_YEARS.test(clean.slice(paragraph.start, Math.min(range.start, paragraph.start + HEAD))))
    return true;
  const from = Math.max(paragraph.start, range.start - STRETCH);
  const stretch =
    clean
      .slice(from, range.start)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  const said = IN_STRETCH.exec(stretch);
  return said !== null && !ONE_YEAR.test(stretch.slice(said.index));
}

const isState = ({ observation: { indicator, measure }, act }: Stated): boolean =>
  measure !== 'level' || act === STOCK || indicatorNamed(indicator)?.state === true;

function yearsOf(report: Report, stated: Stated): number {
  const { observation } = stated;
  if (isMove(observation)) return isMean(report, observation) ? FIVE : yearsOfMove(report, observation);
  return !isState(stated) && isSumOfFive(report, observation) ? FIVE : 1;
}

/**
 * A result with the years it is really of: growth over an earlier year, and a sum of five years that the period
 * nearest to it takes for one year's. A state reached at their end is of its year.
 */
export function overItsYears(report: Report, stated: Stated): Stated {
  const { observation } = stated;
  if (observation.period.length !== 4) return stated;
  const years = yearsOf(report, stated);
  if (years === 1) return stated;
  return { ...stated, observation: { ...observation, period: lastYears(observation.period, years) } };
}
