import type { ReportMeta } from '../../report';
import { foundIn, type Found } from './plain';

type Speaker = NonNullable<ReportMeta['speaker']>;

const OFFICES = '(?:省长|市长|区长|县长|旗长|州长|镇长|乡长|盟长|专员|主席|总理|(?:管委会|管理委员会)主任)';
/** What the office is of: a place, or its rank alone (省人民政府省长). */
const OF =
  '(?:[\\u4e00-\\u9fff]{1,13}(?:省|自治区|自治州|自治县|市|区|县|旗|州|盟|镇|乡)|自治区|自治州|自治县|省|市|区|县|旗|州|盟)?';
const OFFICE = `${OF}\\s?(?:人民政府|政府|国务院|行政公署)?\\s?(?:代理|代|副)?\\s?${OFFICES}`;
const NAME = '[\\u4e00-\\u9fff·]{1,3}\\s?[\\u4e00-\\u9fff·]{1,6}';
/** Words that follow an office and are no name. */
const NO_NAME = /^(?:同志|作|代表|在|主持|报告|助理|办公|热线|负责|质量|会议|讲话|书记|信箱|专线|工作)/;

const PATTERNS: readonly RegExp[] = [
  new RegExp(`^(?:[—–―]{1,2})?(${OFFICE})\\s*[:：]?\\s*(${NAME})$`),
  new RegExp(`^报告人[：:]\\s*(${OFFICE})?\\s*([\\u4e00-\\u9fff·]{2,4})$`),
  new RegExp(
    `(?:会议上|大会上|日|[上会）)])\\s*[（(]?(${OFFICE})\\s*([\\u4e00-\\u9fff·]{2,4}?)[）)]?(?:同志|在|作|代表|$)`,
  ),
  new RegExp(`^[（(]?(${OFFICE})\\s*([\\u4e00-\\u9fff]{2,4}?)[）)]?(?:同志|在|作|代表|$)`),
];

/** Who gave the report, with the office held. */
export function findSpeaker(head: readonly string[]): Found<Speaker> | null {
  for (const pattern of PATTERNS)
    for (const text of head) {
      const [words, office, name] = pattern.exec(text) ?? [];
      if (words === undefined || name === undefined || NO_NAME.test(name)) continue;
      return foundIn(
        {
          name: name.replace(/\s/g, ''),
          office: office?.replace(/\s/g, '') ?? null,
        },
        words,
      );
    }
  return null;
}

/** The reporters a newspaper names. */
export function findReporters(bylines: readonly string[]): string[] {
  const names = bylines.flatMap((text) => (/记者\s*([^）)]*)/.exec(text)?.[1] ?? '').split(/[\s、]+/));
  return [...new Set(names.filter((name) => /^[\u4e00-\u9fff·]{2,4}$/.test(name) && name !== '整理'))];
}
