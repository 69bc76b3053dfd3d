/**
 * JSON Schema of the W3C Web Annotation Data Model, written from the Recommendation of 23 February 2017
 * (https://www.w3.org/TR/annotation-model/): its MUSTs, each under the number of its section. It asks what the W3C's own
 * test assertions ask (https://github.com/w3c/web-annotation-tests); where they are stricter than the text, as with one
 * string for `styleClass`, so is this. Extensions are allowed anywhere (section 3.1), fields unknown are not looked at.
 */
import Ajv, { type ValidateFunction } from 'ajv';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

/** One value, bare or alone in a list. */
const one = (schema: object) => ({
  anyOf: [schema, { type: 'array', minItems: 1, maxItems: 1, items: schema }],
});

const some = (schema: object) => ({ anyOf: [schema, { type: 'array', minItems: 1, items: schema }] });

const STRING = { type: 'string' };
const OFFSET = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

/** `type` is the class, or a list with the class in it. */
const typed = (name: string) => ({
  anyOf: [{ const: name }, { type: 'array', items: STRING, contains: { const: name } }],
});

const objectOf = (properties: object, required: readonly string[], more: object = {}) => ({
  type: 'object',
  properties,
  required,
  ...more,
});

/** 3.1, 5.1, 5.2: one of the contexts is the W3C's; a single one is a string. */
const context = {
  anyOf: [{ const: CONTEXT }, { type: 'array', contains: { const: CONTEXT } }],
};

/** 3.3: who, when, for what, by what right; of annotations and of resources. */
const lifecycle = {
  created: ref('time'),
  modified: ref('time'),
  generated: ref('time'),
  creator: some(ref('agent')),
  generator: some(ref('agent')),
  audience: some({ anyOf: [ref('iri'), { type: 'object' }] }),
  rights: some(ref('iri')),
  canonical: ref('iri'),
  via: some(ref('iri')),
};

/** 3.2.1: language, direction and format of a resource. */
const resource = {
  ...lifecycle,
  format: some(STRING),
  language: some(STRING),
  processingLanguage: STRING,
  textDirection: { enum: ['ltr', 'rtl', 'auto'] },
  accessibility: some(STRING),
  purpose: some(STRING),
};

/** 4.2: each selector names its class and says what the class needs. */
const selectors = {
  FragmentSelector: [{ value: STRING, conformsTo: ref('iri') }, ['value']],
  CssSelector: [{ value: STRING }, ['value']],
  XPathSelector: [{ value: STRING }, ['value']],
  TextQuoteSelector: [{ exact: STRING, prefix: STRING, suffix: STRING }, ['exact']],
  // 4.2.5: the end is not before the start; ajv compares the two.
  TextPositionSelector: [
    { start: OFFSET, end: { ...OFFSET, minimum: { $data: '1/start' } } },
    ['start', 'end'],
  ],
  DataPositionSelector: [
    { start: OFFSET, end: { ...OFFSET, minimum: { $data: '1/start' } } },
    ['start', 'end'],
  ],
  RangeSelector: [
    { startSelector: ref('selector'), endSelector: ref('selector') },
    ['startSelector', 'endSelector'],
  ],
} as const;

const selector = {
  anyOf: [
    ref('iri'),
    ...Object.entries(selectors).map(([name, [properties, required]]) =>
      objectOf({ type: typed(name), refinedBy: some(ref('selector')), ...properties }, ['type', ...required]),
    ),
    // 4.2.7: a shape stands in the annotation or at its own address.
    objectOf({ type: typed('SvgSelector'), value: STRING, id: ref('iri') }, ['type'], {
      anyOf: [{ required: ['value'] }, { required: ['id'] }],
    }),
  ],
};

/** What only another kind of resource has: kinds are told apart by these, so none has the mark of another. */
const without = (...names: readonly string[]) => ({
  not: { anyOf: names.map((name) => ({ required: [name] })) },
});

/** 3.2.7 and the sets beside it: ordered, with at least one thing in it. */
const setOf = (names: readonly string[], item: string) => ({
  anyOf: names.map((name) =>
    objectOf(
      { type: typed(name), items: { type: 'array', minItems: 1, items: ref(item) } },
      ['type', 'items'],
      without('value', 'source', 'purpose'),
    ),
  ),
});

/** 4.3: which state of the source is meant: at one address, at a time, or as it answers a request. */
const state = {
  anyOf: [
    ref('iri'),
    objectOf({ id: ref('iri') }, ['id'], without('type')),
    objectOf(
      {
        type: typed('TimeState'),
        sourceDate: some(ref('time')),
        sourceDateStart: ref('time'),
        sourceDateEnd: ref('time'),
        cached: some(ref('iri')),
        refinedBy: some({ anyOf: [ref('selector'), ref('state')] }),
      },
      ['type'],
      {
        dependencies: {
          sourceDateStart: ['sourceDateEnd'],
          sourceDateEnd: ['sourceDateStart'],
          sourceDate: without('sourceDateStart'),
        },
      },
    ),
    objectOf(
      {
        type: typed('HttpRequestState'),
        value: STRING,
        refinedBy: some({ anyOf: [ref('selector'), ref('state')] }),
      },
      ['type', 'value'],
    ),
  ],
};

