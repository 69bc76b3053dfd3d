const RANKS = '省|自治区|特别行政区|自治州|自治县|自治旗|地区|林区|新区|兵团|市|区|县|旗|州|盟';
const ENDS = new RegExp(`(?:${RANKS})$`);

/** Tells whether a word ends as the full name of a division does. */
export const isPlaceName = (word: string): boolean => ENDS.test(word) && word.length >= 2;

/** A place as a pattern: all Han up to the rank, at most as long as the longest name of a division. */
export const PLACE_PATTERN = `(?:(?!在)[\\u4e00-\\u9fff]){1,13}?(?:${RANKS})`;

const NESTED = /^(?:.{2,}?(?:省|自治区|自治州|市|州|盟|地区))(.+(?:县|区|旗|市))$/;

/** The innermost division of a chain, as a report calls itself: 保定市徐水区 gives 徐水区. */
export function innermost(place: string): string {
  const inner = NESTED.exec(place)?.[1];
  return inner === undefined || inner.length < 2 || /^(?:区|县|市|旗)/.test(inner) ? place : innermost(inner);
}
