/** How a name was found in another text. */
export interface Alias {
  /** True where the very words stand there. */
  readonly same: boolean;
  /** Why another wording is the same thing, as a Chinese sentence; null where the words are the same. */
  readonly evidence: string | null;
}

const MARKS = /[“”‘’"'《》〈〉\s]|[（(〔[][^）)〕\]]{0,20}[）)〕\]]/g;
/** Words that say nothing of which thing is meant. */
const ENDINGS =
  /(?:创建工作|建设工程|改造工程|工程|项目|建设|任务|工作|创建|编制|修订|修编|制定|起草|立法|试点|称号|行列|条例修订)$/;
const HEADS = /^(?:《|全省|全市|全县|全区|我省|我市|我县|我区|本市|省级|市级)/;

/** A clause or name without the marks that one text sets and another does not. */
export const bareOf = (text: string): string => text.replace(MARKS, '');

/** Gives what a thing is looked for by: its name without 工程, 项目 and the like; the whole name where little would be left. */
export function coreOf(object: string): string {
  const bare = bareOf(object).replace(HEADS, '');
  const short = bare.replace(ENDINGS, '').replace(/(?:的|及|等)$/, '');
  return short.length >= LEAST ? short : bare;
}

const LEAST = 3;
const SPAN = /^(.{2,6})至(.{2,6}?)((?:高速|城际|快速)?(?:铁路|公路|高速|高铁|通道|管道))$/;

/** 临江至云岚铁路 as it is called for short, 临云铁路. */
function shortOf(core: string): string | null {
  const [, from, to, kind] = SPAN.exec(core) ?? [];
  return from && to && kind ? `${from.charAt(0)}${to.charAt(0)}${kind}` : null;
}

const SAME: Alias = { same: true, evidence: null };

/** Finds a thing in a clause (both without marks): by its very name, its short name, or its characters in another order. */
export function aliasIn(core: string, clause: string): Alias | null {
  const at = clause.indexOf(core);
  if (at >= 0) {
    if (isOtherPart(core, clause, at)) return null;
    const inside = INSIDE.exec(clause.slice(at + core.length))?.[0];
    return inside === undefined
      ? SAME
      : { same: false, evidence: `原文说的是“${core}${inside}”，或是其中一部分` };
  }
  if (isListed(core, clause)) return SAME;
  const short = shortOf(core);
  if (short !== null && clause.includes(short))
    return { same: false, evidence: `“${short}”是“${core}”的简称（起讫地各取首字）` };
  const shorter = shortened(core, clause);
  if (shorter !== null) return { same: false, evidence: `“${shorter}”是“${core}”的省称` };
  const window = reordered(core, clause);
  return window === null
    ? null
    : { same: false, evidence: `“${window}”与“${core}”用字相同，只是次序不同或略有增减` };
}

const NICKNAME = /“([^”]{3,})”(?:项目|工程|建设|改造)*$/;

const LEVEL = /国家级?|全国|省级/g;

/** What a title is called apart from who grants it and to what: 国家级生态文明示范县, 全国生态文明建设示范区. */
const titleOf = (text: string): string =>
  text
    .replace(LEVEL, '')
    .replace(/建设|创建/g, '')
    .replace(/(?:县城|城区|城市|县|市|区)$/, '');

/** Finds a title told in the words of another list of titles, of the same level. */
export function titleIn(core: string, clause: string): Alias | null {
  const title = titleOf(core);
  if (title.length < LEAST_TITLE || /省级/.test(core) !== /省级/.test(clause)) return null;
  return titleOf(clause).includes(title)
    ? { same: false, evidence: `原文说的“${title}”与“${core}”多半是同一称号` }
    : null;
}

const LEAST_TITLE = 5;

/** Gives what a plan calls a thing for short (G234国道改扩建一期“大北环”), where a clause has it; marks of the clause may be gone. */
export function nicknameIn(object: string, clause: string): Alias | null {
  const name = NICKNAME.exec(object)?.[1];
  const at = name === undefined ? -1 : clause.indexOf(name);
  return name === undefined || at < 0 || bareOf(object) === name
    ? null
    : { same: false, evidence: `“${name}”是“${bareOf(object)}”在部署里的叫法` };
}

const LEAST_HEAD = 2;

/** 阁院路、中心路东延 names 阁院路东延 too: what the last of a list ends with belongs to each. */
function isListed(core: string, clause: string): boolean {
  for (let cut = LEAST_HEAD; cut < core.length; cut++) {
    const head = core.slice(0, cut);
    const at = clause.indexOf(head);
    if (at < 0) return false;
    const rest = clause.slice(at + cut);
    if (
      /^[、和及与]/.test(rest) &&
      LISTED_ENDING.test(core.slice(cut)) &&
      rest.slice(0, FAR).includes(core.slice(cut))
    )
      return true;
  }
  return false;
}

/** So far on the ending of a list is looked for. */
const FAR = 24;
const LISTED_ENDING =
  /^(?:[东南西北]延|延伸|高铁|铁路|高速(?:公路)?|城际|公路|大桥|隧道|大道|片区改造|片区|城中村改造|棚户区改造|水库|公园|高新区|经开区|幼儿园|小学|中学|过街天桥|改造|整治|治理|产业园|工业园)$/;

/** How large a thing is, in its name. */
export const SIZE =
  /[\d.×]+(?:万|亿)?(?:千瓦|兆瓦|千伏安|千伏|KV|kV|公里|千米|米|亩|吨|张床位|张|平方米|立方米|蒸吨)/g;

/** The place before a name (开发区北园污水处理厂) and the kind of work after it (潴龙河大桥重建). */
const PLACED = /^(?:经济开发区|开发区|高新区|经开区|县城|城区|主城区|中心城区|[县区市])(?=.{4})/;
const WORKED =
  /(?<=.{3})(?:新建|重建|迁建|改扩建|扩建|续建|大修|整体改造|升级改造|改造提升|改造|提升|新院区|新校区|新址)+$/;
const FEWEST = 4;

/** A name told without its place, without the kind of work, or with words left out in the middle (双创孵化中心, 双创中心). */
function shortened(core: string, clause: string): string | null {
  const bare = core.replace(PLACED, '').replace(WORKED, '').replace(SIZE, '');
  const least = /(?:[路街桥河渠线道湖]|医院|中学)$/.test(bare) ? FEWEST - 1 : FEWEST;
  if (bare !== core && bare.length >= least && clause.includes(bare)) return bare;
  for (let at = clause.indexOf(core.slice(0, 2)); at >= 0; at = clause.indexOf(core.slice(0, 2), at + 1))
    for (let end = Math.min(clause.length, at + core.length - 1); end >= at + FEWEST; end--) {
      const part = clause.slice(at, end);
      const ending = part.endsWith(core.slice(-2)) || (part.endsWith(core.slice(-1)) && part.length > FEWEST);
      if (ending && isWithin(part, core)) return part;
    }
  return null;
}

/** Tells whether the characters of a part stand in a whole in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = -1;
  for (const character of part) {
    at = whole.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** 职教中心新型技能实训基地 is not 职教中心: another thing is named after the name; 工程 and 项目 are not. */
const INSIDE =
  /^(?:成果|能力|救灾|开发|水平|质量|连接线|引线|支线|复线|专线|引道|匝道)|^(?!(?:的)?(?:新建|改造|建设|改扩建|扩建|升级)*(?:工程|项目))[一-龥]{1,10}?(?:基地|中心|工程|项目|大楼|楼|馆|公园|站|路|桥|厂|校区|院区|分院|小区|广场|设备|配套|连接线|引线|支线|复线|专线|引道|匝道)(?![建投开完竣])?/;

const PART = /^(?:[一二三四五六]期|[东南西北]段|延伸|南延|北延|东延|西延)/;
const OWN_PART = /[一二三四五六]期|延伸|[东南西北]延/;

/** 二期 after the name of the first, or 延伸 after that of the line, is another thing. */
const isOtherPart = (core: string, clause: string, at: number): boolean =>
  !OWN_PART.test(core) && /^(?:[二三四五六]期|延伸|[东南西北]延)/.test(clause.slice(at + core.length));

/** Tells whether what stands right after a name is a part of it (一期, 东段), so that not all of it is meant. */
export function isPartAfter(core: string, clause: string): boolean {
  const at = clause.indexOf(core);
  return at >= 0 && !OWN_PART.test(core) && PART.test(clause.slice(at + core.length));
}

const SHARE = 0.85;
const MORE = 4;

/** A stretch of a clause with (nearly) all characters of a name of six and more, its first pair among them. */
function reordered(core: string, clause: string): string | null {
  if (core.length < 6) return null;
  const first = clause.indexOf(core.slice(0, 2));
  if (first < 0) return null;
  for (let start = Math.max(0, first - core.length); start <= first; start++) {
    const window = clause.slice(start, start + core.length + MORE);
    if (shareOf(core, window) < SHARE || sameParts(core, window) === false) continue;
    const end = lastOf(core, window);
    return window.slice(0, end + 1);
  }
  return null;
}

/** Tells how many of the characters of a name a stretch holds, each as often as the name does. */
function shareOf(core: string, window: string): number {
  let rest = window;
  let held = 0;
  for (const character of core) {
    const at = rest.indexOf(character);
    if (at < 0) continue;
    held++;
    rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return held / core.length;
}

const lastOf = (core: string, window: string): number =>
  Math.max(...[...core].map((character) => window.lastIndexOf(character)));

const SORTS = [/[一二三四五六]期/g, /[东南西北]段/g, /[\d一二三四五六七八九十]+号线/g];

/** Tells whether a clause speaks of no other part, side or number of a thing than its name does. */
export const samePartsIn = (core: string, clause: string): boolean =>
  SORTS.every((sort) => {
    const own = core.match(sort);
    const told = clause.match(sort);
    return (
      told === null ||
      (own === null ? !/[二三四五六]期/.test(told.join()) : own.some((part) => told.includes(part)))
    );
  });

/** 一期 is not 二期 and 东段 not 西段, and the last two characters say what it is (大桥, 隧道). */
const sameParts = (core: string, window: string): boolean =>
  window.includes(core.slice(-2)) && (PARTS.exec(core)?.[0] ?? '') === (PARTS.exec(window)?.[0] ?? '');
const PARTS = /[一二三四五六]期|[东南西北]段|延伸|\d+号线|[一二三四五六七八九十]号线/;
