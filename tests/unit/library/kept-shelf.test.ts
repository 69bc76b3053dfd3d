import { describe, expect, it } from 'vitest';
import { createKeptShelf } from '../../../src/renderer/library';
import type { CatalogEntry } from '../../../src/shared/report';

const entry: CatalogEntry = {
  id: 'own-01jz0000000000000000000000',
  file: '博野县2024.docx',
  sha256: 'a'.repeat(64),
  place: '博野县',
  year: 2024,
  genre: '全文',
  title: '博野县政府工作报告',
};

const memoryStorage = (room = Infinity) => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
};

describe('the shelf as it stood last time', () => {
  it('comes back as it was', () => {
    const storage = memoryStorage();
    createKeptShelf(storage).write([entry, { ...entry, id: 'own-02', genre: '摘编' }]);
    expect(createKeptShelf(storage).read()).toEqual([entry, { ...entry, id: 'own-02', genre: '摘编' }]);
  });

  it('is empty where nothing, nonsense or something else is kept', () => {
    for (const text of [
      null,
      '',
      '{}',
      '[1]',
      '[["a","b","c","d","2024","全文","t"]]',
      '[["a","b","c","d",2024,"诗","t"]]',
    ]) {
      const storage = memoryStorage();
      if (text !== null) storage.setItem('duidu-own-shelf', text);
      expect(createKeptShelf(storage).read()).toEqual([]);
    }
  });

  it('is not that of an earlier time where a later one found no room, or nothing is left', () => {
    const storage = memoryStorage(200);
    const shelf = createKeptShelf(storage);
    shelf.write([{ ...entry, sha256: '' }]);
    expect(shelf.read()).toHaveLength(1);
    shelf.write([entry, entry]);
    expect(shelf.read()).toEqual([]);
    shelf.write([{ ...entry, sha256: '' }]);
    shelf.write([]);
    expect(storage.kept.size).toBe(0);
  });
});
