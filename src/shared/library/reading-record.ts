import * as z from 'zod/mini';
import { FILE_FORMATS, REPAIR_KINDS, type Origin, type Repair } from '../import';

/** How a text came out of its file, as it was kept beside it. */
export interface ReadingRecord {
  readonly origin: Origin;
  readonly repairs: readonly Repair[];
  /** Chinese sentences. */
  readonly warnings: readonly string[];
}

const schema: z.ZodMiniType<ReadingRecord> = z.object({
  origin: z.object({
    name: z.string(),
    format: z.enum(FILE_FORMATS),
    encoding: z.nullable(z.string()),
    size: z.number(),
    pages: z.nullable(z.number()),
  }),
  repairs: z.array(z.object({ kind: z.enum(REPAIR_KINDS), count: z.number(), texts: z.array(z.string()) })),
  warnings: z.array(z.string()),
});

/** Reads a kept record; null where the text is not one. */
export const readReadingRecord = (text: string): ReadingRecord | null => {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
