import { describe, expect, it } from 'vitest';
import { annotationToJsonLd, finish, readJsonLd } from '../../../src/shared/exchange';
import { isIri, noteIri } from '../../../src/shared/exchange/iri';
import { note, passage, shelf } from './notes';

const NOW = '2026-11-21T00:00:00.000Z';
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const read = (value: unknown) =>
  finish(readJsonLd(JSON.stringify(value), { file: '别处.jsonld', shelf, now: NOW }));

const ours = (id: string) =>
  annotationToJsonLd(
    note({ text: id }, { id, targets: [passage('zhoukou-2025', '港口货物吞吐量完成5205万吨')] }),
  );

describe('files of other programs', () => {
  it.each(['https://zh.wikipedia.org/wiki/周口市', 'http://例子.中国/批注/1'])(
    'may name things by an IRI: %s',
    (iri) => {
      expect(isIri(iri)).toBe(true);
      expect(noteIri(iri)).toBe(iri);
      const result = read([{ ...ours('甲'), id: iri }]);
      expect(result).toMatchObject({ ok: true, value: { annotations: [{ id: iri }], refused: [] } });
    },
  );

  it.each(['https://zh.wikipedia.org/wiki/周口市', 'http://例子.中国/批注/1'])(
    'may name a source and a body by an IRI, with and without their properties: %s (F7)',
    (iri) => {
      const whole = JSON.parse(JSON.stringify(ours('甲'))) as { target: object[]; body: object[] };
      const source = { ...whole, target: [{ ...whole.target[0], source: iri }] };
      const described = {
        ...whole,
        target: [{ ...whole.target[0], source: { id: iri, format: 'text/html' } }],
      };
      for (const record of [source, described, { ...whole, body: iri }, { ...whole, body: [{ id: iri }] }]) {
        const result = read([record]);
        expect(result.ok, JSON.stringify(record)).toBe(true);
        expect(JSON.stringify(result)).not.toContain('不是网址');
      }
      expect(read([{ ...whole, body: 'http://a b' }])).toMatchObject({
        ok: true,
        value: { annotations: [], refused: [{ reason: expect.stringContaining('网址') as unknown }] },
      });
    },
  );

  it.each(['http://a b', 'http://a\u0000', 'http://a\u3000b', '周口市', ''])(
    'are refused %j as a name',
    (text) => {
      expect(isIri(text)).toBe(false);
    },
  );

  it('are read through the pages they hold, and what lies elsewhere is said', () => {
    const page = (id: string, more: object) => ({ type: 'AnnotationPage', items: [ours(id)], ...more });
    const collection = (first: object, more: object = {}) =>
      read({ '@context': CONTEXT, type: 'AnnotationCollection', first, ...more });
    const embedded = collection(page('甲', { next: page('乙', {}) }));
    expect(embedded).toMatchObject({ ok: true, value: { records: 2, announced: null } });
    expect(collection(page('甲', { next: 'http://example.org/2' }))).toMatchObject({
      ok: true,
      value: { records: 1, announced: 'more' },
    });
    expect(read({ '@context': CONTEXT, ...page('甲', { partOf: { total: 500 } }) })).toMatchObject({
      ok: true,
      value: { records: 1, announced: 500 },
    });
  });

  it('tell which items of a choice were not taken', () => {
    const body = {
      type: 'Choice',
      items: ['一', '二', '三'].map((value) => ({ type: 'TextualBody', value })),
    };
    const result = read([{ ...ours('甲'), body }]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        annotations: [{ body: { text: '一' } }],
        unused: [
          { field: 'body 的 Choice 第 2 项', count: 1 },
          { field: 'body 的 Choice 第 3 项', count: 1 },
        ],
      },
    });
  });
});
