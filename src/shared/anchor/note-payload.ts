import { z } from 'zod';
import { COLOURS, VERDICTS, type Annotation } from '../report';

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

/** Payload of `create`, `edit` and `restore`: the whole note as it is after the change. */
export const versionPayload = z.object({ v: z.literal(1), annotation: annotationSchema, resolves });

/** Payload of `delete`: the note's versions stay in the journal. */
export const tombstonePayload = z.object({ v: z.literal(1), resolves });

/** Payload of `draft`: the editor's text, or null where the reader gave it up. */
export const draftPayload = z.object({ v: z.literal(1), text: z.string().nullable(), resolves });

export type VersionPayload = z.infer<typeof versionPayload>;
export type TombstonePayload = z.infer<typeof tombstonePayload>;
export type DraftPayload = z.infer<typeof draftPayload>;
