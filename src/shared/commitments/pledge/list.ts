import { piecesOf, type TextPiece } from './clauses';
import { kindOf, NAMED, PHYSICAL, WORK } from './object';
import { distinctOf } from './specific';

const BRACKET = /[（(〔【[][^）)〕】\]]*[）)〕】\]]/g;
/** A bracket that the next clause closes: “两园两中心”（甲园，乙园）. */
const OPEN = /[（(〔【[][^）)〕】\]]*$|^[^（(〔【[]*[）)〕】\]]/;
/** …等5个在建项目, 等一批重点工程: what all of a list are. */
const SUM = /等[^、，等]{0,16}$/;
/** What sums a list up without saying what each is. */
const CLASS =
  /^等[^、]{0,6}?(?:\d+|[二三四五六七八九十百]+)(?:个|条|座|处|家|项|所|类|大).*$|^等(?:\d+|“[^”]*”|配套|基础|[一二三四五六七八九十百两]+|若干|一批|重大|重点|在建|续建|新建|签约|在谈|战略性|新兴|新型|省市|市|县|个|条|座|处|家|项|所|类|大|一系列|标志性|多个|城市|城市主干|主干|产业|工业|水利|交通|市政|民生)*(?:的)?(?:项目|工程|企业|线路|道路|公路|铁路|高速|领域|设施|平台|任务|工作|建设|园区|基地|地区|区域|河流|路段|街道|街巷|学校|医院|公园|景区|会议|活动|改革|制度|政策|规划)*(?:土地征迁|新建|翻修|建设|续建|改造|提升|整治)*(?:(?:推进|建设)(?:速度|进度))?$/;
/** 覆盖面广、带动能力强、效益好的项目: what things are to be like names none. */
const DESCRIBED = /[好强广高大多优快]的[^，、]{0,4}(?:项目|企业|工程)$/;
/** 加强进口、促进贸易平衡的指导意见: verbs between the marks are the title of one paper. */
const TITLED =
  /^(?:加强|促进|加快|推动|支持|鼓励|规范|完善|深化|进一步)[^，。]{2,24}的(?:指导|实施|若干)?(?:意见|办法|方案|细则|措施|规定)$/;
/** 青禾路、云麓街等道路绿化和临江口提升工程: a list that is summed up, and one thing more. */
const ALSO = /、.*等[^、，等]{1,12}(?:和|及)(?<next>[^、，和及]{4,})$/;
const TAIL =
  /(?:(?:\d{1,2}月(?:底|份|初)?前?|年底前?|年内|早日|尽早|尽快)+(?:建设)?(?:完工|建成|竣工|开工)?|的?(?:规划)?(?:建设|创建)(?:任务|工作)?|(?:项目)?(?:推进|建设|实施)(?:速度|进度|进程)|(?<=项目)进程|任务|工作)$/;
const HEAD =
  /^(?:以[^，、]{2,20}为[一-龥]{2}的)?(?:并|和|与|以及|及|将|对|把|以|由|用于|使|新一[批轮]|加快|推进|实施|谋划(?:实施|启动|建设|推动|推进)?|推动(?=.{4})|搭建|搞好|办好|好(?=[第“《]|全国|国家|中国|全省)|围绕|借力|探索|组织推荐|建立若干|建立(?=.{3})|运营(?!中心|管理)|总投资|投资|占地(?:面积)?|建筑面积)*(?:约|超|近)?(?:\d{4}年?(?=[^\d年月]))?(?:[\d.×]+[^的，、]{1,6}的)?/;
/** Endings that the last of a list lends to the ones before it (雄商、雄忻高铁). */
const LENT =
  /(?:铁路|高铁|城际|快线|高速(?:公路)?(?:[^，、]{0,6}期)?|国道|省道|大道|大桥|隧道|号线|高新区|经开区|开发区|幼儿园|小学|中学|片区改造|片区安置区|安置区|示范区|经济走廊|投资协定|自贸协定|铁路专用线|公园|水库|大道|(?:污水处理厂|处理厂|水厂|景区|医院|街|路|河|公园|片区|小区|市场|车站|社区|园区|变电站)[^，、]{0,4}(?:提标|扩容|升级|改造|提升|治理|整治|扩建|修复|建设)+[^，、]{0,6}(?:工程|改造|提升|治理|建设|整治|扩建|修复)|东延|西延|南延|北延|延伸)$/;
const SHORT = 4;

/** What is negotiated or set up by a decision. */
const AGREEMENT = /(?:协定|自贸区|自由贸易区|公约|制度|保险)$/;

const isThing = (text: string): boolean =>
  AGREEMENT.test(text) ||
  /改革试点$/.test(text) ||
  NAMED.test(text) ||
  PHYSICAL.test(text) ||
  WORK.test(text) ||
  ['title', 'event'].includes(kindOf(text));

/**
 * The things a list names (甲、乙、丙等项目), without the words around them; one thing is a list of one. `named` where
 * the clause says of each that it is a thing (甲湖、乙湖创建5A级景区), so that no ending has to.
 */
export function objectsIn(piece: TextPiece, named = false): readonly TextPiece[] {
  if (DESCRIBED.test(piece.text)) return [];
  if (TITLED.test(piece.text))
    return trimmed(piece.range.start, whole(piece.text)).map(({ text, range }) => ({
      text,
      range: { start: range.start, end: range.end },
    }));
  const next = ALSO.exec(masked(piece.text));
  const own = piece.text.slice(piece.text.length - (next?.groups?.next?.length ?? 0));
  if (next && isThing(own) && distinctOf(own) !== '') {
    const [list, other] = cutAt(piece, piece.text.length - own.length, 1);
    return [...listIn(list, named), ...listIn(other, named)];
  }
  return listIn(piece, named);
}

