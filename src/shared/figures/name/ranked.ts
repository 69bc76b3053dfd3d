import type { NumberToken } from '../number/token';

/** Verbs that say a place among others is taken. */
const STANDS =
  /^(.*)(?:(?:持续|连续|继续|首次|已|均)*(?:稳居|位居|居于|(?<![安定宜旧移群邻同民稳位跃])居(?![民住家室委])|位列|位于|名列|(?<![系序班陈下行并专位名])列(?=全|第|世|前|$|[东中西]部)|排名|排在|排(?=全|在|名|第|世|$)|跻身|蝉联|保持|进入(?=全|世|国|前|[东中西]部)|跃居|(?:上升|提升|跃升|攀升|(?<![上提跃攀])升|前移|前进)[到至]))[^,。;、“”]{0,14}$/;
/** 在群众满意度测评中: what was judged belongs to the name. */
const JUDGED = /在([^,。;、]{2,16}(?:评价|考核|测评|评比|评估))中$/;
const AMONG = /在(?:全[国省市县区州]|世界|全球|[^,。;、]{2,12}中$)[^,。;、]{0,8}$/;

/** The words before a rank without those that say among whom it is (居西北第二, 在全市平原县排名第二). */
export function placedIn(left: string, { unitClass, unit }: NumberToken): string {
  if (unitClass !== 'rank' && unit !== '位') return left;
  const before = STANDS.exec(left)?.[1];
  return before === undefined ? left : before.replace(JUDGED, '$1').replace(AMONG, '');
}
