import { describe, expect, test } from 'vitest';
import { likenessOf } from '../../../src/shared/import';
import { inventedReport } from '../../helpers/invented-report';

const report = inventedReport('云岚县', 2026);

describe('two source texts held against each other', () => {
  test.each([
    ['the same', report, 'same', 0],
    ['other line ends and indents', report.replaceAll('\n', '\r\n\u3000\u3000'), 'same', 0],
    ['one paragraph more', `${report}\n新增加的一段话，说的是别的事情。`, 'near', 1],
    ['a digest', report.slice(0, report.length / 2), 'near', null],
    ['something else', '这是另一篇文章，说的是完全不相干的事情，没有一句相同。'.repeat(20), 'other', null],
  ])('%s', (_, other, kind, differing) => {
    const likeness = likenessOf(report, other);
    expect(likeness.kind).toBe(kind);
    if (differing !== null) expect(likeness.differing).toBe(differing);
  });
});
