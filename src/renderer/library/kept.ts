import * as z from 'zod/mini';
import { TOPICS, type Observation, type Range } from '../../shared/report';
import { sha256Of } from '../digest/sha256';
import type { PlaceStated } from '../../shared/compare';
import type { Kept, Relations, ReportFacts } from './facts';

/** What a kept value depends on. */
export interface KeptContext {
  /** Changes whenever the program that reads reports does. */
  readonly rules: string;
  /** `subjectOf` the reports it was made of. */
  readonly subject: string;
}

const kept: z.ZodMiniType<Kept> = z.object({ text: z.string(), digest: z.string() });

const offset = z.int().check(z.gte(0));
const range = z.object({ start: offset, end: offset });

const observation: z.ZodMiniType<Observation> = z.object({
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
});

const facts = z.object({
  report: z.string(),
  meta: z.object({ id: z.string(), reviews: z.array(z.string()), plans: z.array(z.string()) }),
  characters: offset,
  length: offset,
  caveats: offset,
  outline: z.array(z.object({ heading: z.string(), level: offset, range })),
  observations: z.array(observation),
});

const relations = z.object({
  series: z.array(z.object({ id: z.string(), points: z.array(z.object({ observation })) })),
  commitments: z.array(z.object({ id: z.string(), target: observation, verdict: z.string() })),
  pledges: z.array(
    z.object({
      id: z.string(),
      pledge: z.object({ report: z.string(), object: z.string(), range }),
      verdict: z.string(),
    }),
  ),
  doubts: z.array(z.object({ observation: z.string(), evidence: z.array(z.string()) })),
});

const number = z.number();
const text = z.string();
const statedRow = z.tuple([
  ...([text, text, number, z.nullable(number), text] as const),
  z.enum(['level', 'growth', 'change', 'share', 'rank']),
  z.enum(['=', '>=', '>', '<=', '~']),
  z.enum(['result', 'target']),
  ...([offset, offset, offset, offset, offset] as const),
  z.nullable(text),
  z.nullable(text),
]);

const stated = z.object({ place: text, indicators: z.record(text, z.array(statedRow)) });

const digestOf = (text: string, { rules, subject }: KeptContext): Promise<string> =>
  sha256Of(JSON.stringify([rules, subject, text]));

/** Makes what is kept of a value. */
export const seal = async (
  value: ReportFacts | Relations | PlaceStated,
  context: KeptContext,
): Promise<Kept> => {
  const text = JSON.stringify(value);
  return { text, digest: await digestOf(text, context) };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The value as it was sealed, or null where it was made with other rules or of other texts, or is damaged. */
const unseal = async (
  value: unknown,
  context: KeptContext,
  schema: z.ZodMiniType<unknown>,
): Promise<unknown> => {
  const row = kept.safeParse(value);
  if (!row.success || row.data.digest !== (await digestOf(row.data.text, context))) return null;
  const parsed = parseJson(row.data.text);
  // As it was sealed, not as the schema copied it: what a later field says must not be dropped.
  return schema.safeParse(parsed).success ? parsed : null;
};

/** Tells whether all observations are the report's, and stand where a place of it can be. */
const belong = ({ report, length, observations }: ReportFacts): boolean => {
  const inside = ({ start, end }: Range): boolean => start < end && end <= length;
  return observations.every((one) => one.report === report && inside(one.range) && inside(one.quote));
};

/** Reads kept facts of one report; null where they must be made again. */
export const readFacts = async (
  value: unknown,
  report: string,
  context: KeptContext,
): Promise<ReportFacts | null> => {
  const read = (await unseal(value, context, facts)) as ReportFacts | null;
  return read !== null && read.report === report && belong(read) ? read : null;
};

/** Reads kept relations; null where they must be made again. */
export const readRelations = async (value: unknown, context: KeptContext): Promise<Relations | null> =>
  (await unseal(value, context, relations)) as Relations | null;

/** Reads what a place was kept to state; null where it must be made again. */
export const readStated = async (value: unknown, context: KeptContext): Promise<PlaceStated | null> =>
  (await unseal(value, context, stated)) as PlaceStated | null;
