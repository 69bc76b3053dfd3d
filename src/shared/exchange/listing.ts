import { typeset } from '../parse';
import { judgementLine, type Annotation, type AnnotationTarget } from '../report';
import type { DescribeReport } from './describe';

/** A passage as a person reads it in an export: the words as 整理 shows them. */
export interface ListedPassage {
  /** How the report is called. */
  readonly report: string;
  readonly section: string;
  readonly quote: string;
  /** The sentence around the quote: before it and after it; both empty where the quote is the whole sentence. */
  readonly before: string;
  readonly after: string;
}

/** A note under one report. */
export interface ListedNote {
  readonly annotation: Annotation;
  /** Passages in this report, in text order. */
  readonly here: readonly ListedPassage[];
  /** Passages in other reports. */
  readonly elsewhere: readonly ListedPassage[];
  /** Under the report of its first passage; under the others only their passages are listed. */
  readonly first: boolean;
  /** The reader's verdict in the interface's word, or null. */
  readonly verdict: string | null;
}

/** A note's colour, verdict and tags, and when it was written, in one line; `words` makes a tag fit for the file. */
export const noteFacts = (
  { annotation: { body }, verdict }: ListedNote,
  written: string,
  words: (tag: string) => string = (tag) => tag,
): string =>
  [
    body.underline ? `${body.colour}、下划线` : body.colour,
    ...(verdict ? [verdict] : []),
    ...(body.tags.length > 0 ? [`标签：${body.tags.map(words).join('、')}`] : []),
    written,
  ].join(' · ');

/** Notes of one report. */
export interface NoteGroup {
  readonly name: string;
  /** Title of the report; empty where it is not at hand. */
  readonly title: string;
  readonly notes: readonly ListedNote[];
}

/** Under this name stand notes that have lost all their passages. */
const UNTIED = '没有连到原文';

/**
 * Notes grouped by report (place, then year), in text order within: what Markdown and Word print. A group is put
 * together when it is asked for.
 */
export function* listNotes(
  annotations: readonly Annotation[],
  describe: DescribeReport,
): Generator<NoteGroup, void> {
  const show = passages(describe);
  const byReport = new Map<string, { annotation: Annotation; at: number }[]>();
  for (const annotation of annotations)
    for (const [report, at] of firstPlaces(annotation)) {
      const notes = byReport.get(report);
      if (notes) notes.push({ annotation, at });
      else byReport.set(report, [{ annotation, at }]);
    }
  for (const report of [...byReport.keys()].sort((a, b) => compareReports(a, b, describe)))
    yield {
      name: report === '' ? UNTIED : (describe(report)?.name ?? report),
      title: describe(report)?.title ?? '',
      notes: (byReport.get(report) ?? [])
        .sort((a, b) => a.at - b.at)
        .map(({ annotation }) => listed(annotation, report, show)),
    };
}

/** Each report a note is tied to, with the first offset there; no report at all is ''. */
function firstPlaces({ targets }: Annotation): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { report, position } of targets)
    places.set(report, Math.min(places.get(report) ?? Infinity, position.start));
  return places.size > 0 ? places : new Map([['', 0]]);
}

type Shown = (target: AnnotationTarget) => ListedPassage;

/** A passage is shown under each report of its note, and read once. */
function passages(describe: DescribeReport): Shown {
  const known = new Map<AnnotationTarget, ListedPassage>();
  return (target) => {
    const shown = known.get(target) ?? passage(target, describe);
    known.set(target, shown);
    return shown;
  };
}

function listed(annotation: Annotation, report: string, show: Shown): ListedNote {
  const { targets, body } = annotation;
  return {
    annotation,
    here: targets
      .filter((target) => target.report === report)
      .sort((a, b) => a.position.start - b.position.start)
      .map(show),
    elsewhere: targets.filter((target) => target.report !== report).map(show),
    first: (targets[0]?.report ?? '') === report,
    verdict: judgementLine(body),
  };
}

/** A passage in the words a person reads. */
export function passage(target: AnnotationTarget, describe: DescribeReport): ListedPassage {
  const { report, quote, sentence, position } = target;
  const facts = describe(report);
  const at = position.start - sentence.start;
  const whole = at >= 0 && sentence.text.startsWith(quote.exact, at) ? typeset(sentence.text) : null;
  const end = at + quote.exact.length;
  return {
    report: facts?.name ?? report,
    section: facts?.sectionPath(target) ?? '',
    quote: whole?.slice(at, end) ?? typeset(quote.exact),
    before: whole?.slice(0, at) ?? '',
    after: whole?.slice(end) ?? '',
  };
}

const compareReports = (a: string, b: string, describe: DescribeReport): number => {
  const [one, other] = [describe(a), describe(b)];
  if (!one || !other) return Number(!one) - Number(!other) || (a < b ? -1 : 1);
  return (one.place ?? '').localeCompare(other.place ?? '', 'zh') || (one.year ?? 0) - (other.year ?? 0);
};
