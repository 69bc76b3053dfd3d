import type { Range, TextQuote } from '../../report';
import { isFields, listOf, read, readEach, refuse, shown, type Fields, type Reading } from './reading';

/** How a record says where its passage is; `others` are selectors that only make sense in the page it came from. */
export interface Selection {
  readonly quote: TextQuote | null;
  readonly position: Range | null;
  readonly others: readonly string[];
}

const NOTHING: Selection = { quote: null, position: null, others: [] };

/** Nesting of `refinedBy` and Choice that is followed. */
const MOST_STEPS = 8;

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Start and end of a position selector, checked. */
function readOffsets({ start, end }: Fields): Reading<Range> {
  if (!isOffset(start) || !isOffset(end))
    return refuse(`位置不是自然数：起点 ${shown(start)}，终点 ${shown(end)}`);
  if (start > end) return refuse(`位置颠倒了：起点 ${start} 在终点 ${end} 之后`);
  return read({ start, end });
}

function readQuote({ exact, prefix = '', suffix = '' }: Fields): Reading<TextQuote> {
  if (typeof exact !== 'string' || typeof prefix !== 'string' || typeof suffix !== 'string')
    return refuse('TextQuoteSelector 的 exact、prefix、suffix 须是文字');
  return exact === '' ? refuse('TextQuoteSelector 的引文是空的') : read({ exact, prefix, suffix });
}

/** Fields without which a selector of another kind is none. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  FragmentSelector: ['value'],
  CssSelector: ['value'],
  XPathSelector: ['value'],
  SvgSelector: [],
  RangeSelector: ['startSelector', 'endSelector'],
};

function readOther(type: string, fields: Fields): Reading<Selection> {
  if (type === 'DataPositionSelector') {
    const range = readOffsets(fields);
    return range.ok ? read({ ...NOTHING, others: [type] }) : range;
  }
  const needed = NEEDED[type];
  if (!needed) return refuse(`不认识的选择方式 ${shown(type)}`);
  const missing = needed.find((name) => fields[name] === undefined);
  return missing ? refuse(`${type} 缺 ${missing}`) : read({ ...NOTHING, others: [type] });
}

function readOne(selector: unknown, steps: number): Reading<Selection> {
  if (typeof selector === 'string') return read({ ...NOTHING, others: ['网址'] });
  if (!isFields(selector) || steps > MOST_STEPS) return refuse('选择方式写得看不懂');
  const { type } = selector;
  if (type === 'Choice') return readSelectors(selector['items'], steps + 1);
  const own = readKind(selector, type);
  if (!own.ok || selector['refinedBy'] === undefined) return own;
  const inner = readSelectors(selector['refinedBy'], steps + 1);
  // What refines is the passage itself, and the outer selector only its surroundings.
  return inner.ok
    ? read(merge(inner.value, { ...own.value, quote: inner.value.quote ?? own.value.quote }))
    : inner;
}

function readKind(selector: Fields, type: unknown): Reading<Selection> {
  if (type === 'TextQuoteSelector') {
    const quote = readQuote(selector);
    return quote.ok ? read({ ...NOTHING, quote: quote.value }) : quote;
  }
  if (type === 'TextPositionSelector') {
    const position = readOffsets(selector);
    return position.ok ? read({ ...NOTHING, position: position.value }) : position;
  }
  return typeof type === 'string' ? readOther(type, selector) : refuse('选择方式没有写类型 type');
}

const merge = (one: Selection, other: Selection): Selection => ({
  quote: one.quote ?? other.quote,
  position: one.position ?? other.position,
  others: [...one.others, ...other.others],
});

/** Several selectors of one target describe the same passage. */
export function readSelectors(value: unknown, steps = 0): Reading<Selection> {
  const each = readEach(listOf(value), (selector) => readOne(selector, steps));
  return each.ok ? read(each.value.reduce(merge, NOTHING)) : each;
}
