import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { subjectOf, type ReportFacts } from '../../../src/renderer/library/facts';
import { readFacts, readRelations, seal, type KeptContext } from '../../../src/renderer/library/kept';
import { factsOf, relationsOf } from '../../../src/renderer/library/study';
import type { Observation, Report } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';
import { entryOf } from '../../helpers/catalog-entry';

let reports: readonly Report[] = [];
let report: Report;
let facts: ReportFacts;

beforeAll(() => {
  reports = bundledReports();
  report = reports[0] as Report;
  facts = madeOf(report);
});

const madeOf = (each: Report): ReportFacts =>
  factsOf({ report: each, observations: extractObservations(each) });

const contextOf = (report: Report, rules = '/assets/report.worker-BL59JsPh.js'): KeptContext => ({
  rules,
  subject: subjectOf([entryOf(report)]),
});

describe('kept facts', () => {
  it('of every report are exactly those that were sealed', async () => {
    for (const each of reports) {
      const made = madeOf(each);
      const kept = structuredClone(await seal(made, contextOf(each)));
      expect(await readFacts(kept, each.id, contextOf(each))).toEqual(made);
    }
  });

  it('are not read by another program, nor with other facts of the catalog, nor for another report', async () => {
    const context = contextOf(report);
    const kept = await seal(facts, context);
    const others = contextOf(report, '/assets/report.worker-00000000.js');
    expect(await readFacts(kept, report.id, others)).toBeNull();
    const moved = { ...context, subject: subjectOf([{ ...entryOf(report), place: '商丘市' }]) };
    expect(await readFacts(kept, report.id, moved)).toBeNull();
    const other = reports[2] as Report;
    expect(await readFacts(kept, other.id, contextOf(other))).toBeNull();
  });

  it('are made again where anything in them has changed', async () => {
    const context = contextOf(report);
    const { text, digest } = await seal(facts, context);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('0', '9', 'x', '', '元'), async (at, by) => {
        fc.pre(text[at] !== by);
        const damaged = { text: text.slice(0, at) + by + text.slice(at + 1), digest };
        expect(await readFacts(damaged, report.id, context)).toBeNull();
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'index'],
    ['a row without its text', { digest: 'x' }],
    ['a list', []],
  ])('that are %s are made again', async (_name, value) => {
    expect(await readFacts(value, report.id, contextOf(report))).toBeNull();
    expect(await readRelations(value, contextOf(report))).toBeNull();
  });

  it.each<[string, (first: Observation) => unknown]>([
    ['a value of words', (first) => ({ ...first, value: '多' })],
    ['an unknown topic', (first) => ({ ...first, topic: 'economy' })],
    ['a range beyond the text', (first) => ({ ...first, range: { start: 0, end: 10_000_000 } })],
    ['an empty range', (first) => ({ ...first, range: { start: 5, end: 5 } })],
    ['another report’s number', (first) => ({ ...first, report: 'chuanhui-2024' })],
    ['no quote', (first) => ({ ...first, quote: null })],
  ])('sealed with %s are made again', async (_name, change) => {
    const [first, ...rest] = facts.observations;
    const forged = [change(first as Observation), ...rest] as readonly Observation[];
    const context = contextOf(report);
    const sealed = await seal({ ...facts, observations: forged }, context);
    expect(await readFacts(sealed, report.id, context)).toBeNull();
  });
});

describe('kept relations', () => {
  it('are exactly those that were sealed, and only of the same reports', async () => {
    const own = reports.filter(({ meta }) => meta.place === '周口市');
    const entries = own.map(entryOf);
    const read = own.map((each) => ({ report: each, observations: extractObservations(each) }));
    const context = { rules: 'r', subject: subjectOf(entries) };
    const relations = relationsOf(read, entries);
    const kept = structuredClone(await seal(relations, context));
    expect(await readRelations(kept, context)).toEqual(relations);
    expect(await readRelations(kept, { rules: 'r', subject: subjectOf(entries.slice(1)) })).toBeNull();
  });
});
