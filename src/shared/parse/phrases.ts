/** Words that tell a source's by-lines and main headings apart from its prose. */

const OFFICE =
  /(?:人民政府|政府|国务院|行政公署)?(?:代理?|副)?(?:省长|市长|区长|县长|旗长|州长|主席|总理|盟长|专员)/;
const REPORTERS = /^[（(]?\s*(本报)?记者(\s|$|[\u4e00-\u9fff]{2,4}(\s[\u4e00-\u9fff]{2,4})*$)/;
const SOURCE_LINE = /^[（(]?(上接|下转|来源|作者|时间|发文|报告人|标题[：:]|正文[：:]|整理)/;
const DELIVERED =
  /^[—–―-]*\s*[（(]?(\d{4}|[一二〇○零]{4}|二[〇○零一二三四五六七八九]{3})\s*年.{1,8}日.{0,40}(会议|大会)/;

const SHORT_LINE = 46;

/** “川汇区人民政府区长 胡友涛”: an office and a name, nothing else. */
const SPEAKER_LINE = new RegExp(
  `^(?:——)?\\s*(\\S*?${OFFICE.source})\\s*([\\u4e00-\\u9fff·]{1,3}\\s?[\\u4e00-\\u9fff·]{0,6})$`,
);

export const isByline = (text: string): boolean =>
  REPORTERS.test(text) ||
  (text.length <= SHORT_LINE &&
    !/[。；;]/.test(text) &&
    (SOURCE_LINE.test(text) || DELIVERED.test(text) || (text.length <= 24 && SPEAKER_LINE.test(text))));

const MAIN_HEADING =
  /(工作(情况)?(的)?(回顾|总结)|总体要求|(奋斗|预期|主要)目标|(重点|主要)工作|(主要|工作|重点)任务|工作(安排|部署)|指导思想|(把握|坚持).{0,6}原则|过去五年|五年.{0,6}(回顾|成就)|时期.{0,10}(回顾|成就|目标)|自身建设|[十百\d]件.{0,8}实事$)/;

/** A short line without a final mark that names one of the parts every report has. */
export const isRoleHeading = (text: string): boolean =>
  text.length <= 36 &&
  !/[。；;，,]$/.test(text) &&
  !/[。；;]/.test(text) &&
  !/[:：]$/.test(text) &&
  MAIN_HEADING.test(text) &&
  !/[，,].*[，,]/.test(text);

/** “一是聚焦扩大内需，着力提消费促投资”: a line that begins so and has no final mark is a heading of its own. */
const ORDINAL = /^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，,、])\S+$/;
const ORDINAL_LENGTH = 40;

export const isOrdinalHeading = (text: string): boolean =>
  text.length <= ORDINAL_LENGTH && !/[。；;！？：:]$/.test(text) && ORDINAL.test(text);
