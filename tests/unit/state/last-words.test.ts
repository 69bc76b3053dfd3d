import { describe, expect, it } from 'vitest';
import { createLastWords } from '../../../src/renderer/state/notes/last-words';
import { draft } from '../../helpers/journal-drafts';

const storage = () => {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
};

describe('the last words of a window that is torn away', () => {
  it('are found by the next one, with those of another window, each once', () => {
    const place = storage();
    const [one, other] = [draft('甲'), draft('乙')];
    const first = createLastWords(place);
    first.keep([one]);
    first.keep([one]);
    createLastWords(place).keep([other]);
    expect(createLastWords(place).left).toEqual([one, other]);
  });

  it('are forgotten once saved, but not what another window has left meanwhile', () => {
    const place = storage();
    createLastWords(place).keep([draft('甲')]);
    const next = createLastWords(place);
    createLastWords(place).keep([draft('乙')]);
    next.forget();
    expect(createLastWords(place).left).toHaveLength(2);
    createLastWords(place).forget();
    expect(createLastWords(place).left).toEqual([]);
  });

  it('are nothing where the storage is damaged or refuses', () => {
    const place = storage();
    for (const text of ['{', '[{"id":1}]', '"x"', 'null']) {
      place.map.set('duidu.last-words', text);
      expect(createLastWords(place).left).toEqual([]);
    }
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => createLastWords(full).keep([draft('甲')])).not.toThrow();
  });
});
