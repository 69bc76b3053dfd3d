import type { Range } from '../report';
import { soundAlike } from './pinyin';

/** 同音, 错一字, 少一字, 多一字, 颠倒. */
export type DifferenceKind = 'homophone' | 'wrong' | 'missing' | 'extra' | 'swapped';

/** What of a near place is not as the reader typed it. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What was asked for (empty for an extra character) and what stands there (empty for a missing one). */
  readonly wanted: string;
  readonly found: string;
  /** Where `found` stands; empty, between its neighbours, for a missing character. */
  readonly range: Range;
}

/**
 * The differences between a term and what stands at a near place, both shadows; offsets are those of `found`.
 * Null where they differ by more than a near place may.
 */
export function differencesOf(wanted: string, found: string): readonly Difference[] | null {
  const shorter = Math.min(wanted.length, found.length);
  let head = 0;
  while (head < shorter && wanted.charCodeAt(head) === found.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && fromEnd(wanted, tail) === fromEnd(found, tail)) tail++;
  const middle = {
    wanted: wanted.slice(head, wanted.length - tail),
    found: found.slice(head, found.length - tail),
  };
  const range = { start: head, end: head + middle.found.length };
  const kind = kindOf(middle.wanted, middle.found);
  if (kind !== null) return [{ kind, ...middle, range }];
  return wanted.length === found.length ? homophonesIn(wanted, found) : null;
}

const fromEnd = (text: string, at: number): number => text.charCodeAt(text.length - 1 - at);

function kindOf(wanted: string, found: string): DifferenceKind | null {
  if (wanted.length === 0 && found.length === 1) return 'extra';
  if (wanted.length === 1 && found.length === 0) return 'missing';
  if (wanted.length === 1 && found.length === 1) return sounds(wanted, found) ? 'homophone' : 'wrong';
  return wanted.length === 2 && found === wanted.charAt(1) + wanted.charAt(0) ? 'swapped' : null;
}

const sounds = (a: string, b: string): boolean => soundAlike(a.charCodeAt(0), b.charCodeAt(0));

function homophonesIn(wanted: string, found: string): readonly Difference[] | null {
  const differences: Difference[] = [];
  for (let at = 0; at < wanted.length; at++) {
    const [a, b] = [wanted.charAt(at), found.charAt(at)];
    if (a === b) continue;
    if (!sounds(a, b)) return null;
    differences.push({ kind: 'homophone', wanted: a, found: b, range: { start: at, end: at + 1 } });
  }
  return differences;
}

/** A difference as the reader is told it: `差一个字：企 → 产`. */
export function differenceLabel({ kind, wanted, found }: Difference): string {
  switch (kind) {
    case 'homophone':
      return `同音字：${wanted} → ${found}`;
    case 'wrong':
      return `差一个字：${wanted} → ${found}`;
    case 'missing':
      return `少一个字：${wanted}`;
    case 'extra':
      return `多一个字：${found}`;
    case 'swapped':
      return `两字颠倒：${wanted} → ${found}`;
  }
}
