import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestChain, type Link } from '../../../src/shared/compare/chain';
import { cutClauses } from '../../../src/shared/compare/clause';
import { fold } from '../../../src/shared/compare/fold';
import { characterPairs, likenesses } from '../../../src/shared/compare/likeness';
import { tokenise } from '../../../src/shared/compare/token';
import { diffWords } from '../../../src/shared/compare/words';

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
const keyOf = (text: string): string => fold(text, 0, text.length).key;
const cut = (text: string): readonly string[] =>
  cutClauses(text, whole(text)).map(({ start, end }) => text.slice(start, end));

function changes(left: string, right: string): readonly [string[], string[]] {
  const words = diffWords(left, whole(left), right, whole(right));
  return [
    words.left.map(({ start, end }) => left.slice(start, end)),
    words.right.map(({ start, end }) => right.slice(start, end)),
  ];
}

describe('changed words', () => {
  it.each([
    ['贯彻落实习近平总书记要求', '学习习近平总书记要求', ['贯彻落实'], ['学习']],
    ['加快推进农业现代化', '加快推进农业数字化', ['现代化'], ['数字化']],
    ['农村居民人均纯收入增长9.3%', '农村居民人均可支配收入增长9.2%', ['纯', '9.3'], ['可支配', '9.2']],
    ['推动制造业提质增效', '推动制造业提质扩面', ['提质增效'], ['提质扩面']],
    ['实施高质量发展行动', '实施高水平开放行动', ['高质量发展'], ['高水平开放']],
  ])('of %s and %s are whole words of the field', (left, right, l, r) => {
    expect(changes(left, right)).toEqual([l, r]);
  });
});

describe('folding', () => {
  it.each([
    ['full-width and half-width marks', '增长8%,居全省第1位。', '增长８％，居全省第１位'],
    ['spaces and line breaks', '2023 年全区固定\n资产投资', '2023年全区固定资产投资'],
    ['quotation marks and list marks', '完整、准确、全面贯彻“新发展理念”', '完整准确全面贯彻新发展理念'],
    ['thousands separators', '1,071家', '1071家'],
    ['marks of notes', '落实“四个不摘”[5]要求〔12〕', '落实“四个不摘”[16]要求'],
    ['an accent written apart', 'Caf\u0065\u0301', 'Caf\u00e9'],
    ['one dash and another between figures', '培育1−2个', '培育1-2个'],
    ['one minus sign and another', '增长−3.2%', '增长-3.2%'],
  ])('takes %s for the same', (_, a, b) => {
    expect(keyOf(a)).toBe(keyOf(b));
  });

  it.each([
    ['another figure', '增长8%', '增长9%'],
    ['a decimal', '增长12%', '增长1.2%'],
    ['a range', '培育1-2个', '培育12个'],
    ['a percent sign', '提高2%', '提高2个'],
    ['one more character', '全面深化改革', '全面深化改革开放'],
    ['a minus sign', '一般公共预算收入增长-3.2%', '一般公共预算收入增长3.2%'],
    ['a wide minus sign', '增速为－0.8%', '增速为0.8%'],
    ['a minus sign in brackets', '增速（-3.2%）', '增速（3.2%）'],
    ['a minus sign after a year', '2024年增长-3.2%', '2024年增长3.2%'],
    ['an accent', 'Cafe', 'Caf\u00e9'],
  ])('tells %s', (_, a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });
});

describe('a dash before a number', () => {
  it.each(['5%-6%', '10万-20万', '1月-11月', '2021-2025年', '——2025年1月14日在大会上', 'T-800', '5-6个'])(
    'is no sign in %s',
    (text) => {
      expect(keyOf(text)).not.toContain('<-');
    },
  );
});

