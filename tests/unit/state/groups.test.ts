import { describe, expect, it } from 'vitest';
import { bookmarkPort, createBookmarks } from '../../../src/renderer/state/library/bookmarks';
import { createGroups, groupPort, readGroups, withGroups } from '../../../src/renderer/state/library/groups';

const memory = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
};

describe('groups of the reader’s own', () => {
  it('are there again after a restart, with their places and what is pinned', () => {
    const storage = memory();
    const groups = createGroups(storage).getState();
    const id = groups.make(' 内河港 ', ['周口市', '亳州市', '周口市']);
    groups.toggle(id, '阜阳市');
    groups.toggle(id, '亳州市');
    groups.togglePin('周口市');
    groups.togglePin('川汇区');
    const { list, pins } = createGroups(storage).getState();
    expect(list).toEqual([{ id, name: '内河港', places: ['周口市', '阜阳市'] }]);
    expect(pins).toEqual(['川汇区', '周口市']);
  });

  it('of one name are one, and a taken name is given to no other', () => {
    const store = createGroups(memory());
    const first = store.getState().make('甲', ['周口市']);
    expect(store.getState().make('甲', ['亳州市'])).toBe(first);
    const second = store.getState().make('乙', ['商水县']);
    store.getState().rename(second, '甲');
    expect(store.getState().list.map(({ name, places }) => [name, places])).toEqual([
      ['甲', ['周口市', '亳州市']],
      ['乙', ['商水县']],
    ]);
    expect(store.getState().make('  ', ['周口市'])).toBe('');
  });

  it('come back on 撤销', () => {
    const store = createGroups(memory());
    const id = store.getState().make('甲', ['周口市']);
    const before = store.getState();
    store.getState().remove(id);
    expect(store.getState().list).toEqual([]);
    store.getState().restore(before);
    expect(store.getState().list).toEqual(before.list);
  });

  it('move to another computer, where nothing of its own is lost', () => {
    const here = createGroups(memory());
    here.getState().make('甲', ['周口市']);
    here.getState().togglePin('周口市');
    const packed = groupPort(here).pack();
    const there = createGroups(memory());
    there.getState().make('甲', ['亳州市']);
    const port = groupPort(there);
    expect(port.missing(packed)).toBe(1);
    port.add(packed);
    expect(port.missing(packed)).toBe(0);
    expect(there.getState().list.map(({ places }) => places)).toEqual([['亳州市', '周口市']]);
    expect(there.getState().pins).toEqual(['周口市']);
    expect(groupPort(createGroups(memory())).pack()).toBe('');
  });

  it('go in one text with the bookmarks, which an older version reads', () => {
    const bookmark = { report: 'zhoukou-2025', start: 10, words: '港口' };
    const marks = createBookmarks(memory());
    marks.getState().toggle(bookmark);
    const here = createGroups(memory());
    here.getState().make('甲', ['周口市']);
    const packed = withGroups(bookmarkPort(marks), groupPort(here)).pack();
    expect(bookmarkPort(createBookmarks(memory())).missing(packed)).toBe(1);
    const [marksThere, there] = [createBookmarks(memory()), createGroups(memory())];
    const port = withGroups(bookmarkPort(marksThere), groupPort(there));
    expect(port.missing(packed)).toBe(2);
    port.add(packed);
    expect(marksThere.getState().list).toEqual([bookmark]);
    expect(there.getState().list.map(({ name }) => name)).toEqual(['甲']);
    expect([port.missing(packed), port.missing(''), port.missing('x')]).toEqual([0, 0, 0]);
  });

  it('that cannot be read cost the groups alone', () => {
    expect(readGroups('{"list":[{"id":1}]}')).toEqual({ list: [], pins: [] });
    expect(readGroups('x')).toEqual({ list: [], pins: [] });
  });
});