/** Cuts a piece in two and leaves out so many characters before the cut. */
function cutAt({ text, range }: TextPiece, at: number, joint: number): readonly [TextPiece, TextPiece] {
  const left = { text: text.slice(0, at - joint), range: { ...range, end: range.start + at - joint } };
  return [left, { text: text.slice(at), range: { ...range, start: range.start + at } }];
}

function listIn(piece: TextPiece, named: boolean): readonly TextPiece[] {
  const sum = SUM.exec(masked(piece.text))?.[0] ?? '';
  const listed = piece.text.slice(0, piece.text.length - sum.length);
  const shared = CLASS.test(sum) ? '' : sum.slice(1).replace(TAIL, '');
  const parts = (
    isOneThing(listed)
      ? [whole(listed)]
      : piecesOf(masked(listed), { start: 0, end: listed.length }, '、').map((part) => unmasked(listed, part))
  )
    .flatMap(quotedApart)
    .flatMap((part, index, all) => pairOf(part, index + 1 < all.length))
    .flatMap((part) => trimmed(piece.range.start, part));
  if (parts.length < 2 && shared === '') return parts;
  const lent = shared || (LENT.exec(parts.at(-1)?.text ?? '')?.[0] ?? '');
  const told = parts.filter(({ text }) => shared === '' || distinctOf(text) !== '');
  const full = told.map(({ text, range }) => ({
    text: takesUp(text, lent, shared) ? text + lent : text,
    range,
  }));
  if (full.length === 0) return trimmed(piece.range.start, whole(piece.text));
  if (named || sum !== '' || /项目$/.test(listed) || isBuilt(piece.text, parts)) return full;
  const things = full.filter(({ text }) => isThing(text));
  return things.length > 0 ? things : trimmed(piece.range.start, whole(listed));
}

/** 青禾古寨、云麓胜境、临江小镇规划建设: names of a list that is built, the last with the ending of a thing that stands. */
const isBuilt = (text: string, parts: readonly TextPiece[]): boolean => {
  const last = parts.at(-1)?.text ?? '';
  return (
    /规划建设$/.test(text) && PHYSICAL.test(last) && parts.every((part) => distinctOf(part.text).length > 2)
  );
};

/** Tells whether one of a list takes up what the list ends with: 职教中心、保定医院等过街天桥, 雄商、雄忻高铁. */
const takesUp = (text: string, lent: string, shared: string): boolean =>
  lent !== '' && !text.endsWith(lent) && (shared !== '' || (!isThing(text) && text.length <= SHORT));

/** The text with the marks inside of quotation marks and brackets hidden: 推行“双随机、一公开”监管 is one thing. */
const masked = (text: string): string =>
  text.replace(/\d#(?:、\d+#)+|“[^”]*”|（[^）]*）|\([^)]*\)|《[^》]*》/g, (inside) =>
    inside.replace(/[、和与及等]/g, '□'),
  );

const unmasked = (text: string, { range }: TextPiece): TextPiece => ({
  text: text.slice(range.start, range.end),
  range,
});

/** “甲产业园”“乙智慧城”项目: names set in quotation marks stand side by side without a comma. */
function quotedApart(part: TextPiece): readonly TextPiece[] {
  const at = part.text.indexOf('”“') + 1;
  if (at === 0) return [part];
  const [first, rest] = cutAt(part, at, 0);
  return [first, ...quotedApart(rest)];
}

const whole = (text: string): TextPiece => ({ text, range: { start: 0, end: text.length } });

/** 示范园绿化、亮化、美化提升工程: words of two characters list what is done to one thing. */
const isOneThing = (text: string): boolean =>
  text
    .split('、')
    .slice(1)
    .some((part) => /^[绿亮美净硬]化|^.化$/.test(part));

const AND = /(?:和|以及|及|与|暨)(?=[^和及与暨]{3,}$)/;
const AND_SHORT = /(?:和|以及|及|与|暨)(?=[^和及与暨]{2,}$)/;

/** 青禾软管和云麓佐剂生产项目: of a list of projects each is one, whatever its name ends in. */
const PROJECTS = /项目$/;

/** 发电厂和消纳场 are two things where both halves bear the ending of one. */
function pairOf({ text, range }: TextPiece, goesOn: boolean): readonly TextPiece[] {
  const at = masked(text).search(goesOn ? AND_SHORT : AND);
  const left = text.slice(0, Math.max(0, at));
  const right = text.slice(Math.max(0, at)).replace(/^(?:和|以及|及|与|暨)/, '');
  const named = isThing(right.replace(TAIL, ''));
  const both = named && (isThing(left) || (left.length <= SHORT && distinctOf(right) !== ''));
  // 第三小学二期和甘城、西朝阳幼儿园: what the next of the list ends with is lent to 甘城.
  const split =
    both ||
    (PROJECTS.test(text) && distinctOf(left).length > 2 && distinctOf(right).length > 2) ||
    (goesOn && isThing(left) && right.length <= SHORT);
  if (at < 2 || !split) return [{ text, range }];
  return [
    { text: left, range: { start: range.start, end: range.start + at } },
    { text: right, range: { start: range.end - right.length, end: range.end } },
  ];
}

function trimmed(offset: number, { text, range }: TextPiece): readonly TextPiece[] {
  const cut = HEAD.exec(text)?.[0].length ?? 0;
  const own = text.slice(cut).replace(BRACKET, '').replace(OPEN, '').replace(TAIL, '').trim();
  if (own === '') return [];
  return [{ text: own, range: { start: offset + range.start + cut, end: offset + range.end } }];
}
