import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTarget, snapToCharacters, trimSelection, wordAt } from '../../../src/shared/anchor';
import { sentenceAt, sliceRange } from '../../../src/shared/report';
import { anchoredText } from '../../helpers/anchored-text';
import { bundledReports } from '../../helpers/bundled-reports';

describe('snapToCharacters', () => {
  it.each([
    ['a surrogate pair', '甲𠮷乙', { start: 2, end: 3 }, '𠮷'],
    ['a combining mark', 'cafe\u0301。', { start: 3, end: 4 }, 'e\u0301'],
    ['a family emoji', '好👨‍👩‍👧好', { start: 3, end: 4 }, '👨‍👩‍👧'],
    ['a variation selector', '葛\u{E0100}城', { start: 0, end: 1 }, '葛\u{E0100}'],
  ])('keeps %s whole', (_name, text, range, whole) => {
    expect(sliceRange(text, snapToCharacters(text, range))).toBe(whole);
  });

  it('agrees with the segmenter wherever a selection begins and ends', () => {
    const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    const unit = fc.constantFrom('中', 'a', '𠮷', 'e\u0301', '👩‍🔬', '，', '5', '葛\u{E0100}');
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), fc.nat(40), fc.nat(40), (units, a, b) => {
        const text = units.join('');
        const edges = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));
        const { start, end } = snapToCharacters(text, { start: Math.min(a, b), end: Math.max(a, b) });
        expect([edges.has(start), edges.has(end)]).toEqual([true, true]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('trimSelection', () => {
  it('drops white space at the edges and is empty where there is nothing else', () => {
    const text = '  甲 乙\n\n丙';
    expect(sliceRange(text, trimSelection(text, { start: 0, end: 7 }))).toBe('甲 乙');
    const { start, end } = trimSelection(text, { start: 5, end: 7 });
    expect(start).toBe(end);
  });

  it('keeps surrogate pairs in a quote whole', () => {
    const text = anchoredText('r', '任𠮷为市长。');
    expect(createTarget(text, { start: 1, end: 2 }, '').quote).toEqual({
      exact: '𠮷',
      prefix: '任',
      suffix: '为市长。',
    });
  });
});

const zhoukou = bundledReports().find(({ id }) => id === 'zhoukou-2025')!;

const clicked = (context: string, word: string): string | null => {
  const range = wordAt(zhoukou.clean, zhoukou.clean.indexOf(context) + context.indexOf(word));
  return range && sliceRange(zhoukou.clean, range);
};

describe('double and triple click', () => {
  it.each([
    ['优化营商环境', '商', '营商环境'],
    ['一般公共预算收入增长', '预算', '公共预算收入'],
    ['坚持以习近平新时代', '近', '习近平'],
    ['港口货物吞吐量完成', '吞吐', '货物吞吐量'],
  ])('in %s at %s selects %s', (context, at, term) => {
    expect(zhoukou.clean).toContain(context);
    expect(clicked(context, at)).toContain(term);
  });

  it('joins 乡村振兴 where a report speaks of it as one thing', () => {
    const text = '全面推进乡村振兴。乡村振兴要有产业。做好乡村振兴这篇文章，推进改革。';
    expect(sliceRange(text, wordAt(text, 5)!)).toBe('乡村振兴');
    expect(sliceRange(text, wordAt(text, 3)!)).not.toContain('乡村');
  });

  it('selects a whole number with its sign', () => {
    const text = '增长27.5%，完成5,205万吨';
    expect(sliceRange(text, wordAt(text, 4)!)).toBe('27.5%');
    expect(sliceRange(text, wordAt(text, 13)!)).toBe('5,205');
    expect(wordAt(text, 7)).toBeNull();
  });

  it('selects the sentence an offset lies in', () => {
    for (const { range } of zhoukou.sentences) {
      expect(sentenceAt(zhoukou, range.start)?.range).toEqual(range);
      expect(sentenceAt(zhoukou, range.end - 1)?.range).toEqual(range);
    }
  });
});
