import type { AnnotationTarget, Range } from '../report';
import { findPlaces, type Place } from './candidate';
import { evidenceFor, figuresHold, type Evidence } from './evidence';
import { passageOf, type SoughtPassage } from './passage';
import { occurrences } from '../text';
import { originalRange, shadowOf, type QuoteShadow } from './shadow';
import { CONTEXT_LENGTH, standsAgain, type AnchoredText } from './target';

/** Why a passage was not placed. */
export type UnsureReason = 'repeated' | 'figures' | 'rewritten' | 'elsewhere' | 'gone';

/**
 * Where a target stands in a text. `found`: at its stored place. `moved`: its very words at another place. `unsure`:
 * the reader must decide, also where a single character of the words is another; candidates come best first, at most
 * five.
 */
export type Resolution =
  | { readonly state: 'found'; readonly range: Range }
  | { readonly state: 'moved'; readonly range: Range }
  | { readonly state: 'unsure'; readonly candidates: readonly Range[]; readonly reason: UnsureReason };

/** The words the list 待确认 uses. */
export const UNSURE_SENTENCES: Readonly<Record<UnsureReason, string>> = {
  repeated: '原文里有几处一样，不知道您指哪一处',
  figures: '这里的数字变了，请看还是不是这一处',
  rewritten: '这里的文字改过了，请看还是不是这一处',
  elsewhere: '这几个字还在，前后文却不一样，请看是不是这一处',
  gone: '新的原文里找不到这段话',
};

interface Judged extends Evidence {
  readonly place: Place;
  readonly score: number;
  readonly certain: boolean;
  /** How far the next best must be behind. */
  readonly margin: number;
}

/** Share of the context that must stand around a quote. */
const CONTEXT = 0.6;

/** Next year's sentence often looks like this year's, but its neighbours do not. */
const NEIGHBOURS = 0.5;

const MARGIN = 0.1;

/** A sentence that left its surroundings must stand alone: some sources print whole passages twice. */
const LONE_MARGIN = 0.3;

const MOST_CANDIDATES = 5;

/**
 * Finds a target in a text: by position first, then by quote and context, never by guess. In another report
 * than the target's own, a passage is placed only where its whole sentence stands.
 */
export function resolveTarget(report: AnchoredText, target: AnnotationTarget): Resolution {
  if (standsInPlace(report.clean, target)) return { state: 'found', range: target.position };
  const shadow = shadowFor(report);
  const passage = passageOf(target);
  const sameReport = report.id === target.report;
  const repeated = standsAgain(target.quote);
  const verbatim = sameReport && !repeated ? onlyPlace(passage, shadow.text) : null;
  if (verbatim) return settle(shadow, verbatim, target);
  const judged = findPlaces(passage, shadow.text)
    .map((place) => judge(passage, shadow.text, place, { sameReport, repeated }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = judged;
  const wins = best?.certain && (!second || best.score - second.score >= best.margin);
  return wins ? settle(shadow, best.place, target) : unsure(shadow, judged, passage);
}

/** The cheap and usual case: nothing around the passage has changed. */
function standsInPlace(clean: string, { position, quote }: AnnotationTarget): boolean {
  const { start, end } = position;
  return (
    end > start &&
    quote.prefix.length >= Math.min(CONTEXT_LENGTH, start) &&
    clean.startsWith(quote.exact, start) &&
    end - start === quote.exact.length &&
    clean.endsWith(quote.prefix, start) &&
    clean.startsWith(quote.suffix, end)
  );
}

/** The next usual case, a shifted text: passage and context stand verbatim, once. */
function onlyPlace({ prefix, quote, suffix }: SoughtPassage, text: string): Place | null {
  if (prefix.length + suffix.length < CONTEXT_LENGTH) return null;
  const [only, another] = occurrences(text, prefix + quote + suffix);
  if (only === undefined || another !== undefined) return null;
  const start = only + prefix.length;
  return { start, end: start + quote.length, errors: 0 };
}

const shadows = new WeakMap<AnchoredText, QuoteShadow>();

function shadowFor(report: AnchoredText): QuoteShadow {
  const known = shadows.get(report);
  if (known) return known;
  const made = shadowOf(report.clean);
  shadows.set(report, made);
  return made;
}

interface Told {
  /** The text is another version of the report the passage was taken from. */
  readonly sameReport: boolean;
  /** The passage's sentence stood twice there: that it stands says nothing, only its surroundings do. */
  readonly repeated: boolean;
}

function judge(passage: SoughtPassage, text: string, place: Place, { sameReport, repeated }: Told): Judged {
  const evidence = evidenceFor(passage, text, place);
  const surrounded = sameReport && evidence.around >= CONTEXT && evidence.beyond >= NEIGHBOURS;
  const changed = Number.isFinite(place.errors) ? place.errors / passage.quote.length : 0;
  return {
    ...evidence,
    place,
    score: 0.75 * evidence.around + 0.25 * evidence.beside - changed,
    // 支持上海 and 支持北京 differ in two characters: words that are not the same are the reader's to judge.
    certain:
      place.errors === 0 &&
      ((evidence.sentence && !repeated) || surrounded) &&
      figuresHold(passage, text, place),
    margin: surrounded ? MARGIN : LONE_MARGIN,
  };
}

function settle(shadow: QuoteShadow, place: Place, { position }: AnnotationTarget): Resolution {
  const range = originalRange(shadow, place);
  const inPlace = range.start === position.start && range.end === position.end;
  return { state: inPlace ? 'found' : 'moved', range };
}

function unsure(shadow: QuoteShadow, judged: readonly Judged[], passage: SoughtPassage): Resolution {
  return {
    state: 'unsure',
    candidates: judged.slice(0, MOST_CANDIDATES).map(({ place }) => originalRange(shadow, place)),
    reason: reasonFor(judged, passage, shadow.text),
  };
}

const withoutFigures = (text: string): string => text.replace(/[0-9.,%‰]+/g, '#');

function reasonFor([best, second]: readonly Judged[], { quote }: SoughtPassage, text: string): UnsureReason {
  if (!best || best.place.start >= best.place.end) return 'gone';
  if (best.certain && second?.place.errors === 0) return 'repeated';
  if (best.place.errors === 0) return 'elsewhere';
  const here = text.slice(best.place.start, best.place.end);
  return withoutFigures(here) === withoutFigures(quote) ? 'figures' : 'rewritten';
}
