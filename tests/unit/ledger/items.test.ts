import { describe, expect, it } from 'vitest';
import {
  ALL_PLEDGES,
  bookOf,
  countItems,
  itemRowsIn,
  levelOf,
  linesOf,
  pledgeChoicesOf,
} from '../../../src/shared/ledger';
import { assessPledges, correctionTargets } from '../../../src/shared/anchor';
import { betweenPlaces, stepsOf, tracePledges } from '../../../src/shared/commitments';
import type { Annotation } from '../../../src/shared/report';
import { indexedReport } from '../../helpers/indexed-report';

const QUIET = '各项工作有力有序。';

const city = [
  indexedReport(2022, QUIET, '谋划建设霞汀大桥。出台云麓古树保护条例。', '青禾市'),
  indexedReport(2023, '霞汀大桥前期工作有序推进。', '开工建设霞汀大桥。', '青禾市'),
  indexedReport(2024, '霞汀大桥开工建设。', '开工建设霞汀大桥。', '青禾市'),
];
const county = [indexedReport(2023, QUIET, '配合推进霞汀大桥建设。', '云麓县')];
const library = [...city, ...county];
const traced = tracePledges(library);
const reports = new Map(library.map(({ report }) => [report.id, report]));
const places = new Map(library.map(({ report }) => [report.id, report.meta.place ?? '']));
const assessedWith = (notes: readonly Annotation[]) => assessPledges(traced, notes, reports);
const book = bookOf(assessedWith([]).pledges, places);

const noteOn = (id: string, verdict: 'met' | 'missed'): Annotation => {
  const one = traced.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`There is no promise ${id}.`);
  return {
    id: 'N1',
    body: {
      text: '去看过。',
      tags: [],
      colour: '藤黄',
      underline: false,
      assessment: { commitment: id, verdict },
    },
    targets: correctionTargets({ target: one.pledge, result: one.result }, verdict, reports, new Map()) ?? [],
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-02T00:00:00.000Z',
  };
};

describe('事项', () => {
  it('puts the promises of one thing together and counts each thing once', () => {
    const rows = itemRowsIn(book, ALL_PLEDGES);
    const bridge = rows.find(({ item }) => item.object === '霞汀大桥' && item.place === '青禾市');
    expect(bridge?.item.promises.map(({ pledge }) => pledge.due)).toEqual(['2022', '2023', '2024']);
    expect([...countItems(rows).values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it('shows how far a thing is, and how far it is to be', () => {
    const bridge = book.items.find(({ object, place }) => object === '霞汀大桥' && place === '青禾市');
    expect(bridge && stepsOf(bridge)).toEqual(['reached', 'reached', 'ahead', 'ahead']);
  });

  it('is cut by place, year and kind, and the parts make the whole', () => {
    const { places: among, kinds } = pledgeChoicesOf(book);
    const sizes = (filters: readonly object[]) =>
      filters.map((filter) => itemRowsIn(book, { ...ALL_PLEDGES, ...filter }).length);
    expect(sizes(among.map(([place]) => ({ place })))).toEqual(among.map(([, count]) => count));
    expect(sizes(kinds.map(([kind]) => ({ kind })))).toEqual(kinds.map(([, count]) => count));
  });

  it('lists those above before those below, a county after its city', () => {
    expect(['川汇区', '周口市', '河南省', '国务院'].map(levelOf)).toEqual([3, 2, 1, 0]);
    expect(['云麓县', '青禾市', '江南省', '国务院'].map(levelOf)).toEqual([3, 2, 1, 0]);
    const heads = linesOf(itemRowsIn(book, ALL_PLEDGES)).flatMap((line) =>
      line.kind === 'head' ? [line.place] : [],
    );
    expect(heads).toEqual(['青禾市', '云麓县']);
  });
});

describe('the reader’s verdict on a promise', () => {
  it('takes the place of the program’s, with its reason', () => {
    const [first] = traced;
    const note = noteOn(first?.id ?? '', 'missed');
    const found = assessedWith([note]).pledges.find(({ traced: one }) => one.id === first?.id);
    expect([found?.verdict, found?.sure, found?.correction?.reason]).toEqual(['missed', true, '去看过。']);
  });

  it('is offered for a look where its words are gone', () => {
    const note = noteOn(traced[0]?.id ?? '', 'missed');
    const { pledges, loose } = assessPledges(traced.slice(1), [note], reports);
    expect([
      pledges.every(({ correction }) => correction === null),
      loose.map(({ reason }) => reason),
    ]).toEqual([true, ['target-gone']]);
  });
});

describe('between levels', () => {
  it('each thing comes once, with what the other says of it or nothing', () => {
    const pairs = betweenPlaces(city, county).map(({ pledge, counterpart }) => [
      pledge.object,
      pledge.due,
      counterpart?.report ?? null,
    ]);
    expect(pairs).toEqual([
      ['霞汀大桥', '2024', '云麓县-2023'],
      ['云麓古树保护条例', '2022', null],
    ]);
  });
});
