import { beforeAll, describe, expect, it } from 'vitest';
import {
  assess,
  correctionTargets,
  resolveTarget,
  type AssessedCommitment,
} from '../../../src/shared/anchor';
import { parseReport } from '../../../src/shared/parse';
import {
  rangeContains,
  sliceRange,
  type Annotation,
  type Commitment,
  type Observation,
  type Report,
  type Verdict,
} from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';
import { traceCommitments } from '../../../src/shared/commitments';
import { bundledReports } from '../../helpers/bundled-reports';

const SOURCES = new Map([['zhoukou-2022', 'a'.repeat(64)]]);

const traced = (library: readonly Report[]): readonly Commitment[] =>
  traceCommitments(library.map((report) => ({ report, observations: extractObservations(report) })));

const mapOf = (library: readonly Report[]) => new Map(library.map((report) => [report.id, report]));

let library: readonly Report[] = [];
let commitments: readonly Commitment[] = [];

beforeAll(() => {
  library = bundledReports();
  commitments = traced(library);
});

const rowOf = (id: string): AssessedCommitment => {
  const row = assess(commitments, [], mapOf(library)).commitments.find(
    ({ commitment }) => commitment.id === id,
  );
  if (!row) throw new Error(id);
  return row;
};

/** Whether the clause of a number stands in the raw text as it does in the clean one, and only once. */
const standsOnce = ({ report, quote }: Observation): boolean => {
  const source = library.find(({ id }) => id === report);
  return source?.raw.split(sliceRange(source.clean, quote)).length === 2;
};

/** A target whose result is sure, both in words that a test can change. */
const withResult = (): Commitment => {
  const found = commitments.find(
    ({ target, result, sure }) =>
      sure && result?.observation && standsOnce(target) && standsOnce(result.observation),
  );
  if (!found) throw new Error('The bundled reports have no such target.');
  return found;
};

const correction = (
  commitment: Commitment,
  verdict: Verdict,
  { id = 'N1', text = '复核过。', modified = '2026-01-02T00:00:00.000Z' } = {},
): Annotation => ({
  id,
  body: {
    text,
    tags: [],
    colour: '藤黄',
    underline: false,
    assessment: { commitment: commitment.id, verdict },
  },
  targets:
    correctionTargets(
      { target: commitment.target, result: rowOf(commitment.id).result },
      verdict,
      mapOf(library),
      SOURCES,
    ) ?? [],
  created: modified,
  modified,
});

/** The library with words put before a report's first paragraph and inside its sentences, parsed anew. */
const reparsed = (id: string, change: (raw: string) => string): readonly Report[] =>
  library.map((report) =>
    report.id === id ? parseReport({ id, raw: change(report.raw) }, report.meta) : report,
  );

describe('a verdict corrected by the reader', () => {
  it('stands in place of the program’s, with its reason and the sentence it was judged by', () => {
    const wanted = withResult();
    const { commitments: rows, loose } = assess(commitments, [correction(wanted, 'partly')], mapOf(library));
    const row = rows.find(({ commitment }) => commitment.id === wanted.id);
    expect(row).toMatchObject({ verdict: 'partly', sure: true, result: wanted.result });
    expect(row?.correction).toMatchObject({ note: 'N1', reason: '复核过。' });
    expect(loose).toEqual([]);
    expect(rows.filter(({ correction: made }) => made)).toHaveLength(1);
    expect(rows.map(({ commitment }) => commitment)).toEqual(commitments);
  });

  it('is the latest of several', () => {
    const wanted = withResult();
    const notes = [
      correction(wanted, 'missed', { id: 'new', modified: '2026-03-01T00:00:00.000Z' }),
      correction(wanted, 'partly', { id: 'old', modified: '2026-02-01T00:00:00.000Z' }),
    ];
    const row = assess(commitments, notes, mapOf(library)).commitments.find(({ correction: made }) => made);
    expect(row?.verdict).toBe('missed');
    expect(row?.correction?.note).toBe('new');
  });

  it('gives way to the program’s when its note is deleted', () => {
    const rows = assess(commitments, [], mapOf(library)).commitments;
    expect(rows.map(({ verdict, sure, result }) => ({ verdict, sure, result }))).toEqual(
      commitments.map(({ verdict, sure, result }) => ({ verdict, sure, result })),
    );
  });

  it('drops the result where the reader says that there is none', () => {
    const wanted = withResult();
    const note = correction(wanted, 'not-mentioned');
    expect(note.targets).toHaveLength(1);
    const row = assess(commitments, [note], mapOf(library)).commitments.find(({ correction: made }) => made);
    expect(row).toMatchObject({ verdict: 'not-mentioned', result: null });
  });

  it('is tied to the sentences of the target and the result', () => {
    const wanted = withResult();
    const { targets } = correction(wanted, 'met');
    expect(targets.map(({ report }) => report)).toEqual([wanted.target.report, wanted.result?.report]);
    expect(targets[0]?.source).toBe('a'.repeat(64));
    expect(rangeContains(targets[0]?.position ?? { start: 0, end: 0 }, wanted.target.range)).toBe(true);
  });
});

