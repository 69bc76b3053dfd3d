import type { ObservationKind, Period } from '../../report';
import { bisect } from '../../text';
import type { Statement } from '../clause/statement';
import { HOLDS, signatureOf } from '../signature';
import type { PeriodMention } from './mention';
import type { Setting } from './setting';
import { isTold } from './told';

export interface Timing {
  readonly kind: ObservationKind;
  readonly period: Period;
}

/** `2018-2022` -> 2022, `2024-06` -> 2024. */
const lastYear = (period: Period): number =>
  Number(period.length === 9 ? period.slice(5) : period.slice(0, 4));
const FROM = /(?:由|从)[^,。;]{0,20}$/;

/**
 * When a number is about and whether it is a result or a target: the last time named before it that still holds,
 * else the section's. `from` marks the first number of 由 A 提高至 B, which belongs to the year before the span.
 */
export function timingOf(
  text: string,
  { token, from, clause: { start, end } }: Pick<Statement, 'token' | 'from' | 'clause'>,
  mentions: readonly PeriodMention[],
  setting: Setting,
): Timing {
  const at = token.head;
  const compared = comparedWith(text, at, mentions);
  if (compared !== null) return { kind: 'result', period: compared };
  const main = mentions.length === 0 ? undefined : mainOf(text, { at, start, end }, mentions);
  const own = main?.period ?? setting.period;
  if (from) return { kind: 'result', period: fromPeriod(text, at, mentions, own) };
  const clause = text.slice(Math.max(start, at - SEGMENT), at);
  const period = main === undefined && isYearOnYear(clause) ? String(lastYear(own) || '') : own;
  const year = lastYear(period);
  if (setting.kind === 'target') {
    const past = main !== undefined && year <= setting.reviewYear;
    if (main === undefined && setting.reviewYear > 0 && isTold(text, at))
      return { kind: 'result', period: String(setting.reviewYear) };
    return { kind: past ? 'result' : 'target', period };
  }
  if (setting.reviewYear > 0 && year <= setting.reviewYear && isIntended(segmentBefore(text, at)))
    return { kind: 'target', period: String(setting.reviewYear + 1) };
  const ahead = main !== undefined && setting.reviewYear > 0 && year > setting.reviewYear;
  return {
    kind: ahead && !/-[QH0-9]/.test(period.slice(4)) && !REACHED.test(clause) ? 'target' : 'result',
    period,
  };
}

/** 比“十三五”末的510亿元: the number right after a time compared with is of that time. */
function comparedWith(text: string, at: number, mentions: readonly PeriodMention[]): Period | null {
  const near = mentions.findLast(({ end }) => end <= at);
  if (near === undefined || !near.base || near.period === '') return null;
  return /^(?:[末底初])?的?$/.test(text.slice(near.end, at)) && /[比较]$/.test(text.slice(0, near.start))
    ? near.period
    : null;
}

/** Growth over the year before is never a five-year figure. */
const YEAR_ON_YEAR = /(?:比上年|较上年|同比|比去年|较去年)/;
const isYearOnYear = (clause: string): boolean =>
  (signatureOf(clause) & HOLDS.yearOnYear) !== 0 && YEAR_ON_YEAR.test(clause);
const INTENDED = /(?:^|[,;。])[^,。;]{0,6}(?:拟(?!定)|计划安排)/;
const isIntended = (segment: string): boolean =>
  (segment.includes('拟') || segment.includes('计划安排')) && INTENDED.test(segment);
/** Words that show that a time of the current year is already past. */
const REACHED = /(?:已|以来|同期|春节期间|期间)/;

/** How far back words of one stretch between 分号 still tell on a number. */
const SEGMENT = 160;

/** The words before a number, back to the last 分号. */
const segmentBefore = (text: string, at: number): string => {
  const near = text.slice(Math.max(0, at - SEGMENT), at);
  return near.slice(near.lastIndexOf(';') + 1);
};
/** Where a number stands in its sentence, and from where to where its clause goes. */
interface NumberPlace {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** A time at the head of the sentence holds throughout, a later one up to the next 分号, a part of the year in its clause. */
function holds(text: string, { at, start, end }: NumberPlace, mention: PeriodMention): boolean {
  if (mention.part) return mention.start >= start && mention.end <= end;
  const near = mention.start <= HEAD_OF_SENTENCE || mention.end >= at - segmentBefore(text, at).length;
  return mention.end <= at && near;
}

const HEAD_OF_SENTENCE = 12;

/** The last time that still holds; the search goes back no further than a stretch between 分号 may reach, and then to the head. */
function mainOf(
  text: string,
  number: NumberPlace,
  mentions: readonly PeriodMention[],
): PeriodMention | undefined {
  const { at, start, end } = number;
  for (let index = countBefore(mentions, end) - 1; index >= 0; index--) {
    const mention = mentions[index];
    if (!mention || mention.end < Math.min(at - SEGMENT, start)) break;
    if (stands(text, number, mention)) return mention;
  }
  const head = mentions.slice(0, countBefore(mentions, HEAD_OF_SENTENCE + 1));
  return head.findLast((mention) => stands(text, number, mention));
}

const stands = (text: string, number: NumberPlace, mention: PeriodMention): boolean =>
  !mention.base && mention.period !== '' && holds(text, number, mention);

/** Tells how many mentions begin before an offset. */
const countBefore = (mentions: readonly PeriodMention[], offset: number): number =>
  bisect(mentions.length, (index) => (mentions[index]?.start ?? 0) < offset);

/** 由2002年7703元增加到2007年13786元，农村由2476元: the year from which one thing is told holds for the next. */
const startsSpan = (text: string, { start }: PeriodMention): boolean => /[由从]/.test(text.charAt(start - 1));

/** 由2002年的8960元: the year said; else the year before what the sentence speaks of. */
function fromPeriod(text: string, at: number, mentions: readonly PeriodMention[], own: Period): Period {
  const opening = FROM.exec(text.slice(Math.max(0, at - 24), at));
  const near = mentions.findLast(
    (mention) => mention.end <= at && opening !== null && mention.start >= at - opening[0].length,
  );
  if (near?.period) return near.period;
  const before = mentions.findLast((mention) => mention.end <= at && startsSpan(text, mention));
  const began = before?.period.slice(0, 4) ?? '';
  if (began !== '' && Number(began) < lastYear(own)) return began;
  const first = Number(own.slice(0, 4));
  return first > 0 ? String(first - 1) : '';
}
