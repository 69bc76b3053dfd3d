import type { Period, Role } from '../report';

const FIVE_YEARS =
  /过去(的)?五年|五年来|五年.{0,8}(回顾|成就|总结)|“?([六七八九十]|十[一二三四五])五”?(时期|期间).{0,20}(回顾|成就)/;
const REVIEW = /回顾|回眸|工作总结|过去(的)?一年|工作情况|主要成就|取得.{0,6}成(就|效|绩)/;
const LIVELIHOOD = /(民生|惠民)实事|[十百\d]件.{0,6}实事/;
const WORDS: readonly (readonly [RegExp, Role])[] = [
  [LIVELIHOOD, 'livelihood'],
  [/总体要求|指导思想|总体思路|总体部署|基本思路/, 'requirements'],
  [/原则/, 'principles'],
  [/(预期|奋斗|主要|发展)目标|目标任务/, 'targets'],
  [/重点工作|工作安排|工作部署|(主要|工作|重点)任务|今年.{0,4}工作|自身建设|下一步|政府工作$/, 'plan'],
  [/做好.{0,10}工作|\d{4}年(的)?(主要|重点)?工作(及|和)|(今后|未来)五年/, 'plan'],
];

/** The role a main heading's words tell, or null. */
export function roleOfHeading(heading: string): Role | null {
  const year = heading.search(/\d{4}年|[一二]九?[〇○零一二三四五六七八九]{3}年/);
  const five = heading.search(FIVE_YEARS);
  if (five >= 0 && (year < 0 || five < year)) return 'five-year';
  if (REVIEW.test(heading)) return 'review';
  return WORDS.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
}

const ASKS: ReadonlySet<Role> = new Set(['requirements', 'principles', 'targets']);
const TASKS = /任务|举措|措施|工作(?:安排|部署|重点|打算|计划)|(?:重点|主要|各项)工作|工作$/;

/** Tells whether a main heading names the tasks beside the requirements or goals it begins with (“总体要求和主要任务”). */
export function opensPlan(heading: string): boolean {
  const role = roleOfHeading(heading);
  return (
    role !== null &&
    ASKS.has(role) &&
    TASKS.test(
      heading.replace(/目标任务|工作(?:的)?总体|工作思路/g, (words) => (words === '目标任务' ? '任务' : '')),
    )
  );
}

const AHEAD = /^(今后|未来)五年.{0,16}(思路|目标|任务|要求|工作)/;

/** A role that stands against the parent's: the ten livelihood tasks and the next five years are told by their heading alone. */
export function roleOfSubheading(heading: string): Role | null {
  if (heading.length > 24) return null;
  if (LIVELIHOOD.test(heading)) return 'livelihood';
  return AHEAD.test(heading) ? 'plan' : null;
}

const DONE =
  /了|已|获批|建成|完成|荣获|达到|圆满|成功|同比|实现|稳居|入选|被|创历史|突破|累计|显著|明显|开工/g;
const PLANNED =
  /要|力争|确保|加快|推进|推动|深入|大力|加强|完善|深化|强化|健全|优化|着力|积极|坚持|落实|促进|以上|努力/g;
/** Reviews use words of planning too, plans few words of result; measured on 248 sections whose headings tell their role. */
const DONE_SHARE = 0.3;

/** Tells whether a text tells what was done or what is to be done, by the words of either. */
export function tenseOf(text: string): 'done' | 'planned' {
  const done = text.match(DONE)?.length ?? 0;
  const planned = text.match(PLANNED)?.length ?? 0;
  return done > (done + planned) * DONE_SHARE ? 'done' : 'planned';
}

/** “八五” began in 1991, “十五” in 2001, “十一五” in 2006: five years each. */
const PLAN_START: Readonly<Record<string, number>> = {
  六: 1981,
  七: 1986,
  八: 1991,
  九: 1996,
  十: 2001,
  十一: 2006,
  十二: 2011,
  十三: 2016,
  十四: 2021,
  十五: 2026,
};

/** The years a report is about: the one it is given in and the one it looks back on. */
export interface ReportYears {
  readonly year: number | null;
  readonly reviewed: number | null;
}

/** The period a heading of this role speaks of in a report of these years. */
export function periodOf(role: Role, heading: string, { year, reviewed }: ReportYears): Period | null {
  const named = /(\d{4})年/.exec(heading.normalize('NFKC'))?.[1];
  switch (role) {
    case 'front':
    case 'closing':
    case 'credits':
      return null;
    case 'five-year':
      return planOf(heading) ?? (year === null ? null : `${year - 5}-${year - 1}`);
    case 'review':
      return named ?? (reviewed === null ? null : String(reviewed));
    case 'requirements':
    case 'principles':
    case 'targets':
    case 'plan':
    case 'livelihood':
      if (/今后五年|未来五年/.test(heading) && year !== null) return `${year}-${year + 4}`;
      return named ?? aheadOf(heading, year) ?? (year === null ? null : String(year));
  }
}

/** The years of the five-year plan a heading names. */
function planOf(heading: string): Period | null {
  const start = PLAN_START[/(十[一二三四五]|[六七八九十])五/.exec(heading)?.[1] ?? ''];
  return start === undefined ? null : `${start}-${start + 4}`;
}

/** Of a plan only one that is not over yet; “十四五”开局之年 names a year. */
function aheadOf(heading: string, year: number | null): Period | null {
  const span = /五”?(?:时期|期间)/.test(heading) ? planOf(heading) : null;
  return span !== null && year !== null && Number(span.slice(5)) >= year ? span : null;
}
