import { piecesOf, type Piece } from './clauses';
import { kindOf, NAMED, PHYSICAL, WORK } from './object';

const BRACKET = /[（(〔【[][^）)〕】\]]*[）)〕】\]]/g;
/** …等5个在建项目, 等一批重点工程: what all of a list are. */
const SUM =
  /等[^、，]{0,12}?(?:项目|工程|建设|企业|线路|道路|公路|铁路|高速|(?:城中村|棚户区|片区|老旧小区|道路|街巷)改造(?:提升)?)?(?:建设)?$/;
const TAIL = /(?:的?(?:规划)?(?:建设|创建)(?:任务|工作)?|任务|工作)$/;
const HEAD =
  /^(?:并|和|与|以及|及|将|对|把|以|由|用于|使|加快|推进|实施|总投资|投资|占地(?:面积)?|建筑面积)*(?:约|超|近)?(?:[\d.×]+[^的，、]{1,6}的)?/;
/** Endings that the last of a list lends to the ones before it (雄商、雄忻高铁). */
const LENT = /(?:铁路|高铁|城际|快线|高速(?:公路)?(?:[^，、]{0,6}期)?|国道|省道|大道|大桥|隧道|号线)$/;
/** 城里、麻园等城中村改造: what a list is summed up as is done to each. */
const MENDED = /(?:城中村|棚户区|片区|老旧小区|街巷)改造(?:提升)?$/;
const SHORT = 4;

const isThing = (text: string): boolean =>
  NAMED.test(text) || PHYSICAL.test(text) || WORK.test(text) || kindOf(text) === 'title';

/** The things a list names (甲、乙、丙等项目), without the words around them; one thing is a list of one. */
export function objectsIn(piece: Piece): readonly Piece[] {
  const listed = piece.text.replace(SUM, '');
  const parts = (
    isOneThing(listed) ? [whole(listed)] : piecesOf(listed, { start: 0, end: listed.length }, '、')
  )
    .flatMap(pairOf)
    .flatMap((part) => trimmed(piece.range.start, part));
  if (parts.length < 2) return parts;
  const lent =
    (MENDED.exec(piece.text.slice(listed.length)) ?? LENT.exec(parts.at(-1)?.text ?? ''))?.[0] ?? '';
  const full = parts.map(({ text, range }) => ({
    text: lent !== '' && !isThing(text) && text.length <= SHORT ? text + lent : text,
    range,
  }));
  return listed === piece.text || !/项目|企业|改造/.test(piece.text.slice(listed.length))
    ? full.filter(({ text }) => isThing(text))
    : full;
}

const whole = (text: string): Piece => ({ text, range: { start: 0, end: text.length } });

/** 示范园绿化、亮化、美化提升工程: words of two characters list what is done to one thing. */
const isOneThing = (text: string): boolean =>
  text
    .split('、')
    .slice(1)
    .some((part) => /^[绿亮美净硬]化|^.化$/.test(part));

const AND = /(?:和|以及|及|与)(?=[^和及与]{3,}$)/;

/** 发电厂和消纳场 are two things where both halves bear the ending of one. */
function pairOf({ text, range }: Piece): readonly Piece[] {
  const at = text.search(AND);
  const left = text.slice(0, Math.max(0, at));
  const right = text.slice(Math.max(0, at)).replace(/^(?:和|以及|及|与)/, '');
  const both = isThing(right.replace(TAIL, '')) && (isThing(left) || left.length <= SHORT);
  if (at < 2 || !both) return [{ text, range }];
  return [
    { text: left, range: { start: range.start, end: range.start + at } },
    { text: right, range: { start: range.end - right.length, end: range.end } },
  ];
}

function trimmed(offset: number, { text, range }: Piece): readonly Piece[] {
  const cut = HEAD.exec(text)?.[0].length ?? 0;
  const own = text.slice(cut).replace(BRACKET, '').replace(TAIL, '').trim();
  if (own === '') return [];
  return [{ text: own, range: { start: offset + range.start + cut, end: offset + range.end } }];
}
