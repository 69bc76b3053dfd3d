import { readFileSync } from 'node:fs';
import { statedObservations } from '../../src/shared/figures';
import { rangeToRaw, parseReport } from '../../src/shared/parse';
import { traceCommitments, tracePledges } from '../../src/shared/commitments';
import { rangesOverlap, type Range, type Report, type Verdict } from '../../src/shared/report';

/**
 * A promise judged by reading, as positions in the raw texts: where it stands, where its result stands or null, and the
 * verdicts that can be defended (m met, p partly, x missed, n not mentioned, ? cannot be told).
 */
export type JudgedItem = readonly [number, number, number | null, number | null, string];

export interface JudgedPair {
  readonly before: string;
  readonly after: string;
  readonly items: readonly JudgedItem[];
}

const LETTERS: Readonly<Record<Verdict, string>> = {
  met: 'm',
  partly: 'p',
  missed: 'x',
  'not-mentioned': 'n',
  'no-value': '?',
  'different-scope': '?',
  'report-missing': '',
};

/** How many of the judged items were found, and how well. */
export interface PledgeScore {
  readonly items: number;
  readonly listed: number;
  /** Items whose result is beyond doubt, and those shown the passage, by its sentence. */
  readonly plain: number;
  readonly passages: number;
  readonly sure: number;
  readonly sureRight: number;
}

const sentencesAround = (report: Report, range: Range): Range => {
  const met = report.sentences.filter((one) => rangesOverlap(one.range, range)).map((one) => one.range);
  const starts = met.map(({ start }) => start);
  const ends = met.map(({ end }) => end);
  return rangeToRaw(report, {
    start: Math.min(range.start, ...starts),
    end: Math.max(range.end, ...ends),
  });
};

const LEAST = 3;

/** Whether an object is what was judged: one holds the other, or a run of three characters. */
const isSame = (object: string, words: string): boolean =>
  object.includes(words) ||
  words.includes(object) ||
  Array.from({ length: Math.max(0, words.length - LEAST + 1) }, (_, at) => words.slice(at, at + LEAST)).some(
    (run) => object.includes(run),
  );

/** Holds what is traced between two reports of a folder against what was judged by reading. */
export function scorePair(folder: string, { before, after, items }: JudgedPair): PledgeScore {
  const read = (id: string) => {
    const report = parseReport({ id, raw: readFileSync(`${folder}${id}.txt`, 'utf8') });
    return { report, observations: statedObservations(report) };
  };
  const [source, next] = [read(before), read(after)];
  const pledges = tracePledges([source, next]).filter(({ pledge }) => pledge.report === before);
  const numbers = traceCommitments([source, next]).filter(({ target }) => target.report === before);
  const score = { items: items.length, listed: 0, plain: 0, passages: 0, sure: 0, sureRight: 0 };
  for (const [start, end, from, to, letters] of items) {
    const words = source.report.raw.slice(start, end);
    const mine = pledges.filter(
      ({ pledge }) =>
        rangesOverlap(rangeToRaw(source.report, pledge.range), { start, end }) &&
        isSame(pledge.object, words),
    );
    const counted = numbers.filter(({ target }) =>
      rangesOverlap(rangeToRaw(source.report, target.quote), { start, end }),
    );
    if (mine.length + counted.length > 0) score.listed++;
    const told = [...mine, ...counted].flatMap(({ result }) =>
      result ? [sentencesAround(next.report, result.range)] : [],
    );
    const wanted = from === null || to === null ? null : { start: from, end: to };
    if (wanted && !letters.includes('n')) {
      score.plain++;
      if (told.some((range) => rangesOverlap(range, wanted))) score.passages++;
    }
    for (const { sure, verdict } of mine) {
      if (!sure || verdict === 'report-missing') continue;
      score.sure++;
      if (letters.includes(LETTERS[verdict])) score.sureRight++;
    }
  }
  return score;
}
