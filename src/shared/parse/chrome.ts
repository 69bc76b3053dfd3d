/** Whole lines that a web page sets around a report and no report contains. */
const STRONG =
  /ICP备\s*\d+|公网安备|^网站标识码|^版权所有|^您访问的链接|^当前位置[:：]|^(上|下)一篇[:：]|^来源URL[:：]|^扫一扫|^浏览次数[:：]/;
/** Words of menus and toolbars, taken as such only beside other matter of the page. */
const WEAK =
  /^(首页|大|中|小|[|>【】©«»\s]+|打印|关闭|分享|无障碍|长者模式|繁體中文|EN|字体[:：]?|阅读[:：]?|评论[:：]?|放弃|是否继续？|继续访问|微信|微博|主办[:：].{2,20}|.{2,12}(微信|微博)|标签云|阅读排行|互动交流|政务服务|政府信息公开|领导之窗)$/;

/** Which lines are matter of the page around the report; `texts` are the lines without blank ones, in order. */
export function findChrome(texts: readonly string[]): boolean[] {
  const strong = texts.map((text) => text.length <= 80 && STRONG.test(text));
  const weak = texts.map((text, index) => strong[index] === true || (text.length <= 24 && WEAK.test(text)));
  const counted = texts.map(
    (text, index) =>
      /^\d{1,5}$/.test(text) && weak[index - 1] === true && /[:：]$/.test(texts[index - 1] ?? ''),
  );
  return texts.map((_, index) => {
    const beside = weak[index - 1] === true || weak[index + 1] === true || counted[index + 1] === true;
    return strong[index] === true || counted[index] === true || (weak[index] === true && beside);
  });
}
