import { ulid } from 'ulid';
import type { JournalDraft, JsonValue } from '../../src/shared/host';

/** A change as the page makes it. */
export const draft = (payload: JsonValue, part: Partial<JournalDraft> = {}): JournalDraft => ({
  id: ulid(),
  noteId: 'note-1',
  kind: 'create',
  baseRev: null,
  writer: 'window-1',
  time: '2026-11-20T10:00:00.000Z',
  payload,
  ...part,
});

/** So many changes, each with its number as text. */
export const drafts = (count: number): readonly JournalDraft[] =>
  Array.from({ length: count }, (_, place) => draft({ text: `第${place + 1}条：港口货物吞吐量` }));
