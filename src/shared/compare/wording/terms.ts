import { rangesOverlap, sliceRange, type Range, type Report } from '../../report';
import { findCandidates, type Words } from './candidates';
import { excerptOf } from './excerpt';
import { takeExtent, type Extent } from './extent';
import { findTerm, hasTerm, indicesOf, WALL, type FoldedText } from './folded-text';
import { foldExtent, type Material } from './material';
import { knownPhrase, knownPhrases, type Known } from './lexicon';
import { endsInHead, freeRuns, isPlain } from './coined';
import { isName } from './stop-words';
import type { Occurrence, Term, TermKind } from './trace';

/** Reports folded once for all terms. */
export interface Corpus {
  readonly extents: readonly Extent[];
  readonly folded: readonly FoldedText[];
  readonly words: readonly Words[];
  /** Runs that stand free in any of them: see `freeRuns`. */
  readonly free: ReadonlySet<string>;
  /** Reports that are not compared, to tell which of them says a new term already. */
  readonly others: readonly { readonly id: string; readonly folded: FoldedText }[];
}

export function foldCorpus(materials: readonly Material[], others: readonly Report[]): Corpus {
  const words = materials.map((material) => material.words);
  return {
    extents: materials.map(({ extent }) => extent),
    folded: materials.map(({ folded }) => folded),
    words,
    free: freeRuns(words.flatMap(({ phrases }) => phrases)),
    others: others.map((report) => ({ id: report.id, folded: foldExtent(takeExtent(report, undefined)) })),
  };
}

/** A repeated run counts as a term of a report only if that report repeats it. */
const LEAST: Readonly<Record<TermKind, number>> = {
  numeral: 1,
  quoted: 1,
  listed: 1,
  repeated: 3,
  known: 1,
  coined: 1,
};

/** What the way a term was found tells of it. */
const KIND_WORTH: Readonly<Record<TermKind, number>> = {
  numeral: 4,
  quoted: 4,
  listed: 4,
  repeated: 0.5,
  known: 0.5,
  coined: 0.5,
};

/** Found by their words alone, without quotes or numerals. */
const BY_WORDS: ReadonlySet<TermKind> = new Set(['known', 'repeated', 'coined']);

/** A phrase that ends as policies are called tells more than one that says how things stand. */
const HEAD_WORTH = 2;
/** What only stands inside something longer is mostly a piece of it. */
const PIECE_WORTH = -2.5;
/** Reports have long known it: 面子, 里子, 最后一公里. */
const OLD_WORTH = -3;
/** A quotation of two characters is mostly a figure of speech. */
const SHORT_WORTH = -2.5;
/** So is a longer one that ends as nothing in particular does and that no other report knows: 妙不可言. */
const FIGURATIVE_WORTH = -1.5;
/** What is found by its words, said once or twice and ends as nothing in particular does, is mostly language: 充分释放. */
const PLAIN_WORTH = -1.5;
const OFTEN = 3;

/** A phrase that reports have used for longer than this is language, not news. In years. */
const RECENT = 8;

/** Older phrases are no news where more than about 2^`SOME` reports use them. */
const OLD = 4;
const SOME = 2;

/** More reports than about 2^this use a phrase only if it is a word of theirs: 社会治理. */
const COMMON = 5;

interface Compared {
  readonly fresh: readonly Term[];
  readonly names: readonly Term[];
  readonly dropped: readonly Term[];
}

/** Terms of the last report that no earlier one has, and terms of earlier ones that the last has not. */
export function compareTerms(
  corpus: Corpus,
  { stopWords, listed }: { readonly stopWords: readonly string[]; readonly listed: readonly string[] },
): Compared {
  const stops = new Set(stopWords);
  const last = corpus.folded.length - 1;
  const [now, earlier] = [corpus.folded[last], corpus.folded.slice(0, last)];
  const terms = [...allCandidates(corpus, listed)].filter(
    ([text, kind]) => !stops.has(text) && !(BY_WORDS.has(kind) && isPlain(text)),
  );
  const placed = ([text, kind]: readonly [string, TermKind]): Placed => ({
    text,
    kind,
    places: corpus.folded.map((folded) => findTerm(folded, text)),
  });
  const isNow = ([text]: readonly [string, TermKind]): boolean => now !== undefined && hasTerm(now, text);
  const fresh = terms
    .filter((term) => isNow(term) && !earlier.some((folded) => hasTerm(folded, term[0])))
    .map(placed)
    .filter(
      ({ text, kind, places }) =>
        enough(places[last], kind) && !earlier.some((folded) => hasVariant(folded, text)),
    );
  const dropped = terms
    .filter((term) => !isNow(term))
    .map(placed)
    .filter(
      ({ text, kind, places }) => places.some((found) => enough(found, kind)) && !hasVariant(now, text),
    );
  const policies = fresh.filter(({ text }) => !isName(text));
  return {
    fresh: arrange(policies, corpus),
    names: arrange(
      fresh.filter(({ text }) => isName(text)),
      corpus,
    ),
    dropped: arrange(dropped, corpus),
  };
}

