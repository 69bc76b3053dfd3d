import naughty from 'big-list-of-naughty-strings';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { annotationToJsonLd, finish, readJsonLd, toJsonLd } from '../../../src/shared/exchange';
import { COLOURS, VERDICTS, type Annotation } from '../../../src/shared/report';
import { ANNO_DOCUMENT } from './anno-context';
import { anyAssessment, anyNote, note, passage, shelf } from './notes';
import { INVALID, PLACED, UNPLACED } from './samples';
import { isAnnotation, isCollection } from './web-annotation-schema';

const NOW = '2026-11-21T00:00:00.000Z';

const PLACES = [
  passage('zhoukou-2025', '港口货物吞吐量完成5205万吨'),
  passage('zhoukou-2022', '港口货物吞吐量2915万吨'),
];

/** One note of every kind there is, by its name. */
const KINDS: Readonly<Record<string, Annotation>> = {
  'a bare highlight': note(),
  'an underline': note({ underline: true, colour: '胭脂' }),
  words: note({ text: '**要紧**' }),
  'tags only': note({ tags: ['港航', '口径'] }),
  'passages of two reports': note({ text: '两处' }, { targets: PLACES }),
  'no passage left': note({ text: '无处', underline: true }, { targets: [] }),
  'nothing at all': note({}, { targets: [] }),
  'a passage left without a place': note({}, { targets: [{ ...PLACES[0]!, unplaced: 'f'.repeat(64) }] }),
  'a report that is not on the shelf': note({}, { targets: [{ ...PLACES[0]!, report: '郑州 2024·%?' }] }),
  'an IRI of another program': note({ text: '别处来的' }, { id: 'http://example.org/anno/1?x=1#y' }),
  ...Object.fromEntries(
    VERDICTS.map((verdict) => [
      `a verdict: ${verdict}`,
      note({ text: '理由', assessment: { commitment: '川汇区/2024#3', verdict } }),
    ]),
  ),
  ...Object.fromEntries(COLOURS.map((colour) => [`in ${colour}`, note({ colour })])),
};

const verdict = (data: unknown) => (isAnnotation(data) ? [] : isAnnotation.errors);

const records = (file: string): readonly Record<string, unknown>[] =>
  (JSON.parse(file) as { first: { items: Record<string, unknown>[] } }).first.items;

describe('an export against the W3C’s model', () => {
  it.each(Object.entries(KINDS))('%s is an annotation, alone and in a collection', (_, each) => {
    expect(verdict(JSON.parse(JSON.stringify(annotationToJsonLd(each))))).toEqual([]);
    expect(isCollection(JSON.parse(toJsonLd([each]))), JSON.stringify(isCollection.errors)).toBe(true);
  });

  it('counts places in characters, not in UTF-16 units, and comes back with the very place (F11)', () => {
    const clean = 'l😃rem ipsum dolor amet';
    const [start, end] = [clean.indexOf('dolor am'), clean.indexOf('dolor am') + 8];
    const target = {
      ...PLACES[0]!,
      position: { start, end },
      quote: { exact: 'dolor am', prefix: 'ipsum ', suffix: 'et' },
      sentence: { text: clean, start: 0 },
    };
    const each = note({}, { targets: [target] });
    const placeIn = (file: string) => {
      const [{ selector = [] } = {}] = records(file)[0]?.['target'] as { selector: { type: string }[] }[];
      return selector.find(({ type }) => type === 'TextPositionSelector');
    };
    const file = toJsonLd([each], () => clean);
    expect(placeIn(file)).toEqual({ type: 'TextPositionSelector', start: 12, end: 20 });
    // Where the text is not at hand nobody can count: the quote stands alone, and our own count beside it.
    expect(placeIn(toJsonLd([each]))).toBeUndefined();
    for (const text of [file, toJsonLd([each])]) {
      expect(isCollection(JSON.parse(text)), JSON.stringify(isCollection.errors)).toBe(true);
      const back = finish(readJsonLd(text, { file: '批注.jsonld', shelf, now: NOW }));
      expect(back).toMatchObject({
        ok: true,
        value: { annotations: [{ targets: [{ position: { start, end } }] }] },
      });
    }
    const plain = note();
    expect(toJsonLd([plain], () => clean.replace('😃', 'o'))).toBe(toJsonLd([plain]));
  });

  it('an empty notebook is a collection', () => {
    expect(isCollection(JSON.parse(toJsonLd([])))).toBe(true);
  });

  it('every naughty string, as words, tag and file name', () => {
    const notes = naughty.map((text, index) =>
      note(
        { text, tags: [text] },
        { id: `${text}${index}`, targets: [{ ...PLACES[0]!, report: text || '无' }] },
      ),
    );
    for (const each of records(toJsonLd(notes))) expect(verdict(each)).toEqual([]);
    expect(isCollection(JSON.parse(toJsonLd(notes)))).toBe(true);
  });

  it('ten thousand random notes, each an annotation with times in UTC', () => {
    const sample = fc.sample(fc.tuple(anyNote, fc.option(anyAssessment)), { seed: 6, numRuns: 10_000 });
    const notes = sample.map(([each, assessment], index) => ({
      ...each,
      id: `${each.id}${index}`,
      body: { ...each.body, ...(assessment ? { assessment } : {}) },
    }));
    const file = toJsonLd(notes);
    const refused = records(file).filter((each) => !isAnnotation(each));
    expect(refused).toEqual([]);
    expect(isCollection(JSON.parse(file)), JSON.stringify(isCollection.errors)).toBe(true);
    // 3.3.1 asks for Z; the schemas of the W3C take any zone.
    const times = records(file).flatMap(({ created, modified }) => [String(created), String(modified)]);
    expect(times).toHaveLength(20_000);
    expect(times.filter((time) => !time.endsWith('Z'))).toEqual([]);
  });
});

