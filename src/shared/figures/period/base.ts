import type { Period } from '../../report';
import { planYears } from './plan-years';

const REACH = 44;
const MAY_COMPARE = /[比较与].*[年末]/;
/** 比2019年同期增长, 较“十三五”末提高: the words before a number that say what it is held against. */
const AGAINST =
  /(?:比|较|与)[^,;。\d]{0,2}(?:(\d{4})年|["“]?([一二三]?十[一二三四五])五?["”]?(?:时期)?末)(?:年?[底末]|同期|全年|相比,?)?[^,;。\d]{0,12}(?:\d[\d.]*%[、和与])?$/;

/** 是2005年的2.3倍. */
const TIMES_OF = /(?:是|为|相当于)(\d{4})年(?:同期)?的[近约]?$/;

/** 比2015年增加98天;空气综合指数(下降46.7%): the part before a 分号 is held against a year, and this one says nothing of its own. */
const CARRIED =
  /(?:比|较|与)(\d{4})年[^;。]*;(?![^;]*(?:[比较年月末]|同比|环比|累计))(?:PM\d[\d.]*|[^,:;。\d]){2,28}(?:\d[\d.]*%[、和与])?$/;
const CARRY_REACH = 90;

/** The period a growth is over, where the words before the number name another than the year before its own; else null. */
export function baseBefore(text: string, at: number, period: Period): Period | null {
  const near = text.slice(Math.max(0, at - REACH), at);
  const match =
    (MAY_COMPARE.test(near) ? AGAINST.exec(near) : TIMES_OF.exec(near)) ??
    (near.includes(';') ? CARRIED.exec(text.slice(Math.max(0, at - CARRY_REACH), at)) : null);
  if (match === null) return null;
  const plan = match[2] === undefined ? null : planYears(`${match[2].replace(/五$/, '')}五`);
  const year = match[1] === undefined ? (plan?.[1] ?? null) : Number(match[1]);
  const own = Number(period.slice(-4)) || 0;
  return year === null || year === own - 1 ? null : String(year);
}