/** Gives what the texts show of themselves, and what public reports know, if it is news in the years of these reports. */
function allCandidates(corpus: Corpus, listed: readonly string[]): ReadonlyMap<string, TermKind> {
  const year = yearOf(corpus);
  const isNews = (text: string): boolean => (knownPhrase(text)?.since ?? year) >= year - RECENT;
  const phrases = corpus.words.map((words) => words.phrases);
  const own = [...findCandidates(corpus.extents, phrases, listed)].filter(
    ([text, kind]) => (kind !== 'repeated' && kind !== 'coined') || isNews(text),
  );
  const known = corpus.folded.flatMap((folded, at) => {
    const isWhole = wholeWords(corpus.words[at], folded);
    return [...knownPhrases(folded)].filter(
      (text) => isNews(text) && (knownPhrase(text)?.size ?? 0) <= COMMON && isWhole(text),
    );
  });
  return new Map([...known.map((text) => [text, 'known'] as const), ...own]);
}

/** Tells whether a phrase stands somewhere in a text without cutting a word at either end: not 步释放 of 进一步释放. */
const wholeWords =
  (words: Words | undefined, folded: FoldedText) =>
  (text: string): boolean =>
    words !== undefined &&
    findTerm(folded, text).some(({ start, end }) => words.starts.has(start) && words.ends.has(end));

const yearOf = ({ extents }: Corpus): number => extents.at(-1)?.report.meta.year ?? new Date(0).getFullYear();

/** At most so many characters stand between the parts of a variant: 八项规定及其实施细则精神. */
const LONGEST_INSERTION = 6;
const SHORTEST_PART = 2;

/** Tells whether a text has a term with some characters more or fewer inside: 乡村全面振兴 is 乡村振兴. */
function hasVariant(folded: FoldedText | undefined, term: string): boolean {
  if (!folded || term.length < 2 * SHORTEST_PART) return false;
  for (let cut = SHORTEST_PART; cut <= term.length - SHORTEST_PART; cut += 1) {
    const [head, tail] = [term.slice(0, cut), term.slice(cut)];
    if (hasInserted(folded, head, tail)) return true;
    for (let gone = 1; gone <= LONGEST_INSERTION && tail.length - gone >= SHORTEST_PART; gone += 1) {
      const shorter = head + tail.slice(gone);
      if (knownPhrase(shorter) !== undefined && hasTerm(folded, shorter)) return true;
    }
  }
  return false;
}

function hasInserted(folded: FoldedText, head: string, tail: string): boolean {
  return indicesOf(folded, head).some((at) => {
    const from = at + head.length;
    const after = folded.text.slice(from, from + LONGEST_INSERTION + tail.length);
    const next = after.indexOf(tail);
    return next > 0 && !after.slice(0, next).includes(WALL);
  });
}

interface Placed {
  readonly text: string;
  readonly kind: TermKind;
  readonly places: readonly (readonly Range[])[];
}

const enough = (found: readonly Range[] | undefined, kind: TermKind): boolean =>
  (found?.length ?? 0) >= LEAST[kind];

const total = ({ places }: Placed): number => places.reduce((sum, found) => sum + found.length, 0);

/** The most telling terms first, then in reading order. */
function arrange(terms: readonly Placed[], corpus: Corpus): readonly Term[] {
  const first = ({ places }: Placed): number => places.find((found) => found.length > 0)?.[0]?.start ?? 0;
  const worth = (term: Placed): number =>
    worthOf(term, corpus) + (BY_WORDS.has(term.kind) && !corpus.free.has(term.text) ? PIECE_WORTH : 0);
  return terms
    .filter((term) => !terms.some((other) => partOf(term, other)))
    .map((term) => ({ ...term, worth: worth(term) }))
    .toSorted((a, b) => b.worth - a.worth || first(a) - first(b))
    .map((term) => makeTerm(term, corpus));
}

/** More reports than about 2^this tell surely since when they use a phrase. */
const SURE = 4;

/** Tells how new a phrase is to reports at large, and how many took it up. */
const riseOf = ({ since, size }: Known, year: number): number =>
  Math.max(-2, Math.min(3, 3 - (year - since) / 2)) * Math.min(1, size / SURE) + size / 4;

/** Tells how telling a term is: said often, in headings, by its kind, and the later reports at large took it up. */
function worthOf({ text, kind, places }: Placed, { extents }: Corpus): number {
  const year = extents.at(-1)?.report.meta.year ?? 0;
  const known = knownPhrase(text);
  const rise = known ? riseOf(known, year) : 0;
  const inHeading = places.some((found, at) =>
    found.some((range) =>
      extents[at]?.report.sections.some(
        ({ headingRange }) => headingRange && rangesOverlap(headingRange, range),
      ),
    ),
  );
  const said = places.reduce((sum, found) => sum + found.length, 0);
  const old = known && kind !== 'listed' && year - known.since > OLD && known.size > SOME ? OLD_WORTH : 0;
  const plain = BY_WORDS.has(kind) && said < OFTEN ? PLAIN_WORTH : 0;
  const form = (endsInHead(text) ? HEAD_WORTH : plain) + (kind === 'quoted' ? quotedWorth(text) : 0);
  return KIND_WORTH[kind] + rise + old + form + Math.log2(said) / 2 + (inHeading ? 1 : 0);
}

const quotedWorth = (text: string): number =>
  text.length <= 2 ? SHORT_WORTH : endsInHead(text) || knownPhrase(text) ? 0 : FIGURATIVE_WORTH;

/** Tells whether one term never stands but inside the other: 个清单 in 五个清单. */
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
