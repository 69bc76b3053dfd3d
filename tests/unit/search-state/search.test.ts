import { describe, expect, it, vi } from 'vitest';
import { isComplete, spotsOf } from '../../../src/renderer/state/search/answer';
import { countNumbers } from '../../../src/renderer/state/search/number-filters';
import { PAGE, type SearchStore } from '../../../src/renderer/state/search/search';
import type { Annotation } from '../../../src/shared/report';
import { entryOf } from '../../helpers/catalog-entry';
import { openSearch, reports } from './shelf';

/** Waits until the store holds the answer to this query. */
const answered = (store: SearchStore, query: string) =>
  vi.waitFor(
    () => {
      const { answer } = store.getState();
      if (answer?.query !== query) throw new Error(`Not answered yet: ${query}`);
      return answer;
    },
    { interval: 1 },
  );

const textOf = (report: string): string => reports.find(({ id }) => id === report)?.clean ?? '';

const places = (text: string, phrase: string): readonly number[] =>
  [...text.matchAll(new RegExp(phrase, 'g'))].map(({ index }) => index);

const note = (text: string, tags: readonly string[], exact: string): Annotation => ({
  id: `note-${text}-${exact}`,
  body: { text, tags, colour: '藤黄', underline: false },
  targets: [
    {
      report: 'zhoukou-2025',
      source: '0'.repeat(64),
      position: { start: 10, end: 10 + exact.length },
      quote: { exact, prefix: '', suffix: '' },
      sentence: { text: exact, start: 10 },
    },
  ],
  created: '2026-11-20T10:00:00.000Z',
  modified: '2026-11-20T10:00:00.000Z',
});

describe('asking', () => {
  it('lists every place of a phrase in every report, and the counts say so', async () => {
    const { store } = await openSearch();
    store.getState().ask('高新技术企业');
    const answer = await answered(store, '高新技术企业');
    const exact = spotsOf(answer, 'text').filter(({ near }) => !near);
    const found = exact.map(({ report, range }) => `${report} ${range.start}`);
    const wanted = reports.flatMap(({ id, clean }) =>
      places(clean, '高新技术企业').map((start) => `${id} ${start}`),
    );
    expect(found.toSorted()).toEqual(wanted.toSorted());
    expect(answer.results.total.matches).toBe(wanted.length);
    expect(isComplete(answer.results)).toBe(true);
  });

  it('puts near places behind the exact ones, as many as are counted', async () => {
    const { store } = await openSearch();
    store.getState().ask('岗口货物吞吐量');
    const answer = await answered(store, '岗口货物吞吐量');
    const spots = spotsOf(answer, 'text');
    expect(answer.results.total.matches).toBe(0);
    expect(spots.length).toBeGreaterThan(0);
    expect(spots).toHaveLength(answer.results.near?.total.matches ?? -1);
    for (const { near, report, range } of spots) {
      expect(near).toBe(true);
      expect(textOf(report).slice(range.start, range.end)).toBe('港口货物吞吐量');
    }
  });

  it('finds numbers by name and year, and notes by their words, tags and passages', async () => {
    const notes = [
      note('三年里都要看', [], '港口货物吞吐量完成5205万吨'),
      note('港口要写成一节', [], '营商环境'),
      note('别的事', ['港口'], '养老'),
      note('无关', ['民生'], '养老'),
    ];
    const { store } = await openSearch(notes);
    store.getState().ask('港口');
    const { notes: found } = await answered(store, '港口');
    expect(found).toEqual(notes.slice(0, 3));
    store.getState().ask('港口货物吞吐量 2024');
    const { numbers } = await answered(store, '港口货物吞吐量 2024');
    expect(numbers.length).toBeGreaterThan(0);
    expect(
      numbers.every(({ indicator, period }) => indicator.includes('港口') && period.includes('2024')),
    ).toBe(true);
  });

  it('narrows the numbers found by kind, year, place and topic, counts them under the other filters, and widens', async () => {
    const { store } = await openSearch();
    store.getState().ask('港口');
    const { allNumbers } = await answered(store, '港口');
    const kinds = countNumbers(allNumbers, {}, 'kinds');
    expect(kinds.map(({ value }) => value).toSorted()).toEqual(['result', 'target']);
    expect(kinds.reduce((sum, { exact }) => sum + exact, 0)).toBe(allNumbers.length);
    store.getState().select(1);
    store.getState().narrowNumbers({ kinds: ['target'] });
    expect(store.getState().current).toBe(0);
    const { answer } = store.getState();
    expect(answer?.numbers).toEqual(allNumbers.filter(({ kind }) => kind === 'target'));
    expect(answer?.allNumbers).toEqual(allNumbers);
    for (const { value, exact } of countNumbers(allNumbers, { kinds: ['target'] }, 'periods'))
      expect(exact).toBe(
        allNumbers.filter(({ kind, period }) => kind === 'target' && period.slice(-4) === value).length,
      );
    store.getState().narrowNumbers({});
    expect(store.getState().answer?.numbers).toEqual(allNumbers);
  });

  it('forgets its answer when the box is emptied, also while one is on its way', async () => {
    const { store, state, open } = await openSearch();
    store.getState().ask('港口');
    await answered(store, '港口');
    state.held = true;
    store.getState().ask('港口货物');
    store.getState().ask('');
    expect(store.getState().answer).toBeNull();
    open();
    await vi.waitFor(() => expect(store.getState().query).toBe(''));
    expect(store.getState().answer).toBeNull();
  });
});

