import { beforeAll, describe, expect, it } from 'vitest';
import {
  createLibrary,
  readyVolumes,
  type Corpus,
  type Volume,
} from '../../../src/renderer/state/library/library';
import { fail, succeed } from '../../../src/shared/fault';
import {
  buildSeries,
  extractObservations,
  findDoubts,
  withDoubts,
  withImplausible,
} from '../../../src/shared/figures';
import { traceCommitments } from '../../../src/shared/commitments';
import { bundledReports } from '../../helpers/bundled-reports';
import { entryOf } from '../../helpers/catalog-entry';

const broken = fail({
  code: 'report-unreadable',
  subject: 'x.txt',
  reason: '读不出来',
  remedy: '再装一次。',
});

let volumes: readonly Volume[] = [];

beforeAll(() => {
  volumes = bundledReports().map((report) => ({ report, observations: extractObservations(report) }));
});

/** A corpus as the worker's, with some reports unreadable. */
const corpusOf = (unreadable: Set<string>): Corpus => ({
  catalog: volumes.map(({ report }) => entryOf(report)),
  volume: ({ id }) => {
    const volume = volumes.find(({ report }) => report.id === id);
    return Promise.resolve(volume && !unreadable.has(id) ? succeed(volume) : broken);
  },
  relate: () => {
    const doubts = findDoubts(volumes.map(({ observations }) => observations));
    const judged = volumes.map(({ report, observations }) => {
      const doubted = withDoubts(observations, doubts);
      return { report: withImplausible(report, doubted), observations: doubted };
    });
    return Promise.resolve(
      succeed({
        volumes: judged,
        series: buildSeries(judged.map(({ observations }) => observations)),
        commitments: traceCommitments(judged),
        doubts,
      }),
    );
  },
});

describe('the library', () => {
  it('has every report on the shelf before any is open', () => {
    const { shelf } = createLibrary(corpusOf(new Set())).getState();
    expect(shelf.map(({ state }) => state)).toEqual(Array(5).fill('opening'));
  });

  it('marks a value that another report belies, as a doubtful number and as a caveat', async () => {
    const library = createLibrary(corpusOf(new Set()));
    await library.getState().open();
    const volume = readyVolumes(library.getState().shelf).find(({ report }) => report.id === 'zhoukou-2022');
    const doubtful = volume?.observations.find(({ value }) => value === 349.2);
    expect(doubtful?.doubt).toContain('3');
    const caveat = volume?.report.caveats.find(({ type }) => type === 'implausible');
    expect(volume?.report.clean.slice(caveat?.range.start, caveat?.range.end)).toBe('349.2');
    expect(caveat?.reason).toBe(doubtful?.doubt);
  });

  it.each([
    ['zhoukou-2022', 349.2, 'scale', ['349.2', '3500']],
    ['chuanhui-2024', 4.46, 'target-gap', ['4.46', '1.67']],
    ['zhoukou-2022-highlights', 70, 'conflict', ['70', '256']],
    ['zhoukou-2023', 256, 'conflict', ['256', '70']],
  ])('flags %s %d by its rule, with what it was held against', async (report, value, rule, figures) => {
    const library = createLibrary(corpusOf(new Set()));
    await library.getState().open();
    const { shelf, doubts } = library.getState();
    const volume = readyVolumes(shelf).find((each) => each.report.id === report);
    const flagged = volume?.observations.find((each) => each.value === value && each.doubt);
    const doubt = doubts.find(({ observation }) => observation === flagged?.id);
    expect(doubt?.rule).toBe(rule);
    expect(doubt?.evidence.length).toBeGreaterThan(0);
    const known = new Set(
      readyVolumes(shelf).flatMap(({ observations }) => observations.map(({ id }) => id)),
    );
    expect(doubt?.evidence.every((id) => known.has(id))).toBe(true);
    const caveat = volume?.report.caveats.find(({ range }) => range.start === flagged?.range.start);
    expect(caveat?.type).toBe('implausible');
    for (const figure of figures) expect(caveat?.reason).toContain(figure);
  });

  it('keeps a damaged report on the shelf, and opens it when it has been mended', async () => {
    const unreadable = new Set(['zhoukou-2022']);
    const library = createLibrary(corpusOf(unreadable));
    await library.getState().open();
    const states = () => library.getState().shelf.map(({ entry, state }) => `${entry.id} ${state}`);
    expect(states()).toContain('zhoukou-2022 damaged');
    expect(states().filter((state) => state.endsWith('ready'))).toHaveLength(4);
    unreadable.clear();
    await library.getState().open();
    expect(states().filter((state) => state.endsWith('ready'))).toHaveLength(5);
  });

  it('can be read where the reports cannot be held against each other, and says why', async () => {
    const library = createLibrary({ ...corpusOf(new Set()), relate: () => Promise.resolve(broken) });
    await library.getState().open();
    expect(readyVolumes(library.getState().shelf)).toHaveLength(5);
    expect(library.getState()).toMatchObject({ series: [], fault: broken.ok ? null : broken.fault });
  });
});
