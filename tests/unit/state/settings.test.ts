import { describe, expect, it } from 'vitest';
import { createSettings, lineHeight, readSettings } from '../../../src/renderer/state/settings';

const memoryStorage = (initial: string | null = null) => {
  let held = initial;
  return { getItem: () => held, setItem: (_: string, value: string) => void (held = value) };
};

describe('settings', () => {
  it('start with the look of the paper', () => {
    expect(readSettings(null)).toEqual({
      theme: 'system',
      face: 'song',
      size: 18,
      leading: 'normal',
      measure: 38,
      indent: true,
      citation: 'official',
    });
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"size":17,"theme":"neon","__proto__":{"x":1}}'])(
    'fall back where storage holds %j',
    (stored) => {
      expect(readSettings(stored)).toEqual(readSettings(null));
    },
  );

  it('keep the good fields of a damaged record', () => {
    expect(readSettings('{"size":22,"theme":7}')).toMatchObject({ size: 22, theme: 'system' });
  });

  it('survive a restart', () => {
    const storage = memoryStorage();
    createSettings(storage).getState().change({ theme: 'sepia', measure: 34 });
    expect(createSettings(storage).getState()).toMatchObject({ theme: 'sepia', measure: 34, size: 18 });
  });

  it('give line heights on the grid', () => {
    expect(lineHeight({ ...readSettings(null), size: 20, leading: 'loose' })).toBe(40);
  });
});
