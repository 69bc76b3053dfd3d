import 'fake-indexeddb/auto';
import naughty from 'big-list-of-naughty-strings';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExchangeStep } from '../../../src/renderer/state/files/exchange';
import type { LibraryStore } from '../../../src/renderer/state/library/library';
import { toJsonLd } from '../../../src/shared/exchange';
import { fail, faultSentence, type Fault } from '../../../src/shared/fault';
import { fileTooLarge } from '../../../src/shared/host';
import type { Annotation } from '../../../src/shared/report';
import { note, passage } from '../exchange/notes';
import { QUOTE } from '../exchange/samples';
import { fileOf, openDesk, openLibrary, exchangeWorker, type Desk } from './exchange-desk';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const quote = { type: 'TextQuoteSelector', exact: QUOTE };

let library: LibraryStore;

beforeAll(() => {
  library = openLibrary();
});

/** A notebook with three notes. */
async function deskOf(start?: Parameters<typeof openDesk>[1]): Promise<Desk> {
  const desk = await openDesk(library, start);
  const first = ['一', '二', '三'].map((text, index) => note({ text }, { id: `mine-${index}` }));
  desk.notes.getState().add(first);
  await desk.settled();
  return desk;
}

const stepOf = ({ exchange }: Desk): ExchangeStep => exchange.getState().state;

const choose = async (desk: Desk, content: string | Uint8Array, name = '同事的批注.jsonld') => {
  desk.chosen = fileOf(name, content);
  await desk.exchange.getState().choose();
  const step = stepOf(desk);
  return {
    match: step.step === 'preview' ? step.match : null,
    sentence: step.step === 'failed' ? faultSentence(step.fault) : '',
  };
};

const record = (rest: object): object => ({
  '@context': CONTEXT,
  id: 'http://example.org/1',
  type: 'Annotation',
  target: { source: 'http://example.org/page', selector: quote },
  ...rest,
});

const at = (selector: object): object =>
  record({ target: { source: 'http://e.org/p', selector: [quote, selector] } });
const position = (start: unknown, end: unknown): object => at({ type: 'TextPositionSelector', start, end });

