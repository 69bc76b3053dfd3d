import { z } from 'zod';
import type { JsonValue } from '../../shared/host';
import { isJson, shortName, ulid } from '../../shared/host/journal-schema';

/** Far above any journal's last number, and far enough below the last safe integer to be counted on from. */
const MAX_SEQ = 2 ** 50;

const journalBody = z.object({
  id: ulid,
  noteId: shortName,
  kind: z.enum(['create', 'edit', 'delete', 'restore', 'draft']),
  baseRev: ulid.nullable(),
  writer: shortName,
  time: shortName,
  // A depth that no answer could be written for is no payload of this program, whatever its checksum says.
  payload: z.custom<JsonValue>(isJson),
  seq: z.int().min(1).max(MAX_SEQ),
  batch: z.optional(z.object({ at: z.int().min(1), of: z.int().min(2) })),
  prev: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]),
});

/** One line of the journal without its checksum. */
export type JournalBody = z.infer<typeof journalBody>;

/** Lines are checked loosely: the checksum already proves that this program wrote them. */
export const isJournalBody = (value: unknown): value is JournalBody => journalBody.safeParse(value).success;
