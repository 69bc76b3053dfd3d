/**
 * The cases of the W3C's test suite for the Web Annotation Data Model, written anew from the model's own text
 * (https://www.w3.org/TR/annotation-model/, sections 3 to 5): what each sample is for stands in its name.
 */
type Sample = Readonly<Record<string, unknown>>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const PAGE = 'http://example.org/page1';

/** A sentence of a bundled report, so that a sample with a quote has a place. */
export const QUOTE = '港口货物吞吐量完成5205万吨';

const quote = { type: 'TextQuoteSelector', exact: QUOTE };
const on = (selector: unknown): Sample => ({ source: PAGE, selector });

const sample = (rest: Sample): Sample => ({
  '@context': CONTEXT,
  id: 'http://example.org/anno1',
  type: 'Annotation',
  target: on(quote),
  ...rest,
});

const without = (field: string): Sample =>
  Object.fromEntries(Object.entries(sample({})).filter(([name]) => name !== field));

/** Annotations with a passage in a report: each becomes a note. */
export const PLACED: Readonly<Record<string, Sample>> = {
  'no body': sample({}),
  'an IRI as body': sample({ body: 'http://example.org/post1' }),
  'a textual body': sample({
    body: { type: 'TextualBody', value: '说明', format: 'text/plain', language: 'zh' },
  }),
  'a textual body without a type': sample({ body: { value: '说明' } }),
  'a body value': sample({ bodyValue: '说明' }),
  'several bodies': sample({
    body: ['http://example.org/d', { type: 'TextualBody', value: '标签', purpose: 'tagging' }],
  }),
  'a choice of bodies': sample({
    body: {
      type: 'Choice',
      items: [
        { type: 'TextualBody', value: '一' },
        { type: 'TextualBody', value: '二' },
      ],
    },
  }),
  'an external resource as body': sample({
    body: { id: 'http://example.org/a.mpg', type: 'Video', format: 'video/mpeg' },
  }),
  'a specific resource as body': sample({
    body: { type: 'SpecificResource', purpose: 'tagging', source: 'http://example.org/tag' },
  }),
  'creator, generator, audience, rights and licence': sample({
    creator: {
      id: 'http://example.org/user1',
      type: 'Person',
      name: '甲',
      nickname: '乙',
      email_sha1: '58bad08927902ff9307b621c54716dcc5083e339',
    },
    generator: {
      id: 'http://example.org/client1',
      type: 'Software',
      homepage: 'http://example.org/client1/homepage1',
    },
    audience: { id: 'http://example.edu/roles/teacher', type: 'schema:EducationalAudience' },
    rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
  }),
  'times with and without fractions and offsets': sample({
    created: '2015-01-28T12:00:00Z',
    modified: '2015-01-29T09:00:00.123+08:00',
    generated: '2015-02-04T12:00:00Z',
  }),
  'canonical and via': sample({
    canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
    via: ['http://other.example.org/anno1'],
  }),
  'a motivation': sample({ motivation: 'bookmarking' }),
  'several motivations': sample({ motivation: ['assessing', 'tagging'] }),
  'several types and contexts': sample({
    '@context': [CONTEXT, { ex: 'http://example.org/' }],
    type: ['Annotation', 'ex:Note'],
  }),
  'several selectors of one passage': sample({
    target: on([
      { type: 'TextPositionSelector', start: 3, end: 9 },
      quote,
      { type: 'XPathSelector', value: '/html/body/p[2]' },
    ]),
  }),
  'a quote with what stands around it': sample({ target: on({ ...quote, suffix: ',增长27.5%,' }) }),
  'a fragment refined by a quote': sample({
    target: on({ type: 'FragmentSelector', value: 'para5', refinedBy: quote }),
  }),
  'several targets': sample({
    target: [on(quote), on({ type: 'TextQuoteSelector', exact: '集装箱达到16.3万标箱' })],
  }),
  'a list of targets': sample({ target: { type: 'List', items: [on(quote)] } }),
  'a source that is an object': sample({
    target: { type: 'SpecificResource', source: { id: PAGE, type: 'Text' }, selector: quote },
  }),
  'state, style, scope and rendering of a target': sample({
    stylesheet: 'http://example.org/style1',
    target: {
      ...on(quote),
      styleClass: 'red',
      scope: 'http://example.org/scope',
      renderedVia: { id: 'http://example.com/pdf.js', type: 'Software' },
      state: { type: 'TimeState', sourceDate: '2015-07-20T13:30:00Z' },
    },
  }),
};

