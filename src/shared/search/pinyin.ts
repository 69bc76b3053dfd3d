import { READINGS } from './data/readings';

interface Sounds {
  /** Characters by syllable. */
  readonly members: ReadonlyMap<string, string>;
  /** Syllables by character. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
}

let sounds: Sounds | undefined;

function buildSounds(): Sounds {
  const members = new Map<string, string>();
  const readings = new Map<string, string[]>();
  for (const entry of READINGS.split(' ')) {
    const syllable = /^[a-z]+/.exec(entry)?.[0] ?? '';
    const chars = entry.slice(syllable.length);
    members.set(syllable, chars);
    for (const char of chars) {
      const known = readings.get(char);
      if (known) known.push(syllable);
      else readings.set(char, [syllable]);
    }
  }
  return { members, readings };
}

/** Read once, on the first search that needs it. */
const allSounds = (): Sounds => (sounds ??= buildSounds());

/** The syllables of a simplified character, without tone, ü as v; none for anything else. */
export const readingsOf = (char: string): readonly string[] => allSounds().readings.get(char) ?? [];

/** Tells whether two different characters, as UTF-16 units, have a reading in common, tones aside. */
export const soundAlike = (a: number, b: number): boolean => homophonesOf(a).has(b);

/** The characters that sound like this one, without itself, as UTF-16 units. */
export function homophonesOf(unit: number): ReadonlySet<number> {
  const known = homophones.get(unit);
  if (known) return known;
  const found = findHomophones(unit);
  homophones.set(unit, found);
  return found;
}

/** Grows with the characters that readers have typed. */
const homophones = new Map<number, ReadonlySet<number>>();

function findHomophones(unit: number): ReadonlySet<number> {
  const char = String.fromCharCode(unit);
  const members = readingsOf(char).map((syllable) => allSounds().members.get(syllable) ?? '');
  const units = new Set(Array.from(members.join(''), (member) => member.charCodeAt(0)));
  units.delete(unit);
  return units;
}
