import type { Term, Wording } from '../../compare';
import { sliceRange, type Report } from '../../report';
import type { Footnotes } from '../footnotes';
import type { TablePart } from '../sheet';
import { cell, cellRow, line, type TableCell, type TableColumn } from '../table';
import type { DigestChoice, DigestMaterial } from './material';

/** The phrases chosen, in the order they were put in, or the first of the list. */
const chosenTerms = (all: readonly Term[], chosen: readonly string[] | null, most: number): readonly Term[] =>
  (chosen === null ? all : chosen.flatMap((text) => all.find((term) => term.text === text) ?? [])).slice(
    0,
    most,
  );

const column = (title: string, caption: string): TableColumn => ({
  title,
  caption,
  width: 50,
  align: 'start',
  face: 'label',
});

/** The phrase with its counts, 0 → 2, and under it the clauses it stands in. */
function termCell(term: Term | undefined, reports: readonly Report[], footnotes: Footnotes): TableCell {
  const [first] = term?.occurrences ?? [];
  const source = first && reports[first.report];
  if (!term || !source) return cell();
  const quote = sliceRange(source.clean, first.excerpt)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return cell(
    line(
      'text',
      { text: term.text, bold: true, footnotes: [footnotes.ofPassage(source, first.excerpt)] },
      { text: `　${term.counts.join(' → ')} 次` },
    ),
    line('remark', quote.length > LONGEST ? `${quote.slice(0, LONGEST)}……` : quote),
  );
}

/** A quote takes one line of its column. In characters. */
const LONGEST = 24;

/** 新提法 and 不再提 beside each other; null where there is nothing before to hold the report against. */
export function phrasesPart(
  { report, before, wording }: DigestMaterial,
  choice: DigestChoice,
  most: number,
  footnotes: Footnotes,
): TablePart | null {
  if (!wording || !before || most === 0) return null;
  const fresh = chosenTerms(wording.fresh, choice.fresh, most);
  const dropped = chosenTerms(wording.dropped, choice.dropped, most);
  if (fresh.length + dropped.length === 0) return null;
  const [then, now] = [before.report.meta.year, report.report.meta.year];
  const reports = reportsOf(wording, [before.report, report.report]);
  const rows = Array.from({ length: Math.max(fresh.length, dropped.length) }, (_, at) =>
    cellRow(termCell(fresh[at], reports, footnotes), termCell(dropped[at], reports, footnotes)),
  );
  const columns = [
    column('新提法', `${now} 年有，${then} 年没有；共 ${wording.fresh.length} 个，列 ${fresh.length} 个`),
    column('不再提', `${then} 年有，${now} 年没有；共 ${wording.dropped.length} 个，列 ${dropped.length} 个`),
  ];
  return { kind: 'phrases', title: '提法', caption: '', table: { columns, rows }, data: [] };
}

const reportsOf = ({ reports }: Wording, known: readonly Report[]): readonly Report[] =>
  reports.flatMap((id) => known.find((report) => report.id === id) ?? []);
