import dictionary from '../../../../resources/indicators.json' with { type: 'json' };
import type { Topic } from '../../report';
import { TOPICS } from '../../report';
import { splitVerb } from '../name/subject';
import { TOPIC_WORDS } from './keywords';

/** One entry of the indicator dictionary. */
export interface Indicator {
  /** Canonical name, which joins series across reports. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly topic: Topic;
  /** The unit people state it in. */
  readonly unit: string;
  readonly higherIsBetter: boolean;
  /** True where a figure given for five years is the state reached at their end (生产总值跨越3500亿元), not their sum. */
  readonly state: boolean;
}

const asTopic = (topic: string): Topic => TOPICS.find((known) => known === topic) ?? '其他';

/** The whole dictionary, in the order of its file. */
export const INDICATORS: readonly Indicator[] = dictionary.map((entry) => ({
  ...entry,
  topic: asTopic(entry.topic),
}));

/** Wordings of the same thing that differ in a part of the name only. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[“”‘’"'\s*]/g, ''],
  [/规上(?=工业|企业|服务业|制造业)/g, '规模以上'],
  [/市场主体/g, '经营主体'],
  [/新[（(]改[)）]建|新建[、和及]?改建|新、改建|改[(（]新[)）]建/g, '新改建'],
  [/新[（(]改扩[)）]建|新建[、和及]?改扩建|新、改、扩建/g, '新改扩建'],
  [/(?:城镇)?(?:下岗)?失业人员(?:实现)?再就业(?:人数)?$/, '失业人员再就业'],
  [/^(?:全[市省区县州国旗]|我[市省区县国])(?!性|社会)/, ''],
  [/^(?:全年|年度|其中|累计完成|完成)(?=[一-龥]{3})/, ''],
];

/** 新认定, 认定 and 培育 say the same of kinds of enterprise as 新增: how many came to be in the period. */
const GAINED = new Set([
  '新增',
  '净增',
  '新认定',
  '认定',
  '培育',
  '新培育',
  '力争培育',
  '新增认定',
  '创建培育',
]);
/** Kinds whose yearly gain and whose stock are both stated, and must stay apart. */
const STOCK_AND_FLOW = /(?:企业|主体|平台|人才|单位|合作社|中心|机构|实验室|品牌|工厂.*|车间.*)$/;

/** Falls are worded in many ways and are one. */
const FALL =
  /(?:负增长|下降|下调|下跌|降低|减少|压减|压缩|压降|缩短|缩减|削减|回落|收窄|(?<=.{2})降|(?<=.{2})减)$/;

/** 压减开采量 is 开采量压减. */
const LESS = /^(?:压减|减少|削减|降低|压缩)$/;

const normalise = (name: string): string =>
  SAME.reduce((text, [pattern, other]) => text.replace(pattern, other), name);

const byAlias = new Map<string, Indicator>();
for (const indicator of INDICATORS) {
  for (const alias of [indicator.name, ...indicator.aliases]) byAlias.set(normalise(alias), indicator);
}

/** What a name means: the indicator that joins series, and its topic where the words tell it. */
interface Meaning {
  readonly indicator: string;
  readonly topic: Topic | null;
}

/** What was worked out for a name before; names recur in every report. */
const meanings = new Map<string, Meaning>();
const MOST_KNOWN = 20_000;

/** The canonical indicator of a name as the text words it, with its topic; a name of its own where the dictionary has none. */
export function meaningOf(name: string): Meaning {
  const known = meanings.get(name);
  if (known !== undefined) return known;
  const indicator = canonical(normalise(name));
  const meaning = { indicator, topic: topicOf(indicator) };
  if (meanings.size >= MOST_KNOWN) meanings.clear();
  meanings.set(name, meaning);
  return meaning;
}

export const canonicalName = (name: string): string => meaningOf(name).indicator;

/** The name without a character that a slip of the source says twice (集装箱箱), where that is a known one. */
function unstuttered(name: string): Indicator | undefined {
  for (let at = 1; at < name.length; at++) {
    if (name[at] !== name[at - 1]) continue;
    const known = byAlias.get(name.slice(0, at) + name.slice(at + 1));
    if (known) return known;
  }
  return undefined;
}

function canonical(name: string): string {
  const whole = byAlias.get(name) ?? unstuttered(name);
  if (whole) return whole.name;
  const gained = /^(.{3,})(?:新增|净增)$/.exec(name)?.[1];
  if (gained !== undefined) return canonical(`新增${gained}`);
  const fall = FALL.exec(name)?.[0];
  if (fall !== undefined && name.length > fall.length) return `${canonical(name.slice(0, -fall.length))}下降`;
  const total = /^(.{2,})(?:总数|总量|总户数)$/.exec(name)?.[1];
  if (total !== undefined) return canonical(splitVerb(total).noun);
  const { verb, noun } = splitVerb(name);
  if (verb === '') return name;
  if (verb === '累计' && STOCK_AND_FLOW.test(noun)) return byAlias.get(noun)?.name ?? noun;
  const base = byAlias.get(noun)?.name ?? noun;
  if (LESS.test(verb)) return `${base}下降`;
  if (GAINED.has(verb) && STOCK_AND_FLOW.test(base)) return `新增${base}`;
  return verb + base;
}

/** The dictionary's entry for a canonical name, or null for an indicator known by its own name only. */
export const indicatorNamed = (name: string): Indicator | null => byAlias.get(normalise(name)) ?? null;

/** The topic of an indicator: the dictionary's, else by the words of its name, else null. */
function topicOf(indicator: string): Topic | null {
  const known = byAlias.get(indicator) ?? byAlias.get(splitVerb(indicator).noun);
  return known?.topic ?? TOPIC_WORDS.find(([, words]) => words.test(indicator))?.[0] ?? null;
}
