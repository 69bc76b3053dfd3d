import { describeState, type Comparison } from '../compare';
import type { Annotation, Report } from '../report';
import { Footnotes } from './footnotes';
import { nameDay, nameReport } from './naming';
import { makeNotesPart } from './notes-part';
import { DEFAULT_PAPER, type Paper, type Part, type Sheet } from './sheet';
import { makeTextPart, type Pair } from './text-part';

/** A report with the checksum of its raw text. */
export interface SheetReport {
  readonly report: Report;
  /** Hex SHA-256 of the raw text. */
  readonly sha256: string;
}

export interface SheetOptions {
  /** The day printed on the sheet, ISO 8601: the core has no clock. */
  readonly today: string;
  /** In this order. Default: text, then notes where there are any. */
  readonly parts?: readonly ('text' | 'notes')[];
  /** Leave out rows that say the same on both sides. */
  readonly changedOnly?: boolean;
  /** Instead of the title made from the reports. */
  readonly title?: string;
  readonly paper?: Partial<Paper>;
}

/**
 * The sheet of a comparison: `reports` holds the two compared (in any order; others are ignored), `notes` the
 * reader's notes to print. A pair without anything to compare gives a sheet whose `notice` says so.
 */
export function buildSheet(
  comparison: Comparison,
  reports: readonly SheetReport[],
  notes: readonly Annotation[],
  options: SheetOptions,
): Sheet {
  const sources = [comparison.left, comparison.right].flatMap(
    (id) => reports.find(({ report }) => report.id === id) ?? [],
  );
  const [left, right] = sources;
  const footnotes = new Footnotes();
  const pair = left && right && { left: left.report, right: right.report };
  const parts = pair ? makeParts(comparison, pair, notes, footnotes, options) : [];
  return {
    title: options.title ?? titleOf(sources),
    subtitle: subtitleOf(sources, comparison),
    place: placesOf(sources).join('、'),
    date: nameDay(options.today),
    paper: { ...DEFAULT_PAPER, ...options.paper },
    notice: pair ? noticeOf(comparison, pair) : '没有选中两篇报告，没有可对照的内容。请先选两篇报告。',
    parts,
    footnotes: footnotes.list(),
    foot: footOf(sources),
  };
}

function makeParts(
  comparison: Comparison,
  pair: Pair,
  notes: readonly Annotation[],
  footnotes: Footnotes,
  options: SheetOptions,
): readonly Part[] {
  const asked = options.parts ?? ['text', 'notes'];
  return asked.flatMap((kind): readonly Part[] => {
    if (kind === 'notes') {
      const part = makeNotesPart(notes, [pair.left, pair.right], footnotes);
      return part.notes.length > 0 ? [part] : [];
    }
    if (!hasTable(comparison)) return [];
    const part = makeTextPart(comparison, pair, footnotes, options.changedOnly ?? false);
    return part.groups.length > 0 ? [part] : [];
  });
}

/** Two columns of the same words, or of nothing in common, would only waste paper: the notice stands alone. */
const hasTable = ({ state }: Comparison): boolean =>
  state === 'ordinary' || state === 'left-empty' || state === 'right-empty';

function noticeOf(comparison: Comparison, { left, right }: Pair): string | null {
  const [leftName, rightName] = [nameReport(left), nameReport(right)];
  return describeState(comparison.state, leftName, rightName);
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const placesOf = (sources: readonly SheetReport[]): readonly string[] =>
  unique(sources.flatMap(({ report }) => report.meta.place ?? []));

const titleOf = (sources: readonly SheetReport[]): string =>
  `${placesOf(sources).join('、')}政府工作报告对照表`;

function subtitleOf(sources: readonly SheetReport[], { blocks }: Comparison): string {
  const years = unique(sources.flatMap(({ report }) => report.meta.year ?? []));
  const topics = unique(blocks.map(({ topic }) => topic));
  const when = years.length > 0 ? [`${years.join('、')} 年`] : [];
  return [...when, ...(topics.length === 1 ? topics : [])].join(' · ');
}

/** 据周口市 2023、2025 年报告；文本校验 06072193、f3572878 */
function footOf(sources: readonly SheetReport[]): string {
  if (sources.length === 0) return '';
  const distinct = unique(sources);
  const places = new Map<string, string[]>();
  for (const { report } of distinct) {
    const { place, year } = report.meta;
    const known = place !== null && year !== null;
    const key = known ? place : nameReport(report);
    places.set(key, [...(places.get(key) ?? []), ...(known ? [String(year)] : [])]);
  }
  const named = [...places].map(([place, years]) =>
    years.length > 0 ? `${place} ${years.join('、')} 年报告` : place,
  );
  return `据${named.join('、')}；文本校验 ${distinct.map(({ sha256 }) => sha256.slice(0, 8)).join('、')}`;
}
