import { divide, multiply, parseRational, rational, toNumber, type Rational } from './rational';
import { DURATIONS, MEASURES, MULTIPLIERS } from './table';

/** A unit taken apart: 万吨 is the dimension mass and 10,000 base units. */
export interface UnitValue {
  /** What is measured (mass, money, area …), or the counting word itself. */
  readonly dimension: string;
  /** Base units in one. */
  readonly factor: Rational;
}

/** Counting words that count the same things under one name. */
const SAME_COUNT: Readonly<Record<string, string>> = {
  家: '个',
  项: '个',
  所: '个',
  座: '个',
  处: '个',
  名: '人',
  户次: '户',
  标台: '台',
};

const one = rational(1n, 1n);
const known = new Map<string, UnitValue>(
  [...MEASURES, ...DURATIONS].map(([word, dimension, factor]) => [
    word,
    { dimension, factor: parseRational(factor) ?? one },
  ]),
);

/** Reads a unit as printed, multiplier and all. A bare multiplier (94.64万) counts things of no named kind. */
export function unitValue(unit: string): UnitValue {
  const plain = known.get(unit.replace('每', '/'));
  if (plain) return plain;
  for (const [word, power] of MULTIPLIERS) {
    if (!unit.startsWith(word)) continue;
    const base = unitValue(unit.slice(word.length));
    return { dimension: base.dimension, factor: multiply(base.factor, rational(10n ** BigInt(power), 1n)) };
  }
  const bare = unit.replace(/\(.*\)$/, '');
  return { dimension: SAME_COUNT[bare] ?? (bare || '个'), factor: one };
}

/** Tells whether values in both units can be compared. */
export const sameDimension = (a: string, b: string): boolean =>
  unitValue(a).dimension === unitValue(b).dimension;

/** Converts exactly; null where the units measure different things. */
export function convertExact(value: Rational, from: string, to: string): Rational | null {
  const source = unitValue(from);
  const target = unitValue(to);
  return source.dimension === target.dimension ? divide(multiply(value, source.factor), target.factor) : null;
}

/** Converts a printed number; null where the units measure different things. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const exact = parseRational(String(value));
  const converted = exact && convertExact(exact, from, to);
  return converted ? toNumber(converted) : null;
}
