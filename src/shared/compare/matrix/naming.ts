import { typeset } from '../../parse';
import type { Measure, Observation } from '../../report';
import { splitVerb } from '../../figures/name/subject';
import type { Strand } from './strands';

/** Words that narrow what is counted; longer ones first, so that 国家级 is not read as another word's part. */
const SCOPES: readonly string[] = [
  '中心城区',
  '国家级',
  '省级',
  '市级',
  '县级',
  '区级',
  '棚户区',
  '棚改',
  '国际',
  '国内',
];

/** Words in which such a word narrows nothing. */
const WHOLE = /国内生产总值/;

/** Gives what a statement narrows that its indicator does not: 省级, 棚改; in the order of the table, empty where nothing. */
export const scopeOf = ({ name, indicator }: Pick<Observation, 'name' | 'indicator'>): readonly string[] =>
  SCOPES.filter((word) => name.replace(WHOLE, '').includes(word) && !indicator.includes(word));

const GAIN = '新增';
/** A figure of which the text does not say what it is. */
const UNNAMED = '（原文未写明）';

/** The verbs with which the texts say that something was gained, first said first; 认定 adds nothing to 新认定. */
const verbsOf = (observations: readonly Observation[]): readonly string[] => {
  const verbs = [...new Set(observations.map(({ name }) => splitVerb(name).verb).filter(Boolean))];
  return verbs.filter((verb) => !verbs.some((other) => other !== verb && other.includes(verb)));
};

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  level: '',
  growth: '增速',
  change: '变化',
  share: '',
  rank: '位次',
};

const BASE_YEAR = /^比\d{4}年$/;

/**
 * The row's name and what tells it from others of like name. Where a yearly gain goes by several verbs
 * (新认定、培育、新增) the name is the noun and the verbs stand beside it; else the indicator is the name.
 */
export function naming(
  { indicator, measure, span, subPlace, apart }: Omit<Strand, 'id' | 'topic' | 'points'>,
  observations: readonly Observation[],
): { readonly name: string; readonly remark: string } {
  const verbs = indicator.startsWith(GAIN) ? verbsOf(observations) : [];
  const bare = verbs.length > 1;
  const remarks = [
    subPlace,
    bare ? verbs.join('、') : '',
    MEASURE_WORDS[measure],
    span && `${span}间`,
    ...apart.filter((part) => BASE_YEAR.test(part)),
    observations.some(({ readAs }) => readAs !== undefined) ? '您归并过' : '',
  ].filter(Boolean);
  const name = typeset(bare ? indicator.slice(GAIN.length) : indicator);
  return { name: name || UNNAMED, remark: remarks.join(' · ') };
}
