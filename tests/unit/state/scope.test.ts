import { describe, expect, it } from 'vitest';
import {
  ALL,
  createScopeChoice,
  likelyPlace,
  placesIn,
  placesRead,
  scopeAt,
} from '../../../src/renderer/state/library/scope';
import type { CatalogEntry } from '../../../src/shared/report';

const of = (place: string, years: readonly number[]): readonly CatalogEntry[] =>
  years.map((year) => ({
    id: `${place}-${String(year)}`,
    file: `${place}-${String(year)}.txt`,
    sha256: '0'.repeat(64),
    place,
    year,
    genre: '全文',
    title: '政府工作报告',
  }));

const years = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => 2000 + at);
const few = [...of('甲县', [2023]), ...of('乙县', [2022, 2023])];
const many = [...of('甲县', years(10)), ...of('乙县', years(20))];

const groups = [{ id: 'g', name: '两县', places: ['乙县', '不在书架的县', '甲县'] }];
const ground = { entries: many, groups };

const readAt = (report: string, at: number) => ({
  report,
  paragraphStart: 0,
  scrolled: 0,
  progress: 0.1,
  readAt: at,
});

describe('what is looked at', () => {
  it('is all of a small shelf, and one place of a large one', () => {
    expect(scopeAt(null, { entries: few, groups }, '乙县')).toEqual(ALL);
    expect(scopeAt(null, ground, '甲县')).toEqual({ kind: 'place', place: '甲县' });
    expect(placesIn(scopeAt(null, ground, '甲县'), ground)).toEqual(['甲县']);
  });

  it('is what the reader chose, as long as it is on the shelf', () => {
    const choice = createScopeChoice();
    choice.getState().choose({ kind: 'place', place: '乙县' });
    const { chosen } = choice.getState();
    expect(scopeAt(chosen, ground, '甲县')).toEqual({ kind: 'place', place: '乙县' });
    expect(scopeAt(chosen, { entries: of('甲县', years(30)), groups }, '甲县')).toEqual({
      kind: 'place',
      place: '甲县',
    });
    expect(scopeAt(ALL, ground, '甲县')).toEqual(ALL);
  });

  it('may be a group of the reader’s own, in the order of the shelf, until that is taken away', () => {
    const group = { kind: 'group', group: 'g' } as const;
    expect(placesIn(scopeAt(group, ground, '甲县'), ground)).toEqual(['甲县', '乙县']);
    expect(scopeAt(group, { entries: many, groups: [] }, '甲县')).toEqual({ kind: 'place', place: '甲县' });
  });

  it('begins with the place read last, else with that of most reports', () => {
    const positions = Object.fromEntries(
      [readAt('甲县-2003', 5), readAt('乙县-2001', 9), readAt('丙县-2001', 12)].map((one) => [
        one.report,
        one,
      ]),
    );
    expect(placesRead(positions, many)).toEqual(['乙县', '甲县']);
    expect(likelyPlace(many)).toBe('乙县');
    expect(likelyPlace([])).toBe(null);
  });
});
