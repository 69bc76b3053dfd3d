import type { Observation, Range } from '../report';

const NOT_ALL =
  /[、，]在建|过半|完成(?:总工程量的?)?\d+(?:\.\d+)?%|基本(?:完成|建成|完工|实现|竣工|消除)|部分|正在|在建|即将|接近尾声|主体(?:工程)?已?(?:完工|封顶|竣工|建成)/;
/** With the number aimed at, these say that it is not there yet; without one they say nothing. */
const GOING_ON =
  /(?:加快|抓紧|有序|稳步|扎实|加紧|加速|全力)(?:推进|建设|实施)|加紧|开工建设|启动建设|已开工/;
const FINISHED = /建成|完成|投用|竣工|投产|完工|通车|交付|新建|改造|建设/;
const BEGUN = /开工|启动|推进|基本|谋划|续建|在建|加快/;

/** Tells whether a target wants a thing done, and what is told of it says that it is not all done (基本, 部分, 正在). */
export const isUnderWay = (target: string, told: string, numbered: boolean): boolean =>
  FINISHED.test(target) && !BEGUN.test(target) && (NOT_ALL.test(told) || (numbered && GOING_ON.test(told)));

/** The clause a number stands in, between two commas or stops. */
export function clauseAround(clean: string, { start, end }: Range): string {
  const before =
    clean
      .slice(Math.max(0, start - REACH), start)
      .split(STOPS)
      .at(-1) ?? '';
  const after = clean.slice(end, end + REACH).split(STOPS)[0] ?? '';
  return before + clean.slice(start, end) + after;
}

const REACH = 60;
const STOPS = /[，。；！？\n]|[,;](?!\d)/;

const RUNS_ON = /^(?:但|尚|未|暂|目前|仍|还|因|由于|至今|受)/;

/** The clause a number stands in and what runs on from it (…因环评未获批复，未能开工). */
export function toldAround(clean: string, range: Range): string {
  const own = clauseAround(clean, range);
  const rest = clean.slice(range.end, range.end + REACH).split(/[。；\n]/)[0] ?? '';
  const next = rest.split('，').slice(1);
  const end = next.findIndex((clause) => !RUNS_ON.test(clause));
  return [own, ...next.slice(0, end < 0 ? next.length : end)].join('，');
}

/** The words of the clause a target stands in. */
export const wordsOf = (clean: string, target: Observation): string => clauseAround(clean, target.range);
