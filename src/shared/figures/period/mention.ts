import type { Period } from '../../report';
import { hanValue } from '../number/han';
import { HOLDS, signatureOf } from '../signature';
import { planYears } from './plan-years';
import type { Setting } from './setting';

/** A time the sentence names, with its place in the compact text. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  /** True for a time only compared with (比2006年, 是2006年的2.2倍) or a starting point (由2002年的). */
  readonly base: boolean;
  /** True for a part of the year (6月底前) and a year arrived at (增长到2020年的), which hold only in their own clause. */
  readonly part: boolean;
}

const HAN_YEAR = /[一二][○〇零一二三四五六七八九]{3}/;
const YEAR = `(?:\\d{4}|${HAN_YEAR.source})`;
const PATTERN = new RegExp(
  [
    `(?<from>${YEAR})年?[-—~至到、](?:${YEAR})(?:两|三)?年`,
    `(?<year>${YEAR})年(?:(?<month>\\d{1,2})月|(?<part>上半年|下半年|[一二三四]季度|第[一二三四]季度))?`,
    '(?<rel>去年|上年|今年|前年|明年|当年)(?<relPart>上半年|下半年|[一二三四]季度|\\d{1,2}月(?:份|底)?)?',
    '(?<whole>全年|年内|全年累计)',
    '(?<past>过去(?:的)?(?:五|5)年|(?:五|5)年(?:来|间|累计|共|平均)|本届政府|任期内|这五年|年均|平均每年|每年平均|年平均)(?!浓度|气温|值|降|蒸发|日照|径流|水位|相对|风速|PM|细颗粒)',
    '(?<![连后])(?:近|过去)?(?<span>[两二三四]|[234])年(?:来|间)|(?:近|过去)(?<spanOf>[两二三四五]|[2345])年(?!来|间)',
    '(?<within>[两二三四五六]|[23456])年(?:之?内|时间)|(?:未来|今后)(?<withinOf>[两二三四]|[234])年',
    '(?<century>本世纪末|二十世纪末|20世纪末)',
    '(?<next>今后五年|未来五年|未来5年|今后5年)',
    '“(?<plan>[一二三]?十?[一二三四五六七八九]五|[六七八九]五)”(?:(?<planStart>初)|(?<planEnd>末|期末|收官)|(?<during>期间|时期))?',
    '(?<upTo>前(?:\\d{1,2}|[两二三四五六七八九十]|十一)个月|前[两二三]个?季度|(?<!\\d)1(?:月?[-—~至到])\\d{1,2}月(?:份)?)',
    '(?<sub>上半年|下半年|[一二三四]季度|(?<!\\d)\\d{1,2}月(?:份|底|末)?(?:前|底前)?)',
  ].join('|'),
  'g',
);

const yearNumber = (text: string): number =>
  /^\d{4}$/.test(text)
    ? Number(text)
    : Number([...text].map((char) => (char === '○' ? 0 : (hanValue(char) ?? 0))).join(''));

const isYear = (year: number): boolean => year >= 1900 && year <= 2100;

const QUARTER: Readonly<Record<string, string>> = { 一: '-Q1', 二: '-Q2', 三: '-Q3', 四: '-Q4' };

function subPeriod(year: string, part: string): Period {
  if (part.startsWith('上半年')) return `${year}-H1`;
  if (part.startsWith('下半年')) return `${year}-H2`;
  const quarter = /([一二三四])季度/.exec(part)?.[1];
  if (quarter) return `${year}${QUARTER[quarter] ?? ''}`;
  const month = /^(\d{1,2})月/.exec(part)?.[1];
  return month && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : year;
}

function periodFor(
  groups: Readonly<Record<string, string | undefined>>,
  all: string,
  setting: Setting,
  base: boolean,
): Period | null {
  const { reviewYear } = setting;
  if (groups.from) {
    const to = all.replace(/^.*[-—~至到、]/, '').replace(/[两三]?年/, '');
    return isYear(yearNumber(groups.from))
      ? `${String(yearNumber(groups.from))}-${String(yearNumber(to))}`
      : null;
  }
  if (groups.year) {
    const year = yearNumber(groups.year);
    if (!isYear(year)) return null;
    const part = groups.month ? `${groups.month}月` : groups.part;
    return part ? subPeriod(String(year), part.replace('第', '')) : String(year);
  }
  if (reviewYear <= 0) return null;
  if (groups.rel) {
    const shift =
      {
        去年: setting.kind === 'result' && base ? -1 : 0,
        上年: setting.kind === 'result' && base ? -1 : 0,
        今年: 1,
        明年: 2,
        前年: -1,
        当年: null,
      }[groups.rel] ?? null;
    if (shift === null) return null;
    const year = String(reviewYear + shift);
    return groups.relPart ? subPeriod(year, groups.relPart) : year;
  }
  if (groups.past) return spanOf(setting) ?? fiveYears(setting);
  const years = groups.span ?? groups.spanOf;
  if (years) return setting.kind === 'result' ? lastYears(years, reviewYear) : null;
  const ahead = groups.within ?? groups.withinOf;
  if (ahead) return setting.kind === 'target' ? nextYears(ahead, reviewYear) : null;
  if (groups.next) return `${String(reviewYear + 1)}-${String(reviewYear + 5)}`;
  if (groups.plan)
    return planPeriod(groups.plan, groups.planStart ?? groups.planEnd ?? groups.during, setting);
  if (groups.upTo) return /^\d{4}$/.test(setting.period) ? firstMonths(setting.period, groups.upTo) : null;
  if (groups.sub) return /^\d{4}$/.test(setting.period) ? subPeriod(setting.period, groups.sub) : null;
  return null;
}

