import { z } from 'zod';
import { COLOURS, STAGES, VERDICTS, type Annotation } from '../report';

const offset = z.int().min(0);

const target = z.object({
  report: z.string().min(1),
  source: z.string(),
  position: z.object({ start: offset, end: offset }).refine(({ start, end }) => start <= end),
  quote: z.object({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  sentence: z.object({ text: z.string(), start: offset }),
  unplaced: z.string().optional(),
});

const body = z.object({
  text: z.string(),
  tags: z.array(z.string()),
  colour: z.enum(COLOURS),
  underline: z.boolean(),
  assessment: z.object({ commitment: z.string().min(1), verdict: z.enum(VERDICTS) }).optional(),
  classification: z
    .object({ change: z.enum(['join', 'part']), name: z.string().min(1), indicator: z.string().min(1) })
    .optional(),
  step: z.object({ object: z.string().min(1), stage: z.enum(STAGES) }).optional(),
});

/** What an annotation must be when it comes from outside the page; unknown fields are dropped. */
export const annotationSchema: z.ZodType<Annotation> = z.object({
  id: z.string().min(1),
  body,
  targets: z.array(target),
  created: z.string(),
  modified: z.string(),
});

/** Entries this change settles besides its own base: versions of a conflict, drafts taken over. */
const resolves = z.array(z.string()).default([]);

/** Reads a kind of payload; what has been read, or was made here, is not looked through a second time. */
interface PayloadReader<T extends object> {
  /** The payload, or null where it is not of this kind. */
  read(payload: unknown): T | null;
  /** Tells that a payload was made by this program and need not be looked through; it is not changed afterwards. */
  made(payload: T): T;
}

function payloadReader<T extends object>(schema: z.ZodType<T>): PayloadReader<T> {
  const known = new WeakMap<object, T>();
  return {
    read: (payload) => {
      if (typeof payload !== 'object' || payload === null) return null;
      const before = known.get(payload);
      if (before) return before;
      const { data } = schema.safeParse(payload);
      if (data) known.set(payload, data);
      return data ?? null;
    },
    made: (payload) => {
      known.set(payload, payload);
      return payload;
    },
  };
}

/** Payload of `create`, `edit` and `restore`: the whole note as it is after the change. */
export interface VersionPayload {
  readonly v: 1;
  readonly annotation: Annotation;
  readonly resolves: readonly string[];
}

/** Payload of `delete`: the note's versions stay in the journal. */
export interface TombstonePayload {
  readonly v: 1;
  readonly resolves: readonly string[];
}

/** Payload of `draft`: the editor's text, or null where the reader gave it up. */
export interface DraftPayload extends TombstonePayload {
  readonly text: string | null;
  /** The whole note, where the journal has not taken it yet: a draft is all that a full disk lets through. */
  readonly annotation?: Annotation | undefined;
}

const v = z.literal(1);

export const versionPayload = payloadReader<VersionPayload>(
  z.object({ v, annotation: annotationSchema, resolves }),
);

export const tombstonePayload = payloadReader<TombstonePayload>(z.object({ v, resolves }));

export const draftPayload = payloadReader<DraftPayload>(
  z.object({ v, text: z.string().nullable(), annotation: annotationSchema.optional(), resolves }),
);
