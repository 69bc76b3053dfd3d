import * as z from 'zod/mini';
import { GENRES } from '../report';
import { OWN_ID } from './own-id';

/** Lower-case hex SHA-256 of bytes the library keeps. */
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const words = z.string().check(z.minLength(1), z.maxLength(300));

/** The file a report was read from, kept byte for byte. */
const originalSchema = z.strictObject({
  sha256: sha256Hex,
  /** Its name where it was found, without folders. */
  name: words,
  bytes: z.int().check(z.gte(0)),
});

const recordSchema = z.strictObject({
  id: z.string().check(z.regex(OWN_ID)),
  place: words,
  /** Six digits of GB/T 2260 where the place is one of the official divisions. */
  placeCode: z.nullable(z.string().check(z.regex(/^\d{6}$/))),
  year: z.int().check(z.gte(1949), z.lte(2100)),
  genre: z.enum(GENRES),
  title: words,
  /** Source text, verbatim, as UTF-8. */
  text: sha256Hex,
  /** Length of the source text in UTF-16 units. */
  characters: z.int().check(z.gte(1)),
  /** Null for a text that was pasted in. */
  original: z.nullable(originalSchema),
  /** How the text was read from the file: repairs and warnings, as JSON. Null where there is nothing to tell. */
  reading: z.nullable(sha256Hex),
});

/** One report of the reader's own as the catalog of the library records it. */
export type OwnReport = Readonly<z.infer<typeof recordSchema>>;

const recordedSchema = z.strictObject({ report: recordSchema });

/** Gives what a change that adds or corrects a report carries; null where it is not of that shape. */
export const readRecorded = (payload: unknown): OwnReport | null => {
  const parsed = recordedSchema.safeParse(payload);
  return parsed.success ? parsed.data.report : null;
};

/** Hashes of all content a report needs. */
export const contentOf = ({ text, original, reading }: OwnReport): readonly string[] => [
  text,
  ...(original ? [original.sha256] : []),
  ...(reading ? [reading] : []),
];
