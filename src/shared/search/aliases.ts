import dictionary from '../../../resources/indicators.json' with { type: 'json' };
import { shadowOf } from './normalise';

/** Words that reports use for one and the same, besides the names of the dictionary of indicators. */
const SAME: readonly (readonly string[])[] = [
  ['GDP', '生产总值'],
  ['CPI', '居民消费价格'],
  ['PPI', '工业生产者出厂价格'],
  ['PMI', '采购经理指数'],
  ['R&D', '研发', '研究与试验发展'],
  ['PM2.5', '细颗粒物'],
  ['AI', '人工智能'],
  ['规上', '规模以上'],
  ['限上', '限额以上'],
  ['固投', '固定资产投资'],
  ['社零', '社会消费品零售'],
  ['高企', '高新技术企业'],
  ['经营主体', '市场主体'],
  ['个体户', '个体工商户'],
  ['长三角', '长江三角洲'],
];

/** Shadows of a set of words that name one thing. */
type Names = readonly string[];

let known: readonly Names[] | undefined;

/** Names of the dictionary shorter than this are words of many meanings (经济). */
const SHORTEST_NAME = 3;

/** The sets, the trade's own words first. Made once: the dictionary is long. */
const sets = (): readonly Names[] =>
  (known ??= [
    ...SAME,
    ...dictionary.map(({ name, aliases }) =>
      [name, ...aliases].filter(({ length }) => length >= SHORTEST_NAME),
    ),
  ].map((names) => [...new Set(names.map(shadowOf))]));

/** Most other wordings of one term that are looked for. */
const MOST = 8;

const isWithin = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/**
 * Lists other wordings of a term, as shadows: GDP is 生产总值, 规上工业 is 规模以上工业. A name of the dictionary must be the
 * whole term, the trade's words may be a part of it. What holds the term or is held by it is left out: it needs none.
 */
export function aliasesOf(term: string): readonly string[] {
  const listed = asked.get(term);
  if (listed !== undefined) return listed;
  if (asked.size >= MOST_ASKED) asked.clear();
  const aliases = readAliases(term);
  asked.set(term, aliases);
  return aliases;
}

/** Answers that were given: a question about numbers asks the same of every number. */
const asked = new Map<string, readonly string[]>();
const MOST_ASKED = 500;

function readAliases(term: string): readonly string[] {
  const found = new Set<string>();
  sets().forEach((names, at) => {
    for (const name of names) {
      const stands = at < SAME.length ? term.includes(name) : term === name;
      if (!stands || names.some((other) => other !== name && other.includes(name) && term.includes(other)))
        continue;
      for (const other of names) if (other !== name) found.add(term.replace(name, other));
    }
  });
  const apart = [...found].filter((other) => !isWithin(other, term));
  return apart.filter((one) => !apart.some((other) => other !== one && one.includes(other))).slice(0, MOST);
}
