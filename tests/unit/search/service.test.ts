import { describe, expect, it } from 'vitest';
import type { SearchReply } from '../../../src/renderer/workers/search-protocol';
import { createSearchService } from '../../../src/renderer/workers/search-service';
import { passagesFrom } from './library';

/** A service whose messages are read one after the other, and whose later tasks run when asked. */
function service() {
  const replies: SearchReply[] = [];
  const tasks: (() => void)[] = [];
  const send = createSearchService({
    reply: (reply) => replies.push(reply),
    later: (task) => tasks.push(task),
  });
  return { send, replies, run: () => tasks.splice(0).forEach((task) => task()) };
}

const found = (reply: SearchReply | undefined): number | string =>
  reply?.type === 'answer' && reply.result.ok ? reply.result.value.total.matches : (reply?.type ?? 'none');

describe('the search service', () => {
  it('answers the newest of several questions and tells the others that they are overtaken', () => {
    const { send, replies, run } = service();
    send({ type: 'put', report: 'r', passages: passagesFrom(['港口货物吞吐量', '港口']) });
    send({ type: 'search', id: 1, query: '港', options: {} });
    send({ type: 'search', id: 2, query: '港口', options: {} });
    send({ type: 'search', id: 3, query: '港口货', options: {} });
    run();
    expect(replies.map(({ type, id }) => [type, id])).toEqual([
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

  it('begins with a stored index, and without one that fits builds its own', () => {
    const passages = passagesFrom(['港口货物吞吐量', '港口']);
    const first = service();
    first.send({ type: 'put', report: 'r', passages });
    first.send({ type: 'pack', id: 1 });
    const [packed] = first.replies;
    if (packed?.type !== 'packed') throw new Error('no index came back');
    for (const stored of [packed.index, { version: -1 }]) {
      const { send, replies, run } = service();
      send({ type: 'restore', stored, passages: packed.passages });
      send({ type: 'search', id: 1, query: '港口', options: {} });
      run();
      expect(found(replies[0])).toBe(2);
    }
  });
});