/** 年均 and 五年来 are of several years even where the section speaks of one. */
const fiveYears = ({ kind, reviewYear }: Setting): Period =>
  kind === 'target'
    ? `${String(reviewYear + 1)}-${String(reviewYear + 5)}`
    : `${String(reviewYear - 4)}-${String(reviewYear)}`;

/** 近三年, 两年来: that many years up to the last one looked back on. */
const lastYears = (count: string, reviewYear: number): Period =>
  `${String(reviewYear + 1 - (/\d/.test(count) ? Number(count) : (hanValue(count) ?? 1)))}-${String(reviewYear)}`;

/** 两年内, 未来三年: that many years from the first one planned. */
const nextYears = (count: string, reviewYear: number): Period =>
  `${String(reviewYear + 1)}-${String(reviewYear + (/\d/.test(count) ? Number(count) : (hanValue(count) ?? 1)))}`;

/** 前11个月, 前三季度, 1-11月: from the start of the year to the end of that month (ISO 8601 interval 2025-01/11). */
function firstMonths(year: string, words: string): Period {
  const count = /[两二三四五六七八九十]+|\d{1,2}(?=个?月)/.exec(words)?.[0] ?? '';
  const months = (/\d/.test(count) ? Number(count) : (hanValue(count) ?? 0)) * (words.includes('季') ? 3 : 1);
  return months > 0 && months < 12 ? `${year}-01/${String(months).padStart(2, '0')}` : year;
}

/** The span of years the section speaks of, where it speaks of one. */
const spanOf = ({ period }: Setting): Period | null => (/^\d{4}-\d{4}$/.test(period) ? period : null);

function planPeriod(name: string, end: string | undefined, setting: Setting): Period | null {
  const years = planYears(name);
  if (!years) return null;
  if (end === '初') return String(years[0] - 1);
  if (end === '期间' || end === '时期') return `${String(years[0])}-${String(years[1])}`;
  return end
    ? String(years[1])
    : setting.kind === 'target'
      ? null
      : `${String(years[0])}-${String(years[1])}`;
}

const COMPARED_BEFORE = /(?:比|较|与|同|是|为|对|相当于|自|自从|较之|早在|始于|比照)$/;
const COMPARED_AFTER =
  /^(?:[末底初]?的|起|以来|相比|同期|末相比|底相比|年度全国|基础上|末增|底增|末提|底提|开始)/;
/** 2005年价, 2010年不变价: a measure of money. */
const PRICE_AFTER = /^(?:不变|可比)?价/;
/** 2007年新型农村合作医疗开展以来: only where it began. */
const SINCE_AFTER = /^[^,。;\d]{1,18}以来/;
/** 由2015年的2.6万亿元增长到2020年的3.62万亿元: the year arrived at is the number's own. */
const ARRIVES = /[加长高升降低少大展缩增减][到至](?:\d{4}|去|今|上|本)年[末底]?的/;
/** “十四五” as a name (“十四五”规划, “十四五”目标) says nothing of when. */
const NAME_AFTER = /^(?:规划|目标|开局|收官|高质量|纲要|任务|蓝图|决胜|良好)/;

/** All times a compact sentence names, in order. */
export function findMentions(text: string, setting: Setting): readonly PeriodMention[] {
  const mentions: PeriodMention[] = [];
  if (!(signatureOf(text) & HOLDS.time)) return mentions;
  PATTERN.lastIndex = 0;
  for (let found = PATTERN.exec(text); found; found = PATTERN.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    const before = text.slice(Math.max(0, start - 3), start);
    const after = text.slice(end, end + 5);
    const groups = found.groups ?? {};
    if ((groups.plan && !groups.during && NAME_AFTER.test(after)) || (groups.year && PRICE_AFTER.test(after)))
      continue;
    const arrives = ARRIVES.test(before + found[0] + after);
    const since = setting.kind === 'target' && /^[^,。;\d]{1,8}的/.test(text.slice(end, end + 10));
    const base =
      since ||
      (groups.year !== undefined && SINCE_AFTER.test(text.slice(end, end + 22))) ||
      COMPARED_BEFORE.test(before) ||
      (/[由从]$/.test(before) && groups.from === undefined && (groups.year ?? groups.rel) !== undefined) ||
      (COMPARED_AFTER.test(after) &&
        !groups.past &&
        !groups.sub &&
        !groups.during &&
        !groups.upTo &&
        !arrives);
    const period =
      groups.rel && /同期|底|末/.test(after.slice(0, 2)) && base
        ? null
        : periodFor(groups, found[0], setting, base);
    const alone = text.charAt(end) === ',' && (start === 0 || /[,;。:]/.test(text.charAt(start - 1)));
    if (period)
      mentions.push({
        start,
        end,
        period,
        base,
        part: arrives || (!alone && (groups.sub !== undefined || groups.upTo !== undefined)),
      });
    else if (base && groups.rel) mentions.push({ start, end, period: '', base: true, part: false });
  }
  return mentions;
}
