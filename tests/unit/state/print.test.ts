import { describe, expect, it } from 'vitest';
import { createPrintPreferences, paperOf, readPreferences } from '../../../src/renderer/state/compare/print';
import { DEFAULT_PAPER, DEFAULT_PARTS } from '../../../src/shared/sheet';

const storage = (text: string | null) => {
  let held = text;
  return { getItem: () => held, setItem: (_: string, next: string) => void (held = next), read: () => held };
};

describe('how the reader likes sheets', () => {
  it.each([null, '', '{', '[]', 'null', '{"parts":7,"size":"B5","fontSize":-1,"grey":"yes"}'])(
    'begins with the usual sheet where storage holds %s',
    (text) => {
      const preferences = readPreferences(text);
      expect(paperOf(preferences)).toEqual(DEFAULT_PAPER);
      expect(preferences.parts).toEqual(DEFAULT_PARTS);
    },
  );

  it('keeps each field that can be read, parts in the order of print and each once', () => {
    const text = '{"parts":["notes","matrix","matrix"],"size":"A3","margins":"nowhere"}';
    expect(readPreferences(text)).toMatchObject({
      parts: ['matrix', 'notes'],
      size: 'A3',
      margins: 'binding',
    });
  });

  it('remembers what is changed, and goes on where nothing can be remembered', () => {
    const kept = storage(null);
    createPrintPreferences(kept).getState().change({ size: 'A3', parts: [] });
    expect(readPreferences(kept.read())).toMatchObject({ size: 'A3', parts: [] });
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const store = createPrintPreferences(full);
    store.getState().change({ orientation: 'landscape' });
    expect(store.getState().orientation).toBe('landscape');
  });
});