describe('an import', () => {
  it('shows what a file holds, writes nothing, then takes it in as one change that can be undone', async () => {
    const desk = await deskOf();
    const before = desk.hash();
    const [one, two] = desk.notes.getState().notes.map(({ annotation }) => annotation);
    const sent: readonly Annotation[] = [
      one!,
      { ...two!, body: { ...two!.body, text: '别处改过' }, modified: '2030-01-01T00:00:00.000Z' },
      note({ text: '新来的' }, { id: 'theirs' }),
    ];
    const { match } = await choose(desk, toJsonLd(sent));
    expect(match).toMatchObject({ records: 3, same: 1, newer: 1, refusedCount: 0, announced: null });
    expect([match?.fresh, match?.differing]).toEqual([[sent[2]], [sent[1]]]);
    expect(desk.hash()).toBe(before);
    expect(desk.exchange.getState().accept(true)).toBe(2);
    expect(stepOf(desk)).toEqual({ step: 'idle' });
    await desk.settled();
    const texts = () =>
      desk.notes
        .getState()
        .notes.map(({ annotation }) => annotation.body.text)
        .sort();
    expect(texts()).toEqual(['一', '三', '二', '别处改过', '新来的'].sort());
    desk.notes.getState().undo();
    await desk.settled();
    expect(texts()).toEqual(['一', '三', '二'].sort());
    expect(desk.exchange.getState().accept(true)).toBe(0);
  });

  it('of another program’s notes ties them to the reports by their quotes, and tells which have no place', async () => {
    const desk = await deskOf();
    const file = {
      '@context': [CONTEXT, { ex: 'http://e.org/' }],
      '@graph': [
        record({ id: 'urn:x:1', bodyValue: '别人写的', creator: 'http://e.org/甲'.slice(0, 13) }),
        record({
          id: 'urn:x:2',
          target: {
            source: 'http://e.org/p',
            selector: { type: 'TextQuoteSelector', exact: '没有这句话的' },
          },
        }),
        record({ id: 'urn:x:3', target: 'http://e.org/page' }),
      ],
    };
    const { match } = await choose(desk, JSON.stringify(file));
    expect(match?.fresh.map(({ id, targets }) => [id, targets[0]?.report, targets[0]?.quote.exact])).toEqual([
      ['urn:x:1', 'zhoukou-2025', QUOTE],
    ]);
    expect(match?.refused.map(({ record: number, label, kind }) => [number, label, kind])).toEqual([
      [2, 'urn:x:2', 'unplaced'],
      [3, 'urn:x:3', 'unplaced'],
    ]);
    expect(match?.unused).toEqual([{ field: 'creator', count: 1 }]);
  });

  it('of a file with one id twice takes the first and names the other', async () => {
    const desk = await deskOf();
    const items = [record({ bodyValue: '甲' }), record({ bodyValue: '乙' })];
    const { match } = await choose(desk, JSON.stringify(items));
    expect(match?.fresh.map(({ body }) => body.text)).toEqual(['甲']);
    expect(match?.refused).toMatchObject([
      { record: 2, label: 'http://example.org/1', reason: '编号与第 1 条相同' },
    ]);
  });

  it('that has been taken in by another window meanwhile does not come in again', async () => {
    const desk = await deskOf();
    const sent = note({ text: '新来的' }, { id: 'theirs' });
    await choose(desk, toJsonLd([sent]));
    desk.notes.getState().add([sent]);
    expect(desk.exchange.getState().accept(false)).toBe(0);
    await desk.settled();
    expect(desk.notes.getState().notes).toHaveLength(4);
  });

  it('asks for one file of at most 50 MB, and passes on why a larger or a vanished one was not read', async () => {
    const desk = await deskOf();
    const before = desk.hash();
    const faults: readonly Fault[] = [
      fileTooLarge('大.jsonld', 62 * 2 ** 20, 50 * 2 ** 20),
      { code: 'file-unreadable', subject: '文件“没了.jsonld”', reason: '读不到', remedy: '再选一次' },
    ];
    for (const fault of faults) {
      desk.chosen = fail(fault);
      await desk.exchange.getState().choose();
      expect(stepOf(desk)).toEqual({ step: 'failed', fault });
      desk.exchange.getState().dismiss();
    }
    expect(desk.asked).toEqual(Array(2).fill({ most: 50 * 2 ** 20, single: true }));
    expect(desk.hash()).toBe(before);
  });

  it('shows nothing where no file is chosen', async () => {
    const desk = await deskOf();
    await desk.exchange.getState().choose();
    expect(stepOf(desk)).toEqual({ step: 'idle' });
  });
});

const GBK = new Uint8Array([0x7b, 0x22, 0xc5, 0xfa, 0xd7, 0xa2, 0x22, 0x3a, 0x31, 0x7d]);
const UTF16 = new Uint8Array([0xff, 0xfe, ...[...'{}'].flatMap((each) => [each.charCodeAt(0), 0])]);
const good = toJsonLd([note({ text: '好的' }, { id: 'good' }), note({ text: '也好' }, { id: 'good-2' })]);

describe('a file that cannot be read', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /文件是空的/],
    ['only white space', ' \n\t', /文件是空的/],
    ['only a byte order mark', '\uFEFF', /文件是空的/],
    ['GB18030', GBK, /像是 GB18030（GBK）编码的文本.*另存为 UTF-8/],
    ['UTF-16', UTF16, /是 UTF-16 编码的文本.*另存为 UTF-8/],
    ['no text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0x00, 0x80]), /不是文本/],
    ['half a file', good.slice(0, -30), /不是完整的 JSON，到第 3 行断了/],
    ['trailing garbage', `${good}乱码`, /不是完整的 JSON，第 5 行有错/],
    ['NaN as an offset', good.replace(/"start":\d+/, '"start":NaN'), /不是完整的 JSON，第 2 行有错/],
    ['a page of HTML', '<!doctype html><p>请先登录</p>', /不是完整的 JSON/],
    ['a hundred thousand brackets', '['.repeat(100_000), /不是完整的 JSON/],
    ['a number', '7', /里面不是批注/],
    ['a backup of ours', '{"duidu":"backup","version":1}\n{"seq":1}', /不是完整的 JSON，第 2 行有错/],
    [
      'a collection whose notes are elsewhere',
      JSON.stringify({ type: 'AnnotationCollection', first: 'http://e.org/1' }),
      /批注本身在别的网址上/,
    ],
    ['a page without a list', JSON.stringify({ type: 'AnnotationPage', items: {} }), /没有批注的列表/],
    [
      'far too many notes',
      toJsonLd(Array.from({ length: 20_001 }, (_, index) => note({}, { id: `many-${index}`, targets: [] }))),
      /最多导入 2 万条/,
    ],
  ])('%s: named, with the reason, and not a byte of the notes changed', async (_, content, reason) => {
    const desk = await deskOf();
    const before = desk.hash();
    const { sentence } = await choose(desk, content);
    expect(sentence).toMatch(/^导入“同事的批注\.jsonld”：/);
    expect(sentence).toMatch(reason);
    expect(sentence).toContain('批注没有改动');
    await desk.settled();
    expect(desk.hash()).toBe(before);
    desk.exchange.getState().dismiss();
    expect((await choose(desk, good)).match?.fresh).toHaveLength(2);
  });

  it('is named as it is called, however naughty its name', async () => {
    const desk = await openDesk(openLibrary([]));
    for (const name of naughty.filter(Boolean))
      expect((await choose(desk, '{', name)).sentence.startsWith(`导入“${name}”：`), name).toBe(true);
  });
});

