import { searchFields } from '../search';
import { TOPICS, type Observation, type Range, type Topic } from '../report';
import { INDICATORS, indicatorNamed } from '../figures';
import { endYear } from '../figures/series/series';

/** What the library says of one indicator in one place, by period, results before targets. */
export interface PlacedObservations {
  readonly place: string;
  readonly observations: readonly Observation[];
}

/** An indicator with everything the library states of it. */
export interface IndicatorEntry {
  readonly indicator: string;
  readonly topic: Topic;
  /** Other names: as the reports word it, and as the dictionary knows it. */
  readonly aliases: readonly string[];
  /** The places that say most of it first. */
  readonly places: readonly PlacedObservations[];
}

/** An indicator that answers a query, and by which name. */
export interface FoundIndicator {
  readonly entry: IndicatorEntry;
  /** Of the indicator's name, to be marked. */
  readonly marks: readonly Range[];
  /** The other name that answered, or null where its own did. */
  readonly alias: { readonly name: string; readonly marks: readonly Range[] } | null;
  /** Whether it only resembles the query. */
  readonly near: boolean;
}

const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/** Figures of several years stand at the last of them. */
const byPeriod = (a: Observation, b: Observation): number =>
  endYear(a.period) - endYear(b.period) ||
  a.period.localeCompare(b.period) ||
  a.kind.localeCompare(b.kind) ||
  a.report.localeCompare(b.report) ||
  a.range.start - b.range.start;

const byCount = (a: PlacedObservations, b: PlacedObservations): number =>
  b.observations.length - a.observations.length || a.place.localeCompare(b.place, 'zh');

const dictionaryNames = new Map(INDICATORS.map(({ name, aliases }) => [name, aliases]));

const entryOf = (indicator: string, observations: readonly Observation[]): IndicatorEntry => {
  const worded = observations.map(({ name }) => name);
  const aliases = new Set([...worded, ...(dictionaryNames.get(indicator) ?? [])]);
  aliases.delete(indicator);
  const places = [...grouped(observations, ({ place }) => place)].map(([place, own]) => ({
    place,
    observations: own.toSorted(byPeriod),
  }));
  return {
    indicator,
    topic: indicatorNamed(indicator)?.topic ?? observations[0]?.topic ?? '其他',
    aliases: [...aliases],
    places: places.toSorted(byCount),
  };
};

export const countOf = ({ places }: IndicatorEntry): number =>
  places.reduce((sum, { observations }) => sum + observations.length, 0);

/** A report as far as its numbers go. */
export interface Stating {
  readonly observations: readonly Observation[];
}

/** Numbers whose indicator the text does not say: they are counted with the others and stand in no list by name. */
export const countNameless = (reports: readonly Stating[]): number =>
  reports
    .flatMap(({ observations }) => observations)
    .filter(({ duplicateOf, indicator }) => duplicateOf === null && indicator === '').length;

/** Every indicator of the library, by topic, then those most is said of first. Repeated statements count once. */
export const indicatorEntries = (reports: readonly Stating[]): readonly IndicatorEntry[] => {
  const stated = reports
    .flatMap(({ observations }) => observations)
    .filter(({ duplicateOf, indicator }) => duplicateOf === null && indicator !== '');
  return [...grouped(stated, ({ indicator }) => indicator)]
    .map(([indicator, observations]) => entryOf(indicator, observations))
    .sort(
      (a, b) =>
        TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) ||
        countOf(b) - countOf(a) ||
        a.indicator.localeCompare(b.indicator, 'zh'),
    );
};

/** One name of an indicator, with the places it is stated of: 周口 GDP asks for both. */
interface Field {
  readonly entry: IndicatorEntry;
  readonly name: string;
  readonly text: string;
}

const fieldsOf = (entry: IndicatorEntry): readonly Field[] => {
  const places = entry.places.map(({ place }) => place).join(' ');
  return [entry.indicator, ...entry.aliases].map((name) => ({ entry, name, text: `${name} ${places}` }));
};

/**
 * The indicators that answer a query by any of their names or places, in characters, pinyin or initials, the best
 * first; all of them where nothing is asked.
 */
export const findIndicators = (
  entries: readonly IndicatorEntry[],
  query: string,
): readonly FoundIndicator[] => {
  if (query.trim() === '') return entries.map((entry) => ({ entry, marks: [], alias: null, near: false }));
  const found = new Map<IndicatorEntry, FoundIndicator>();
  for (const { item, marks, way } of searchFields(entries.flatMap(fieldsOf), ({ text }) => text, query)) {
    if (found.has(item.entry)) continue;
    const inName = marks.filter(({ end }) => end <= item.name.length);
    const own = item.name === item.entry.indicator;
    found.set(item.entry, {
      entry: item.entry,
      marks: own ? inName : [],
      alias: own ? null : { name: item.name, marks: inName },
      near: way === 'near',
    });
  }
  return [...found.values()];
};
