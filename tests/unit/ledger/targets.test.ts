import { beforeAll, describe, expect, it } from 'vitest';
import {
  choicesOf,
  countStandings,
  EVERYTHING,
  JUDGED,
  rowsIn,
  sortCommitments,
  standingOf,
  UNJUDGED,
  yearOf,
  type Places,
} from '../../../src/shared/ledger';
import { assess, type AssessedCommitment } from '../../../src/shared/anchor';
import { VERDICTS } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { traceCommitments } from '../../../src/shared/commitments';
import { bundledReports } from '../../helpers/bundled-reports';

let homes: Places = new Map();
let rows: readonly AssessedCommitment[] = [];

beforeAll(() => {
  const library = bundledReports();
  const reports = new Map(library.map((report) => [report.id, report]));
  homes = new Map(library.map(({ id, meta }) => [id, meta.place ?? '']));
  const commitments = traceCommitments(
    library.map((report) => ({ report, observations: extractObservations(report) })),
  );
  rows = assess(commitments, [], reports).commitments;
});

const withPeriod = (period: string): AssessedCommitment => {
  const [row] = rows as [AssessedCommitment];
  const { commitment } = row;
  return { ...row, commitment: { ...commitment, target: { ...commitment.target, period } } };
};

describe('the ledger', () => {
  it('counts every target once', () => {
    expect(rows.length).toBeGreaterThan(50);
    const counts = countStandings(rows);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    expect([...JUDGED, ...UNJUDGED].toSorted()).toEqual([...VERDICTS].toSorted());
  });

  it('never counts an offered match as a verdict', () => {
    const offered = rows.slice(0, 10).map((row) => ({ ...row, sure: false }));
    expect(offered.map(standingOf)).toEqual(offered.map(() => 'unsure'));
    expect(countStandings(offered)).toEqual(new Map([['unsure', offered.length]]));
  });

  it('is cut by place, year and topic, and the parts make the whole', () => {
    const { places, years, topics } = choicesOf(rows, homes);
    expect(places.map(([place]) => place).toSorted()).toEqual(['周口市', '川汇区'].toSorted());
    const sizes = (filters: readonly object[]) =>
      filters.map((filter) => rowsIn(rows, { ...EVERYTHING, ...filter }, homes).length);
    expect(sizes(places.map(([place]) => ({ place })))).toEqual(places.map(([, count]) => count));
    expect(sizes(years.map(([year]) => ({ year })))).toEqual(years.map(([, count]) => count));
    expect(sizes(topics.map(([topic]) => ({ topic })))).toEqual(topics.map(([, count]) => count));
    for (const part of [places, topics])
      expect(part.reduce((sum, [, count]) => sum + count, 0)).toBe(rows.length);
    const both = rowsIn(rows, { ...EVERYTHING, place: '川汇区', year: '2024' }, homes);
    expect(both.length).toBeGreaterThan(0);
    expect(both.every(({ commitment }) => commitment.target.report === 'chuanhui-2024')).toBe(true);
  });

  it.each([
    ['2024', '2024'],
    ['2024-06', '2024'],
    ['2024-Q1', '2024'],
    ['2023-2027', '2027'],
    ['', ''],
  ])('puts a target for %s under %s', (period, year) => {
    expect(yearOf(withPeriod(period))).toBe(year);
  });

  it('shows what is judged before what is not, and loses no row', () => {
    const sorted = sortCommitments(rows);
    const ranks = sorted.map((row) => JUDGED.findIndex((verdict) => verdict === standingOf(row)));
    const judged = ranks.filter((rank) => rank >= 0);
    expect(ranks.slice(0, judged.length)).toEqual(judged.toSorted());
    expect(new Set(sorted)).toEqual(new Set(rows));
  });
});