const deep = (depth: number): object => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as object;

describe('a record that cannot be taken', () => {
  it.each<[string, object | string, RegExp]>([
    ['reversed offsets', position(30, 10), /位置颠倒了：起点 30 在终点 10 之后/],
    ['a negative offset', position(-1, 4), /位置不是自然数：起点 -1/],
    ['NaN as JSON writes it', position(null, 4), /位置不是自然数：起点 null/],
    ['NaN in words', position('NaN', 4), /位置不是自然数：起点 NaN/],
    ['a huge offset', position(1, 1e300), /位置不是自然数：.*终点 1e\+300/],
    ['half an offset', position(0.5, 4), /位置不是自然数：起点 0\.5/],
    ['an object as offset', position({}, []), /位置不是自然数：起点 （一个对象），终点 （一组）/],
    [
      '__proto__',
      '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"http://example.org/1","type":"Annotation","__proto__":{"x":1},"target":"http://e.org/p"}',
      /字段名“__proto__”不能用/,
    ],
    [
      'constructor, deep in a body',
      record({ body: { value: '甲', 'x:y': { constructor: 1 } } }),
      /字段名“constructor”不能用/,
    ],
    ['too deep a nesting', record({ 'x:y': deep(70) }), /嵌套超过 64 层/],
    ['a million characters', record({ bodyValue: '长'.repeat(1_000_001) }), /超过 100 万字/],
    [
      'no context',
      record({ '@context': { '@vocab': 'http://www.w3.org/ns/oa#' } }),
      /没有写 W3C 批注的 @context/,
    ],
    ['an id in words', record({ id: '第一条' }), /编号 id 不是网址或 urn：第一条/],
    ['too long an id', record({ id: `urn:x:${'a'.repeat(200)}` }), /编号 id 超过 200 个字符/],
    ['another type', record({ type: 'Bookmark' }), /类型 type 不是 Annotation/],
    ['a day as time', record({ created: '2026-11-21' }), /created 不是带时区的日期时间：2026-11-21/],
    ['only an address', '"http://e.org/anno/7"', /只有网址，批注本身不在文件里/],
    ['a number', '7', /这一条不是批注/],
    ['nothing', 'null', /这一条不是批注/],
  ])(
    '%s: told with its number, its id and the reason, and the good ones beside it come in',
    async (_, bad, reason) => {
      const desk = await deskOf();
      const before = desk.hash();
      const text = typeof bad === 'string' ? bad : JSON.stringify(bad);
      const items = (JSON.parse(good) as { first: { items: readonly object[] } }).first.items;
      const { match } = await choose(
        desk,
        `[${JSON.stringify(items[0])},${text},${JSON.stringify(items[1])}]`,
      );
      expect(match?.file).toBe('同事的批注.jsonld');
      expect(match?.fresh).toHaveLength(2);
      expect(match?.refused).toHaveLength(1);
      const [refusal] = match?.refused ?? [];
      expect(refusal?.record).toBe(2);
      expect(refusal?.label).not.toBe('');
      expect(refusal?.reason).toMatch(reason);
      await desk.settled();
      expect(desk.hash()).toBe(before);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    },
  );

  it('of a collection that says it has more is missed by number', async () => {
    const desk = await deskOf();
    const file = { ...(JSON.parse(good) as object), total: 120 };
    expect((await choose(desk, JSON.stringify(file))).match).toMatchObject({ records: 2, announced: 120 });
  });

  it.each<[string, unknown]>([
    ['a string', CONTEXT],
    ['a list', [CONTEXT]],
    ['a list with terms of its own', [{ '@language': 'zh' }, CONTEXT, { ex: 'http://e.org/' }]],
  ])('is none where its context is %s', async (_, context) => {
    const desk = await deskOf();
    const { match } = await choose(desk, `\uFEFF${JSON.stringify(record({ '@context': context }))}`);
    expect(match?.fresh[0]?.targets).toEqual([{ ...passage('zhoukou-2025', QUOTE), source: '0'.repeat(64) }]);
  });
});

