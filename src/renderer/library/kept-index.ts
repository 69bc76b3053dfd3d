import * as z from 'zod/mini';
import {
  sliceRange,
  TOPICS,
  type CatalogEntry,
  type Observation,
  type Range,
  type Report,
} from '../../shared/report';

/** A report's index as it is kept between starts. */
export interface KeptIndex {
  /** The observations, as JSON. */
  readonly text: string;
  /** SHA-256 of what the index was made with and of the text, in hex. */
  readonly digest: string;
}

/** What an index depends on besides the report's text: the rules, and what the catalog says of the report. */
export interface IndexContext {
  /** Changes whenever the program that reads reports does. */
  readonly rules: string;
  readonly entry: CatalogEntry;
}

const kept: z.ZodMiniType<KeptIndex> = z.object({ text: z.string(), digest: z.string() });

const offset = z.int().check(z.gte(0));
const range = z.object({ start: offset, end: offset });

const observations: z.ZodMiniType<readonly Observation[]> = z.array(
  z.object({
    id: z.string(),
    report: z.string(),
    name: z.string(),
    indicator: z.string(),
    topic: z.enum(TOPICS),
    value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
    unit: z.string(),
    measure: z.enum(['level', 'growth', 'change', 'share', 'rank']),
    bound: z.enum(['=', '>=', '>', '<=', '~']),
    kind: z.enum(['result', 'target']),
    period: z.string(),
    place: z.string(),
    range,
    quote: range,
    duplicateOf: z.nullable(z.string()),
    doubt: z.nullable(z.string()),
  }),
);

const digestOf = async (text: string, { rules, entry }: IndexContext): Promise<string> => {
  const { id, place, year, genre, title } = entry;
  const bytes = new TextEncoder().encode(JSON.stringify([rules, id, place, year, genre, title, text]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

export const sealIndex = async (index: readonly Observation[], context: IndexContext): Promise<KeptIndex> => {
  const text = JSON.stringify(index);
  return { text, digest: await digestOf(text, context) };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Whether an observation is one of the report: its number stands where it says. */
const belongs = ({ id, clean }: Report, { report, range, quote }: Observation): boolean => {
  const inside = ({ start, end }: Range): boolean => start < end && end <= clean.length;
  return report === id && inside(range) && inside(quote) && sliceRange(clean, range).trim() !== '';
};

/**
 * Reads a kept index: the observations as they were sealed, or null where it was made with other rules or facts, is
 * damaged, or is not of this report; then it must be made again.
 */
export const readIndex = async (
  value: unknown,
  report: Report,
  context: IndexContext,
): Promise<readonly Observation[] | null> => {
  const row = kept.safeParse(value);
  if (!row.success || row.data.digest !== (await digestOf(row.data.text, context))) return null;
  const parsed = parseJson(row.data.text);
  if (!observations.safeParse(parsed).success) return null;
  // As it was sealed, not as the schema copied it: what a later field says must not be dropped.
  const index = parsed as readonly Observation[];
  return index.every((observation) => belongs(report, observation)) ? index : null;
};