/** A target that is painted by a class. */
const STYLED = { type: 'object', required: ['styleClass'] } as const;

const definitions = {
  iri: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>"{}|\\\\^`\\u0000-\\u0020]+$' },
  time: { type: 'string', format: 'time' },
  agent: {
    anyOf: [
      ref('iri'),
      objectOf(
        {
          id: ref('iri'),
          name: some(STRING),
          nickname: STRING,
          email: some(STRING),
          homepage: some(ref('iri')),
        },
        [],
      ),
    ],
  },
  /** 3.2.1: a thing elsewhere, with its address. */
  external: objectOf(
    { ...resource, id: ref('iri'), type: { ...some(STRING), not: typed('TextualBody') } },
    ['id'],
    without('value', 'source', 'items', 'purpose'),
  ),
  /** 3.2.4: words in the annotation itself. */
  textual: objectOf(
    { ...resource, value: STRING, type: some(STRING) },
    ['value'],
    without('items', 'source'),
  ),
  selector,
  state,
  /** 4: a part of a source; exactly one source. */
  specific: objectOf(
    {
      ...resource,
      type: typed('SpecificResource'),
      source: { anyOf: [ref('iri'), ref('external')] },
      selector: some(ref('selector')),
      state: some(ref('state')),
      styleClass: STRING,
      renderedVia: some({ anyOf: [ref('iri'), objectOf({ id: ref('iri') }, ['id'])] }),
      scope: some(ref('iri')),
    },
    ['source'],
    without('items', 'value'),
  ),
  body: {
    anyOf: [
      ref('iri'),
      ref('textual'),
      ref('specific'),
      ref('external'),
      setOf(['Choice', 'Composite', 'List', 'Independents'], 'body'),
    ],
  },
  target: {
    anyOf: [
      ref('iri'),
      ref('specific'),
      ref('external'),
      setOf(['Choice', 'Composite', 'List', 'Independents'], 'target'),
    ],
  },
  /** 3.1: what an annotation has, but for the context, which a page may have for all of its own. */
  annotation: objectOf(
    {
      id: ref('iri'),
      type: typed('Annotation'),
      body: some(ref('body')),
      bodyValue: STRING,
      target: some(ref('target')),
      motivation: some(STRING),
      stylesheet: {
        anyOf: [
          ref('iri'),
          objectOf({ type: typed('CssStylesheet'), id: ref('iri'), value: STRING }, [], {
            oneOf: [{ required: ['id'] }, { required: ['value'] }],
          }),
        ],
      },
      ...lifecycle,
    },
    ['id', 'type', 'target'],
    // 3.2.5
    {
      not: { required: ['body', 'bodyValue'] },
      // 4.4: a class needs a style sheet that says what it means.
      if: {
        required: ['target'],
        properties: {
          target: { anyOf: [STYLED, { type: 'array', contains: STYLED }] },
        },
      },
      then: { required: ['stylesheet'] },
    },
  ),
  standing: { allOf: [ref('annotation'), objectOf({ '@context': context }, ['@context'])] },
  /** 5.2 */
  page: objectOf(
    {
      id: ref('iri'),
      type: typed('AnnotationPage'),
      partOf: one({ anyOf: [ref('iri'), objectOf({ id: ref('iri') }, ['id'])] }),
      items: { type: 'array', items: { anyOf: [ref('iri'), ref('annotation')] } },
      startIndex: OFFSET,
      next: ref('iri'),
      prev: ref('iri'),
      ...lifecycle,
    },
    ['id', 'type', 'items'],
  ),
  /** 5.1 */
  collection: objectOf(
    {
      '@context': context,
      id: ref('iri'),
      type: typed('AnnotationCollection'),
      label: some(STRING),
      total: OFFSET,
      first: { anyOf: [ref('iri'), ref('page')] },
      last: ref('iri'),
      ...lifecycle,
    },
    ['@context', 'id', 'type', 'first'],
  ),
};

/** 3.3.1: a date with a time and its zone, one that was or will be. */
const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text));

const ajv = new Ajv({
  $data: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  formats: { time: isTime },
});

const compile = (name: string): ValidateFunction => ajv.compile({ $id: name, ...ref(name), definitions });

/** An annotation that stands alone, and a collection with its page in it. */
export const isAnnotation = compile('standing');
export const isCollection = compile('collection');
