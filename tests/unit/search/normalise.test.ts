import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIMPLIFIED, TRADITIONAL } from '../../../src/shared/text/data/simplified';
import { normalise, shadowOf, sourceRange } from '../../../src/shared/search';

describe('the shadow of a text', () => {
  it.each([
    ['８％', '8%'],
    ['8 %', '8%'],
    ['5,205万吨', '5205万吨'],
    ['5205 万 吨', '5205万吨'],
    ['１，２３４家', '1234家'],
    ['1,234,567.8', '1234567.8'],
    ['營商環境', '营商环境'],
    ['政 府 工 作 报 告', '政府工作报告'],
    ['2×100万千瓦', '2×100万千瓦'],
    ['20 万㎡', '20万m2'],
    ['ＰＭ２．５', 'pm2.5'],
    ['5G 网络', '5g网络'],
    ['「三個一批」', '"三个一批"'],
    ['完成投资——项目', '完成投资--项目'],
    ['零\u200b宽\u00ad度\ufeff', '零宽度'],
    ['\u0000控\u0007制', '控制'],
    ['Cafe\u0301', 'café'],
  ])('%j is compared as %j', (text, shadow) => {
    expect(shadowOf(text)).toBe(shadow);
  });

  it.each([
    ['2022,2023', 'two years'],
    ['12.7%,8.1%', 'two rates'],
    ['100，200家', 'a sentence pause between two numbers'],
    ['new york', 'two Latin words'],
    ['1,23', 'too short a group'],
  ])('%j stays as it is: %s', (text) => {
    expect(shadowOf(text)).toBe(text.normalize('NFKC'));
  });

  it('keeps every traditional character at its place, whatever stands around it', () => {
    expect(TRADITIONAL.length).toBe(SIMPLIFIED.length);
    expect(shadowOf(TRADITIONAL)).toBe(SIMPLIFIED);
    expect(shadowOf(SIMPLIFIED)).toBe(SIMPLIFIED);
  });

  it('names for each unit the characters it comes from', () => {
    const text = '达到 5,205 万㎡';
    const shadow = normalise(text);
    expect(shadow.text).toBe('达到5205万m2');
    expect(text.slice(sourceRange(shadow, 2, 6).start, sourceRange(shadow, 2, 6).end)).toBe('5,205');
    expect(sourceRange(shadow, 7, 9)).toEqual({ start: 10, end: 11 });
  });

  it('maps any text in order, without gaps inside a character', () => {
    const unit = fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '港',
        ' ',
        ',',
        '１',
        '9',
        '\u3000',
        '\n',
        '㎡',
        '\ud800',
        '\u0301',
        'ﬁ',
        '“',
        '.',
        '%',
        'A',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { text: shadow, from, to } = normalise(text);
        const inOrder = Array.from(from).every(
          (start, at) =>
            start >= (from[at - 1] ?? 0) && start < (to[at] ?? 0) && (to[at] ?? 0) <= text.length,
        );
        expect([from.length, inOrder]).toEqual([shadow.length, true]);
      }),
      { seed: 20240220, numRuns: 200 },
    );
  });
});
