import type { AssessedCommitment, AssessedPledge } from '../anchor';
import type { Threads } from '../commitments';
import { describeState, type Comparison, type Matrix, type Wording } from '../compare';
import type { Annotation, Report, Topic } from '../report';
import { makeChartsPart } from './charts-part';
import { Footnotes } from './footnotes';
import { makeLedgerPart } from './ledger-part';
import { makeLevelsPart } from './levels-part';
import { makeLivesParts } from './lives-part';
import { makeMatrixParts } from './matrix-part';
import { nameDay, nameReport } from './naming';
import { makeNotesPart } from './notes-part';
import { DEFAULT_PAPER, pageSize, type Paper } from './paper';
import { makePledgesPart } from './pledges-part';
import type { Part, PartKind, Sheet } from './sheet';
import { makeTextPart } from './text-part';
import { makeWordingParts } from './wording-part';

/** A report with the checksum of its raw text. */
export interface SheetReport {
  readonly report: Report;
  /** Hex SHA-256 of the raw text. */
  readonly sha256: string;
}

/** What a sheet is made from. A part whose matter is null or empty is left out, and a notice says so. */
export interface SheetMaterial {
  /** In the order in which they are named. One that comes twice is printed once, and a notice says so. */
  readonly reports: readonly SheetReport[];
  /** Reports that are not compared but may hold the result of a target of one that is. */
  readonly others?: readonly SheetReport[];
  /** Of two of the reports, for 正文对照. */
  readonly comparison: Comparison | null;
  readonly matrix: Matrix | null;
  /** With the reader's own verdicts (`assess`). */
  readonly commitments: readonly AssessedCommitment[];
  /** Promises in words, with the reader's own verdicts (`assessPledges`). */
  readonly pledges?: readonly AssessedPledge[];
  /** What runs through several of the reports (`threadsOf`). */
  readonly threads?: Threads | null;
  readonly wording: Wording | null;
  readonly notes: readonly Annotation[];
}

export interface SheetOptions {
  /** The day printed on the sheet, ISO 8601: the core has no clock. */
  readonly today: string;
  /** In this order. Default: `DEFAULT_PARTS`. */
  readonly parts?: readonly PartKind[];
  /** Null or absent for all. */
  readonly topics?: readonly Topic[] | null;
  /** Leave out rows of 正文对照 that say the same on both sides. */
  readonly changedOnly?: boolean;
  /** Print indicators of which only one column has a figure, too. */
  readonly single?: boolean;
  /** Ids of `offerCharts`; null or absent for the richest. */
  readonly charts?: readonly string[] | null;
  /** Instead of the title made from the reports. */
  readonly title?: string;
  readonly paper?: Partial<Paper>;
}

/** What a meeting reads first; the whole texts side by side, the charts and one's own notes are asked for. */
export const DEFAULT_PARTS: readonly PartKind[] = ['matrix', 'ledger', 'wording'];

/**
 * The sheet of up to four reports. What has nothing to print gives a notice in words; a sheet without reports or
 * parts is a sheet that says so.
 */
export function buildSheet(asked: SheetMaterial, options: SheetOptions): Sheet {
  const reports = [...new Map(asked.reports.map((one) => [one.report.id, one])).values()];
  const material = { ...asked, reports };
  const sources = [...reports, ...(material.others ?? [])];
  const footnotes = new Footnotes(sources.map(({ report }) => report));
  const paper = { ...DEFAULT_PAPER, ...options.paper };
  const kinds = options.parts ?? DEFAULT_PARTS;
  const made = kinds.map((kind) => makePart(kind, material, footnotes, { ...options, paper }));
  const notices = [
    ...wholeNotices(asked.reports, kinds, options),
    ...made.flatMap(({ notice }) => notice ?? []),
  ];
  return {
    form: 'comparison',
    title: options.title ?? titleOf(reports),
    subtitle: subtitleOf(reports, options.topics ?? null),
    place: placesOf(reports).join('、'),
    date: nameDay(options.today),
    paper,
    notices: unique(notices),
    parts: made.flatMap(({ parts }) => parts),
    footnotes: footnotes.list(),
    foot: footOf([...reports, ...usedOf(material.others ?? [], footnotes)]),
  };
}

