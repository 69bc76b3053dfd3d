import {
  COLOURS,
  STAGE_LABELS,
  TINTS,
  VERDICT_LABELS,
  classificationWords,
  type Annotation,
  type AnnotationBody,
  type AnnotationTarget,
} from '../report';
import { iriOf, noteIri } from './iri';

/** The context every Web Annotation must name. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Ours beside it: what the W3C's words cannot say. */
const CONTEXT = [ANNO_CONTEXT, { duidu: 'urn:duidu:terms#' }] as const;

/** Class of a target whose passage is underlined; the colour is the other class. */
export const UNDERLINE_CLASS = '下划线';

/** Source of the one target of a note without passages. */
export const NOWHERE = 'urn:duidu:nowhere';

type Json = Readonly<Record<string, unknown>>;

/** W3C motivation of a note as a whole. */
const motivationOf = ({ assessment, classification, step, text, tags }: AnnotationBody): string => {
  if (assessment ?? step) return 'assessing';
  if (classification) return 'classifying';
  if (text) return 'commenting';
  return tags.length > 0 ? 'tagging' : 'highlighting';
};

const textual = (value: string, purpose: string, more: Json = {}): Json => ({
  type: 'TextualBody',
  value,
  purpose,
  ...more,
});

const bodies = ({ text, tags, assessment, classification, step }: AnnotationBody): readonly Json[] => [
  ...(text ? [textual(text, 'commenting', { format: 'text/markdown', language: 'zh' })] : []),
  ...tags.map((tag) => textual(tag, 'tagging')),
  ...(assessment
    ? [
        textual(VERDICT_LABELS[assessment.verdict], 'assessing', {
          'duidu:commitment': iriOf('commitment', assessment.commitment),
          'duidu:verdict': assessment.verdict,
        }),
      ]
    : []),
  ...(classification
    ? [
        textual(classificationWords(classification), 'classifying', {
          'duidu:change': classification.change,
          'duidu:name': classification.name,
          'duidu:indicator': classification.indicator,
        }),
      ]
    : []),
  ...(step
    ? [
        textual(STAGE_LABELS[step.stage], 'assessing', {
          'duidu:object': step.object,
          'duidu:stage': step.stage,
        }),
      ]
    : []),
];

/** What the classes look like, for programs that paint them; a class without a style sheet breaks the W3C's model. */
const STYLESHEET = {
  type: 'CssStylesheet',
  value: [
    ...COLOURS.map((colour) => `.${colour}{background:${TINTS[colour]}}`),
    `.${UNDERLINE_CLASS}{text-decoration:underline}`,
  ].join(''),
} as const;

/** Colour and underline as style classes of one string. */
const styleOf = ({ colour, underline }: AnnotationBody): string =>
  underline ? `${colour} ${UNDERLINE_CLASS}` : colour;

/** The clean text a passage was chosen in, where it is at hand: by report, and SHA-256 of the raw text. */
export type TextOf = (report: string, source: string) => string | null;

const NO_TEXT: TextOf = () => null;

/** A character beyond the first plane: one to the W3C, two units to us. */
const ASTRAL = /[\u{10000}-\u{10FFFF}]/gu;

const isAstral = (text: string): boolean => text.search(ASTRAL) >= 0;

const codePoints = (text: string, offset: number): number =>
  offset - (text.slice(0, offset).match(ASTRAL)?.length ?? 0);

/**
 * The place of a passage: the W3C counts characters, we count UTF-16 units, so ours is told beside where the two
 * differ. Where the text is not at hand and the note shows that they may, only ours is told.
 */
const placeOf = (
  { position, quote, sentence }: AnnotationTarget,
  text: string | null,
): { readonly selectors: readonly Json[]; readonly own: Json } => {
  const selector = (start: number, end: number): Json => ({ type: 'TextPositionSelector', start, end });
  const own = { 'duidu:units': { 'duidu:start': position.start, 'duidu:end': position.end } };
  const shown = text ?? `${quote.prefix}${quote.exact}${quote.suffix}${sentence.text}`;
  if (!isAstral(shown)) return { selectors: [selector(position.start, position.end)], own: {} };
  if (text === null) return { selectors: [], own };
  return { selectors: [selector(codePoints(text, position.start), codePoints(text, position.end))], own };
};

/** One passage as a SpecificResource; sentence and checksum are ours, other programs pass over them. */
const targetOf = (target: AnnotationTarget, body: AnnotationBody, textOf: TextOf): Json => {
  const { report, source, quote, sentence, unplaced } = target;
  const { selectors, own } = placeOf(target, textOf(report, source));
  return {
    type: 'SpecificResource',
    source: iriOf('report', report),
    styleClass: styleOf(body),
    selector: [
      ...selectors,
      { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    ],
    ...own,
    'duidu:sha256': source,
    'duidu:sentence': { 'duidu:text': sentence.text, 'duidu:start': sentence.start },
    ...(unplaced === undefined ? {} : { 'duidu:unplaced': unplaced }),
  };
};

/** The W3C asks for a target even where a note has lost all its passages, and the colour has to stand somewhere. */
const targetsOf = ({ targets, body }: Annotation, textOf: TextOf): readonly Json[] =>
  targets.length > 0
    ? targets.map((target) => targetOf(target, body, textOf))
    : [{ type: 'SpecificResource', source: NOWHERE, styleClass: styleOf(body) }];

/** One note as a W3C Web Annotation that also stands alone (it names its own context). */
export const annotationToJsonLd = (annotation: Annotation, textOf: TextOf = NO_TEXT): Json => {
  const { id, body, created, modified } = annotation;
  const said = bodies(body);
  return {
    '@context': CONTEXT,
    id: noteIri(id),
    type: 'Annotation',
    motivation: motivationOf(body),
    created,
    modified,
    stylesheet: STYLESHEET,
    ...(said.length > 0 ? { body: said } : {}),
    target: targetsOf(annotation, textOf),
  };
};

const opening = (total: number): string => {
  const { first, ...collection } = {
    '@context': CONTEXT,
    id: 'urn:duidu:notes',
    type: 'AnnotationCollection',
    label: '对读批注',
    total,
    first: { id: 'urn:duidu:notes:1', type: 'AnnotationPage', startIndex: 0 },
  };
  return `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(first).slice(0, -1)},"items":[`;
};

/**
 * Notes as the text of a `.jsonld` file, piece by piece: a W3C AnnotationCollection of one page, one note a line,
 * in the order given, placed by the texts at hand. The joined pieces are UTF-8 text without a byte order mark.
 */
export function* jsonLdPieces(
  annotations: readonly Annotation[],
  textOf: TextOf = NO_TEXT,
): Generator<string, void> {
  yield opening(annotations.length);
  for (const [index, annotation] of annotations.entries())
    yield `${index ? ',' : ''}\n${JSON.stringify(annotationToJsonLd(annotation, textOf))}`;
  yield '\n]}}\n';
}

/**
 * Notes as W3C Web Annotation JSON-LD, the whole text of a `.jsonld` file. Same notes in, same bytes out;
 * `readJsonLd` gives the same notes back, and exporting those gives the same bytes again.
 */
export const toJsonLd = (annotations: readonly Annotation[], textOf: TextOf = NO_TEXT): string =>
  [...jsonLdPieces(annotations, textOf)].join('');