type Whole = Record<string, unknown> & {
  readonly body: readonly Record<string, unknown>[];
  readonly target: readonly Record<string, unknown>[];
};

const whole = (): Whole =>
  JSON.parse(JSON.stringify(annotationToJsonLd(note({ text: '甲', tags: ['乙'] })))) as Whole;

const IRI = 'http://example.org/1';
const NO_IRI = '第一条';
const NO_TIME = '2026-11-21';
const CHOICE = { type: 'Choice', items: [IRI] };

const withBody = (part: object) => ({ body: [{ ...whole().body[0], ...part }] });
const withTarget = (part: object) => ({ target: [{ ...whole().target[0], ...part }] });
const withSelector = (selector: object) => withTarget({ selector: [selector] });
const withState = (state: object) => withTarget({ state });

/** The MUSTs of the W3C, by the names of its own schemas, each with an annotation that breaks this one. */
const BREAKS: Readonly<Record<string, readonly object[]>> = {
  '3.1-annotationContextValidated': [{ '@context': undefined }, { '@context': ['http://example.org/ns'] }],
  '3.1-annotationIdValidated': [{ id: undefined }, { id: NO_IRI }, { id: [IRI, IRI] }],
  '3.1-annotationTypeValidated': [{ type: undefined }, { type: ['Note'] }],
  '3.1-targetKeyFound': [{ target: undefined }],
  '3.2-targetObjectsRecognized': [{ target: [] }, { target: [{}] }, withTarget({ source: undefined })],
  '3.2.5-notBodyBodyValue': [{ bodyValue: '丙' }],
  '3.3.1-annotationCreatedValidated': [{ created: NO_TIME }],
  '3.3.1-annotationModifiedValidated': [{ modified: [NO_TIME] }],
  '3.3.1-annotationGeneratedValidated': [{ generated: NO_TIME }],
  '3.3.6-annotationRightsValidated': [{ rights: NO_IRI }],
  '3.3.7-annotationCanonicalValidated': [{ canonical: [IRI, IRI] }],
  '3.3.7-annotationViaValidated': [{ via: [NO_IRI] }],
  '3.2-bodyObjectsRecognized': [{ body: [{}] }, withBody({ value: 7 })],
  '3.2.1-bodyTextDirectionValidated': [withBody({ textDirection: 'up' })],
  '3.3.1-bodyCreatedValidated': [withBody({ created: NO_TIME })],
  '3.3.1-bodyModifiedValidated': [withBody({ modified: NO_TIME })],
  '3.3.6-bodyRightsValidated': [withBody({ rights: NO_IRI })],
  '3.3.7-bodyCanonicalValidated': [withBody({ canonical: NO_IRI })],
  '3.3.7-bodyViaValidated': [withBody({ via: NO_IRI })],
  '3.2.7-bodyEWRNoItems': [{ body: { id: IRI, items: [IRI] } }],
  '3.3.5-bodyEWRNoPurpose': [{ body: { id: IRI, purpose: 'tagging' } }],
  '3.2.4-bodyChoiceSetNoValue': [{ body: { ...CHOICE, value: '丙' } }],
  '4-bodyChoiceSetNoSource': [{ body: { ...CHOICE, source: IRI } }],
  '3.3.5-bodyChoiceSetNoPurpose': [{ body: { ...CHOICE, purpose: 'tagging' } }],
  '3.2.7-bodyEmbeddedTextualNoItems': [withBody({ items: [IRI] })],
  '4-bodyEmbeddedTextualNoSource': [withBody({ source: IRI })],
  '3.2.7-bodySpecificResourceNoItems': [{ body: { source: IRI, purpose: 'tagging', items: [IRI] } }],
  '4-bodySpecificResourceNoValue': [{ body: { source: IRI, purpose: 'tagging', value: '丙' } }],
  '3.2.1-targTextDirectionValidated': [withTarget({ textDirection: 'up' })],
  '3.3.1-targCreatedValidated': [withTarget({ created: NO_TIME })],
  '3.3.1-targModifiedValidated': [withTarget({ modified: NO_TIME })],
  '3.3.6-targRightsValidated': [withTarget({ rights: NO_IRI })],
  '3.3.7-targCanonicalValidated': [withTarget({ canonical: NO_IRI })],
  '3.3.7-targViaValidated': [withTarget({ via: NO_IRI })],
  '3.2.7-targEWRNoItems': [{ target: { id: IRI, items: [IRI] } }],
  '3.3.5-targEWRNoPurpose': [{ target: { id: IRI, purpose: 'tagging' } }],
  '3.2.4-targChoiceSetNoValue': [{ target: { ...CHOICE, value: '丙' } }],
  '4-targChoiceSetNoSource': [{ target: { ...CHOICE, source: IRI } }],
  '3.3.5-targChoiceSetNoPurpose': [{ target: { ...CHOICE, purpose: 'tagging' } }],
  '3.2.7-targSpecificResourceNoItems': [withTarget({ items: [IRI] })],
  '4-targSpecificResourceNoValue': [withTarget({ value: '丙' })],
  '3.2.4-targNoTypeTextualBody': [{ target: { id: IRI, type: 'TextualBody' } }],
  '4.2-selectorValidIfPresent': [withSelector({ type: 'WordSelector' }), withTarget({ selector: [] })],
  '4.3-stateValidIfPresent': [withState({ type: 'WordState' })],
  '4.3.3-refinedByValidated': [
    withSelector({ type: 'CssSelector', value: 'p', refinedBy: { type: 'CssSelector' } }),
    withState({ type: 'HttpRequestState', value: 'Accept: a/b', refinedBy: { type: 'WordState' } }),
  ],
  '4.4-styleClassValidIfPresent': [withTarget({ styleClass: ['藤黄'] }), { stylesheet: undefined }],
  '4.2-fragmentCssXPathSelectorValid': ['FragmentSelector', 'CssSelector', 'XPathSelector'].map((type) =>
    withSelector({ type }),
  ),
  '4.2.4-textQuoteSelectorValid': [
    withSelector({ type: 'TextQuoteSelector' }),
    withSelector({ type: 'TextQuoteSelector', exact: '甲', prefix: ['乙', '丙'] }),
  ],
  '4.2-TextDataPositionSelectorValid': ['TextPositionSelector', 'DataPositionSelector'].flatMap((type) => [
    withSelector({ type, start: 4, end: 3 }),
    withSelector({ type, start: -1, end: 3 }),
    withSelector({ type, start: 1 }),
  ]),
  '4.2.7-svgSelectorValid': [withSelector({ type: 'SvgSelector' })],
  '4.2.8-rangeSelectorValid': [
    withSelector({ type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '//p' } }),
  ],
  '4.3.1-timeStateValid': [
    withState({ type: 'TimeState', sourceDate: NO_TIME }),
    withState({ type: 'TimeState', sourceDateStart: '2026-11-21T00:00:00Z' }),
  ],
  '4.3.2-httpRequestStateValid': [withState({ type: 'HttpRequestState' })],
  '4.4 of the text: a style sheet has an address or is embedded': [{ stylesheet: { type: 'CssStylesheet' } }],
};

