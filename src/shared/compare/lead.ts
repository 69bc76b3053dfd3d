/** What numbers a passage and changes when passages move: 一是, （二）, 三、, 第四，, ——. */
const NUMBER =
  /^[\s—–-]*(?:[一二三四五六七八九十]{1,2}是要?|第[一二三四五六七八九十]{1,2}[，,、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d))\s*/;

/** Length of the printed number a passage opens with; 0 where it has none, or is nothing else. */
export function numberLength(text: string): number {
  const length = NUMBER.exec(text)?.[0].length ?? 0;
  return length < text.trimEnd().length ? length : 0;
}

/** What a web page prints around a report. It is shown, for every character is, and pairs with nothing. */
const FURNITURE =
  /^[\s【[]*(?:(?:信息|文章|新闻|稿件)?来源\s*[：:]|作者\s*[：:]|(?:发布)?(?:时间|日期)\s*[：:]|(?:责任)?编辑\s*[：:]|阅读|浏览|点击|开心网|人人网|新浪微博|腾讯微博|QQ空间|微信\s*$|字号|字体|打印|分享到|扫一扫|内容摘要|上一篇|下一篇|关闭窗口|返回|搜索|免责声明|新华社记者|\d+\s*$)/;

export const isFurniture = (text: string): boolean => FURNITURE.test(text);

/** A clause that opens so speaks of what the clause before it names: 产量均居全国第2位. */
const SUBJECTLESS =
  /^[\s“]*(?:其中|均|产量|产值|规模|数量|总量|总数|占比|比重|增速|增幅|较|比上年|居|位居|位列|排名|同比|达到|营收|利润|均?创(?:历史|近|有)|历史性)/;

export const lacksSubject = (clause: string): boolean => SUBJECTLESS.test(clause);
