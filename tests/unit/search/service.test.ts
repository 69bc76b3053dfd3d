import { describe, expect, it } from 'vitest';
import type { SearchReply } from '../../../src/renderer/workers/search-protocol';
import { createSearchService } from '../../../src/renderer/workers/search-service';
import { passagesFrom } from './library';

/** A service whose messages are read one after the other, and whose later tasks run when asked. */
function service() {
  const replies: SearchReply[] = [];
  const tasks: (() => void)[] = [];
  let rest: (() => void) | null = null;
  const send = createSearchService({
    reply: (reply) => replies.push(reply),
    later: (task) => tasks.push(task),
    idle: (task) => (rest = task),
  });
  return {
    send,
    replies,
    run: () => tasks.splice(0).forEach((task) => task()),
    rest: () => rest?.(),
  };
}

const found = (reply: SearchReply | undefined): number | string =>
  reply?.type === 'answer' && reply.result.ok
    ? reply.result.value.results.total.matches
    : (reply?.type ?? 'none');

describe('the search service', () => {
  it('answers the newest of several questions and tells the others that they are overtaken', () => {
    const { send, replies, run } = service();
    send({ type: 'put', report: 'r', passages: passagesFrom(['港口货物吞吐量', '港口']) });
    send({ type: 'search', id: 1, query: '港', options: {} });
    send({ type: 'search', id: 2, query: '港口', options: {} });
    send({ type: 'search', id: 3, query: '港口货', options: {} });
    run();
    expect(replies.map((reply) => [reply.type, 'id' in reply && reply.id])).toEqual([
      ['superseded', 1],
      ['superseded', 2],
      ['answer', 3],
    ]);
    expect(found(replies[2])).toBe(1);
  });

  it('searches what was put last, be it few reports or many', () => {
    const { send, replies, run } = service();
    for (let at = 0; at < 9; at++) {
      send({ type: 'put', report: `r${at}`, passages: passagesFrom(['港口'], { report: `r${at}` }) });
    }
    send({ type: 'search', id: 1, query: '港口', options: {} });
    run();
    send({ type: 'put', report: 'r0', passages: [] });
    send({ type: 'put', report: 'r1', passages: passagesFrom(['港口港口'], { report: 'r1' }) });
    send({ type: 'search', id: 2, query: '港口', options: {} });
    run();
    expect(replies.map(found)).toEqual([9, 9]);
  });

  it('hands over its index once it rests, and begins with it the next time', () => {
    const passages = passagesFrom(['港口货物吞吐量', '港口']);
    const first = service();
    first.send({ type: 'put', report: 'r', passages });
    first.send({ type: 'search', id: 1, query: '港口', options: {} });
    first.run();
    first.rest();
    first.rest();
    expect(first.replies.map(({ type }) => type)).toEqual(['answer', 'packed']);
    const packed = first.replies[1];
    const index = packed?.type === 'packed' ? structuredClone(packed.index) : null;
    const [segment] = index?.segments ?? [];
    const damaged = { ...index, segments: [{ ...segment, bytes: segment?.bytes.map((byte) => byte + 1) }] };
    for (const [stored, kept] of [
      [index, ['answer']],
      [damaged, ['answer', 'packed']],
      ['not an index', ['answer', 'packed']],
    ] as const) {
      const { send, replies, run, rest } = service();
      send({ type: 'restore', stored });
      send({ type: 'put', report: 'r', passages });
      send({ type: 'search', id: 1, query: '港口', options: {} });
      run();
      rest();
      expect(found(replies[0])).toBe(2);
      expect(replies.map(({ type }) => type)).toEqual(kept);
    }
  });

  it('keeps the index again when a report was put in or taken out', () => {
    const { send, replies, run, rest } = service();
    for (const [at, lines] of [['港口'], ['港口港口'], []].entries()) {
      send({ type: 'put', report: `r${at % 2}`, passages: passagesFrom(lines, { report: `r${at % 2}` }) });
      send({ type: 'search', id: at, query: '港口', options: {} });
      run();
      rest();
    }
    expect(replies.map(({ type }) => type)).toEqual(Array(3).fill(['answer', 'packed']).flat());
    expect([0, 2, 4].map((at) => found(replies[at]))).toEqual([1, 3, 2]);
  });
});
