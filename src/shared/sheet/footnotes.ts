import { rangesOverlap, sliceRange, type Range, type Report } from '../report';
import { nameReport, nameSection } from './naming';
import type { Footnote } from './sheet';

/** Gives out footnote numbers in the order of first use; the same source gets the same number. */
export class Footnotes {
  private readonly notes = new Map<string, Footnote>();

  /** A section of a report, quoted by the first passage under its heading that refers to it. */
  ofSection(report: Report, section: number, passage: Range, heading: boolean): number {
    const key = `${report.id}/${section}`;
    const note = this.notes.get(key);
    const unquoted = note === undefined || note.sentence === '';
    return unquoted ? this.put(key, report, section, passage, heading) : note.number;
  }

  /** One passage and the sentence it lies in. */
  ofPassage(report: Report, passage: Range): number {
    const key = `${report.id}@${passage.start}-${passage.end}`;
    const section = report.paragraphs.find(({ range }) => rangesOverlap(range, passage))?.section ?? 0;
    return this.notes.get(key)?.number ?? this.put(key, report, section, passage, false);
  }

  list(): readonly Footnote[] {
    return [...this.notes.values()];
  }

  private put(key: string, report: Report, section: number, passage: Range, heading: boolean): number {
    const number = this.notes.get(key)?.number ?? this.notes.size + 1;
    this.notes.set(key, {
      number,
      report: report.id,
      source: nameReport(report),
      year: report.meta.year,
      section: nameSection(report, section),
      sentence: heading ? '' : sentenceAt(report, passage),
      doubt: heading ? null : doubtAt(report, passage),
    });
    return number;
  }
}

function sentenceAt(report: Report, passage: Range): string {
  const sentence = report.sentences.find(({ range }) => rangesOverlap(range, passage));
  return sliceRange(report.clean, sentence?.range ?? passage).trim();
}

/** Why the source is doubtful at a passage: the reasons of the caveats that touch it. */
export function doubtAt({ caveats }: Report, passage: Range): string | null {
  const reasons = caveats.filter(({ range }) => rangesOverlap(range, passage)).map(({ reason }) => reason);
  return reasons.length > 0 ? [...new Set(reasons)].join('；') : null;
}
