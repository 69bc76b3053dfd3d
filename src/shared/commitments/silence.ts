import { BARE, VAGUE } from './candidate';
import { fold } from './fold';
import { pairsOf, sharedOf } from './pairs';
import type { Question } from './outcome';
import { WEIGHTS } from './weights';

/** A smaller number (3个) stands everywhere and tells nothing. */
const TELLING = 10;

/** So much of a name within one paragraph may well be the thing. */
const MOST_OF_NAME = 0.7;

/**
 * Words that make a number a condition, a result or a stock that is there already, a thing of several years or a note, and no goal of
 * the year: 纳税过百万元的企业, 聚焦12个产业, 今后一个时期, [4]“三创四建”：…
 */
const NO_GOAL =
  /(?:^|[，、])(?:聚焦|围绕|依托|发挥|利用|覆盖|服务|现有|对)[^，、]{0,12}$|(?:今后|未来)[^。]{0,8}(?:时期|年)|[三五]年内|“[^”]+”[:：即]|是指|已(?:建成|完成|累计|精简|取消|达)|由[^。；]{0,24}(?:下降|降低|上升|提高|增加)到|接近$|^\s*[[［（(]?\d{1,2}[\]］)）]/;
/** What follows the number of a condition (过百万元的, 30%以下“空心村”), of a paper (25条措施), or of the head of a list (1项：…). */
const NO_GOAL_AFTER =
  /^.{0,4}?(?:(?:以[上下内])?(?:的[^，。；]|[:：])|以[上下内][“一-龥]|(?:措施|意见|政策))/;

/** Whether a report says nothing at all of a target, so that 未提及 may be told as sure. */
export const isSilent = (question: Question): boolean =>
  question.matches.length === 0 &&
  (question.hit?.strength ?? 0) < WEIGHTS.silent.value &&
  !VAGUE.test(question.target.indicator) &&
  !BARE.test(question.target.indicator) &&
  isGoal(question) &&
  !saysNumber(question) &&
  !saysName(question);

function isGoal({ source: { clean }, target: { range, unit } }: Question): boolean {
  const before =
    clean
      .slice(Math.max(0, range.start - 60), range.start)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  const after = clean.slice(range.end, range.end + 24);
  return (
    !NO_GOAL.test(before) && !NO_GOAL_AFTER.test(after.startsWith(unit) ? after.slice(unit.length) : after)
  );
}

/** The very number stands in the report with its unit (改造8000座户厕 → 改造旱厕8000座). */
function saysNumber({ source, target: { range, unit, value }, report }: Question): boolean {
  if (typeof value === 'number' && value < TELLING && Number.isInteger(value)) return false;
  const printed = source.clean.slice(range.start, range.end);
  const whole = printed.endsWith(unit) ? printed : printed + unit;
  return report.clean.includes(whole);
}

/** One paragraph holds most of the name, though no clause of it does (园区…。实现产值…). */
function saysName({ target: { indicator }, report }: Question): boolean {
  const name = pairsOf(fold(indicator));
  return report.paragraphs.some(({ range: { start, end } }) => {
    const shared = sharedOf(name, pairsOf(fold(report.clean.slice(start, end))));
    return shared >= name.length * MOST_OF_NAME;
  });
}
