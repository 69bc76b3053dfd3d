import type { Observation, Series, SeriesPoint } from '../../report';
import { indicatorNamed } from '../indicator/lookup';
import { convert, unitValue } from '../unit/convert';
import { cutAtLeaps } from './leap';
import { thinIn } from './thin';

const isSpan = (period: string): boolean => /^\d{4}-\d{4}$/.test(period);

/** The year a period ends in; 0 where it names none. */
export const endYear = (period: string): number =>
  Number(isSpan(period) ? period.slice(5) : period.slice(0, 4)) || 0;

/**
 * Tells whether a figure of several years is the state at their end (a rate, a rank, 生产总值跨越3500亿元) and so stands
 * beside single years; a sum of five years does not.
 */
function isState({ measure, indicator }: Observation): boolean {
  if (measure === 'share' || measure === 'rank') return true;
  return measure === 'level' && indicatorNamed(indicator)?.state === true;
}

/** Words for an amount that do not say of what: each project's 完成投资 is a thing of its own. */
const BARE =
  /^(?:完成|实现|总|累计|累计完成|新增|年度|计划|到位|其中|谋划|实施|推进|谋划实施|安排|重点|重大|亿元以上|下达|争取)*(?:投资|资金|总投资|投资额|面积|建筑面积|占地面积|产值|产量|产能|规模|数量|人数|金额|里程|长度|收入|利润|税收|销售额|销售收入|营业收入|项目|企业|企业数量|床位|学位|试点范围|范围|改造|建设|投入)$/;

/** Tells whether a name does not say of what it is, so that two statements of it are not one thing by their name. */
export const isBareName = (indicator: string): boolean =>
  (BARE.test(indicator) || indicator.length < 2) && indicatorNamed(indicator) === null;

/** 户 and 家 count the same where the thing counted is an enterprise or another body. */
const BODIES = /(?:企业|主体|公司|商户|工厂|合作社|农场|机构|单位|院所|平台)$/;

const dimensionOf = ({ indicator, unit }: Observation): string =>
  /^[户家个]$/.test(unit) && BODIES.test(indicator) ? '家' : unitValue(unit).dimension;

/** Gives what must agree for two observations to be points of one series. */
function seriesKey(observation: Observation): string {
  const { indicator, place, measure, period, base, among, id } = observation;
  const span =
    isSpan(period) && !isState(observation)
      ? `${String(Number(period.slice(5)) - Number(period.slice(0, 4)) + 1)}年`
      : '';
  const own = isBareName(indicator) ? id : '';
  const over = base === undefined ? '' : `比${base}年`;
  return [indicator, place, measure, dimensionOf(observation), span, over, among ?? '', own]
    .filter((part, at) => at < 5 || part !== '')
    .join('|');
}

/** Joins observations of several reports into series, the richest first; repeated statements count once. */
export function buildSeries(reports: readonly (readonly Observation[])[]): readonly Series[] {
  const groups = new Map<string, Observation[]>();
  for (const observation of reports.flat()) {
    if (observation.duplicateOf !== null || endYear(observation.period) === 0) continue;
    const key = seriesKey(observation);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups].flatMap(([id, group]) => joined(id, group)).sort(byRichness);
}

/** One series of a group, and one of its own for each observation whose name says too little to join it. */
function joined(id: string, group: readonly Observation[]): readonly Series[] {
  const thin = thinIn(group);
  const [first = [], ...others] = cutAtLeaps(
    group.filter((observation) => !thin.has(observation)).sort(byPeriod),
  );
  const apart = [...others, ...[...thin].map((observation) => [observation])];
  const alone = apart.map((own) => seriesOf(`${id}|${own[0]?.id ?? ''}`, own));
  return first.length > 0 ? [seriesOf(id, first), ...alone] : alone;
}

const byRichness = (a: Series, b: Series): number =>
  b.points.length - a.points.length ||
  a.indicator.localeCompare(b.indicator, 'zh') ||
  a.id.localeCompare(b.id, 'zh');

function seriesOf(id: string, group: readonly Observation[]): Series {
  const sorted = [...group].sort(byPeriod);
  const last = sorted.at(-1) as Observation;
  const preferred = indicatorNamed(last.indicator)?.unit ?? last.unit;
  const unit = convert(1, last.unit, preferred) === null ? last.unit : preferred;
  return {
    id,
    indicator: last.indicator,
    topic: last.topic,
    place: last.place,
    measure: last.measure,
    unit,
    points: sorted.map((observation) => pointOf(observation, unit)),
  };
}

function pointOf(observation: Observation, unit: string): SeriesPoint {
  const { value, unit: own } = observation;
  const shown = (number: number): number => convert(number, own, unit) ?? number;
  return {
    observation,
    year: endYear(observation.period),
    value: typeof value === 'number' ? shown(value) : [shown(value[0]), shown(value[1])],
  };
}

const byPeriod = (a: Observation, b: Observation): number =>
  endYear(a.period) - endYear(b.period) ||
  a.kind.localeCompare(b.kind) ||
  a.report.localeCompare(b.report) ||
  a.range.start - b.range.start;
