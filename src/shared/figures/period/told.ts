import { HOLDS, signatureOf } from '../signature';

/** What is done or there already: 已建成…, 已由15.3%降到12%, 目前…超过2万亿元, 这几年…. */
const TELLS =
  /已经?(?:累计|先后|陆续|初步|基本)*(?:达|超|有(?=[\d近约超])|建|完成|由|从|降|升|增|占|突破|形成|开工|确定(?!的)|落实|签|取消|发放|培训|安排|投入|实现)|(?:^|[,;:])(?:截[至止])?目前|现有(?:的|约|近)?$|(?:^|[,;])(?:这|近)?(?:几|两|三|四|五|多)?年来|(?:^|[,;])这几年/g;
/** What turns a sentence to what is to come; 达到 and 完成 after 目前 do not. */
const AHEAD =
  /今年|明年|今后|下一步|年[内底末]|预期|计划|到\d{4}年|力争|确保|争取|努力|(?<![首主需纲摘重])要|(?<!即)将|继续|进一步|加快|推进|推动|升级|拓展/;
/** 已建成的主要有:… holds for the whole list after it. */
const LIST = /(?:^|[,;])已[^,;:]{1,10}(?:有|是|为|包括):/g;

/**
 * Tells whether the words before a number in a plan tell what is there already: the last of them that looks back is followed by
 * none that looks ahead.
 */
export function isTold(text: string, at: number): boolean {
  if (!(signatureOf(text) & HOLDS.told)) return false;
  const before = text.slice(0, at);
  const list = [...before.matchAll(LIST)].at(-1);
  if (list !== undefined && !AHEAD.test(before.slice(list.index))) return true;
  const segment = before.slice(before.lastIndexOf(';') + 1);
  const last = [...segment.matchAll(TELLS)].at(-1);
  return last !== undefined && !AHEAD.test(segment.slice(last.index + last[0].length));
}
