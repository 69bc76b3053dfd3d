import { describe, expect, it } from 'vitest';
import { flatten, unflatten } from '../../../src/renderer/store/segment-bytes';

const record = {
  version: 3,
  reports: [{ report: 'a' }],
  plain: Uint8Array.of(1, 0, 1),
  units: Uint16Array.of(7, 65_535, 9),
  facts: Uint32Array.of(4_294_967_295, 2),
  bytes: new Uint8Array(0),
};

describe('the arrays of a segment, end to end', () => {
  it('come back as they were, odd lengths and empty ones too', async () => {
    expect(await unflatten(flatten(record))).toEqual(record);
  });

  it('lie in one buffer', async () => {
    const back = await unflatten(flatten(record));
    const buffers = new Set(['plain', 'units', 'facts'].map((name) => (back?.[name] as Uint8Array).buffer));
    expect(buffers.size).toBe(1);
  });

  it('are refused where bytes are wanting', async () => {
    const flat = flatten(record);
    expect(await unflatten({ ...flat, bytes: flat.bytes.slice(0, 5) })).toBeNull();
  });
});
