import { describe, expect, it } from 'vitest';
import { flatten, sizeOfParts, unflatten } from '../../../src/renderer/store/segment-bytes';

const record = {
  version: 3,
  reports: [{ report: 'a' }],
  plain: Uint8Array.of(1, 0, 1),
  units: Uint16Array.of(7, 65_535, 9),
  facts: Uint32Array.of(4_294_967_295, 2),
  bytes: new Uint8Array(0),
};

const joined = (bytes: readonly Uint8Array<ArrayBuffer>[]): Promise<ArrayBuffer> =>
  new Blob([...bytes]).arrayBuffer();

describe('the arrays of a segment, end to end', () => {
  it('come back as they were, odd lengths and empty ones too', async () => {
    const { bytes, ...flat } = flatten(record);
    expect(unflatten(flat, await joined(bytes))).toEqual(record);
    expect(sizeOfParts(flat.parts)).toBe((await joined(bytes)).byteLength);
  });

  it('lie in one buffer', async () => {
    const { bytes, ...flat } = flatten(record);
    const back = unflatten(flat, await joined(bytes));
    const buffers = new Set(['plain', 'units', 'facts'].map((name) => (back?.[name] as Uint8Array).buffer));
    expect(buffers.size).toBe(1);
  });

  it('are refused where bytes are wanting', async () => {
    const { bytes, ...flat } = flatten(record);
    expect(unflatten(flat, (await joined(bytes)).slice(0, 5))).toBeNull();
  });
});
