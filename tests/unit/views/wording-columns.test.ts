import { describe, expect, it } from 'vitest';
import { readWordLists, withWord, createWordingChoices } from '../../../src/renderer/state/compare/wording';
import {
  countColumns,
  droppedWords,
  freshWords,
  sourcesWords,
  type Source,
} from '../../../src/renderer/views/wording/columns';
import { DEFAULT_DICTIONARY, DEFAULT_STOP_WORDS } from '../../../src/shared/compare';
import { bundledReports } from '../../helpers/bundled-reports';
import catalog from '../../../resources/reports/catalog.json';
import type { Catalog } from '../../../src/shared/report';

const sources = (...ids: readonly string[]): readonly Source[] =>
  ids.flatMap((id) => {
    const entry = (catalog as Catalog).find((one) => one.id === id);
    const report = bundledReports().find((one) => one.id === id);
    return entry && report ? [{ entry, report }] : [];
  });

describe('columns of counts', () => {
  const zhoukou = sources('zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025');

  it('have a place for the year that is missing between two', () => {
    expect(countColumns(zhoukou)).toEqual([
      { label: '2022', source: 0 },
      { label: '2023', source: 1 },
      { label: '2024', source: null },
      { label: '2025', source: 2 },
    ]);
    expect(sourcesWords(zhoukou)).toBe('周口市 2022、2023、2025 年报告　缺 2024 年');
  });

  it('name what is new and what is gone by years', () => {
    expect(freshWords(zhoukou)).toBe('2025 年有，2022、2023 年没有');
    expect(droppedWords(zhoukou)).toBe('2022 或 2023 年有，2025 年没有');
  });

  it('name the places where they differ, and draw no year between', () => {
    const mixed = sources('chuanhui-2024', 'zhoukou-2025');
    expect(countColumns(mixed).map(({ label }) => label)).toEqual(['川汇区 2024', '周口市 2025']);
    expect(sourcesWords(mixed)).toBe('川汇区 2024、周口市 2025');
  });
});

describe('the list of words not to look at', () => {
  const memory = (text: string | null = null) => {
    const held = { text };
    return {
      held,
      getItem: () => held.text,
      setItem: (_: string, value: string) => {
        held.text = value;
      },
    };
  };

  it('is kept, and read back the same', () => {
    const storage = memory();
    const { getState } = createWordingChoices(storage);
    getState().choose({ stopWords: withWord(getState().stopWords, ' “链主” ') });
    expect(readWordLists(storage.held.text).stopWords).toEqual([...DEFAULT_STOP_WORDS, '链主']);
  });

  it.each([null, '', '{', '[]', '{"stopWords":[1]}', '{"stopWords":"链主"}'])(
    'is ours where storage holds %j',
    (text) => {
      expect(readWordLists(text)).toEqual({ stopWords: DEFAULT_STOP_WORDS, listed: DEFAULT_DICTIONARY });
    },
  );

  it('takes no word twice, and no empty one', () => {
    expect(withWord(['链主'], '链主')).toEqual(['链主']);
    expect(withWord(['链主'], ' “” ')).toEqual(['链主']);
  });
});
