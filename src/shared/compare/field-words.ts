import type { Range } from '../report';
import { tokenise, type Token } from './token';

/** Words of reports that the dictionary does not know, and cuts, or takes for the end of one and the start of another. */
const FIELD_WORDS =
  `习近平 总书记 党中央 国务院 新时代 提质增效 提质扩面 增量提质 降本增效 稳中求进 放管服 专精特新 小巨人 双随机 一公开
  京津冀 长三角 粤港澳 大湾区 一带一路 十一五 十二五 十三五 十四五 十五五 十六五 两个确立 两个维护 四个意识 四个自信 新质生产力 供给侧
  规上 规下 工信 城镇化 老旧小区 棚户区 惠企 涉企 涉农 央企 民企 国企 国资 县域 镇域 全域 省域 医保 社保 低保 特困 医共体 医联体
  三保 保交楼 保交房 河长制 林长制 田长制 路长制 链长制 营商环境 枫桥经验 双碳 碳达峰 碳中和 零碳 低碳 降碳 减碳 控煤 散煤 扬尘 秸秆
  扩围 扩面 扩容 提标 提档 提速 增效 增收 稳岗 稳就业 稳增长 促消费 保供 补链 延链 强链 招商引资 招引 引育 培优 培强 做优 做强 做大
  揭榜挂帅 首台套 首店 首发 数智 数实 智改数转 智转数改 上云用数赋智 一网通办 一网统管 跨省通办 高效办成一件事 跨境电商 综保区 自贸区
  自贸试验区 经开区 高新区 开发区 示范区 先行区 乡村振兴 和美乡村 共同富裕 中国式现代化 高质量 高水平 高标准 高品质 高效能 高层次 高技能
  高素质 高端 高新 高铁 高速 人均 户均 亩均`
    .trim()
    .split(/\s+/);

const FIELD = new RegExp(FIELD_WORDS.toSorted((a, b) => b.length - a.length).join('|'), 'g');

/** Ends that the dictionary cuts off from their word: 现代化, 覆盖率, 满意度. */
const ENDS = new Set('化率性度型者感');

/**
 * The tokens of a range as a reader of reports would cut it: 贯彻落实习近平 is 贯彻, 落实 and 习近平, and 现代化 is one word. What
 * differs between two passages is marked by these.
 */
export function fieldTokens(text: string, range: Range): readonly Token[] {
  const tokens: Token[] = [];
  let from = range.start;
  for (const found of text.slice(range.start, range.end).matchAll(FIELD)) {
    const start = range.start + found.index;
    const end = start + found[0].length;
    tokens.push(...tokenise(text, { start: from, end: start }));
    tokens.push({ text: found[0], range: { start, end }, number: false });
    from = end;
  }
  return joinEnds([...tokens, ...tokenise(text, { start: from, end: range.end })]);
}

function joinEnds(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const goesOn = last && !last.number && last.range.end === token.range.start && ENDS.has(token.text);
    if (goesOn)
      joined[joined.length - 1] = {
        text: last.text + token.text,
        range: { start: last.range.start, end: token.range.end },
        number: false,
      };
    else joined.push(token);
  }
  return joined;
}
