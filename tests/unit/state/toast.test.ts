import { describe, expect, it } from 'vitest';
import { createToast } from '../../../src/renderer/state/toast';

describe('messages', () => {
  it('are told apart, also where one follows another that has gone', () => {
    const toast = createToast();
    const serials = ['甲', '乙', '丙'].map((text) => {
      toast.getState().show({ text });
      const { message } = toast.getState();
      if (text === '乙') toast.getState().dismiss();
      return message?.serial;
    });
    expect(new Set(serials).size).toBe(3);
  });
});
