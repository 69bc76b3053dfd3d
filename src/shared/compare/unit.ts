import { rangeContains, type Paragraph, type Range, type Report, type Role, type Section } from '../report';
import { markBackMatter } from './back-matter';
import { cutClauses } from './clause';
import { ANY_NUMBER, fold } from './fold';
import { lacksSubject, numberLength } from './lead';
import { characterPairs, joinPairs, type Pairs } from './likeness';
import { matterPairs, worthOf } from './matter';
import { markProblems } from './problems';
import { tensesOf, type Tense } from './stage';
import { namesOf, subjectOf } from './subject';

/** A heading's number: 1. （二） 三、 ; not the words that lead to a run-in heading (一年来，我们). */
const PRINTED_NUMBER = /^[\s（(]*[\d一二三四五六七八九十]*[、.．)）]?\s*$/;

/** The smallest passage that is paired: a heading, or a clause of a sentence. */
export interface Unit {
  /** In the clean text; the units of a paragraph leave none of its characters out. */
  readonly range: Range;
  /** The same without a printed number such as 1. or （二）, which changes when sections move. */
  readonly core: Range;
  readonly kind: 'heading' | 'text';
  /** Part of an infographic. */
  readonly tile: boolean;
  /** Number of the sentence, rising through the report; rows never reach across one. */
  readonly sentence: number;
  /** Number of the paragraph. */
  readonly paragraph: number;
  readonly section: number;
  /** Equal for units that say the same. */
  readonly key: string;
  /** Its own pairs of characters, and those of the clause that names its subject where it does not itself. */
  readonly pairs: Pairs;
  /** The same without the words that any matter may stand among, and what they are worth in nats. */
  readonly matter: Pairs;
  readonly worth: number;
  /** Characters that carry meaning. */
  readonly weight: number;
  /** The indicator it gives a figure of, or null. */
  readonly subject: string | null;
  /** States a number. */
  readonly figure: boolean;
  /** Quoted names. */
  readonly names: readonly string[];
  /** Part of a web page and not of the report: it pairs with nothing. */
  readonly furniture: boolean;
  /** Part of the explanations behind the report, which pair with each other only. */
  readonly notes: boolean;
  /** The pairs of the term such a note explains; none elsewhere. */
  readonly term: Pairs;
  /** Tells what is still wanting, which is no result. */
  readonly problem: boolean;
}

/** One report as it takes part in a comparison. */
export interface Side {
  readonly report: Report;
  readonly units: readonly Unit[];
  /** Of each section. */
  readonly tenses: readonly Tense[];
}

/** What has been taken, by report and roles: one report is set beside many. */
const taken = new WeakMap<Report, Map<string, Side>>();

/** Gives the units of a report, or of some roles of it; cut once for each report. */
export function takeSide(report: Report, roles?: readonly Role[]): Side {
  const known = taken.get(report) ?? new Map<string, Side>();
  taken.set(report, known);
  const key = roles?.join() ?? '*';
  const side = known.get(key) ?? cutSide(report, roles);
  known.set(key, side);
  return side;
}

function cutSide(report: Report, roles: readonly Role[] | undefined): Side {
  const runIns = new Map<number, Section[]>();
  for (const section of report.sections) {
    if (section.headingRange) pushTo(runIns, section.index, section);
  }
  const counter = { next: 0 };
  const units = report.paragraphs.flatMap((paragraph) => {
    const section = report.sections[paragraph.section];
    const included = section && (!roles || roles.includes(section.role));
    return included ? paragraphUnits(report, paragraph, runIns.get(section.index) ?? [], counter) : [];
  });
  const tenses = tensesOf(report);
  const looksBack = ({ section }: Unit): boolean => tenses[section] === 'past' || tenses[section] === 'span';
  return {
    report,
    units: markProblems(report.clean, markBackMatter(report.clean, units), looksBack),
    tenses,
  };
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function paragraphUnits(
  report: Report,
  paragraph: Paragraph,
  sections: readonly Section[],
  counter: { next: number },
): readonly Unit[] {
  const whole = paragraph.kind === 'heading' || paragraph.kind === 'title';
  const sentences = whole ? [paragraph.range] : sentenceRanges(report, paragraph);
  return sentences.flatMap((range) => {
    const heading = sections.find(({ headingRange }) => headingRange && rangeContains(range, headingRange));
    const place = {
      clean: report.clean,
      paragraph,
      sentence: counter.next++,
      heading: heading?.headingRange ?? null,
    };
    const isHeading = whole || isHeadingAlone(place, range);
    const clauses = isHeading ? [range] : cutClauses(report.clean, range);
    return withSubjects(
      report.clean,
      clauses.map((clause) => makeUnit(place, clause, isHeading ? 'heading' : 'text')),
    );
  });
}

/** What the units of one sentence have in common. */
interface Place {
  readonly clean: string;
  readonly paragraph: Paragraph;
  readonly sentence: number;
  /** A run-in heading inside the sentence. */
  readonly heading: Range | null;
}

/** Tells whether a sentence is a run-in heading and nothing else: 突出平台赋能。 */
function isHeadingAlone({ clean, heading }: Place, range: Range): boolean {
  if (heading === null) return false;
  return fold(clean, heading.start, heading.end).key === fold(clean, heading.start, range.end).key;
}

/** The paragraph cut where its sentences start, so that spaces between them are not lost. */
function sentenceRanges(report: Report, { range, sentences }: Paragraph): readonly Range[] {
  const starts = report.sentences
    .slice(sentences.start, sentences.end)
    .map((sentence) => sentence.range.start);
  const cuts = [range.start, ...starts.slice(1), range.end];
  return cuts.slice(1).map((end, index) => ({ start: cuts[index] ?? range.start, end }));
}

function makeUnit(place: Place, range: Range, kind: Unit['kind']): Unit {
  const { clean, paragraph, sentence } = place;
  const core = coreOf(place, range);
  const { key, codes } = fold(clean, core.start, core.end);
  const text = clean.slice(core.start, core.end);
  const matter = matterPairs(codes);
  return {
    range,
    core,
    kind,
    tile: paragraph.kind === 'tile',
    sentence,
    paragraph: paragraph.index,
    section: paragraph.section,
    key,
    pairs: characterPairs(codes),
    matter,
    worth: worthOf(matter),
    weight: codes.length,
    subject: subjectOf(text),
    figure: codes.includes(ANY_NUMBER),
    names: namesOf(text),
    furniture: false,
    notes: false,
    term: [],
    problem: false,
  };
}

/** The range without its printed number; a heading's number may stand before it in words of its own. */
function coreOf({ clean, heading }: Place, range: Range): Range {
  const numbered =
    heading !== null &&
    rangeContains(range, heading) &&
    PRINTED_NUMBER.test(clean.slice(range.start, heading.start));
  const start = numbered ? heading.start : range.start;
  return { start: start + numberLength(clean.slice(start, range.end)), end: range.end };
}

/** Clauses of one sentence, those without a subject of their own with that of the clause before them. */
function withSubjects(clean: string, units: readonly Unit[]): readonly Unit[] {
  return units.map((unit, at) => {
    const before = units[at - 1];
    const lacks = before && lacksSubject(clean.slice(unit.core.start, unit.core.end));
    if (!lacks) return unit;
    const matter = joinPairs(before.matter, unit.matter);
    return { ...unit, pairs: joinPairs(before.pairs, unit.pairs), matter, worth: worthOf(matter) };
  });
}