describe('given up', () => {
  /** Many notes, so that there is time to give up. */
  const many = toJsonLd(
    Array.from({ length: 3_000 }, (_, index) => note({ text: '多' }, { id: `many-${index}` })),
  );

  it('while it is read, an import leaves nothing behind and shows nothing later', async () => {
    const desk = await deskOf();
    const before = desk.hash();
    desk.chosen = fileOf('多.jsonld', many);
    const done = desk.exchange.getState().choose();
    await vi.waitFor(() => expect(stepOf(desk).step).toBe('working'));
    desk.exchange.getState().dismiss();
    await done;
    expect(stepOf(desk)).toEqual({ step: 'idle' });
    expect(desk.hash()).toBe(before);
  });

  it('while it is held against the notebook, it shows nothing later either', async () => {
    const desk = await deskOf(() => {
      const worker = exchangeWorker();
      // Once the file is read its worker ends, and the comparison begins, in slices.
      worker.terminate = () => void setTimeout(() => desk.exchange.getState().dismiss());
      return worker;
    });
    const steps = new Set<string>();
    desk.exchange.subscribe(({ state }) => steps.add(state.step));
    desk.chosen = fileOf('多.jsonld', many);
    await desk.exchange.getState().choose();
    expect([...steps]).toEqual(['working', 'idle']);
  });

  it('an export saves no file', async () => {
    const desk = await deskOf();
    const notes = Array.from({ length: 2_000 }, (_, index) => note({ text: '多' }, { id: `many-${index}` }));
    const done = desk.exchange.getState().save('docx', notes);
    await vi.waitFor(() => expect(stepOf(desk).step).toBe('working'));
    desk.exchange.getState().dismiss();
    expect(await done).toBeNull();
    expect(desk.files).toEqual([]);
    expect(stepOf(desk)).toEqual({ step: 'idle' });
  });
});

describe('an export', () => {
  it('tells how far it is in every format, saves the file and says where', async () => {
    const desk = await deskOf();
    const notes = Array.from({ length: 1_200 }, (_, index) => note({ text: '多' }, { id: `many-${index}` }));
    for (const format of ['jsonld', 'markdown', 'csv', 'docx'] as const) {
      const told: number[] = [];
      const stop = desk.exchange.subscribe(({ state }) => {
        if (state.step === 'working' && state.progress.of === 1_200) told.push(state.progress.done);
      });
      const words = await desk.exchange.getState().save(format, notes);
      stop();
      expect(words).toMatch(/^已导出 1200 条：\/下载\/批注-20261121\./);
      expect(
        told.filter((done) => done > 0),
        format,
      ).toEqual([500, 1_000]);
    }
    expect(desk.files.map(({ name }) => name.split('.').at(-1))).toEqual(['jsonld', 'md', 'csv', 'docx']);
  });

  it('that goes wrong says so and leaves the notes as they are', async () => {
    const desk = await deskOf(() => {
      const worker = exchangeWorker();
      const postMessage = worker.postMessage.bind(worker);
      worker.postMessage = (message, transfer) => {
        if (message.kind === 'call' && message.method === 'write')
          setTimeout(() => worker.onerror?.({ message: 'out of memory' }));
        else postMessage(message, transfer);
      };
      return worker;
    });
    const before = desk.hash();
    expect(await desk.exchange.getState().save('csv', [note()])).toBeNull();
    expect(stepOf(desk)).toMatchObject({
      step: 'failed',
      fault: { code: 'exchange-failed', detail: 'out of memory' },
    });
    expect(desk.files).toEqual([]);
    expect(desk.hash()).toBe(before);
  });
});
