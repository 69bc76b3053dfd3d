import { describe, expect, it } from 'vitest';
import { createTarget, resolveTarget } from '../../../src/shared/anchor';
import { sliceRange } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';

/** Shorter ones (各位代表！) say nothing. */
const SHORTEST = 16;

/** Notes inside sentences that stand twice in their report, each with the text without the noted one. */
const twins = bundledReports().flatMap(({ id, clean, sentences }) => {
  const wordsOf = (index: number): string => sliceRange(clean, sentences[index]!.range).trim();
  const times = new Map<string, number>();
  for (const index of sentences.keys()) times.set(wordsOf(index), (times.get(wordsOf(index)) ?? 0) + 1);
  return sentences.flatMap(({ range }, index) => {
    const words = wordsOf(index);
    if (words.length < SHORTEST || times.get(words) !== 2) return [];
    const start = clean.indexOf(words, range.start) + 2;
    const target = createTarget({ id, clean, sentences }, { start, end: start + 8 }, '');
    return [{ id, clean, target, without: clean.slice(0, range.start) + clean.slice(range.end) }];
  });
});

describe('a note in a sentence that stands twice', () => {
  it('is found while both stand, also when the text before them has shifted', () => {
    expect(twins.length).toBeGreaterThan(20);
    for (const { id, clean, target } of twins) {
      const shifted = resolveTarget({ id, clean: `新的一段。\n${clean}`, sentences: [] }, target);
      expect(shifted).toMatchObject({ state: 'moved', range: { start: target.position.start + 6 } });
    }
  });

  it('does not go over to the other when its own is taken out', () => {
    const moved = twins.filter(
      ({ id, without, target }) =>
        resolveTarget({ id, clean: without, sentences: [] }, target).state !== 'unsure',
    );
    // One stands in a page that the source prints twice, all around it the same: nothing tells the two apart.
    expect(moved.map(({ target }) => target.quote.exact)).toEqual(['抓好防汛抗旱、抢']);
  });
});

describe('a passage', () => {
  it('has at least one character: a note on nothing could not be read again', () => {
    const report = bundledReports()[0]!;
    expect(() => createTarget(report, { start: 10, end: 10 }, '')).toThrow(RangeError);
  });
});
