/** Whole lines that a web page sets around a report and no report contains. */
const STRONG =
  /ICP备\s*\d+|公网安备|^网站标识码|^版权所有|^Copyright|^©|^您访问的链接|^(?:您?(?:的|现在)?(?:当前)?|当前)所?[在处]?的?位置(?:是)?\s*[:：>＞]|^(?:上|下)一[篇条][:：]|^来源URL[:：]|^扫一扫|^浏览次数[:：]|^(?:关闭(?:本页|窗口|页面)|打印(?:本页|此页|文本|页面)|返回(?:顶部|首页|列表|上页)|加入收藏|设为首页|分享到[:：]?.{0,20}|字体?[号体][:：]?\s*[[【（(]?\s*[大中小\s]+[\]】）)]?|【?[打印关闭窗口收藏本页\s]+】)$/;
/** One fact of publication, on a line of its own. */
const LABELLED =
  /^[【[]?(?:责任编辑|责编|编辑|审核|校对|编校|值班编辑|浏览(?:次数|量)|阅读(?:次数|量|数)|点击(?:次数|量|数|率)|访问(?:次数|量)|字[号体](?:大小)?|索引号|主题(?:词|分类)|信息(?:来源|分类|索引)|发[布文](?:时间|日期|机构|单位)|发文字号|成文日期|生成日期|公开(?:方式|时限|范围|日期)|文件编号|更新(?:时间|日期)|录入时间|稿源|体裁分类|有效性|废止日期|名称)\s*[:：].{0,60}$/;
/** Labels of the line under a title (发布时间：… 来源：… 浏览次数：…). */
const LABELS =
  /(?:发布|发文|更新|录入)?(?:时间|日期)[:：]|(?:信息)?来\s*源[:：]|作\s*者[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]|字[号体](?:大小)?[:：]|责任编辑[:：]|索引号[:：]|文号[:：]|分享到?[:：]/g;
const BUTTONS =
  /打印(?:本页)?|分享(?:到)?|收藏|[[【（(]\s*大\s*中\s*小\s*[\]】）)]|关闭(?:窗口|本页)?|下载|全屏/g;
/** Words of menus and toolbars, taken as such only beside other matter of the page. */
const WEAK =
  /^(?:首页|大|中|小|[|>＞【】©«»\s]+|打印|下载|全屏|关闭|收藏|纠错|朗读|复制|分享|分享到|放大|缩小|登录|注册|搜索|更多|导航|无障碍(?:浏览|阅读)?|长者模式|繁體|适老化?|繁體中文|简体|繁体|EN|English|手机版|字[体号][:：]?|阅读[:：]?|评论[:：]?|放弃|是否继续？|继续访问|微信|微博|QQ空间|客户端|主办[:：].{2,20}|承办[:：].{2,20}|地址[:：].{2,40}|联系(?:电话|我们|方式)[:：]?.{0,20}|邮编[:：]?\s*\d*|网站(?:地图|声明|首页)|关于我们|隐私(?:声明|保护)|.{2,12}(?:微信|微博)|标签云|阅读排行|相关(?:阅读|链接|文章|信息)|热门(?:推荐|文章)|友情链接|互动交流|政务(?:服务|公开|动态)|政府信息公开|信息公开|公众参与|新闻(?:中心|动态)|走进.{2,4}|数据(?:发布|开放)|专题专栏|领导之窗|附件[:：]?)$/;

const SPACED = /(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fffA-Z:：])/g;
const INFO_LENGTH = 160;
const MENU_LENGTH = 80;
/** Labels that begin with 来源 or 作者 alone are a by-line, which stays. */
const BREADCRUMB = /^(?:网站)?首页\s*(?:[>＞›»→/|\\-]+|[:：])|^\S{2,12}(?:\s*[>＞›»→]\s*\S{2,16}){2,}$/;

/** Two labels, or a label and a button, or buttons and nothing else. */
function isInfo(text: string): boolean {
  if (text.length > INFO_LENGTH || /[。；]/.test(text)) return false;
  const labels = new Set(text.match(LABELS) ?? []).size;
  const buttons = new Set(text.match(BUTTONS) ?? []).size;
  if (labels >= 2 || (labels >= 1 && buttons >= 1)) return true;
  return buttons >= 2 && text.replace(BUTTONS, '').replace(/[\s|｜/:：【】[\]]/g, '') === '';
}

/** A row of a menu: words of menus and nothing else, parted by bars or spaces. */
function isMenu(text: string): boolean {
  const words = text.split(/[\s|｜/·]+/).filter((word) => word !== '');
  return (
    text.length <= MENU_LENGTH &&
    words.length >= 2 &&
    /[|｜]/.test(text) &&
    words.every((word) => WEAK.test(word))
  );
}

const isLabelled = (text: string): boolean => STRONG.test(text) || LABELLED.test(text);

/** Labels are spaced out to one width (名　称：, 责 任 编 辑：), and printed to both margins with gaps between. */
const closedUp = (text: string): string => text.replace(SPACED, '');

const isStrong = (text: string): boolean =>
  (text.length <= 80 && (isLabelled(text) || isLabelled(closedUp(text)) || BREADCRUMB.test(text))) ||
  isInfo(text) ||
  isMenu(text);

/** Which lines are matter of the page around the report; `texts` are the lines without blank ones, in order. */
export function findChrome(texts: readonly string[]): boolean[] {
  const strong = texts.map(isStrong);
  const weak = texts.map((text, index) => strong[index] === true || (text.length <= 40 && WEAK.test(text)));
  const counted = texts.map(
    (text, index) =>
      /^\d{1,6}次?$/.test(text) && weak[index - 1] === true && /[:：]$/.test(texts[index - 1] ?? ''),
  );
  return texts.map((_, index) => {
    const beside = weak[index - 1] === true || weak[index + 1] === true || counted[index + 1] === true;
    return strong[index] === true || counted[index] === true || (weak[index] === true && beside);
  });
}
