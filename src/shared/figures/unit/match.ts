import { HOLDS, setsAt } from '../signature';
import { CLASSIFIERS, DURATIONS, MEASURES, MULTIPLIERS } from './table';

/** How a unit takes part: `count` for things, `measure` for physical and money units, `duration` for time. */
export type UnitClass = 'count' | 'measure' | 'duration';

export interface UnitMatch {
  /** As written, without its multiplier. */
  readonly word: string;
  readonly unitClass: UnitClass;
}

/** Units by the code of their first character, longest first. */
const byFirst = new Map<number, UnitMatch[]>();
const add = (word: string, unitClass: UnitClass): void => {
  const list = byFirst.get(word.charCodeAt(0)) ?? [];
  byFirst.set(
    word.charCodeAt(0),
    [...list, { word, unitClass }].sort((a, b) => b.word.length - a.word.length),
  );
};
MEASURES.forEach(([word]) => add(word, 'measure'));
DURATIONS.forEach(([word]) => add(word, 'duration'));
CLASSIFIERS.forEach((word) => add(word, 'count'));

/** Nouns that begin like a unit: 5亿人口 is 5 亿 of 人口. */
const NOUN = /^(?:人[口民才大员工均士]|个体[工经户]|家[庭具电长政]|口岸|条例|台风|张家|项目)/;

function longestAt(text: string, at: number): UnitMatch | null {
  const known = byFirst.get(text.charCodeAt(at));
  if (known === undefined) return null;
  for (const unit of known) if (text.startsWith(unit.word, at)) return unit;
  return null;
}

/** The longest unit word at `at`, or null. */
export function matchUnit(text: string, at: number): UnitMatch | null {
  const found = longestAt(text, at);
  return found?.unitClass === 'count' && found.word.length === 1 && NOUN.test(text.slice(at, at + 3))
    ? null
    : found;
}

/** The power of ten written at `at` (万, 亿, 万亿 …), or null. */
export const matchMultiplier = (text: string, at: number): readonly [string, number] | null =>
  setsAt(text, at) & HOLDS.multiplier
    ? (MULTIPLIERS.find(([word]) => text.startsWith(word, at)) ?? null)
    : null;
