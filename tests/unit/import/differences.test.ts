import { describe, expect, test } from 'vitest';
import { differencesOf, likenessOf } from '../../../src/shared/import';
import { inventedReport } from '../../helpers/invented-report';

const report = inventedReport('云岚县', 2026);

describe('where two versions of a report differ', () => {
  test('each place with what stands there and around it', () => {
    const changed = report.replace('6.4%', '6.6%').replace('4120人', '4120余人');
    const places = differencesOf(report, changed);
    expect(places.map(({ one, other }) => [one, other])).toEqual([
      ['4', '6'],
      ['', '余'],
    ]);
    expect(places[0]?.before.endsWith('增长6.')).toBe(true);
    expect(places[0]?.after.startsWith('%')).toBe(true);
    expect(likenessOf(report, changed)).toMatchObject({ kind: 'near', places: 2, characters: 2 });
  });

  test('a paragraph that only one has', () => {
    expect(differencesOf(report, `${report}\n又加了一段。`)).toMatchObject([
      { one: '', other: '又加了一段。', after: '' },
    ]);
  });

  test('wrapping and indents are none', () => {
    expect(differencesOf(report, report.replaceAll('\n', '\r\n\u3000\u3000'))).toEqual([]);
  });

  test('a stretch written anew is one place', () => {
    const [other, anew] = ['甲'.repeat(900), '乙'.repeat(900)];
    const places = differencesOf(`${report}\n${other}。`, `${report}\n${anew}。`);
    expect(places).toHaveLength(1);
  });
});
