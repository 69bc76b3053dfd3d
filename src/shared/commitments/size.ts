import type { Observation } from '../report';

const REACH = 24;
const SIZE_BEFORE =
  /(?:总投资|计划投资|投资额?|占地(?:面积)?|总长|全长|总建筑面积|建筑面积|库容|年产|日处理(?:能力)?|日供水|设计(?:能力|年产)|依托|规模)(?:约|达|为|超|近|超过)?$/;
const THING =
  /(?:项目|工程|园|基地|大桥|铁路|公路|高速|电站|电厂|机场|水库|水厂|中心|医院|学校|校区|公园|小镇|枢纽|产业园|综合体|生产线|广场|片区|市场|港|馆|线|土地)/;
/** Units of what a thing measures, not of how many there are. */
const SIZES =
  /^(?:万|亿)?(?:元|美元|亩|平方米|平方公里|公顷|公里|千米|米|千瓦|兆瓦|千伏安|千伏|吨|立方米|床|张|蒸吨)$/;
const POWER = /^(?:万|亿)?(?:千瓦|兆瓦|千伏安|千伏|吨|蒸吨)$/;
const VERB =
  /^(?:力争|确保|推进|推动|加快|完成|做好|建成|新建|建设|开工|启动|新增|改造|实施|年内|全年|投产|投运|和|、)*/;

/**
 * Tells whether a number tells how large a thing is (投资2.8亿元的滑雪小镇项目, 龙峪2×35万千瓦热电联产项目) and is no goal
 * itself: of such a promise the verb is judged.
 */
export function isSize(clean: string, { range, unit, measure }: Observation): boolean {
  if (measure !== 'level' || !SIZES.test(unit)) return false;
  const before =
    clean
      .slice(Math.max(0, range.start - REACH), range.start)
      .split(/[，。；、\n]/)
      .at(-1) ?? '';
  const rest = clean.slice(range.end, range.end + REACH).split(/[，。；\n]/)[0] ?? '';
  const after = rest.replace(new RegExp(`^${unit}`), '').replace(/^(?:以上|左右)/, '');
  if (/^的/.test(after)) return THING.test(after) || SIZE_BEFORE.test(before);
  if (
    /(?:投资|投入)(?:约|超|近)?$/.test(before) &&
    /^(?:资金)?[，,]?(?:实施|建设|新建|用于|对)/.test(after) &&
    THING.test(after)
  )
    return true;
  if (/[（(]$|[（(][^）)]*$/.test(before) && SIZE_BEFORE.test(before)) return true;
  const named = before.replace(VERB, '').replace(/[\d×x.]+$/, '');
  if (POWER.test(unit) && named.length > 1 && /^[^，。；、]{1,16}(?:项目|工程|电站|电厂|基地)/.test(after))
    return true;
  return (
    SIZE_BEFORE.test(before) &&
    !/^(?:完成)?投资额?$/.test(before) &&
    /^(?:依托|总投资|占地)/.test(SIZE_BEFORE.exec(before)?.[0] ?? '') &&
    THING.test(`${before}${after}`)
  );
}
