import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIndex, sealIndex, type IndexContext } from '../../../src/renderer/library/kept-index';
import type { Observation, Report } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';
import { entryOf } from '../../helpers/catalog-entry';

let reports: readonly Report[] = [];
let report: Report;
let observations: readonly Observation[] = [];

beforeAll(() => {
  reports = bundledReports();
  report = reports[0] as Report;
  observations = extractObservations(report);
});

const contextOf = (report: Report, rules = '/assets/volume.worker-BL59JsPh.js'): IndexContext => ({
  rules,
  entry: entryOf(report),
});

describe('a kept index', () => {
  it('gives every report exactly the observations that were sealed', async () => {
    for (const each of reports) {
      const made = extractObservations(each);
      const kept = structuredClone(await sealIndex(made, contextOf(each)));
      expect(await readIndex(kept, each, contextOf(each))).toEqual(made);
    }
  });

  it('is not read by another program, nor with other facts of the report, nor for another report', async () => {
    const context = contextOf(report);
    const kept = await sealIndex(observations, context);
    expect(await readIndex(kept, report, contextOf(report, '/assets/volume.worker-00000000.js'))).toBeNull();
    const moved = { ...context, entry: { ...context.entry, place: '商丘市' } };
    expect(await readIndex(kept, report, moved)).toBeNull();
    const other = reports[2] as Report;
    expect(await readIndex(kept, other, contextOf(other))).toBeNull();
  });

  it('is made again where anything in it has changed', async () => {
    const context = contextOf(report);
    const { text, digest } = await sealIndex(observations, context);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('0', '9', 'x', '', '元'), async (at, by) => {
        fc.pre(text[at] !== by);
        const damaged = { text: text.slice(0, at) + by + text.slice(at + 1), digest };
        expect(await readIndex(damaged, report, context)).toBeNull();
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'index'],
    ['a row without its text', { digest: 'x' }],
    ['a list', []],
  ])('that is %s is made again', async (_name, value) => {
    expect(await readIndex(value, report, contextOf(report))).toBeNull();
  });

  it.each<[string, (first: Observation) => unknown]>([
    ['a value of words', (first) => ({ ...first, value: '多' })],
    ['an unknown topic', (first) => ({ ...first, topic: 'economy' })],
    ['a range beyond the text', (first) => ({ ...first, range: { start: 0, end: 10_000_000 } })],
    ['an empty range', (first) => ({ ...first, range: { start: 5, end: 5 } })],
    ['another report’s number', (first) => ({ ...first, report: 'chuanhui-2024' })],
    ['no quote', (first) => ({ ...first, quote: null })],
  ])('sealed with %s is made again', async (_name, change) => {
    const [first, ...rest] = observations;
    const forged = [change(first as Observation), ...rest] as readonly Observation[];
    const context = contextOf(report);
    expect(await readIndex(await sealIndex(forged, context), report, context)).toBeNull();
  });
});
