import type { Caveat } from '../../report';
import type { Finder } from './context';

const caveat = (start: number, length: number, reason: string): Caveat => ({
  type: 'implausible',
  range: { start, end: start + length },
  reason,
});

/** A number with two points (58.5.3); dates (2025.1.9), numbers of headings and versions are none. */
const TWO_POINTS =
  /(?<![\d.A-Za-z])(?!(?:19|20)\d{2}\.)\d{1,6}\.\d+\.\d+(?=\s*(?:[%％‰]|[\u4e00-\u9fff]))(?![\d.])/g;
const AT_LINE = /(?:^|\n)\s*$/;

/** Rates that are parts of a whole and so end at 100 %. */
const PART =
  '(?:保护|覆盖|普及|入学|升学|合格|达标|处理|处置|绿化|城镇化|城市化|参保|就业|满意|巩固|办结|回收|完好|知晓|硬化|入园|供水|自来水普及|安全利用|综合利用|抽检合格|优良|通达|通畅|入户|签约|无害化处理|收集处理|检出)率|优良天数(?:比例|占比)|水质(?:优良|达标)比例|森林覆盖率|占(?:比|全[省市县国]的?比重)';
const RATE = new RegExp(`(${PART})(?:[^，。；、,;\\d]{0,8}?)(\\d{3,}(?:\\.\\d+)?)\\s*[%％]`, 'g');
/** Rates of these names are over a base of another kind and may pass 100 %. */
const OVER = /拨备|流动性|偿付|充足|毛入学|增长|提高了|增速|倍/;

/** Growth of the whole economy in one year that no place has had. */
const GROWTH =
  /(?:地区|国内)?生产总值(?:（GDP）|\(GDP\))?(?:(?:预计|完成|达到?|实现|突破)?[约近超]?\s*[\d.]+\s*[万千百]*亿元(?:以上|左右)?[，,]?)?(?:同比|按可比价(?:格)?计算[，,]?|比上年|较上年|实际)*(?:增长|增速(?:达到?|为)?)\s*(\d{2,}(?:\.\d+)?)\s*[%％]/g;
const MOST_GROWTH = 35;
/** Words before a figure by which it is of several years. */
const SPAN = /五年|四年|三年|年均|累计|以来|“十|翻|末|期间|届|规划|倍|同期|[比较与]\d{4}|比一九/;
const REACH = 60;

/** Numbers that cannot be as they are printed, whatever they count. */
export const findImplausible: Finder = ({ clean }) => [
  ...[...clean.matchAll(TWO_POINTS)].flatMap(({ index, 0: text }) =>
    AT_LINE.test(clean.slice(Math.max(0, index - 8), index))
      ? []
      : [caveat(index, text.length, `“${text}”有两个小数点，不是一个数。`)],
  ),
  ...[...clean.matchAll(RATE)].flatMap(({ index, 0: text, 1: name = '', 2: number = '' }) => {
    const before = clean.slice(Math.max(0, index - 6), index);
    if (Number(number) <= 100 || OVER.test(before + text)) return [];
    const at = index + text.lastIndexOf(number);
    return [caveat(at, number.length, `${name}是总数里的一部分，不会超过 100%，这里写作 ${number}%。`)];
  }),
  ...[...clean.matchAll(GROWTH)].flatMap(({ index, 0: text, 1: number = '' }) => {
    const before = sentenceBefore(clean, index);
    if (Number(number) <= MOST_GROWTH || SPAN.test(before + text)) return [];
    const at = index + text.lastIndexOf(number);
    return [
      caveat(at, number.length, `一年里生产总值增长 ${number}%，不合常理，像是多了一位或错了一个数字。`),
    ];
  }),
];

const sentenceBefore = (clean: string, index: number): string =>
  /[^。；;\n]*$/.exec(clean.slice(Math.max(0, index - REACH), index))?.[0] ?? '';
