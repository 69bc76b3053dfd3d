import type { Annotation, Colour, Paragraph, Range, Report } from '../report';
import { rangesOverlap } from '../report';
import { footOf, type SheetReport } from './build-sheet';
import { doubtAt, Footnotes } from './footnotes';
import { nameDay, nameReport } from './naming';
import { makeNotesPart } from './notes-part';
import { DEFAULT_PAPER, type Paper } from './paper';
import type { Sheet, SheetNote, TablePart } from './sheet';
import { cellRow, line, type CellRow, type Run, type TableRow } from './table';

export interface OneReportOptions {
  /** The day printed on the sheet, ISO 8601. */
  readonly today: string;
  /** Indices of the outermost sections to print; null for all. */
  readonly sections: readonly number[] | null;
  readonly paper?: Partial<Paper>;
}

/** A passage that a note of the sheet belongs to. */
interface Noted {
  readonly range: Range;
  readonly colour: Colour;
  /** Of the note, in the list at the end. */
  readonly number: number;
}

/** Prints one report, or some of its sections: its text with the reader's notes numbered in it, and the notes at the end. */
export function printReport(
  { report, sha256 }: SheetReport,
  notes: readonly Annotation[],
  options: OneReportOptions,
): Sheet {
  const footnotes = new Footnotes([report]);
  const kept = keptParagraphs(report, options.sections);
  const shown = notes.filter((note) => rangesOf(note, report).some((range) => isIn(range, kept)));
  const part = makeNotesPart(shown, [report], footnotes);
  const numbered: readonly SheetNote[] = part.notes.map((note, at) => ({ ...note, number: at + 1 }));
  const byId = new Map(shown.map((note) => [note.id, note]));
  const noted = numbered.flatMap(({ id, colour, number }): readonly Noted[] =>
    rangesOf(byId.get(id), report).map((range) => ({ range, colour, number: number ?? 0 })),
  );
  const { genre, date } = report.meta;
  return {
    form: 'report',
    title: report.meta.title || nameReport(report),
    subtitle: [nameReport(report), genre, date === null ? '' : nameDay(date)].filter(Boolean).join(' · '),
    place: report.meta.place ?? '',
    date: nameDay(options.today),
    paper: { ...DEFAULT_PAPER, ...options.paper },
    notices: [],
    parts: [textPart(report, kept, noted), ...(numbered.length > 0 ? [{ ...part, notes: numbered }] : [])],
    footnotes: footnotes.list(),
    foot: footOf([{ report, sha256 }]),
  };
}

const rangesOf = (note: Annotation | undefined, { id, clean }: Report): readonly Range[] =>
  (note?.targets ?? []).flatMap(({ report, position, quote }) =>
    report === id && clean.slice(position.start, position.end) === quote.exact ? [position] : [],
  );

const isIn = (range: Range, paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.some((paragraph) => rangesOverlap(paragraph.range, range));

/** The outermost section of a paragraph. */
function outermost({ sections }: Report, { section }: Paragraph): number {
  let at = section;
  for (
    let parent = sections[at]?.parent;
    parent !== null && parent !== undefined;
    parent = sections[at]?.parent
  )
    at = parent;
  return at;
}

const keptParagraphs = (report: Report, sections: readonly number[] | null): readonly Paragraph[] =>
  sections === null
    ? report.paragraphs
    : report.paragraphs.filter((paragraph) => sections.includes(outermost(report, paragraph)));

/** The outermost sections that have a heading, to choose from. */
export const printedSections = ({
  sections,
}: Report): readonly { readonly id: number; readonly label: string }[] =>
  sections
    .filter(({ parent, heading }) => parent === null && heading !== '')
    .map(({ index, heading }) => ({ id: index, label: heading }));

function textPart(report: Report, paragraphs: readonly Paragraph[], noted: readonly Noted[]): TablePart {
  const rows = paragraphs.map((paragraph): TableRow => {
    const level = report.sections[paragraph.section]?.level ?? 1;
    if (paragraph.kind === 'heading' && level <= 1) {
      const words = runsOf(report, paragraph.range, noted).map(({ text }) => text);
      return { kind: 'group', title: words.join('') };
    }
    return rowOf(report, paragraph, noted);
  });
  const column = { title: '正文', caption: '', width: 1, align: 'start', face: 'label' } as const;
  return { kind: 'report', title: '', caption: '', table: { columns: [column], rows }, data: [] };
}

const rowOf = (report: Report, paragraph: Paragraph, noted: readonly Noted[]): CellRow => {
  const row = cellRow({
    lines: [line('text', ...runsOf(report, paragraph.range, noted))],
    rule: false,
    bar: false,
  });
  return { ...row, strong: paragraph.kind === 'heading' || paragraph.kind === 'title' };
};

/** The words of a paragraph, cut where the notes begin and end; the number of a note stands behind its passage. */
function runsOf(report: Report, { start, end }: Range, noted: readonly Noted[]): readonly Run[] {
  const own = noted.filter(({ range }) => rangesOverlap(range, { start, end }));
  const edges = own.flatMap(({ range }) => [range.start, range.end]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((from, index): readonly Run[] => {
    const to = cuts[index + 1] ?? end;
    const over = own.filter(({ range }) => range.start < to && from < range.end);
    const ending = own.filter(({ range }) => range.end === to || (range.end > end && to === end));
    const doubtful = doubtAt(report, { start: from, end: to }) === null ? {} : { doubtful: true };
    const noting = over[0] ? { noted: over[0].colour } : {};
    const words: Run = { text: report.clean.slice(from, to), ...noting, ...doubtful };
    return [words, ...ending.map(({ number }) => ({ text: `〔批注 ${number}〕` }))];
  });
}
