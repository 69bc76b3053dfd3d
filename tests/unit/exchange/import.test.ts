import { describe, expect, it } from 'vitest';
import { finish, readJsonLd, toJsonLd, type NotesRead } from '../../../src/shared/exchange';
import type { Result } from '../../../src/shared/fault';
import { note, passage, shelf } from './notes';
import { INVALID, PLACED, QUOTE, UNPLACED } from './samples';

const NOW = '2026-11-21T00:00:00.000Z';

const readText = (text: string): Result<NotesRead> =>
  finish(readJsonLd(text, { file: '同事的批注.jsonld', shelf, now: NOW }));

const read = (root: unknown): NotesRead => {
  const result = readText(JSON.stringify(root));
  if (!result.ok) throw new Error(result.fault.reason);
  return result.value;
};

const refusalOf = (root: unknown) => {
  const { annotations, refused } = read(root);
  expect(annotations).toEqual([]);
  expect(refused).toHaveLength(1);
  return refused[0]!;
};

describe('W3C annotations', () => {
  it.each(Object.entries(PLACED))('%s: taken, at the words it quotes', (_, sample) => {
    const { annotations, refused } = read(sample);
    expect(refused).toEqual([]);
    expect(annotations[0]?.targets[0]).toEqual(passage('zhoukou-2025', QUOTE));
  });

  it.each(Object.entries(UNPLACED))('%s: told as without a place', (_, sample) => {
    const { kind, reason } = refusalOf(sample);
    expect(kind, reason).toBe('unplaced');
    expect(reason).toMatch(/\p{Script=Han}/u);
  });

  it.each(Object.entries(INVALID))('%s: refused with the reason', (_, sample) => {
    const { kind, reason, record } = refusalOf([sample]);
    expect(kind, reason).toBe('invalid');
    expect(reason).toMatch(/\p{Script=Han}/u);
    expect(record).toBe(1);
  });

  it('come in a list, a page, a collection or a graph, and may leave the context to it', () => {
    const bare = Object.fromEntries(
      Object.entries(PLACED['a textual body']!).filter(([name]) => name !== '@context'),
    );
    const context = 'http://www.w3.org/ns/anno.jsonld';
    const page = { '@context': context, id: 'http://e.org/p', type: 'AnnotationPage', items: [bare] };
    const collection = {
      '@context': context,
      id: 'http://e.org/c',
      type: 'AnnotationCollection',
      total: 1,
      first: page,
    };
    for (const root of [
      [PLACED['a textual body']],
      page,
      collection,
      { '@context': context, '@graph': [bare] },
    ])
      expect(read(root).annotations.map(({ body }) => body.text)).toEqual(['说明']);
  });

  it('say which of their fields were not used', () => {
    const { unused } = read(PLACED['creator, generator, audience, rights and licence']);
    expect(unused.map(({ field }) => field).sort()).toEqual(['audience', 'creator', 'generator', 'rights']);
    const style = read(PLACED['state, style, scope and rendering of a target']).unused;
    expect(style).toContainEqual({ field: 'target 的 state', count: 1 });
  });

  it('keep words, tags and address of several bodies', () => {
    const [annotation] = read(PLACED['several bodies']).annotations;
    expect(annotation?.body).toMatchObject({ text: 'http://example.org/d', tags: ['标签'] });
  });

  it('keep their times, and get the time of the import where they have none', () => {
    const [timed] = read(PLACED['times with and without fractions and offsets']).annotations;
    expect([timed?.created, timed?.modified]).toEqual([
      '2015-01-28T12:00:00.000Z',
      '2015-01-29T01:00:00.123Z',
    ]);
    expect(read(PLACED['no body']).annotations[0]?.created).toBe(NOW);
  });

  it('go out again under the IRI they came with', () => {
    const { annotations } = read(PLACED['a body value']);
    expect(JSON.parse(toJsonLd(annotations))).toMatchObject({
      first: { items: [{ id: 'http://example.org/anno1' }] },
    });
    expect(read(JSON.parse(toJsonLd(annotations))).annotations).toEqual(annotations);
  });
});

