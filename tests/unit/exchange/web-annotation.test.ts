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

  it('a schema that could not fail would prove nothing: each part taken away or spoilt is refused', () => {
    const whole = JSON.parse(
      JSON.stringify(annotationToJsonLd(note({ text: '甲', tags: ['乙'] }))),
    ) as Record<string, unknown> & { target: Record<string, unknown>[]; body: Record<string, unknown>[] };
    for (const name of ['@context', 'id', 'type', 'target'])
      expect(isAnnotation({ ...whole, [name]: undefined }), name).toBe(false);
    for (const spoilt of [
      { id: '第一条' },
      { created: '2026-11-21' },
      { body: [{ ...whole.body[0], value: 7 }] },
      { target: [{ ...whole.target[0], source: undefined }] },
      { target: [{ ...whole.target[0], styleClass: ['藤黄'] }] },
      { target: [{ ...whole.target[0], selector: [{ type: 'TextPositionSelector', start: 4, end: 3 }] }] },
      { target: [{ ...whole.target[0], selector: [{ type: 'TextQuoteSelector' }] }] },
      { target: [] },
      { bodyValue: '丙' },
    ])
      expect(isAnnotation({ ...whole, ...spoilt }), JSON.stringify(spoilt)).toBe(false);
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
