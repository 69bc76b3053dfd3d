/** The three sectors whose shares a ratio states. */
const SECTORS = ['第一产业', '第二产业', '第三产业'];
/** Words before a ratio that say it is of the three sectors. */
export const OF_SECTORS =
  /(?:三次|三大|三产|一二三|一、二、三)[^,。;]{0,4}(?:产业|次产业|产|结构|比)|产业(?:结构|比例|比重|构成)/;

/** The name of one part of a ratio of the three sectors (12.8:40.1:47.1), from 1. */
export const partName = (part: number): string => `${SECTORS[part - 1] ?? '产业'}比重`;