describe('our own notes without a place of their own', () => {
  it('keep a passage of a report that is not on the shelf', () => {
    const elsewhere = note({ text: '等报告' }, { targets: [{ ...note().targets[0]!, report: '郑州 2024' }] });
    expect(read(JSON.parse(toJsonLd([elsewhere]))).annotations).toEqual([elsewhere]);
  });

  it('keep words and colour when they have lost all passages', () => {
    const untied = note({ text: '无处', colour: '胭脂', underline: true }, { targets: [] });
    expect(read(JSON.parse(toJsonLd([untied]))).annotations).toEqual([untied]);
  });
});

describe('bad files', () => {
  const whole = toJsonLd([note({ text: '好的' })]);

  it.each([
    ['nothing at all', ''],
    ['half a file', whole.slice(0, -40)],
    ['NaN as an offset', whole.replace(/"start":\d+/, '"start":NaN')],
    ['HTML', '<!doctype html><p>登录'],
    ['a number', '7'],
    [
      'a collection whose notes are elsewhere',
      JSON.stringify({ type: 'AnnotationCollection', first: 'http://e.org/p1' }),
    ],
    ['a page without a list', JSON.stringify({ type: 'AnnotationPage', items: 'http://e.org/p1' })],
  ])('%s: named with the reason, and what to do', (_, text) => {
    const result = readText(text);
    if (result.ok) throw new Error('It was read.');
    expect(result.fault.subject).toContain('同事的批注.jsonld');
    expect(result.fault.reason).toMatch(/\p{Script=Han}/u);
    expect(result.fault.remedy).toContain('批注没有改动');
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'a field called %s, at any depth, refuses its record only (S-17)',
    (key) => {
      const [annotation] = (JSON.parse(whole) as { first: { items: object[] } }).first.items;
      const hostile = `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x:1","type":"Annotation","target":{"source":"urn:x:2","selector":{"${key}":{"polluted":true}}}}`;
      const result = readText(`[${JSON.stringify(annotation)},${hostile}]`);
      if (!result.ok) throw new Error(result.fault.reason);
      expect(result.value.annotations).toHaveLength(1);
      expect(result.value.refused[0]).toMatchObject({ record: 2, label: 'urn:x:1' });
      expect(result.value.refused[0]?.reason).toContain(key);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('a depth of a million neither hangs nor overflows', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    expect(readText(`[${deep}]`)).toMatchObject({
      ok: true,
      value: { refused: [{ reason: '嵌套超过 64 层' }] },
    });
    const nested = `${'{"body":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    expect(finish(readJsonLd(nested, { file: 'x', shelf, now: NOW }))).toMatchObject({
      ok: true,
      value: { refused: [{ reason: '嵌套超过 64 层' }] },
    });
  });

  it('a quote of ten million characters is refused at once', () => {
    const { reason } = refusalOf([{ ...PLACED['no body'], body: { value: '长'.repeat(10_000_000) } }]);
    expect(reason).toBe('这条超过 100 万字');
  });

  it('a hundred thousand records of one id: one is taken, each other told with its number', () => {
    const record = JSON.stringify(PLACED['no body']);
    const result = readText(`[${Array.from({ length: 100_000 }, () => record).join(',')}]`);
    if (!result.ok) throw new Error(result.fault.reason);
    expect(result.value.annotations).toHaveLength(1);
    expect(result.value.refused).toHaveLength(99_999);
    expect(result.value.refused.at(-1)).toMatchObject({ record: 100_000, reason: '编号与第 1 条相同' });
  });

  it('every cut of a file ends in a fault or in notes, never in an exception', () => {
    for (let end = 0; end < whole.length - 2; end += 37) {
      const result = readText(whole.slice(0, end));
      expect(result.ok).toBe(false);
    }
  });
});
