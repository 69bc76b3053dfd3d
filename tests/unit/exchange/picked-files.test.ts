import { describe, expect, it } from 'vitest';
import { readPicked } from '../../../src/renderer/host/browser-files';
import { faultSentence } from '../../../src/shared/fault';

const MEGABYTE = 2 ** 20;

/** A file as the browser hands it over; counts how often it is read. */
const fileOf = (
  name: string,
  size: number,
  bytes: Uint8Array<ArrayBuffer> | null = new Uint8Array([1, 2]),
) => {
  const file = {
    name,
    size,
    read: 0,
    arrayBuffer: () => {
      file.read += 1;
      return bytes
        ? Promise.resolve(bytes.buffer)
        : Promise.reject(new DOMException('gone', 'NotFoundError'));
    },
  };
  return file;
};

describe('files chosen in a browser', () => {
  it('come with name and bytes', async () => {
    expect(await readPicked([fileOf('批注.jsonld', 2)])).toEqual({
      ok: true,
      value: [{ name: '批注.jsonld', bytes: new Uint8Array([1, 2]) }],
    });
  });

  it('over the limit are refused unread, with name, size and what to do', async () => {
    const [small, large] = [fileOf('小.jsonld', 10), fileOf('大.jsonld', 62 * MEGABYTE)];
    const answer = await readPicked([small, large], 50 * MEGABYTE);
    expect(answer.ok ? '' : faultSentence(answer.fault)).toBe(
      '文件“大.jsonld”：有 62 MB，超过 50 MB。没有读它，什么都没有改动。请在导出它的程序里分成几个文件，再一个个打开',
    );
    expect([small.read, large.read]).toEqual([0, 0]);
    expect((await readPicked([fileOf('巨.jsonl', 101 * MEGABYTE)])).ok).toBe(false);
    expect((await readPicked([fileOf('刚好', 50 * MEGABYTE)], 50 * MEGABYTE)).ok).toBe(true);
  });

  it('that have gone meanwhile are named, with the reason', async () => {
    const answer = await readPicked([fileOf('搬走了.jsonld', 3, null)]);
    expect(answer.ok ? '' : faultSentence(answer.fault)).toMatch(
      /^文件“搬走了\.jsonld”：读不到.+请确认它还在原处/,
    );
  });
});
