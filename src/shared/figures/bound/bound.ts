import type { Bound } from '../../report';
import type { NumberToken } from '../number/token';

/** What may stand between 至少 and its number. */
const MOVED =
  '达到|达|要|建设|培育|新增|建成|完成|引进|创建|打造|降低|下降|减少|压减|提高|提升|增长|增加|压缩|缩短';

/** Words right before a number that bound it, strongest first. */
const LEADING: readonly (readonly [RegExp, Bound])[] = [
  [new RegExp(`(?:不(?:得|能|可|准|应|许)?(?:低于|少于|小于|下于)|至少|最低|最少)(?:${MOVED})?$`), '>='],
  [
    /(?:不(?:得|能|可|准|应|许)?(?:超过|高于|大于|突破|超出|多于)|低于|少于|小于|不到|不足|最多|以内|至多)$/,
    '<=',
  ],
  [
    /(?:突破|超过|超出|超|逾|跨越|跨过|跨入|跨上|跃上|登上|攀上|踏上|迈上|迈入|迈过|站上|冲上|越过|高于|大于|多于|冲破|首破|破|过)(?:了)?$/,
    '>',
  ],
  [/(?:约为|大约|大概|(?<![签条合节预违集契解续履特公制纽])约|接近|近|将近|上下)(?:有|为|占|达|是)?$/, '~'],
];

/** The last characters of all of them. */
const MAY_BOUND: ReadonlySet<string> = new Set(
  '于少小下低要设育增成完引进创建造达大突多过出超逾越入上破了约为概近将到足内限至站首有占是降减高升长加缩短',
);

/** 控制在5%内: the lid that closes what 控制在 opened. */
const CAPPED = /^(?:以?内|之内|以下)/;

/** Gives what bounds the number: its own ending (以上, 余), else the words right before it. */
export function boundOf(text: string, token: NumberToken): Bound {
  if (token.bound !== '=') return token.bound;
  if (token.unitClass === 'rank') return '=';
  const before = text.slice(Math.max(0, token.head - 12), token.head);
  const after = text.slice(token.tail, token.tail + 3);
  if (CAPPED.test(after) && /(?:控制|压|降|保持|稳定)/.test(before)) return '<=';
  return (
    (MAY_BOUND.has(before.slice(-1)) ? LEADING : []).find(([pattern]) => pattern.test(before))?.[1] ?? '='
  );
}
