import { rangesOverlap, sliceRange, type Observation, type Range, type Report } from '../report';
import { nameReport, nameSection } from './naming';
import type { Footnote } from './sheet';

/** Up to here a sentence is quoted whole; of a longer one what stands around the figure. In characters. */
const WHOLE = 64;

/** What a footnote quotes, and why the source is doubtful there. */
interface Quoted {
  readonly words: Range;
  readonly doubt: string | null;
}

const UNQUOTED: Quoted = { words: { start: 0, end: 0 }, doubt: null };

/** Gives out footnote numbers in the order of first use; the same source gets the same number. */
export class Footnotes {
  private readonly notes = new Map<string, Footnote>();
  private readonly reports: ReadonlyMap<string, Report>;

  constructor(reports: readonly Report[]) {
    this.reports = new Map(reports.map((report) => [report.id, report]));
  }

  /** A section of a report, quoted by the first passage under its heading that refers to it. */
  ofSection(report: Report, section: number, passage: Range, heading: boolean): number {
    const key = `${report.id}/${section}`;
    const note = this.notes.get(key);
    if (note && note.sentence !== '') return note.number;
    if (heading) return note?.number ?? this.put(key, report, section, UNQUOTED);
    return this.put(key, report, section, wordsAt(report, passage));
  }

  /** One passage and the sentence it lies in. */
  ofPassage(report: Report, passage: Range): number {
    const key = `${report.id}@${passage.start}-${passage.end}`;
    const known = this.notes.get(key);
    if (known) return known.number;
    return this.put(key, report, sectionAt(report, passage), wordsAt(report, passage));
  }

  /** The words that hold a figure; null where its report is not on the sheet. */
  ofObservation({ report: id, quote, doubt }: Observation): number | null {
    const report = this.reports.get(id);
    if (!report) return null;
    const sentence = sentenceAt(report, quote);
    const words = sentence.end - sentence.start <= WHOLE ? sentence : quote;
    const key = `${id}#${words.start}-${words.end}`;
    const known = this.notes.get(key)?.doubt ?? null;
    const doubts = new Set([known, doubt].flatMap((one) => one ?? []));
    const told = doubts.size > 0 ? [...doubts].join('；') : null;
    if (this.notes.has(key) && told === known) return this.notes.get(key)?.number ?? null;
    return this.put(key, report, sectionAt(report, quote), { words, doubt: told });
  }

  list(): readonly Footnote[] {
    return [...this.notes.values()];
  }

  private put(key: string, report: Report, section: number, { words, doubt }: Quoted): number {
    const number = this.notes.get(key)?.number ?? this.notes.size + 1;
    this.notes.set(key, {
      number,
      report: report.id,
      source: nameReport(report),
      year: report.meta.year,
      section: nameSection(report, section),
      sentence: sliceRange(report.clean, words).trim(),
      doubt,
    });
    return number;
  }
}

const sentenceAt = ({ sentences }: Report, passage: Range): Range =>
  sentences.find(({ range }) => rangesOverlap(range, passage))?.range ?? passage;

const wordsAt = (report: Report, passage: Range): Quoted => ({
  words: sentenceAt(report, passage),
  doubt: doubtAt(report, passage),
});

const sectionAt = ({ paragraphs }: Report, passage: Range): number =>
  paragraphs.find(({ range }) => rangesOverlap(range, passage))?.section ?? 0;

/** Why the source is doubtful at a passage: the reasons of the caveats that touch it. */
export function doubtAt({ caveats }: Report, passage: Range): string | null {
  const reasons = caveats.filter(({ range }) => rangesOverlap(range, passage)).map(({ reason }) => reason);
  return reasons.length > 0 ? [...new Set(reasons)].join('；') : null;
}