/** Those of collections and of the page within. */
const COLLECTION_BREAKS: Readonly<Record<string, readonly [at: 'collection' | 'page', part: object]>> = {
  '5.1-collectionContextValidated': ['collection', { '@context': undefined }],
  '5.1-collectionIdValidated': ['collection', { id: NO_IRI }],
  '5.1-collectionTypeValidated': ['collection', { type: 'Collection' }],
  '5.1-collectionLabelValidated': ['collection', { label: 7 }],
  '5.1-collectionTotalValidated': ['collection', { total: -1 }],
  '5.1-collectionFirstValidated': ['collection', { first: undefined }],
  '5.1-collectionLastValidated': ['collection', { last: NO_IRI }],
  '3.3.1-collectionCreatedValidated': ['collection', { created: NO_TIME }],
  '3.3.1-collectionModifiedValidated': ['collection', { modified: NO_TIME }],
  '3.3.6-collectionRightsValidated': ['collection', { rights: NO_IRI }],
  '5.2-pageIdValidated': ['page', { id: undefined }],
  '5.2-pageTypeValidated': ['page', { type: 'Page' }],
  '5.2-pageItemsValidated': ['page', { items: [{ type: 'Note' }] }],
  '5.2-pageStartIndexValidated': ['page', { startIndex: -1 }],
  '5.2-pagePartOfValidated': ['page', { partOf: NO_IRI }],
  '5.2-pageNextValidated': ['page', { next: NO_IRI }],
  '5.2-pagePrevValidated': ['page', { prev: NO_IRI }],
  '3.3.1-pageCreatedValidated': ['page', { created: NO_TIME }],
  '3.3.1-pageModifiedValidated': ['page', { modified: NO_TIME }],
  '3.3.6-pageRightsValidated': ['page', { rights: NO_IRI }],
};