describe('tokens', () => {
  it('keeps a number whole with its decimals', () => {
    const tokens = tokenise('达到3635.62亿元，增长６.5%', whole('达到3635.62亿元，增长６.5%'));
    expect(tokens.filter(({ number }) => number).map(({ text }) => text)).toEqual(['3635.62', '6.5']);
  });

  it('keeps the sign with its number, and leaves note marks out', () => {
    const text = '增长-3.2%，落实“四个不摘”[5]';
    const numbers = tokenise(text, whole(text)).filter(({ number }) => number);
    expect(numbers.map(({ range }) => text.slice(range.start, range.end))).toEqual(['-3.2']);
    expect(changes('增长-3.2%', '增长3.2%')).toEqual([['-3.2'], ['3.2']]);
    expect(changes('“双招双引”[3]工作', '“双招双引”[2]工作')).toEqual([[], []]);
  });

  it('never overlaps and never leaves the range', () => {
    const text = fc.stringMatching(/^[推进科技创新企业0-9.,，。 ％%A-Za-z“”]{0,40}$/);
    fc.assert(
      fc.property(text, fc.nat(10), (value, start) => {
        const range = { start: Math.min(start, value.length), end: value.length };
        let at = range.start;
        for (const token of tokenise(value, range)) {
          expect(token.range.start).toBeGreaterThanOrEqual(at);
          expect(token.range.end).toBeGreaterThan(token.range.start);
          at = token.range.end;
        }
        expect(at).toBeLessThanOrEqual(range.end);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('changed words', () => {
  it('marks the number and nothing around it', () => {
    expect(changes('建成交付安置房5.2万套', '建成交付安置房3.9万套')).toEqual([['5.2'], ['3.9']]);
  });

  it('marks whole words', () => {
    expect(changes('推动周口职业技术学院迁建升本', '推动周口职业技术学院扩升本')[0].join('')).toContain(
      '迁建',
    );
    expect(changes('着力推动高质量发展', '扎实推进高质量发展')).toEqual([['着力推动'], ['扎实推进']]);
  });

  it('is silent about marks and spaces', () => {
    expect(changes('完整、准确、全面贯彻 新发展理念，', '完整准确全面贯彻新发展理念。')).toEqual([[], []]);
  });

  it('does not litter a rewriting with single common characters', () => {
    const [left] = changes('事关民生的大事', '便利企业的举措');
    expect(left).toHaveLength(1);
  });

  it('takes both marks of a quotation that changed', () => {
    expect(changes('支持周口师范学院创建“一流学科”', '支持周口师范学院申办硕士点')[0].join('')).toContain(
      '“一流学科”',
    );
  });

  it('marks exactly what is left over when the equal rest is taken away', () => {
    const text = fc.stringMatching(/^[推进科技创新企业家0-9]{0,16}$/);
    fc.assert(
      fc.property(text, (value) => {
        expect(changes(value, value)).toEqual([[], []]);
        const [left, right] = changes(value, '');
        expect(keyOf(left.join(''))).toBe(keyOf(value));
        expect(right).toEqual([]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('clauses', () => {
  it('cuts at clause marks and keeps short and follow-on clauses with their neighbour', () => {
    expect(cut('一年来，我们攻坚克难稳增长，经济运行呈现新气象。')).toEqual([
      '一年来，我们攻坚克难稳增长，',
      '经济运行呈现新气象。',
    ]);
    expect(cut('港口货物吞吐量完成5205万吨,增长27.5%,集装箱达到16.3万标箱')).toEqual([
      '港口货物吞吐量完成5205万吨,增长27.5%,',
      '集装箱达到16.3万标箱',
    ]);
  });

  it('does not cut inside quotes, brackets or numbers', () => {
    const text = '应对“经济运行波动幅度较大，多重挑战叠加”的困难局面，总额达到1,071,300万元人民币。';
    expect(cut(text)).toEqual([
      '应对“经济运行波动幅度较大，多重挑战叠加”的困难局面，',
      '总额达到1,071,300万元人民币。',
    ]);
  });

  it('cuts a text without marks into pieces of a size to read, never inside a number', () => {
    for (const text of ['推进科技创新'.repeat(200), `${'增'.repeat(237)}3635.62亿元${'长'.repeat(300)}`]) {
      expect(cut(text).join('')).toBe(text);
      expect(Math.max(...cut(text).map((piece) => piece.length))).toBeLessThanOrEqual(240);
    }
    expect(cut(`${'增'.repeat(237)}3635.62亿元${'长'.repeat(300)}`)[1]).toMatch(/^3635\.62/);
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[推进科技创新，。；“”（）0-9 ]{0,60}$/), (text) => {
        expect(cut(text).join('')).toBe(text);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('the heaviest chain', () => {
  /** Tries every subset: right by definition, for small sets. */
  function best(links: readonly Link[]): number {
    let most = 0;
    for (let mask = 0; mask < 1 << links.length; mask += 1) {
      const chosen = links.filter((_, at) => mask & (1 << at)).sort((a, b) => a.left - b.left);
      const rising = chosen.every((link, at) => {
        const before = chosen[at - 1];
        return !before || (before.left < link.left && before.right < link.right);
      });
      if (rising)
        most = Math.max(
          most,
          chosen.reduce((sum, { weight }) => sum + weight, 0),
        );
    }
    return most;
  }

  it('rises on both sides and weighs as much as any can', () => {
    const link = fc.record({ left: fc.nat(6), right: fc.nat(6), weight: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 9 }), (links) => {
        const chain = heaviestChain(links);
        for (let at = 1; at < chain.length; at += 1) {
          expect(chain[at]?.left).toBeGreaterThan(chain[at - 1]?.left ?? -1);
          expect(chain[at]?.right).toBeGreaterThan(chain[at - 1]?.right ?? -1);
        }
        expect(chain.reduce((sum, { weight }) => sum + weight, 0)).toBe(best(links));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('likeness', () => {
  const pairsOf = (texts: readonly string[]): ReturnType<typeof characterPairs>[] =>
    texts.map((text) => characterPairs(fold(text, 0, text.length).codes));
  const background = ['加快建设重点项目', '推进产业项目建设', '加快推进项目建设', '推动企业项目建设'];
  const like = (a: string, b: string): number =>
    likenesses(pairsOf([a, ...background]), pairsOf([b, ...background]))[0]?.find(({ right }) => right === 0)
      ?.likeness ?? 0;

  it('is 1 for the same words whatever the figures', () => {
    expect(like('新增专利授权3097件', '新增专利授权3000件')).toBeCloseTo(1);
  });

  it('counts rare words more than phrases that stand everywhere', () => {
    expect(like('加快建设沙颍河航运枢纽', '沙颍河航运枢纽开工')).toBeGreaterThan(
      like('加快建设重点学校', '加快建设重点公路'),
    );
  });

  it('knows a name within a long list', () => {
    const list =
      '谋划推动民用机场、平漯周高铁、燃煤机组、电钢新材料、现代食品产业园、智能终端产业园、绿色循环纸业';
    expect(like(list, '加快建设平漯周高铁')).toBeGreaterThan(0.4);
  });
});