describe('a newer question', () => {
  it('takes the place of those that wait, and no older answer replaces its own', async () => {
    const { store, asked, state, open } = await openSearch();
    state.held = true;
    for (const query of ['港', '港口', '港口货', '港口货物']) store.getState().ask(query);
    await vi.waitFor(() => expect(asked).toEqual(['港']));
    const seen: string[] = [];
    store.subscribe(({ answer }) => answer && seen.push(answer.query));
    state.held = false;
    open();
    await answered(store, '港口货物');
    expect(asked).toEqual(['港', '港口货物']);
    expect(new Set(seen)).toEqual(new Set(['港口货物']));
  });

  it('is asked again where a question of the find bar overtook it', async () => {
    const { store, asked, state } = await openSearch();
    state.overtaken = 1;
    store.getState().ask('港口');
    const answer = await answered(store, '港口');
    expect(asked).toEqual(['港口', '港口']);
    expect(answer.results.total.matches).toBeGreaterThan(0);
    expect(store.getState().fault).toBeNull();
  });

  it('clears the fault of an older one', async () => {
    const { store, state } = await openSearch();
    state.broken = true;
    store.getState().ask('港口');
    await vi.waitFor(() => expect(store.getState().fault?.reason).toBe('搜索时出错'));
    expect(store.getState().answer).toBeNull();
    state.broken = false;
    store.getState().ask('营商环境');
    await answered(store, '营商环境');
    expect(store.getState().fault).toBeNull();
  });
});

describe('walking', () => {
  it('goes over reports, from the last place to the first and back', async () => {
    const { store } = await openSearch();
    store.getState().ask('高新技术企业');
    const spots = spotsOf(await answered(store, '高新技术企业'), 'text');
    const walked = spots.map(() => store.getState().step(1));
    expect(walked).toEqual([...spots.slice(1), ...spots.slice(0, 1)]);
    expect(store.getState().step(-1)).toEqual(spots.at(-1));
    expect(new Set(walked.map((spot) => spot?.report)).size).toBeGreaterThan(2);
  });

  it('has nowhere to go before anything is found', async () => {
    const { store } = await openSearch();
    expect(store.getState().step(1)).toBeNull();
  });
});

describe('pages', () => {
  const COMMON = '的|发展|建设|新|市|全|大|年';

  it('come one after the other until every hit is there, each once', async () => {
    const { store } = await openSearch();
    store.getState().ask(COMMON);
    const first = await answered(store, COMMON);
    expect(first.results.hits).toHaveLength(PAGE);
    expect(isComplete(first.results)).toBe(false);
    store.getState().more();
    store.getState().more();
    await vi.waitFor(() => {
      const results = store.getState().answer?.results;
      if (!results || !isComplete(results)) {
        store.getState().more();
        throw new Error('More to come');
      }
    });
    const { results } = await answered(store, COMMON);
    const ids = results.hits.map(({ passage }) => passage.id);
    expect(new Set(ids).size).toBe(results.total.passages);
    expect(ids).toHaveLength(results.total.passages);
    expect(results.hits.flatMap(({ matches }) => matches)).toHaveLength(results.total.matches);
  });
});

describe('narrowing', () => {
  it('keeps to the chosen years, and widens again', async () => {
    const { store } = await openSearch();
    store.getState().ask('高新技术企业');
    const before = (await answered(store, '高新技术企业')).results.total.matches;
    store.getState().narrow({ years: [2024] });
    await vi.waitFor(() => expect(store.getState().answer?.results.total.reports).toBe(1));
    const answer = await answered(store, '高新技术企业');
    expect(new Set(spotsOf(answer, 'text').map(({ report }) => report))).toEqual(new Set(['chuanhui-2024']));
    store.getState().narrow({});
    await vi.waitFor(() => expect(store.getState().answer?.results.total.matches).toBe(before));
  });
});

describe('the library', () => {
  it('is searched anew when a report is put on the shelf while a query stands', async () => {
    const { store, library, source, asked } = await openSearch([], reports.slice(0, 2));
    store.getState().ask('企业');
    const first = await answered(store, '企业');
    const before = first.results.total.matches;
    expect(first.searched).toBe(2);
    source.setEntries(reports.map(entryOf));
    await library.getState().study(reports.map(({ id }) => id));
    await vi.waitFor(() => expect(store.getState().answer?.results.total.matches).toBeGreaterThan(before));
    expect(store.getState().answer?.searched).toBe(reports.length);
    expect(new Set(asked)).toEqual(new Set(['企业']));
  });
});

describe('finding in one report', () => {
  it.each(['增长', '高质量发展', '5205', '“三个一批”', '（一）', '-', '|'])(
    'gives every place of %j, with signs of the query language as plain characters',
    async (phrase) => {
      const { store } = await openSearch();
      for (const { id, clean } of reports) {
        const hits = await store.getState().findIn(id, phrase);
        for (const { start, end } of hits) expect(end).toBeGreaterThan(start);
        const literal = phrase.replace(/[()|[\]{}+*?.\\^$-]/g, '\\$&');
        const wanted = places(clean, literal);
        expect(hits.map(({ start }) => start)).toEqual(expect.arrayContaining([...wanted]));
        if (/^[\p{Script=Han}]+$/u.test(phrase)) expect(hits).toHaveLength(wanted.length);
      }
    },
  );

  it('finds nothing for blanks', async () => {
    const { store } = await openSearch();
    expect(await store.getState().findIn('zhoukou-2025', '  ')).toEqual([]);
    expect(await store.getState().findIn('zhoukou-2025', '')).toEqual([]);
  });
});

describe('recent searches', () => {
  it('outlive the window', async () => {
    const { store, storage } = await openSearch();
    store.getState().ask('港口');
    store.getState().remember();
    store.getState().keep('营商环境', true);
    expect(storage.getItem('duidu.searches')).toBe('{"recent":["港口"],"saved":["营商环境"]}');
  });
});