describe('the schema itself, which would prove nothing if it could not fail', () => {
  const collection = JSON.parse(toJsonLd([note({ text: '甲' })])) as { readonly first: object };

  it('takes the annotation and the collection that are spoilt below', () => {
    expect(verdict(whole())).toEqual([]);
    expect(isCollection(collection)).toBe(true);
  });

  it.each(Object.entries(BREAKS))('refuses what breaks %s', (_, spoilt) => {
    for (const part of spoilt)
      expect(isAnnotation({ ...whole(), ...part }), JSON.stringify(part)).toBe(false);
  });

  it.each(Object.entries(COLLECTION_BREAKS))('refuses what breaks %s', (_, [at, part]) => {
    const spoilt =
      at === 'page' ? { ...collection, first: { ...collection.first, ...part } } : { ...collection, ...part };
    expect(isCollection(spoilt)).toBe(false);
  });
});

/** Words that nothing can be looked for with; the model itself lets them pass. */
const OURS_ALONE = ['an empty quote'];

describe('the importer and the schema', () => {
  const imported = (sample: unknown): string => {
    const result = finish(readJsonLd(JSON.stringify([sample]), { file: 'x', shelf, now: NOW }));
    if (!result.ok) throw new Error(result.fault.reason);
    return result.value.refused[0]?.kind ?? 'taken';
  };

  it.each(Object.entries({ ...PLACED, ...UNPLACED }))('both take: %s', (_, sample) => {
    expect(verdict(sample)).toEqual([]);
    expect(imported(sample)).not.toBe('invalid');
  });

  it.each(Object.entries(INVALID))('both refuse: %s', (name, sample) => {
    expect(isAnnotation(sample)).toBe(OURS_ALONE.includes(name));
    expect(imported(sample)).toBe('invalid');
  });
});

describe('an export as linked data', () => {
  const expand = (document: object) =>
    jsonld.expand(document, {
      // Whatever would be dropped or lose its meaning is an error; only the W3C's context is known, nothing is fetched.
      safe: true,
      documentLoader: (url: string) =>
        url === 'http://www.w3.org/ns/anno.jsonld'
          ? Promise.resolve({ contextUrl: undefined, documentUrl: url, document: ANNO_DOCUMENT })
          : Promise.reject(new Error(`${url} was asked for.`)),
    } as jsonld.Options.Expand);

  it('loses no term, in any kind of note', async () => {
    const kinds = Object.values(KINDS).map((each, index) => ({ ...each, id: `${each.id}${index}` }));
    const [collection] = (await expand(JSON.parse(toJsonLd(kinds)) as object)) as Record<string, never>[];
    const text = JSON.stringify(collection);
    for (const name of ['unplaced', 'sha256', 'sentence', 'text', 'start', 'commitment', 'verdict'])
      expect(text).toContain(`"urn:duidu:terms#${name}"`);
    expect(text.match(/"http:\/\/www\.w3\.org\/ns\/oa#hasTarget"/g)).toHaveLength(kinds.length);
    expect(text).toContain(
      '"http://www.w3.org/ns/oa#motivatedBy":[{"@id":"http://www.w3.org/ns/oa#assessing"}]',
    );
  });

  it('loses none in two hundred random notes', async () => {
    const notes = fc
      .sample(anyNote, { seed: 7, numRuns: 200 })
      .map((each, index) => ({ ...each, id: `${index}${each.id}` }));
    const [collection] = (await expand(JSON.parse(toJsonLd(notes)) as object)) as object[];
    expect(JSON.stringify(collection).match(/oa#hasTarget/g)).toHaveLength(200);
  });

  it('a term without a meaning would be noticed', async () => {
    const alien = { ...(annotationToJsonLd(note()) as object), 备注: '没有含义' };
    await expect(expand(alien)).rejects.toThrow(/safe mode/i);
  });
});
