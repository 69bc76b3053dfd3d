import type { ParagraphKind, Report, Role, Topic } from '../../../src/shared/report';
import type { Passage } from '../../../src/shared/search';

/** Paragraphs of a generated report: fewer, longer reports than real ones, so that the shelf is not what is measured. */
const PARAGRAPHS = 2_000;
const FIRST_YEAR = 1999;
const YEARS = 27;
const PLACES = ['周口市', '川汇区', '淮阳区', '项城市'];

/** A report as the bench sends it to the page. */
export interface Sent {
  readonly place: string;
  readonly year: number;
  readonly paragraphs: readonly (readonly [text: string, role: Role, topic: Topic, kind: ParagraphKind])[];
}

/** Place and year of the report number `at`: no two are the same. */
export const placeAndYear = (at: number): { readonly place: string; readonly year: number } => ({
  place: PLACES[Math.floor(at / YEARS) % PLACES.length] ?? '',
  year: FIRST_YEAR + (at % YEARS),
});

export const reportCount = (passages: number): number => Math.ceil(passages / PARAGRAPHS);

/** The passages of a generated library as reports for the page. */
export const sentReports = (passages: readonly Passage[]): readonly Sent[] =>
  Array.from({ length: reportCount(passages.length) }, (_, at) => ({
    ...placeAndYear(at),
    paragraphs: passages
      .slice(at * PARAGRAPHS, (at + 1) * PARAGRAPHS)
      .map(({ text, role, topic, kind }) => [text, role, topic, kind] as const),
  }));

/** The report the page makes of it: one section and one sentence a paragraph. */
export function openReport(id: string, { place, year, paragraphs }: Sent): Report {
  const clean = paragraphs.map(([text]) => text).join('\n');
  let start = 0;
  const ranges = paragraphs.map(([text]) => {
    const range = { start, end: start + text.length };
    start = range.end + 1;
    return range;
  });
  const whole = { start: 0, end: clean.length };
  const rangeAt = (at: number) => ranges[at] ?? whole;
  return {
    id,
    meta: {
      id,
      title: '政府工作报告',
      place,
      year,
      date: null,
      genre: '全文',
      speaker: null,
      reporters: [],
      reviews: [],
      plans: [],
    },
    raw: clean,
    clean,
    map: [{ cleanStart: 0, rawStart: 0, length: clean.length }],
    sections: paragraphs.map(([, role, topic], index) => ({
      index,
      parent: null,
      level: 1,
      number: null,
      heading: '',
      headingRange: null,
      runIn: false,
      role,
      period: null,
      topic,
      range: rangeAt(index),
    })),
    paragraphs: paragraphs.map(([, , , kind], index) => ({
      index,
      section: index,
      kind,
      depth: 0,
      range: rangeAt(index),
      sentences: { start: index, end: index + 1 },
    })),
    sentences: paragraphs.map((_, index) => ({ index, paragraph: index, range: rangeAt(index) })),
    removals: [],
    joins: [],
    caveats: [],
  };
}
