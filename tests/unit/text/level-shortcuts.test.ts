import { describe, expect, it } from 'vitest';
import { shadowOf as anchorShadow } from '../../../src/shared/anchor/shadow';
import { foldCode } from '../../../src/shared/compare/fold';
import { compact } from '../../../src/shared/figures/token/compact';
import { CLUSTER, DROPPED, SPACE, foldingTable } from '../../../src/shared/search/characters';
import { dropInvisible, foldCharacter } from '../../../src/shared/text';

/** Every UTF-16 unit that is a character by itself. */
const UNITS = Array.from({ length: 0x10000 }, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);

/** Units of which a room makes something else than the level says, as hex, the first few. */
const others = (differs: (char: string, code: number) => boolean): readonly string[] =>
  UNITS.filter((code) => differs(String.fromCharCode(code), code)).map((code) => code.toString(16));

/**
 * The rooms fold most characters by a shortcut: search by a table that passes over Han, figures by width alone, anchor
 * by leaving Han and ASCII as they are. The shortcut must be the level.
 */
describe('the shortcuts of the rooms are the levels', () => {
  it('anchor', () => {
    const level = (char: string): string =>
      dropInvisible(foldCharacter('anchor', char)).replace(/\p{White_Space}/gu, '');
    expect(others((char) => anchorShadow(char).text !== level(char))).toEqual([]);
  });

  it('search', () => {
    const table = foldingTable();
    expect(
      others((char, code) => {
        const unit = table[code] ?? DROPPED;
        if (unit === DROPPED) return dropInvisible(char) !== '';
        if (unit === SPACE) return !/^\s$/.test(char);
        return unit !== CLUSTER && foldCharacter('search', char) !== String.fromCharCode(unit);
      }),
    ).toEqual([]);
  });

  it('figures', () => {
    const range = { start: 0, end: 1 };
    expect(
      others((char) => {
        const { text } = compact(char, range);
        return text !== '' && text !== foldCharacter('figures', char).charAt(0);
      }),
    ).toEqual([]);
  });

  it('compare', () => {
    expect(
      others((char, code) => {
        const folded = foldCode(code);
        const first = dropInvisible(foldCharacter('compare', char)).charCodeAt(0);
        return folded !== 0 && folded !== code && folded !== first;
      }),
    ).toEqual([]);
  });
});
