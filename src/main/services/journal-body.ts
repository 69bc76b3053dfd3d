import { z } from 'zod';
import type { JsonValue } from '../../shared/host';
import { shortName, ulid } from '../../shared/host/journal-schema';

const journalBody = z.object({
  id: ulid,
  noteId: shortName,
  kind: z.enum(['create', 'edit', 'delete', 'restore', 'draft']),
  baseRev: ulid.nullable(),
  writer: shortName,
  time: shortName,
  payload: z.custom<JsonValue>((value) => value !== undefined),
  seq: z.int().min(1),
  batch: z.optional(z.object({ at: z.int().min(1), of: z.int().min(2) })),
  prev: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]),
});

/** One line of the journal without its checksum. */
export type JournalBody = z.infer<typeof journalBody>;

/** Lines are checked loosely: the checksum already proves that this program wrote them. */
export const isJournalBody = (value: unknown): value is JournalBody => journalBody.safeParse(value).success;