/** Annotations as the W3C describes them, whose place is no passage of a report: each is told with the reason. */
export const UNPLACED: Readonly<Record<string, Sample>> = {
  'a whole page': sample({ target: PAGE }),
  'a whole picture': sample({
    target: { id: 'http://example.org/p.jpg', type: 'Image', format: 'image/jpeg' },
  }),
  'a source without a selector': sample({
    target: { type: 'SpecificResource', source: PAGE, purpose: 'tagging' },
  }),
  'a fragment': sample({
    target: on({
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: 'xywh=50,50,640,480',
    }),
  }),
  'a CSS selector': sample({ target: on({ type: 'CssSelector', value: '#elemid > .elemclass + p' }) }),
  'an XPath': sample({
    target: on({ type: 'XPathSelector', value: '/html/body/p[2]/table/tr[2]/td[3]/span' }),
  }),
  'a position without a quote': sample({
    target: on({ type: 'TextPositionSelector', start: 412, end: 795 }),
  }),
  'a position in bytes': sample({ target: on({ type: 'DataPositionSelector', start: 4096, end: 4104 }) }),
  'a shape': sample({ target: on({ type: 'SvgSelector', id: 'http://example.org/svg1' }) }),
  'a range between two selectors': sample({
    target: on({
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: '//td[2]' },
      endSelector: { type: 'XPathSelector', value: '//td[4]' },
    }),
  }),
  'a quote that stands in no report': sample({
    target: on({ type: 'TextQuoteSelector', exact: '这句话哪篇报告里都没有说过' }),
  }),
  'a quote that stands in many places': sample({
    target: on({ type: 'TextQuoteSelector', exact: '乡村振兴' }),
  }),
  'one target with a place and one without': sample({ target: [on(quote), PAGE] }),
};

/** No annotations: a MUST of the model is broken. */
export const INVALID: Readonly<Record<string, unknown>> = {
  'no context': without('@context'),
  'another context': sample({ '@context': 'http://schema.org/' }),
  'a context without the annotation one': sample({
    '@context': ['http://iiif.io/api/presentation/2/context.json'],
  }),
  'no id': without('id'),
  'an id that is no IRI': sample({ id: '一条批注' }),
  'a number as id': sample({ id: 17 }),
  'two ids': sample({ id: ['http://example.org/a', 'http://example.org/b'] }),
  'no type': without('type'),
  'another type': sample({ type: 'Annotations' }),
  'types without Annotation': sample({ type: ['Note', 'Text'] }),
  'no target': without('target'),
  'an empty list of targets': sample({ target: [] }),
  'an empty target': sample({ target: {} }),
  'a target that is no IRI': sample({ target: '第三页' }),
  'a number as target': sample({ target: 5 }),
  'null as target': sample({ target: null }),
  'a set of targets without items': sample({ target: { type: 'Composite' } }),
  'a source that is no IRI': sample({ target: { source: '本地文件', selector: quote } }),
  'body and body value': sample({ body: { value: '甲' }, bodyValue: '乙' }),
  'a body value that is no text': sample({ bodyValue: { value: '甲' } }),
  'several body values': sample({ bodyValue: ['甲', '乙'] }),
  'a plain string as body': sample({ body: '只是一句话' }),
  'a body without words or address': sample({ body: { type: 'TextualBody' } }),
  'a body whose value is a number': sample({ body: { type: 'TextualBody', value: 7 } }),
  'a choice of no bodies': sample({ body: { type: 'Choice', items: [] } }),
  'a day without a time': sample({ created: '2015-01-28' }),
  'a time without a zone': sample({ modified: '2015-01-28T12:00:00' }),
  'a time that never was': sample({ created: '2015-13-45T99:00:00Z' }),
  'two times of creation': sample({ created: ['2015-01-28T12:00:00Z', '2015-01-29T12:00:00Z'] }),
  'words as time of generation': sample({ generated: '昨天' }),
  'rights that are no IRI': sample({ rights: '版权所有' }),
  'a canonical that is no IRI': sample({ canonical: '原件' }),
  'two canonicals': sample({ canonical: ['urn:a:1', 'urn:a:2'] }),
  'a via that is no IRI': sample({ via: '朋友' }),
  'a motivation that is no word': sample({ motivation: { id: 'tagging' } }),
  'a selector without a type': sample({ target: on({ exact: QUOTE }) }),
  'a selector of an unknown type': sample({ target: on({ type: 'MagicSelector' }) }),
  'a quote without words': sample({ target: on({ type: 'TextQuoteSelector' }) }),
  'an empty quote': sample({ target: on({ type: 'TextQuoteSelector', exact: '' }) }),
  'a quote whose prefix is a number': sample({ target: on({ ...quote, prefix: 3 }) }),
  'a negative offset': sample({ target: on([quote, { type: 'TextPositionSelector', start: -1, end: 4 }]) }),
  'a reversed position': sample({
    target: on([quote, { type: 'TextPositionSelector', start: 30, end: 10 }]),
  }),
  'half an offset': sample({ target: on([quote, { type: 'TextPositionSelector', start: 1.5, end: 4 }]) }),
  'an offset that is null (NaN as JSON writes it)': sample({
    target: on([quote, { type: 'TextPositionSelector', start: null, end: 4 }]),
  }),
  'an offset in words': sample({
    target: on([quote, { type: 'TextPositionSelector', start: 'NaN', end: 4 }]),
  }),
  'an offset beyond all numbers': sample({
    target: on([quote, { type: 'TextPositionSelector', start: 1e300, end: 1e301 }]),
  }),
  'a position without an end': sample({ target: on([quote, { type: 'TextPositionSelector', start: 1 }]) }),
  'a fragment without a value': sample({ target: on({ type: 'FragmentSelector' }) }),
  'a range without an end': sample({ target: on({ type: 'RangeSelector', startSelector: quote }) }),
  'a number': 3,
  'a string': '一条批注',
  'a list': [],
  null: null,
};
