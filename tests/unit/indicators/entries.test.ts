import { beforeAll, describe, expect, it } from 'vitest';
import {
  countNameless,
  countOf,
  findIndicators,
  indicatorEntries,
  type Stating,
  type IndicatorEntry,
} from '../../../src/shared/indicators';
import { TOPICS } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';

let volumes: readonly Stating[] = [];
let entries: readonly IndicatorEntry[] = [];

beforeAll(() => {
  volumes = bundledReports().map((report) => ({ report, observations: extractObservations(report) }));
  entries = indicatorEntries(volumes);
});

const named = (query: string): readonly string[] =>
  findIndicators(entries, query).map(({ entry }) => entry.indicator);

describe('all indicators of the library', () => {
  it('hold every number that is stated once, each under one indicator, place and period', () => {
    const stated = volumes
      .flatMap(({ observations }) => observations)
      .filter(({ duplicateOf, indicator }) => duplicateOf === null && indicator !== '');
    const listed = entries.flatMap(({ indicator, places }) =>
      places.flatMap(({ place, observations }) =>
        observations.map((observation) => {
          expect(observation).toMatchObject({ indicator, place });
          return observation.id;
        }),
      ),
    );
    const shelved = volumes
      .flatMap(({ observations }) => observations)
      .filter(({ duplicateOf }) => duplicateOf === null);
    expect(stated.length + countNameless(volumes)).toBe(shelved.length);
    expect(countNameless(volumes)).toBeGreaterThan(0);
    expect(stated.length).toBeGreaterThan(300);
    expect(listed.toSorted()).toEqual(stated.map(({ id }) => id).toSorted());
    expect(entries.reduce((sum, entry) => sum + countOf(entry), 0)).toBe(stated.length);
  });

  it('stand by topic, in the order of the topics, and by the year a period ends in within a place', () => {
    const topics = entries.map(({ topic }) => TOPICS.indexOf(topic));
    expect(topics).toEqual(topics.toSorted((a, b) => a - b));
    for (const { places } of entries)
      for (const { observations } of places) {
        const ends = observations.map(({ period }) => period.slice(period.length > 8 ? 5 : 0).slice(0, 4));
        expect(ends).toEqual(ends.toSorted());
      }
  });
});

describe('finding an indicator', () => {
  it.each([
    ['生产总值', '生产总值'],
    ['GDP', '生产总值'],
    ['gdp', '生产总值'],
    ['shengchanzongzhi', '生产总值'],
    ['sczz', '生产总值'],
    ['gaoxin', '高新技术企业'],
    ['市场主体', '经营主体'],
  ])('%s leads to %s', (query, wanted) => {
    expect(named(query).some((name) => name.includes(wanted))).toBe(true);
  });

  it('asks for a place by its initials too, alone or with a name', () => {
    const own = new Set(named('zks'));
    for (const entry of entries)
      if (entry.places.some(({ place }) => place === '周口市')) expect(own).toContain(entry.indicator);
    expect(named('chq gdp')).toEqual(['生产总值']);
    expect(named('商丘 gdp')).toEqual([]);
  });

  it('lists an indicator once, and marks the name that answered', () => {
    const found = findIndicators(entries, 'gdp');
    expect(found.map(({ entry }) => entry.indicator)).toEqual(['生产总值']);
    expect(found[0]?.marks).toEqual([]);
    expect(found[0]?.alias?.name).toContain('GDP');
    const all = named('高新');
    expect(new Set(all).size).toBe(all.length);
    for (const { entry, marks, alias } of findIndicators(entries, '高新')) {
      const name = alias ? alias.name : entry.indicator;
      expect((alias?.marks ?? marks).map(({ start, end }) => name.slice(start, end))).toEqual(['高新']);
    }
  });

  it('offers near names only where nothing answers, and says so', () => {
    const found = findIndicators(entries, '一般公共预算收如');
    expect(found.map(({ entry }) => entry.indicator)).toContain('一般公共预算收入');
    expect(found.every(({ near }) => near)).toBe(true);
    expect(findIndicators(entries, '一般公共预算收入').some(({ near }) => near)).toBe(false);
  });

  it('gives all where nothing is asked, and none where nothing is like it', () => {
    expect(named('  ')).toHaveLength(entries.length);
    expect(named('量子计算机台数三千')).toEqual([]);
  });
});
