import { hanValue } from './han';
import { tokenOf, type NumberToken } from './token';

const RANK = /第([一二三四五六七八九十]{1,3}|\d{1,3})(位|名)?/y;
const FRONT = /前([一二三四五六七八九十]{1,3}|\d{1,3})(?:(?:强|位|名)|(?=$|[,。;、)]))/y;
/** 稳居全省前三: without 位 only where it is said among whom. */
const AMONG = /(?:[全我][国省市县区州]|世界|全球|[东中西]部)[^,。;\d]{0,6}$/;
const RANK_SCOPE =
  /(?:[全我本][国省市区县州旗]|全自治区|世界|全球|中部|西部|东部|地区|省会|同类|各市|各县|排|居|列|位|排名|增速|增幅|保持|前移至|上升到|升至|第[一二三四五六七八九十\d]{1,3}位?[、和])[^,。;]{0,8}$/;

/** A rank (第一位, 首位, 前30强) at `at`; null elsewhere. */
export function readRankAt(text: string, at: number): NumberToken | null {
  const char = text.charAt(at);
  if (char === '第') return readRank(text, at);
  if (char === '前') return readFront(text, at);
  return char === '首' ? readHead(text, at) : null;
}

const numeralValue = (text: string): number => (/^\d/.test(text) ? Number(text) : (hanValue(text) ?? 0));

function readRank(text: string, at: number): NumberToken | null {
  RANK.lastIndex = at;
  const found = RANK.exec(text);
  if (!found) return null;
  const [all, numeral = '', unit] = found;
  const tail = at + all.length;
  const next = text.charAt(tail);
  const ends = next === '' || /[,。;、)！!和与并且及]/.test(next);
  const moves = /^(?:上升|提高|前移|升|跃|下降|降|提升|前进)/.test(text.slice(tail, tail + 2));
  if (!ends && !moves && !(unit && !/[一-龥]/.test(next))) return skip(at, tail);
  const moved =
    moves && /^.{1,4}[到至为]第/.test(text.slice(tail, tail + 6)) && /[由从]$/.test(text.slice(0, at));
  if (!moved && !RANK_SCOPE.test(text.slice(Math.max(0, at - 16), at))) return skip(at, tail);
  return rank(numeral, { start: at + 1, head: at, tail }, '=');
}

function readFront(text: string, at: number): NumberToken | null {
  FRONT.lastIndex = at;
  const found = FRONT.exec(text);
  if (!found) return null;
  const [all, numeral = ''] = found;
  const tail = at + all.length;
  if (!/[强位名]$/.test(all) && !AMONG.test(text.slice(Math.max(0, at - 10), at))) return null;
  return rank(numeral, { start: at + 1, head: at, tail }, '<=');
}

/** 跻身全省20强: among the first twenty; without 前 only where a list of the best is entered. */
const TOP = /(\d{1,3})强(?![县市镇乡企度劲化])/y;
const ENTERS =
  /(?<!\d[\d,]*[余多]?[个家户所名项人支][^,。;]*)(?:跻身|进入|入围|入选|位列|位居|名列|列入|上榜|列|居|获评|荣登|登上|晋级)[^,。;\d]{0,14}$/;

/** 20强 at `at`, as a rank of at most 20; null elsewhere. */
export function readTop(text: string, at: number): NumberToken | null {
  TOP.lastIndex = at;
  const found = TOP.exec(text);
  if (!found || !ENTERS.test(text.slice(Math.max(0, at - 36), at))) return null;
  return rank(found[1] ?? '', { start: at, head: at, tail: at + found[0].length }, '<=');
}

const HEAD = /首(?=位(?![度数置于])|$)/y;

function readHead(text: string, at: number): NumberToken | null {
  HEAD.lastIndex = at;
  if (
    !HEAD.test(text) ||
    !/(?:[全我本][国省市区县州]|世界|全球|居|列)[^,。;]{0,4}$/.test(text.slice(Math.max(0, at - 8), at))
  )
    return null;
  if (/[放摆]在$/.test(text.slice(0, at))) return null;
  return tokenOf({ start: at, end: at + 1, head: at }, 1, {
    tail: at + 2,
    unit: '位',
    unitClass: 'rank',
    bound: '=',
  });
}

const rank = (
  numeral: string,
  { start, head, tail }: Pick<NumberToken, 'start' | 'head' | 'tail'>,
  bound: '=' | '<=',
): NumberToken =>
  tokenOf({ start, end: start + numeral.length, head }, numeralValue(numeral), {
    tail,
    unit: '位',
    unitClass: 'rank',
    bound,
  });

/** An ordinal that is no quantity: kept as a token so that its digits are not read again. */
const skip = (at: number, tail: number): NumberToken =>
  tokenOf({ start: at, end: tail, head: at }, 0, { tail, unit: '', unitClass: 'bare', bound: '=' });
