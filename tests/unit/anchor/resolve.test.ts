import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTarget, resolveTarget, UNSURE_SENTENCES, type AnchoredText } from '../../../src/shared/anchor';
import { sliceRange, type AnnotationTarget } from '../../../src/shared/report';
import { anchoredText } from '../../helpers/anchored-text';
import { bundledReports } from '../../helpers/bundled-reports';

const reports = bundledReports();
const zhoukou = reports.find(({ id }) => id === 'zhoukou-2025')!;

const targetAt = (text: AnchoredText, quote: string, from = 0): AnnotationTarget => {
  const start = text.clean.indexOf(quote, from);
  expect(start).toBeGreaterThanOrEqual(0);
  return createTarget(text, { start, end: start + quote.length }, '');
};

const placed = (text: AnchoredText, target: AnnotationTarget): string | null => {
  const answer = resolveTarget(text, target);
  return answer.state === 'unsure' ? null : sliceRange(text.clean, answer.range);
};

describe('a target in its own text', () => {
  it('is found at its place, wherever it is', () => {
    const place = fc.record({
      report: fc.constantFrom(...reports),
      at: fc.nat(1_000_000),
      length: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(place, ({ report, at, length }) => {
        const start = at % report.clean.length;
        const target = createTarget(report, { start, end: start + length }, '');
        fc.pre(target.position.end > target.position.start);
        expect(resolveTarget(report, target)).toEqual({ state: 'found', range: target.position });
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('keeps the sentence it was chosen in', () => {
    const target = targetAt(zhoukou, '港口货物吞吐量');
    expect(target.sentence.text).toContain('港口货物吞吐量完成');
    expect(sliceRange(zhoukou.clean, { start: target.sentence.start, end: target.position.end })).toMatch(
      /港口货物吞吐量$/,
    );
  });
});

/** Other ways to write the same characters; each keeps every word. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'full width figures and letters': (text) =>
    text.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  'full width punctuation': (text) =>
    text.replace(/[,;:!?()%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  'spaces between characters': (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
  'other paragraphs': (text) => text.replace(/\n/g, '').replace(/。/g, '。\n\n'),
  'decomposed characters': (text) => text.normalize('NFD'),
  'compatibility ideographs': (text) => text.replace(/金/g, '\uF90A').replace(/立/g, '\uF9F7'),
  'zero-width characters': (text) => text.replace(/的/g, '的\u200B').replace(/国/g, '国\uFE00'),
};

describe('a target in the same text written otherwise', () => {
  it.each(Object.keys(VARIANTS))('is found: %s', (name) => {
    const variant = VARIANTS[name]!;
    const sentence = fc.constantFrom(
      ...reports.flatMap((report) => report.sentences.map(({ range }) => ({ report, range }))),
    );
    const varied = new Map(reports.map((report) => [report, anchoredText(report.id, variant(report.clean))]));
    const letters = (text: string): string => text.normalize('NFKC').replace(/[\s\u200B\uFE00]/g, '');
    fc.assert(
      fc.property(sentence, ({ report, range }) => {
        const target = createTarget(report, range, '');
        const here = placed(varied.get(report)!, target);
        expect(here && letters(here)).toBe(letters(target.quote.exact));
      }),
      { seed: 2, numRuns: 150 },
    );
  });
});

const HEAD = '一年来，我们全力稳增长。全市生产总值增长百分之五，固定资产投资保持平稳，消费持续恢复。';
const TAIL = '财政支出向民生倾斜，新建改建学校三十所，新增学位两万个，群众满意度继续提高。';
const QUOTE = '粮食总产再创历史新高';

describe('repeated passages', () => {
  const twice = anchoredText(
    'r',
    `${HEAD}\n${QUOTE}，农业基础更加稳固。\n${TAIL}\n${QUOTE}，乡村面貌明显改善。\n${HEAD}`,
  );

  it('are told apart by what stands around them', () => {
    const second = targetAt(twice, QUOTE, twice.clean.indexOf(TAIL));
    const shifted = anchoredText('r', `各位代表：\n${twice.clean}`);
    expect(resolveTarget(shifted, second)).toEqual({
      state: 'moved',
      range: { start: second.position.start + 6, end: second.position.end + 6 },
    });
  });

  it('leave it to the reader where nothing tells them apart', () => {
    const once = anchoredText('r', `${HEAD}${QUOTE}。${TAIL}`);
    const copied = anchoredText('r', `${HEAD}${QUOTE}。${TAIL}\n${HEAD}${QUOTE}。${TAIL}`);
    const answer = resolveTarget(copied, { ...targetAt(once, QUOTE), position: { start: 1, end: 11 } });
    expect(answer).toMatchObject({ state: 'unsure', reason: 'repeated' });
    expect(
      answer.state === 'unsure' && answer.candidates.map((range) => sliceRange(copied.clean, range)),
    ).toEqual([QUOTE, QUOTE]);
  });

  it('stay where they were while nothing around them changes', () => {
    const copied = anchoredText('r', `${HEAD}${QUOTE}。${TAIL}\n${HEAD}${QUOTE}。${TAIL}`);
    const second = targetAt(copied, QUOTE, copied.clean.length / 2);
    const appended = anchoredText('r', `${copied.clean}\n全文完`);
    expect(resolveTarget(appended, second)).toMatchObject({ state: 'found', range: second.position });
  });
});

describe('passages that have changed', () => {
  const before = anchoredText('r', `${HEAD}\n港口货物吞吐量完成5205万吨，增长27.5%，居全省第一位。\n${TAIL}`);
  const quote = '港口货物吞吐量完成5205万吨，增长27.5%';
  const target = targetAt(before, quote);
  const after = (from: string, to: string): AnchoredText => anchoredText('r', before.clean.replace(from, to));

  it('are shown to the reader where up to one character in ten is another', () => {
    const text = after('港口货物吞吐量完成', '港口货物吞吐量达到');
    const answer = resolveTarget(text, target);
    expect(answer).toMatchObject({ state: 'unsure', reason: 'rewritten' });
    expect(
      answer.state === 'unsure' && answer.candidates.map((range) => sliceRange(text.clean, range)),
    ).toEqual(['港口货物吞吐量达到5205万吨，增长27.5%']);
  });

  it.each([
    ['5205', '5305', 'figures'],
    ['27.5%', '7.5%', 'figures'],
    ['万吨', '亿吨', 'rewritten'],
    ['增长27.5%', '下降27.5%', 'rewritten'],
    ['港口货物吞吐量完成', '全市水运货物总量实现', 'rewritten'],
  ])('are left to the reader where %s has become %s', (from, to, reason) => {
    const text = after(from, to);
    const answer = resolveTarget(text, target);
    expect(answer).toMatchObject({ state: 'unsure', reason });
    const first = answer.state === 'unsure' ? answer.candidates[0] : undefined;
    expect(first && sliceRange(text.clean, first)).toContain(to);
  });

  it('are said to be gone where nothing of them is left', () => {
    const answer = resolveTarget(anchoredText('r', TAIL.repeat(3)), target);
    expect(answer).toEqual({ state: 'unsure', candidates: [], reason: 'gone' });
    expect(UNSURE_SENTENCES.gone).toContain('找不到');
  });

  it('are not taken for a part of a longer number', () => {
    const number = targetAt(before, '205万吨');
    const text = anchoredText('r', `前言。${before.clean.replace('5205', '205')}`);
    expect(placed(text, number)).toBeNull();
  });
});

describe('another report', () => {
  it('takes a passage only where its whole sentence stands', () => {
    const target = targetAt(
      anchoredText('a', `${HEAD}\n坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。\n${TAIL}`),
      '稳中求进工作总基调',
    );
    const same = anchoredText('b', `${TAIL}\n坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。`);
    const other = anchoredText('b', `${HEAD}\n必须坚持稳中求进工作总基调，着力扩大内需。\n${TAIL}`);
    expect(placed(same, target)).toBe('稳中求进工作总基调');
    expect(placed(other, target)).toBeNull();
  });
});
