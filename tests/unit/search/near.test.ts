import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NearHit } from '../../../src/shared/search';
import { createIndex, differenceLabel, search, shadowOf } from '../../../src/shared/search';
import { bundledLines, passagesFrom } from './library';

/** Smallest number of edits (wrong, missing, extra, swapped neighbours) that makes some part of the text the term. */
function sellers(term: string, text: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: text.length + 1 }, () => 0);
  for (let i = 1; i <= term.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++) {
      const same = term[i - 1] === text[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && term[i - 1] === text[j - 2] && term[i - 2] === text[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}

const nearOf = (lines: readonly string[], query: string): readonly NearHit[] =>
  search(createIndex(passagesFrom(lines)), query, { near: true, nearLimit: Infinity }).near?.hits ?? [];

const labelsOf = (hits: readonly NearHit[]): readonly string[] =>
  hits.flatMap(({ matches }) =>
    matches.map(({ differences }) => differences.map(differenceLabel).join('，')),
  );

describe('near search', () => {
  it('misses no paragraph one edit away from four characters or more, and adds none', () => {
    // Numbers are exact by rule; without them the rule and the plain definition of distance must agree.
    const lines = bundledLines().map((line) =>
      shadowOf(line).replace(/[\d.%‰〇零一二两三四五六七八九十百千万亿]/g, '某'),
    );
    const index = createIndex(passagesFrom(lines));
    const all = lines.join('\n');
    const edit = fc.constantFrom('wrong', 'missing', 'extra', 'swapped', 'none');
    fc.assert(
      fc.property(
        fc.nat(all.length - 12),
        fc.integer({ min: 4, max: 9 }),
        edit,
        fc.nat(8),
        (at, size, kind, place) => {
          const phrase = all.slice(at, at + size);
          fc.pre(/^\p{Script=Han}+$/u.test(phrase));
          const term = damage(phrase, kind, place % (size - 1));
          fc.pre(term.length >= 4);
          const { near } = search(index, term, { near: true, nearLimit: Infinity });
          const single = near?.hits.filter(({ matches }) =>
            matches.some(({ differences }) => differences.length === 1),
          );
          const without = lines.map((line) => line.replaceAll(term, '。'));
          const truth = without.flatMap((line, number) => (sellers(term, line) === 1 ? [`r#${number}`] : []));
          expect(single?.map(({ passage }) => passage.id).toSorted()).toEqual(truth.toSorted());
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it.each([
    ['岗口', '港口货物吞吐量5205万吨', '同音字：岗 → 港'],
    ['项木', '重点项目强力推进', '同音字：木 → 目'],
    ['高新技木企业', '认定高新技术企业118家', '差一个字：木 → 术'],
    ['高新术企业', '认定高新技术企业118家', '多一个字：技'],
    ['高新技能术企业', '认定高新技术企业118家', '少一个字：能'],
    ['高新术技企业', '认定高新技术企业118家', '两字颠倒：术技 → 技术'],
    ['营商环景', '打造更优营商环境', '同音字：景 → 境'],
    ['项木简设', '以项目建设论成败', '同音字：木 → 目，同音字：简 → 建'],
    ['专京特', '专精特新企业', '同音字：京 → 精'],
    ['专金特', '专精特新企业', '差一个字：金 → 精'],
    ['专特精', '专精特新企业', '两字颠倒：特精 → 精特'],
    ['专特', '专精特新企业', undefined],
    ['5205方吨', '完成5205万吨', undefined],
    ['5206万吨', '完成5205万吨', undefined],
    ['205万順', '完成5205万吨', undefined],
    ['增长8%左右', '增长9%左右', undefined],
    ['十五五规划', '十四五规划', undefined],
    ['五大战略', '十大战略', undefined],
    ['第三大的', '第二大的', undefined],
  ])('%s in %s: %s', (query, line, label) => {
    expect(labelsOf(nearOf([line], query))).toEqual(label === undefined ? [] : [label]);
  });

  it('boxes the characters concerned in the clean text', () => {
    const lines = ['甲乙丙', '新认定 高 新技 术企业 138 家'];
    const [hit] = nearOf(lines, '高新技木企业');
    const [match] = hit?.matches ?? [];
    const clean = lines.join('\n');
    const textOf = (range?: { start: number; end: number }) => range && clean.slice(range.start, range.end);
    expect(textOf(match?.range)).toBe('高 新技 术企业');
    expect(textOf(match?.differences[0]?.range)).toBe('术');
  });

  it('lists no near place that an exact one overlaps', () => {
    const lines = ['高新技术企业和高新技术产业', '高新技术产业', '高新技术企业企业'];
    expect(labelsOf(nearOf(lines, '高新技术企业'))).toEqual(['差一个字：企 → 产', '差一个字：企 → 产']);
  });

  it('leaves out paragraphs that answer all of several words exactly', () => {
    const lines = ['项目、高新技术企业和高新技术产业', '高新技术产业项目'];
    expect(nearOf(lines, '高新技术企业 项目').map(({ passage }) => passage.text)).toEqual([
      '高新技术产业项目',
    ]);
  });

  it('takes words between quotes exactly, and asks for every word of several', () => {
    expect(nearOf(['营商环境'], '"营商环景"')).toEqual([]);
    expect(nearOf(['营商环境好'], '营商环景 项目')).toEqual([]);
    expect(labelsOf(nearOf(['项目的营商环境'], '营商环景 项目'))).toEqual(['', '同音字：景 → 境']);
    expect(nearOf(['项目的营商环境'], '营商环景 -项目')).toEqual([]);
  });

  it('lets the last of three characters be any other only where nothing better answers', () => {
    expect(labelsOf(nearOf(['港口城市'], '港口费'))).toEqual(['差一个字：费 → 城']);
    expect(nearOf(['港口城市', '港口费用'], '港口费')).toEqual([]);
  });
});

function damage(phrase: string, kind: string, at: number): string {
  const [head, tail] = [phrase.slice(0, at), phrase.slice(at + 1)];
  switch (kind) {
    case 'wrong':
      return `${head}鑫${tail}`;
    case 'missing':
      return head + tail;
    case 'extra':
      return `${phrase.slice(0, at + 1)}鑫${tail}`;
    case 'swapped':
      return head + tail.charAt(0) + phrase.charAt(at) + tail.slice(1);
    default:
      return phrase;
  }
}
