import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { connect, searchArchive } from '../../../src/renderer/store';
import { createIndex, packIndex, restoreIndex } from '../../../src/shared/search';
import { passagesFrom } from '../search/library';

it('keeps the search index over a restart, and answers null where there is none or no database', async () => {
  const reports = new Map([['r', passagesFrom(['港口货物吞吐量', '港口'], { report: 'r' })]]);
  const first = connect({ name: 'search-archive' });
  const early = searchArchive(first).get();
  await first.open();
  expect(await early).toBeNull();
  await searchArchive(first).put(packIndex(createIndex([...reports.values()].flat())));
  first.close();
  expect(await searchArchive(first).get()).toBeNull();
  await searchArchive(first).put('lost without a word');
  const second = connect({ name: 'search-archive' });
  await second.open();
  expect(restoreIndex(await searchArchive(second).get(), reports).rebuilt).toEqual([]);
});