/** The parts of one kind, or why there are none. */
interface Made {
  readonly parts: readonly Part[];
  readonly notice: string | null;
}

const made = (parts: readonly (Part | null)[], otherwise: string | null): Made => {
  const kept = parts.flatMap((part) => part ?? []);
  return { parts: kept, notice: kept.length > 0 ? null : otherwise };
};

function makePart(
  kind: PartKind,
  material: SheetMaterial,
  footnotes: Footnotes,
  options: SheetOptions & { readonly paper: Paper },
): Made {
  const reports = material.reports.map(({ report }) => report);
  const topics = options.topics ?? null;
  const { matrix, wording, commitments, notes, pledges = [], threads = null } = material;
  if (reports.length === 0) return made([], null);
  switch (kind) {
    case 'matrix': {
      const choices = { topics, single: options.single ?? false, mostColumns: mostColumns(options.paper) };
      return made(matrix ? makeMatrixParts(matrix, footnotes, choices) : [], NO_FIGURES);
    }
    case 'ledger': {
      const sources = { own: reports, all: everyReport(material) };
      const part = makeLedgerPart(commitments, sources, footnotes, topics);
      if (part && part.table.rows.length > 0) return made([part], null);
      return made([], part ? `目标—完成：${part.caption}。` : '所选报告和领域里没有可以追踪的目标。');
    }
    case 'pledges': {
      const part = makePledgesPart(pledges, { own: reports, all: everyReport(material) }, footnotes, topics);
      if (part && part.table.rows.length > 0) return made([part], null);
      return made([], part ? `事项：${part.caption}。` : '所选报告和领域里没有可以追踪的事项。');
    }
    case 'lives':
      return made(
        makeLivesParts(threads?.lives ?? [], reports, footnotes, topics),
        '没有两篇报告都说到的事项，没有印历年。',
      );
    case 'levels':
      return made(
        (threads?.levels ?? []).map((table) => makeLevelsPart(table, reports, footnotes, topics)),
        '所选报告里没有上下级两个地方的事项，没有印上下级。',
      );
    case 'wording':
      return made(
        wording ? makeWordingParts(wording, reports, footnotes, topics) : [],
        '所选报告和领域之间没有新提法、不再提和力度变化，没有印提法。',
      );
    case 'charts':
      return made(
        [matrix && makeChartsPart(matrix, footnotes, topics, options.charts ?? null)],
        '没有两年以上有数的指标，没有印图表。',
      );
    case 'text':
      return makeText(material, footnotes, options);
    case 'notes': {
      // What the reader has judged stands in the ledger, with the reason.
      const judged = (options.parts ?? DEFAULT_PARTS).includes('ledger');
      const own = judged ? notes.filter(({ body }) => body.assessment === undefined) : notes;
      const part = makeNotesPart(own, reports, footnotes);
      return made(part.notes.length > 0 ? [part] : [], null);
    }
  }
}

const everyReport = ({ reports, others = [] }: SheetMaterial): readonly Report[] =>
  [...reports, ...others].map(({ report }) => report);

const NO_FIGURES = '所选报告和领域里没有两栏都有的数，没有印指标对照。';

function makeText(material: SheetMaterial, footnotes: Footnotes, options: SheetOptions): Made {
  const comparison = material.comparison && keepTopics(material.comparison, options.topics ?? null);
  const pair = comparison && pairOf(comparison, material.reports);
  if (!comparison || !pair) return made([], '没有选中两篇报告，没有印正文对照。');
  const notice = describeState(comparison.state, nameReport(pair.left), nameReport(pair.right));
  if (!hasTable(comparison)) return { parts: [], notice };
  const part = makeTextPart(comparison, pair, footnotes, options.changedOnly ?? false);
  return { parts: part.table.rows.length > 0 ? [part] : [], notice };
}

/** A comparison of the topics asked for; with none of them left it counts as empty. */
function keepTopics(comparison: Comparison, topics: readonly Topic[] | null): Comparison {
  if (topics === null || !hasTable(comparison)) return comparison;
  const blocks = comparison.blocks.filter(({ topic }) => topics.includes(topic));
  return blocks.length > 0 ? { ...comparison, blocks } : { ...comparison, blocks, state: 'empty' };
}

