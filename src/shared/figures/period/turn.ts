import type { Paragraph, Period, Range, Report, Section, Sentence } from '../../report';
import { planYears } from './plan-years';
import { reviewYearOf, settingIn, settingOf, type Setting } from './setting';

/** How far into a paragraph its opening words reach. */
const HEAD = 34;
const OPENING =
  /^\s*(?:[（(][一二三四五六七八九十][)）]|[一二三四五六七八九十]、|——)?(?:各位代表[！，,!]?\s*)?(?:同志们[！，]?)?/;

/** Openings by which a review goes over to one year, or to the span of years, until it says otherwise. */
const TO_YEAR =
  /^(?:在?刚刚|刚)过去的(?:一年|(\d{4})年)|^(?:过去的?一年|一年来|这一年|回顾过去的?一年)|^(\d{4})年是/;
const TO_SPAN =
  /^(?:这五年|五年来|过去(?:的)?五年|本届政府|回顾过去五年|过去的五年|“?([一二三]?十[一二三四五]五)”?(?:时期|期间|以来|五年))/;
/** 过去一年，… in a plan looks back on the year before. */
const PAST_YEAR = /^过去的?一年[，,]/;
/** The same for a plan. */
const TO_PLAN_YEAR = /^(?:今年|(\d{4})年(?:是|，|,|全|政府|经济|工作|主要|的))/;
const TO_PLAN_SPAN = /^(?:今后(?:的)?五年|未来五年|[“"]?([一二三]?十[一二三四五]五)[”"]?(?:时期|期间|末))/;

/** The settings of paragraphs asked for in reading order: the section's, as the openings of paragraphs turn it. */
export function turningSettings(report: Report): (paragraph: Paragraph) => Setting {
  const reviewYear = reviewYearOf(report.meta);
  const known = new Map<number, Setting>();
  let period: Period | null = null;
  let scope = '';
  return (paragraph) => {
    const section = report.sections[paragraph.section];
    const setting = known.get(paragraph.section) ?? settingOf(report, section, reviewYear);
    known.set(paragraph.section, setting);
    const here = `${String(topOf(report, section))}|${setting.kind}`;
    if (here !== scope) {
      period = null;
      scope = here;
    }
    const past = pastIn(report, paragraph, setting);
    if (past) return past;
    period = turnOf(report, paragraph, setting) ?? period;
    return settingIn(report, paragraph, period === null ? setting : { ...setting, period });
  };
}

/** The outermost section around one: a turn holds no further. */
function topOf({ sections }: Report, section: Section | undefined): number {
  let top = section;
  while (top?.parent !== null && top?.parent !== undefined) top = sections[top.parent];
  return top?.index ?? -1;
}

/** First characters of all openings: most sentences turn nothing and are done at once. */
const MAY_TURN = /[\s\d（(“"—这五过本回十刚在一今未各同二三四六七八九]/;

/** The setting from one sentence of a paragraph on: 过去五年，… in mid-paragraph speaks of five years to its end. */
export function turnedBy(report: Report, sentence: Sentence, setting: Setting): Setting {
  if (!MAY_TURN.test(report.clean.charAt(sentence.range.start))) return setting;
  if (setting.reviewYear <= 0) return setting;
  const past = pastIn(report, sentence, setting);
  if (past) return past;
  const period = turnOf(report, sentence, setting);
  return period === null || period === setting.period ? setting : { ...setting, period };
}

/** A plan that stops to look back (“十五”期间，…; 过去五年，…; 过去一年，…) does so to the end of the paragraph only. */
function pastIn({ clean }: Report, { range }: Pick<Paragraph, 'range'>, setting: Setting): Setting | null {
  if (setting.kind !== 'target' || setting.reviewYear <= 0) return null;
  const text = openingOf(clean, range);
  const looksBack = TO_SPAN.test(text) || PAST_YEAR.test(text);
  const period = looksBack ? reviewTurn(text, setting.reviewYear) : null;
  return period === null ? null : { ...setting, kind: 'result', period };
}

const openingOf = (clean: string, { start, end }: Range): string =>
  clean.slice(start, Math.min(end, start + HEAD)).replace(OPENING, '');

function turnOf({ clean }: Report, { range }: Pick<Paragraph, 'range'>, setting: Setting): Period | null {
  if (setting.reviewYear <= 0) return null;
  const text = openingOf(clean, range);
  return setting.kind === 'target'
    ? planTurn(text, setting.reviewYear + 1)
    : reviewTurn(text, setting.reviewYear);
}

function reviewTurn(text: string, year: number): Period | null {
  const single = TO_YEAR.exec(text);
  if (single) {
    const named = Number(single[1] ?? single[2] ?? year);
    return named === year ? String(year) : null;
  }
  const span = TO_SPAN.exec(text);
  if (!span) return null;
  const plan = span[1] === undefined ? null : planYears(span[1]);
  if (plan && plan[1] <= year) return `${String(plan[0])}-${String(plan[1])}`;
  return plan ? null : `${String(year - 4)}-${String(year)}`;
}

function planTurn(text: string, year: number): Period | null {
  const single = TO_PLAN_YEAR.exec(text);
  if (single) return single[1] === undefined || Number(single[1]) === year ? String(year) : null;
  const span = TO_PLAN_SPAN.exec(text);
  if (!span) return null;
  const plan = span[1] === undefined ? null : planYears(span[1]);
  return plan
    ? plan[1] >= year
      ? `${String(plan[0])}-${String(plan[1])}`
      : null
    : `${String(year)}-${String(year + 4)}`;
}
