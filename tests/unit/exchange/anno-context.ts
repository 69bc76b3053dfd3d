/**
 * The terms of http://www.w3.org/ns/anno.jsonld as the Web Annotation Vocabulary defines them
 * (https://www.w3.org/TR/annotation-vocab/): classes, motivations and properties of annotations and their collections.
 * A JSON-LD processor in the tests gets it from here; nothing is fetched.
 */
const each = (names: string, entry: (name: string) => readonly [string, unknown]) =>
  Object.fromEntries(names.split(' ').map(entry));

const classes = each(
  'Annotation TextualBody SpecificResource FragmentSelector CssSelector XPathSelector TextQuoteSelector ' +
    'TextPositionSelector DataPositionSelector SvgSelector RangeSelector TimeState HttpRequestState Choice Composite ' +
    'List Independents Motivation',
  (name) => [name, `oa:${name}`],
);

/** The one class whose term is not its name. */
const styles = { CssStylesheet: 'oa:CssStyle' };

const motivations = each(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating ' +
    'questioning replying tagging',
  (name) => [name, `oa:${name}`],
);

const link = (id: string) => ({ '@type': '@id', '@id': id });

const links = {
  body: link('oa:hasBody'),
  target: link('oa:hasTarget'),
  source: link('oa:hasSource'),
  selector: link('oa:hasSelector'),
  scope: link('oa:hasScope'),
  state: link('oa:hasState'),
  refinedBy: link('oa:refinedBy'),
  renderedVia: link('oa:renderedVia'),
  stylesheet: link('oa:styledBy'),
  creator: link('dcterms:creator'),
  generator: link('as:generator'),
  rights: link('dcterms:rights'),
  first: link('as:first'),
  items: { ...link('as:items'), '@container': '@list' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
};

const typed = (id: string, type: string) => ({ '@id': id, '@type': `xsd:${type}` });

const values = {
  bodyValue: 'oa:bodyValue',
  value: 'rdf:value',
  format: 'dc:format',
  language: 'dc:language',
  label: 'rdfs:label',
  created: typed('dcterms:created', 'dateTime'),
  modified: typed('dcterms:modified', 'dateTime'),
  generated: typed('dcterms:issued', 'dateTime'),
  total: typed('as:totalItems', 'nonNegativeInteger'),
  startIndex: typed('as:startIndex', 'nonNegativeInteger'),
  start: typed('oa:start', 'nonNegativeInteger'),
  end: typed('oa:end', 'nonNegativeInteger'),
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  styleClass: 'oa:styleClass',
};

export const ANNO_DOCUMENT = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    as: 'http://www.w3.org/ns/activitystreams#',
    id: '@id',
    type: '@type',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    ...classes,
    ...styles,
    ...motivations,
    ...links,
    ...values,
  },
} as const;
