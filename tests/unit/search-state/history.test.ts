import { describe, expect, it } from 'vitest';
import {
  createHistory,
  readHistory,
  withRecent,
  withSaved,
} from '../../../src/renderer/state/search/history';

const NOTHING = { recent: [], saved: [] };

describe('recent and saved searches', () => {
  it.each([null, '', '{', '[]', '"港口"', '{"recent":"港口","saved":[1,2]}', '{"recent":[""]}'])(
    'reads %j as an empty history',
    (stored) => expect(readHistory(stored)).toEqual(NOTHING),
  );

  it('keeps a readable list beside a damaged one', () => {
    expect(readHistory('{"recent":[7],"saved":["营商环境"]}')).toEqual({ recent: [], saved: ['营商环境'] });
  });

  it('puts the newest query first, once, and keeps eight', () => {
    const queries = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', ' 乙 '];
    const { recent } = queries.reduce(withRecent, NOTHING);
    expect(recent).toEqual(['乙', '壬', '辛', '庚', '己', '戊', '丁', '丙']);
  });

  it('offers neither blanks nor pasted pages again', () => {
    expect(withRecent(NOTHING, '  ')).toEqual(NOTHING);
    expect(withRecent(NOTHING, '港'.repeat(61))).toEqual(NOTHING);
    expect(withSaved(NOTHING, '港'.repeat(61), true)).toEqual(NOTHING);
  });

  it('saves a query and lets it go again', () => {
    const saved = withSaved(withSaved(NOTHING, '港口', true), '营商环境', true);
    expect(saved.saved).toEqual(['港口', '营商环境']);
    expect(withSaved(saved, '港口', false).saved).toEqual(['营商环境']);
  });

  it('lives on in storage, and a storage that is full costs nothing but the list', () => {
    const kept = new Map<string, string>();
    const shelf = createHistory({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    });
    shelf.setState({ recent: ['港口'], saved: ['确保'] });
    expect(readHistory(kept.get('duidu.searches') ?? null)).toEqual({ recent: ['港口'], saved: ['确保'] });
    expect(kept.get('duidu.searches')).toBe('{"recent":["港口"],"saved":["确保"]}');
    const full = createHistory({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(full.getState()).toEqual(NOTHING);
    expect(() => full.setState({ recent: ['港口'], saved: [] })).not.toThrow();
    expect(full.getState().recent).toEqual(['港口']);
  });
});
