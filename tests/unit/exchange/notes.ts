import fc from 'fast-check';
import { createTarget, leaveUnplaced } from '../../../src/shared/anchor';
import type { ShelvedText } from '../../../src/shared/exchange';
import {
  sliceRange,
  COLOURS,
  STAGES,
  VERDICTS,
  type Annotation,
  type AnnotationTarget,
  type Report,
} from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';

export const reports = bundledReports();

const sha = (report: string): string => report.padEnd(64, '0').replace(/[^0-9a-f]/g, '5');

export const shelf: readonly ShelvedText[] = reports.map((report) => ({
  text: report,
  name: `${report.meta.place} ${report.meta.year}`,
  sha256: sha(report.id),
}));

export const reportOf = (id: string): Report => {
  const report = reports.find((each) => each.id === id);
  if (!report) throw new Error(`${id} is not bundled.`);
  return report;
};

/** A passage by its words, the first place where they stand. */
export const passage = (id: string, words: string): AnnotationTarget => {
  const report = reportOf(id);
  const start = report.clean.indexOf(words);
  if (start < 0) throw new Error(`${id} does not say ${words}.`);
  return createTarget(report, { start, end: start + words.length }, sha(id));
};

export const note = (body: Partial<Annotation['body']> = {}, rest: Partial<Annotation> = {}): Annotation => ({
  id: '01J0000000000000000000000A',
  body: { text: '', tags: [], colour: '藤黄', underline: false, ...body },
  targets: [passage('zhoukou-2025', '港口货物吞吐量完成5205万吨')],
  created: '2026-11-19T08:05:00.000Z',
  modified: '2026-11-19T08:06:00.000Z',
  ...rest,
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('\ud800', 'a\udfffb', '\u0000', '\r\n', '﻿x', '=1+1', '# 题', '<b>'),
);

const target = fc
  .record({ report: fc.constantFrom(...reports), at: fc.nat(), length: fc.integer({ min: 1, max: 80 }) })
  .map(({ report, at, length }) => {
    const start = at % Math.max(1, report.clean.length - length);
    return { report, range: { start, end: start + length } };
  })
  .filter(({ report, range }) => sliceRange(report.clean, range).trim() !== '')
  .map(({ report, range }) => createTarget(report, range, sha(report.id)));

/** Left without a place by the reader. */
const leftTarget = target.map((base) => leaveUnplaced(base, sha(`${base.report} anew`)));

const strangeTarget = fc
  .record({ base: target, report: words.filter(Boolean), text: words, start: fc.nat() })
  .map(({ base, report, text, start }) => ({
    ...base,
    report,
    sentence: { text, start },
    unplaced: sha(report),
  }));

const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Any note the program can hold, strange ones too. */
export const anyNote: fc.Arbitrary<Annotation> = fc.record({
  id: fc.oneof(
    fc.ulid(),
    words.filter((id) => id.length > 0),
    fc.webUrl(),
  ),
  body: fc.record({
    text: words,
    tags: fc.array(words, { maxLength: 3 }),
    colour: fc.constantFrom(...COLOURS),
    underline: fc.boolean(),
  }),
  targets: fc.array(fc.oneof(target, leftTarget, strangeTarget), { maxLength: 3 }),
  created: time,
  modified: time,
});

/** A word on indicators as no journal would refuse it. */
export const anyClassification = fc.record({
  change: fc.constantFrom('join' as const, 'part' as const),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  indicator: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
});

export const anyAssessment = fc.record({
  commitment: words.filter((id) => id.length > 0),
  verdict: fc.constantFrom(...VERDICTS),
});

/** How far a thing is, in the reader's word. */
export const anyStep = fc.record({
  object: words.filter((object) => object.length > 0),
  stage: fc.constantFrom(...STAGES),
});
