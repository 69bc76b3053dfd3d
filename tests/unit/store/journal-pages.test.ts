import { expect, it } from 'vitest';
import { readJournal } from '../../../src/renderer/store/reconcile';
import { drafts } from '../../helpers/journal-drafts';
import { memoryJournal } from '../../helpers/memory-journal';

// Electron's bridge copies objects one property at a time, about two microseconds each: ten thousand notes in one
// answer would hold the page for a tenth of a second.
it('a long journal crosses to the page in parts, whole and in order (F22)', async () => {
  const journal = memoryJournal();
  await journal.append(drafts(1_000));
  const sizes: number[] = [];
  const watched = {
    ...journal,
    read: async (afterSeq: number, limit?: number) => {
      const part = await journal.read(afterSeq, limit);
      if (part.ok) sizes.push(part.value.length);
      return part;
    },
  };
  const read = await readJournal(watched);
  expect(read.ok && read.value.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 1_000 }, (_, at) => at + 1),
  );
  expect(sizes).toEqual([400, 400, 200]);
});