describe('a correction after the text has been parsed anew', () => {
  it('finds its number again by the anchored sentence, for every commitment, though each id has changed', () => {
    const shifted = reparsed('zhoukou-2022', (raw) => `周口市人民代表大会文件之一。\n\n${raw}`);
    const later = traced(shifted);
    const own = commitments.filter(({ target }) => target.report === 'zhoukou-2022');
    expect(own.length).toBeGreaterThan(10);
    for (const commitment of own) {
      const { commitments: rows, loose } = assess(later, [correction(commitment, 'missed')], mapOf(shifted));
      const row = rows.find(({ correction: made }) => made);
      expect(loose.filter(({ reason }) => reason !== 'result-unsure')).toEqual([]);
      expect(row?.commitment.id).not.toBe(commitment.id);
      expect(row?.commitment.target.indicator).toBe(commitment.target.indicator);
      expect(row?.commitment.target.value).toEqual(commitment.target.value);
    }
  });

  it('is listed, not dropped and not given to a neighbour, where its figure has changed', () => {
    const wanted = withResult();
    const report = library.find(({ id }) => id === wanted.target.report) as Report;
    const clause = sliceRange(report.clean, wanted.target.quote);
    const number = sliceRange(report.clean, wanted.target.range);
    const changed = reparsed(report.id, (raw) => raw.replace(clause, clause.replace(number, `9${number}`)));
    const { commitments: rows, loose } = assess(
      traced(changed),
      [correction(wanted, 'partly')],
      mapOf(changed),
    );
    expect(rows.filter(({ correction: made }) => made)).toEqual([]);
    expect(loose.map(({ annotation, reason }) => [annotation.id, reason])).toEqual([['N1', 'unsure']]);
  });

  it('is listed where its report is not there, or the number is no target any more', () => {
    const wanted = withResult();
    const note = correction(wanted, 'partly');
    const without = library.filter(({ id }) => id !== wanted.target.report);
    expect(assess(traced(without), [note], mapOf(without)).loose).toMatchObject([{ reason: 'report-gone' }]);
    const others = commitments.filter(({ id }) => id !== wanted.id);
    const { loose, commitments: rows } = assess(others, [note], mapOf(library));
    expect(loose).toMatchObject([{ reason: 'target-gone' }]);
    expect(rows.some(({ correction: made }) => made)).toBe(false);
  });

  it('keeps the verdict where only the result’s place is unsure, and says so', () => {
    const wanted = withResult();
    const note = correction(wanted, 'partly');
    const result = library.find(({ id }) => id === wanted.result?.report) as Report;
    const target = note.targets[1];
    if (!target) throw new Error('no result');
    const gone = reparsed(result.id, (raw) =>
      raw.replace(sliceRange(result.clean, wanted.result?.observation?.quote ?? { start: 0, end: 0 }), ''),
    );
    expect(resolveTarget(gone.find(({ id }) => id === result.id) as Report, target).state).toBe('unsure');
    const { commitments: rows, loose } = assess(traced(gone), [note], mapOf(gone));
    expect(rows.find(({ correction: made }) => made)).toMatchObject({ verdict: 'partly', result: null });
    expect(loose).toMatchObject([{ reason: 'result-unsure' }]);
  });
});
