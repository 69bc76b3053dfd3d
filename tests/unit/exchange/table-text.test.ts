import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableHtml, tableText } from '../../../src/shared/exchange';

const cell = fc.oneof(fc.string(), fc.constantFrom('a\tb', '一\r\n二', '<b>"&', '＞6,000', '目标 5'));

describe('a table on its way into another program', () => {
  it('keeps every cell in its column, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const lines = tableText({ title: '', heads: ['指标', '单位', '2025 年'], rows, source: '' }).split(
          '\r\n',
        );
        expect(lines).toHaveLength(rows.length + 1);
        for (const line of lines) expect(line.split('\t')).toHaveLength(3);
      }),
    );
  });

  it('lets no cell become markup, and has one cell for each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const html = tableHtml({ title: '<script>', heads: ['a', 'b'], rows, source: '据“2025 年”报告' });
        expect(html.match(/<td /gu) ?? []).toHaveLength(rows.length * 2);
        const tags = new Set([...html.matchAll(/<\/?([a-z]+)/giu)].map(([, tag]) => tag));
        expect(
          [...tags].filter((tag) => !/^(?:meta|p|table|thead|tbody|tr|th|td)$/u.test(tag ?? '')),
        ).toEqual([]);
      }),
    );
  });

  it('sets figures at the right and words at the left, with borders of its own', () => {
    const html = tableHtml({
      title: '',
      heads: ['指标', '2025 年'],
      rows: [
        ['货物', '＞6,000'],
        ['其他', '未提及'],
      ],
      source: '',
    });
    expect(html).toContain('align="right">＞6,000');
    expect(html).toContain('align="left">未提及');
    expect(html).toContain('border="1"');
  });
});
