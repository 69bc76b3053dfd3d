import { splitVerb } from '../name/subject';

/** Parts of a place that a report states figures for on their own. */
const CORE = /(?:中心城区|主城区|市本级|县本级|区本级)/;
const MAY_BE_PART = /城区|本级|每个|各/;
const EACH = /(?:每个|各)(?:县\(市、区\)|县\(市\)|县区|乡镇|区县|街道)/;
const WIDE =
  /^[^比较与同占超]?(全国|世界|全球)(?!\d+强|文明|卫生|先进|百强|首|唯一|最|率先|统一|推广|范围|前|第|排名|领先|[^,。]{0,8}(?:称号|示范|试点|先进|荣誉|位|名))/;
const NAMED =
  /^([一-龥]{2,4}?(?:高新区|经开区|开发区|示范区|新区|都市圈|城市群|经济圈|经济带|[市县区]))(?![级域政场民属内外直委长人])/;
const GENERIC =
  /^(?:达到|达标|分别|针对|攻坚|健康|优化|坚持|重点|通高速|撤[消销并]|签署|紧扣|精准|加强|完成|同类|非[禁]|先行|自贸|签约|争创|获评|入选|成为|把|将|[一二三四五六七八九十]是|.{0,3}[全我本其级]|今年|去年|以|依托|续建|消化|解决|深化|.{0,2}下达|提升|增速|围绕|聚焦|指导|推荐|全|我|本|各|每|该|两|多|其他|城|县|市|地|园|社|小|景|山|灾|校|片|街|辖|老|示范|开发|高新|中心城|主城|自治|贫困|在|对|新|为|个|支持|推动|实施|.{0,3}(?:推动|推进|建设|加快|持续|发展|打造|创建|支持|建成|带动|深化|完善))/;
const GENERIC_END =
  /(?:户区|省市|市县|整县|级市|地区|园区|社区|小区|景区|城区|市区|灾区|山区|校区|片区|街区|辖区|城市|超市|门市|上市|夜市|集市|都市|库区|牧区|矿区|(?<!丰)台区|灌区|厂区|禁区|郊区|疫区|城镇化区|林区|老区|特区|开放区|展区|试验区|功能区|聚集区|集聚区|保护区|服务区|产业区)$/;

/** The place a clause speaks of, other than the report's own; null where it names none. */
export function placeOf(clause: string): string | null {
  const core = MAY_BE_PART.test(clause) ? (CORE.exec(clause)?.[0] ?? EACH.exec(clause)?.[0]) : undefined;
  if (core) return core;
  const wide = WIDE.exec(clause)?.[1];
  if (wide !== undefined) return wide;
  const named = NAMED.exec(clause)?.[1];
  return named && !GENERIC.test(named) && !GENERIC_END.test(named) && splitVerb(named).noun === named
    ? named
    : null;
}

/** 全省 in a city's report, 全市 in a county's: a place that holds the reporting one. */
const ABOVE =
  /^[、,]?(?:同期|其中)?([全我]省|[全我]市|全自治区|全州)(?!\d+强|文明|卫生|先进|百强|首|唯一|最|率先|统一|推广|范围|前|第|排名|领先|平均|重点|性|社会|上下|各|人民|上|[^,。]{0,8}(?:称号|示范|试点|先进|荣誉|位|名|典型|标杆|表彰|通报))/;
const LEVELS = '区县旗市州省国';

/** A place above the reporting one that a clause begins with; null where it names none. */
export function placeAbove(clause: string, home: string): string | null {
  const named = ABOVE.exec(clause)?.[1];
  if (named === undefined || home === '') return null;
  const level = LEVELS.indexOf(named.endsWith('自治区') ? '省' : named.slice(-1));
  return level > LEVELS.indexOf(home.slice(-1)) ? named.replace('我', '全') : null;
}
