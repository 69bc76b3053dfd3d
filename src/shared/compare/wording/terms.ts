import { rangesOverlap, sliceRange, type Range, type Report } from '../../report';
import { findCandidates } from './candidates';
import { excerptOf } from './excerpt';
import { takeExtent, type Extent } from './extent';
import { findTerm, foldText, type FoldedText } from './folded-text';
import type { Occurrence, Term, TermKind } from './trace';

/** Reports folded once for all terms. */
export interface Corpus {
  readonly extents: readonly Extent[];
  readonly folded: readonly FoldedText[];
  /** Reports that are not compared, to tell which of them says a new term already. */
  readonly others: readonly { readonly id: string; readonly folded: FoldedText }[];
}

const foldExtent = ({ report, paragraphs }: Extent): FoldedText =>
  foldText(
    report.clean,
    paragraphs.map(({ range }) => range),
  );

export const foldCorpus = (extents: readonly Extent[], others: readonly Report[]): Corpus => ({
  extents,
  folded: extents.map(foldExtent),
  others: others.map((report) => ({ id: report.id, folded: foldExtent(takeExtent(report, undefined)) })),
});

/** A repeated run counts as a term of a report only if that report repeats it. */
const LEAST: Readonly<Record<TermKind, number>> = { numeral: 1, quoted: 1, listed: 1, repeated: 3 };

const KIND_ORDER: readonly TermKind[] = ['numeral', 'quoted', 'listed', 'repeated'];

/** Terms of the last report that no earlier one has, and terms of earlier ones that the last has not. */
export function compareTerms(
  corpus: Corpus,
  { stopWords, listed }: { readonly stopWords: readonly string[]; readonly listed: readonly string[] },
): { readonly fresh: readonly Term[]; readonly dropped: readonly Term[] } {
  const stops = new Set(stopWords);
  const terms = [...findCandidates(corpus.extents, listed)]
    .filter(([text]) => !stops.has(text))
    .map(([text, kind]) => ({ text, kind, places: corpus.folded.map((folded) => findTerm(folded, text)) }));
  const last = corpus.extents.length - 1;
  const fresh = terms.filter(
    ({ kind, places }) =>
      places.every((found, at) => at === last || found.length === 0) && enough(places[last], kind),
  );
  const dropped = terms.filter(
    ({ kind, places }) => places[last]?.length === 0 && places.some((found) => enough(found, kind)),
  );
  return { fresh: arrange(fresh, corpus), dropped: arrange(dropped, corpus) };
}

interface Placed {
  readonly text: string;
  readonly kind: TermKind;
  readonly places: readonly (readonly Range[])[];
}

const enough = (found: readonly Range[] | undefined, kind: TermKind): boolean =>
  (found?.length ?? 0) >= LEAST[kind];

const total = ({ places }: Placed): number => places.reduce((sum, found) => sum + found.length, 0);

/** The plainest terms first, the more frequent before the rarer, then in reading order. */
function arrange(terms: readonly Placed[], corpus: Corpus): readonly Term[] {
  const first = ({ places }: Placed): number => places.find((found) => found.length > 0)?.[0]?.start ?? 0;
  return terms
    .filter((term) => !terms.some((other) => partOf(term, other)))
    .toSorted(
      (a, b) =>
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || total(b) - total(a) || first(a) - first(b),
    )
    .map((term) => makeTerm(term, corpus));
}

/** Whether one term never stands but inside the other: 个清单 in 五个清单. */
const partOf = (part: Placed, whole: Placed): boolean =>
  part !== whole &&
  whole.text.length > part.text.length &&
  whole.text.includes(part.text) &&
  total(whole) >= total(part);

function makeTerm({ text, kind, places }: Placed, { extents, others }: Corpus): Term {
  const counts = places.map((found) => found.length);
  const rates = counts.map((count, at) => (10_000 * count) / Math.max(1, extents[at]?.characters ?? 1));
  const occurrences = places.flatMap((found, at) =>
    found.flatMap((range) => {
      const report = extents[at]?.report;
      return report ? [occurrence(report, at, range)] : [];
    }),
  );
  const elsewhere = others.flatMap((other) => (findTerm(other.folded, text).length > 0 ? [other.id] : []));
  const [first] = occurrences;
  const source = first && extents[first.report]?.report;
  return { text: source ? asWritten(source, first) : text, kind, counts, rates, occurrences, elsewhere };
}

/** As the first report writes it, without quotes and line breaks: 人人持证·技能河南. */
const asWritten = ({ clean }: Report, { range }: Occurrence): string =>
  sliceRange(clean, range).replace(/[\s“”]/g, '');

function occurrence(source: Report, report: number, range: Range): Occurrence {
  const sentence = source.sentences.find((candidate) => rangesOverlap(candidate.range, range));
  const section = source.paragraphs[sentence?.paragraph ?? -1]?.section ?? 0;
  const around = sentence?.range ?? range;
  return { report, range, sentence: around, excerpt: excerptOf(source.clean, around, range), section };
}