/** Two columns of the same words, or of nothing in common, would only waste paper: the notice stands alone. */
const hasTable = ({ state }: Comparison): boolean =>
  state === 'ordinary' || state === 'left-empty' || state === 'right-empty';

function pairOf({ left, right }: Comparison, reports: readonly SheetReport[]) {
  const find = (id: string) => reports.find(({ report }) => report.id === id)?.report;
  const [first, second] = [find(left), find(right)];
  return first && second ? { left: first, right: second } : null;
}

/** Gives what is wrong with the choice itself, whatever is printed of it. */
function wholeNotices(
  reports: readonly SheetReport[],
  asked: readonly PartKind[],
  { topics }: SheetOptions,
): readonly string[] {
  if (reports.length === 0) return ['没有选中报告，没有可对照的内容。请先选两篇报告。'];
  if (asked.length === 0) return ['没有选中要印的内容。请选一样内容。'];
  const [first, ...others] = reports;
  if (first && others.length === 0)
    return [`只有一篇报告（${nameReport(first.report)}），没有可对照的另一篇。`];
  const same = others.filter(({ sha256 }) => sha256 === first?.sha256);
  const alike = same.map(({ report }) => sameWords(first?.report, report));
  return [...alike, ...lackingTopics(reports, topics ?? null)];
}

const sameWords = (first: Report | undefined, other: Report): string =>
  first === undefined || first.id === other.id
    ? `两栏是同一篇报告（${nameReport(other)}），没有差别可看。请换一篇报告。`
    : `${nameReport(first)} 与 ${nameReport(other)} 两篇原文完全相同，没有差别。`;

/** 川汇区 2024 没有“科技创新”领域的章节。 */
function lackingTopics(reports: readonly SheetReport[], topics: readonly Topic[] | null): readonly string[] {
  if (topics === null) return [];
  if (topics.length === 0) return ['没有选中领域。请至少选一个领域。'];
  return reports.flatMap(({ report }) => {
    const lacking = topics.filter((topic) => !report.sections.some((section) => section.topic === topic));
    if (lacking.length === 0) return [];
    return [`${nameReport(report)} 没有${lacking.map((topic) => `“${topic}”`).join('')}领域的章节。`];
  });
}

/** Narrowest column that holds a figure with its sign and what is written under it, and the names beside. Millimetres. */
const NARROWEST = { figure: 25, names: 40 } as const;

function mostColumns(paper: Paper): number {
  const { left, right } = paper.margins;
  const scale = paper.fontSize / DEFAULT_PAPER.fontSize;
  const room = pageSize(paper).width - left - right - NARROWEST.names * scale;
  return Math.max(1, Math.floor(room / (NARROWEST.figure * scale)));
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const placesOf = (reports: readonly SheetReport[]): readonly string[] =>
  unique(reports.flatMap(({ report }) => report.meta.place ?? []));

const titleOf = (reports: readonly SheetReport[]): string =>
  `${placesOf(reports).join('、')}政府工作报告对照表`;

function subtitleOf(reports: readonly SheetReport[], topics: readonly Topic[] | null): string {
  const years = unique(reports.flatMap(({ report }) => report.meta.year ?? []));
  const when = years.length > 0 ? [`${years.join('、')} 年`] : [];
  return [...when, ...(topics?.length === 1 ? topics : [])].join(' · ');
}

/** Reports that are no part of the choice, but are told as a source. */
function usedOf(others: readonly SheetReport[], footnotes: Footnotes): readonly SheetReport[] {
  const told = new Set(footnotes.list().map(({ report }) => report));
  return others.filter(({ report }) => told.has(report.id));
}

/** 据周口市 2023、2025 年报告；文本校验 06072193、f3572878 */
export function footOf(reports: readonly SheetReport[]): string {
  if (reports.length === 0) return '';
  const places = new Map<string, string[]>();
  for (const { report } of reports) {
    const { place, year } = report.meta;
    const known = place !== null && year !== null;
    const key = known ? place : nameReport(report);
    places.set(key, [...(places.get(key) ?? []), ...(known ? [String(year)] : [])]);
  }
  const named = [...places].map(([place, years]) =>
    years.length > 0 ? `${place} ${years.join('、')} 年报告` : place,
  );
  return `据${named.join('、')}；文本校验 ${reports.map(({ sha256 }) => sha256.slice(0, 8)).join('、')}`;
}
