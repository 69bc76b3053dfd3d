import { describe, expect, it } from 'vitest';
import { bookmarkAt, bookmarkRange, createBookmarks } from '../../../src/renderer/state/library/bookmarks';
import { bundledReports } from '../../helpers/bundled-reports';

const storage = (text: string | null = null) => {
  let kept = text;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
};

const report = bundledReports().find(({ id }) => id === 'zhoukou-2025');
if (!report) throw new Error('zhoukou-2025 is not bundled.');

describe('bookmarks', () => {
  it('are set and taken away at one place, and are there after a restart', () => {
    const place = storage();
    const { toggle } = createBookmarks(place).getState();
    const [first, second] = report.paragraphs.slice(3, 5).map(({ range }) => bookmarkAt(report, range));
    if (!first || !second) throw new Error('The report has no paragraphs.');
    expect([toggle(first), toggle(second), toggle(first)]).toEqual([true, true, false]);
    expect(createBookmarks(place).getState().list).toEqual([second]);
  });

  it('find their words again in a text that has grown before them, and say when they are gone', () => {
    const paragraph = report.paragraphs[8]?.range ?? { start: 0, end: 0 };
    const bookmark = bookmarkAt(report, paragraph);
    const longer = { ...report, clean: `多出来的一段。\n${report.clean}` };
    const found = bookmarkRange(longer, bookmark);
    expect(longer.clean.slice(found?.start, found?.end)).toBe(bookmark.words);
    expect(bookmarkRange(report, bookmark)?.start).toBe(paragraph.start);
    expect(bookmarkRange({ ...report, clean: '别的文字' }, bookmark)).toBeNull();
  });

  it('cost themselves, not the start, where the record is damaged', () => {
    for (const text of ['', '{', 'null', '{"list":[{"report":1}]}', '[]'])
      expect(createBookmarks(storage(text)).getState().list).toEqual([]);
  });
});
