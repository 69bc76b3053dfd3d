import { DIRECTION_LABELS, type Shift, type StrengthQuote, type Term, type Wording } from '../compare';
import { sliceRange, type Range, type Report, type Topic } from '../report';
import type { Footnotes } from './footnotes';
import { nameReport } from './naming';
import type { TablePart } from './sheet';
import { cell, cellRow, line, type TableCell, type TableColumn, type TableRow } from './table';

type Keeps = (report: Report, section: number) => boolean;

const keeper =
  (topics: readonly Topic[] | null): Keeps =>
  ({ sections }, section) => {
    const topic = sections[section]?.topic;
    return topics === null || (topic !== undefined && topics.includes(topic));
  };

/** 新提法 and 不再提 in one table, 力度变化 in another; a list without entries is left out. */
export function makeWordingParts(
  wording: Wording,
  reports: readonly Report[],
  footnotes: Footnotes,
  topics: readonly Topic[] | null,
): readonly TablePart[] {
  const own = wording.reports.flatMap((id) => reports.find((report) => report.id === id) ?? []);
  const keeps = keeper(topics);
  const said = ({ occurrences }: Term): boolean =>
    occurrences.some(({ report, section }) => {
      const source = own[report];
      return source !== undefined && keeps(source, section);
    });
  const [fresh, dropped] = [wording.fresh.filter(said), wording.dropped.filter(said)];
  const shifts = wording.shifts.filter(({ from, to }) =>
    [from, to].some(({ report, section }) => {
      const source = own[report];
      return source !== undefined && keeps(source, section);
    }),
  );
  return [
    ...(fresh.length + dropped.length > 0 ? [termsPart(fresh, dropped, own, footnotes)] : []),
    ...(shifts.length > 0 ? [shiftsPart(shifts, own, footnotes)] : []),
  ];
}

const label = (title: string, width: number): TableColumn => ({
  title,
  caption: '',
  width,
  align: 'start',
  face: 'label',
});

function termsPart(
  fresh: readonly Term[],
  dropped: readonly Term[],
  reports: readonly Report[],
  footnotes: Footnotes,
): TablePart {
  const onePlace = new Set(reports.map(({ meta }) => meta.place)).size === 1;
  const columns: readonly TableColumn[] = [
    label('提法', 26),
    ...reports.map((report): TableColumn => ({
      title: onePlace && report.meta.year !== null ? String(report.meta.year) : nameReport(report),
      caption: '次·每万字',
      width: 16,
      align: 'end',
      face: 'title',
    })),
    label('原句', 54),
  ];
  const rows = (title: string, terms: readonly Term[]): readonly TableRow[] =>
    terms.length === 0
      ? []
      : [
          { kind: 'group', title: `${title} ${terms.length}` },
          ...terms.map((term) => termRow(term, reports, footnotes)),
        ];
  return {
    kind: 'wording',
    title: '提法',
    caption: `新提法 ${fresh.length}，不再提 ${dropped.length}；每万字次数用来比较长短不同的报告`,
    table: { columns, rows: [...rows('新提法', fresh), ...rows('不再提', dropped)] },
    data: [],
  };
}

function termRow(
  { text, counts, rates, occurrences }: Term,
  reports: readonly Report[],
  footnotes: Footnotes,
) {
  const [first] = occurrences;
  const source = first && reports[first.report];
  const quoted = source && first ? quote(source, first.excerpt, first.sentence, footnotes) : cell();
  const counted = counts.map((count, at) =>
    cell(
      count === 0
        ? line('gap', '未提及')
        : line('value', `${count} `, { text: `· ${(rates[at] ?? 0).toFixed(1)}` }),
    ),
  );
  return cellRow(cell(line('text', { text, bold: true })), ...counted, quoted);
}

/** Words of a report with an ellipsis where its sentence goes on. */
function quote(report: Report, words: Range, sentence: Range, footnotes: Footnotes): TableCell {
  const whole = sliceRange(report.clean, sentence).trim();
  const text = sliceRange(report.clean, words).trim();
  const [before, after] = [whole.startsWith(text) ? '' : '……', whole.endsWith(text) ? '' : '……'];
  return cell(
    line('text', { text: `${before}${text}${after}`, footnotes: [footnotes.ofPassage(report, words)] }),
  );
}

function shiftsPart(shifts: readonly Shift[], reports: readonly Report[], footnotes: Footnotes): TablePart {
  const side = ({ report, word, passage }: StrengthQuote): TableCell => {
    const source = reports[report];
    if (!source) return cell();
    const words = word === '' ? '（没有这样的词）' : word;
    const text = sliceRange(source.clean, passage).trim();
    return cell(
      line('text', { text: words, bold: word !== '' }),
      line('text', { text, footnotes: [footnotes.ofPassage(source, passage)] }),
      line('remark', nameReport(source)),
    );
  };
  const rows = shifts.map(({ direction, from, to }) =>
    cellRow(cell(line('label', DIRECTION_LABELS[direction])), side(from), side(to)),
  );
  return {
    kind: 'wording',
    title: '力度变化',
    caption: `${shifts.length} 处`,
    table: { columns: [label('变化', 14), label('原来', 43), label('现在', 43)], rows },
    data: [],
  };
}
