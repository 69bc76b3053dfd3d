import { paragraphAt, type Observation, type Period, type Report } from '../report';
import { indicatorNamed } from '../figures/indicator/lookup';
import { endYear } from '../figures/series/series';
import { STOCK, type Stated } from './act';

const isMove = ({ measure }: Observation): boolean => measure === 'growth' || measure === 'change';
const lastYears = (period: Period, years: number): Period =>
  `${String(Number(period) - years + 1)}-${period}`;

const REACH = 26;
/** 比2002年增长65.5%, 是2006年的2.2倍, 比五年前增加…: growth over more than one year. */
const BASE =
  /(?:比|较|是|为|同|与)(?:([\d０-９]{4}|[一二][〇○零一二三四五六七八九]{3})\s*年|“[^”]{2,5}”|五年前|十年前|20世纪|改革)[^。；;]{0,14}$/;
/** 由1559亿元增加到2570亿元，增长64.8%: the growth is over the span of both. */
const FROM_TO = /由[^，。；]{2,16}(?:增加|增长|提高|发展|上升)到[^，。；]{2,16}，(?:增长|提高|增加)$/;
const MEAN = /(?:年均|平均每年|每年平均|年平均|年递增)[^，。；]{0,8}$/;

/** Over how many years a growth or change is; one where it is over the year before, as targets are. */
function yearsOfMove({ clean }: Report, { range, period }: Observation): number {
  const base = BASE.exec(clean.slice(Math.max(0, range.start - REACH), range.start));
  if (!base) return FROM_TO.test(clean.slice(Math.max(0, range.start - 2 * REACH), range.start)) ? FIVE : 1;
  return Math.max(1, endYear(period) - yearOf(base[1], endYear(period) - FIVE));
}

const HAN = '〇一二三四五六七八九';
const digitOf = (character: string): string =>
  '零○'.includes(character) ? '0' : String(HAN.includes(character) ? HAN.indexOf(character) : character);

/** 2002, ２００２ and 二〇〇二 as a number; `otherwise` where no year is named. */
const yearOf = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number([...text.normalize('NFKC')].map(digitOf).join(''));

/** Tells whether a growth or change is over the year before, as targets are, and not over some earlier year. */
export const isOverLastYear = (report: Report, observation: Observation): boolean =>
  !isMove(observation) || yearsOfMove(report, observation) === 1;

const isMean = ({ clean }: Report, { range }: Observation): boolean =>
  MEAN.test(clean.slice(Math.max(0, range.start - REACH), range.start));

const FIVE = 5;
const FIVE_YEARS = /^[^。]{0,12}(?:五年来|这五年|过去五年|这是[^。，]{2,24}的五年)/;
const HEAD = 48;
/** 五年城镇新增就业265.8万人，农村劳动力转移就业374.1万人: said once in a stretch between 分号, until a year is named. */
const IN_STRETCH =
  /(?:^|[，,、：])(?:过去|这|近)?(?:五年(?!规划|计划|行动|[^“”，]{0,4}”)|[三四]年(?:来|间|累计))/;
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

/** 完成投资7950亿元，比“八五”时期增长…: what is held against another five years is of five years. */
const AGAINST_FIVE = /^[^，。；\d]{0,6}，比“[一二三四五六七八九十]+五”/;

const isState = ({ observation: { indicator, measure }, act }: Stated): boolean =>
  measure !== 'level' || act === STOCK || indicatorNamed(indicator)?.state === true;

function yearsOf(report: Report, stated: Stated): number {
  const { observation } = stated;
  if (isMove(observation)) return isMean(report, observation) ? FIVE : yearsOfMove(report, observation);
  if (isState(stated)) return 1;
  const after = report.clean.slice(observation.range.end, observation.range.end + REACH);
  return isSumOfFive(report, observation) || AGAINST_FIVE.test(after) ? FIVE : 1;
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

/** 人口自然增长率 is of each year, whatever year the plan ends in. */
const RATE = /率$/;

/**
 * Tells whether a target is of several years (年均增长7%, 五年新增就业4500万人, 到2015年能耗降低16%), so that one year's
 * figure cannot answer it. What is to be reached at their end is of the last year.
 */
export function isOverYears(report: Report, stated: Stated): boolean {
  const { observation } = stated;
  const horizon = endYear(observation.period) > (report.meta.year ?? endYear(observation.period));
  if (RATE.test(observation.name)) return false;
  if (isMove(observation)) return horizon || isMean(report, observation);
  return !isState(stated) && isSumOfFive(report, observation);
}
